/// How personal data is shown where it need not be whole: on shared screens, in exports and in logs.
///
/// A name keeps its surname (two characters for the compound ones), an identity number its first six and nothing of the
/// birth date or of the last four (first six and last four together can be completed by anybody who knows the birthday),
/// an address its first six characters. Each only where at least half of it, and at least four characters, stay hidden:
/// of anything shorter the rest would be guessed, so nothing is left of it. A mobile number, which always has eleven
/// digits, keeps the first three and last four by which people in China read it back to each other.
public enum Masking {
    /// 张三 -> 张*, 欧阳修远 -> 欧阳**, Maria Lopez -> M****. Of one character nothing is left.
    public static func name(_ name: String) -> String {
        if let masked = ideographs(name) { return masked }
        let characters = Array(name)
        guard let first = characters.first else { return "" }
        guard characters.count > 1 else { return "*" }
        guard first.unicodeScalars.first.map({ $0.value >= 0x2E80 }) == true else {
            return "\(first)****"
        }
        let surname = characters.count > 2 && compoundSurnames.contains(String(characters[0..<2])) ? 2 : 1
        return String(characters[0..<surname]) + stars(characters.count - surname)
    }

    /// The same for a name of ideographs that combine with nothing, as nearly all names are: every scalar is a character.
    ///
    /// - Returns: `nil` for any other.
    private static func ideographs(_ name: String) -> String? {
        var (first, second): (UInt32, UInt32) = (0, 0)
        var count = 0
        for scalar in name.unicodeScalars {
            guard isIdeograph(scalar) else { return nil }
            if count == 0 { first = scalar.value }
            if count == 1 { second = scalar.value }
            count += 1
        }
        guard count > 1 else { return count == 1 ? "*" : nil }
        let surname = count > 2 && compoundPairs.contains(pair(first, second)) ? 2 : 1
        // Each is three bytes long in UTF-8.
        var name = name
        return name.withUTF8 { bytes in
            let (shown, length) = (3 * surname, 2 * surname + count)
            return String(unsafeUninitializedCapacity: length) { room in
                _ = room.initialize(fromContentsOf: bytes[..<shown])
                room[shown..<length].initialize(repeating: UInt8(ascii: "*"))
                return length
            }
        }
    }

    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// In one of the two large blocks: these have one spelling and combine with nothing.
    static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
    }

    /// 999999199003070012 -> 999999************, E12345 -> ******.
    public static func identityNumber(_ number: String) -> String {
        guard mayKeep(6, of: number.count) else { return stars(number.count) }
        return String(number.prefix(6)) + stars(number.count - 6)
    }

    /// 14000001234 -> 140****1234, 87654321 -> ********.
    public static func phone(_ number: String) -> String {
        let isMobile =
            number.utf8.count == 11 && number.hasPrefix("1") && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isMobile || mayKeep(7, of: number.count) else { return stars(number.count) }
        return String(number.prefix(3)) + stars(number.count - 7) + String(number.suffix(4))
    }

    /// 云溪镇石门垭村三组12号 -> 云溪镇石门垭******, 12 Elm St -> ******. How long an address is already says something
    /// about it, so the stars are always six.
    public static func address(_ address: String) -> String {
        guard !address.isEmpty else { return "" }
        return (mayKeep(6, of: address.count) ? String(address.prefix(6)) : "") + stars(6)
    }

    /// Whether at least half and at least four of `count` characters stay hidden when `visible` are shown.
    private static func mayKeep(_ visible: Int, of count: Int) -> Bool {
        let hidden = count - visible
        return hidden >= 4 && hidden * 2 >= count
    }

    private static func stars(_ count: Int) -> String {
        String(repeating: "*", count: count)
    }

    /// Compound surnames in common use. A name with another one keeps only its first character, which hides more.
    static let compoundSurnames: Set<String> = [
        "欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "东方", "长孙", "宇文", "端木", "独孤", "南宫",
        "西门", "闻人", "轩辕", "澹台", "申屠", "太史", "公羊", "赫连", "钟离", "鲜于", "百里", "呼延", "万俟", "濮阳", "淳于", "单于",
    ]
    /// The same by their two scalars.
    private static let compoundPairs = Set(
        compoundSurnames.map { $0.unicodeScalars.reduce(0) { $0 << 32 | UInt64($1.value) } })
}

extension Intake.Applicant {
    /// The same person with everything personal masked.
    public var masked: Intake.Applicant {
        Intake.Applicant(
            name: Masking.name(name), identityNumber: identityNumber.map(Masking.identityNumber),
            phone: phone.map(Masking.phone), address: address.map(Masking.address))
    }
}
