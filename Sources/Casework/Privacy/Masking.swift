/// How personal data is shown where it need not be whole: on shared screens, in exports and in logs.
///
/// A name keeps its surname (two characters for the compound ones), an identity number its first six and nothing of the
/// birth date or of the last four (first six and last four together can be completed by anybody who knows the birthday),
/// a phone number its first three and last four, an address its first six characters.
public enum Masking {
    /// 张三 -> 张*, 欧阳修远 -> 欧阳**, Maria Lopez -> M****.
    public static func name(_ name: String) -> String {
        let characters = Array(name)
        guard let first = characters.first else { return "" }
        guard first.unicodeScalars.first.map({ $0.value >= 0x2E80 }) == true else {
            return "\(first)****"
        }
        let surname = characters.count > 2 && compoundSurnames.contains(String(characters[0..<2])) ? 2 : 1
        return String(characters[0..<surname]) + String(repeating: "*", count: max(1, characters.count - surname))
    }

    public static func identityNumber(_ number: String) -> String {
        String(number.prefix(6)) + String(repeating: "*", count: max(0, number.count - 6))
    }

    public static func phone(_ number: String) -> String {
        guard number.count > 7 else { return String(repeating: "*", count: number.count) }
        return String(number.prefix(3)) + String(repeating: "*", count: number.count - 7) + String(number.suffix(4))
    }

    public static func address(_ address: String) -> String {
        address.count <= 6 ? String(repeating: "*", count: address.count) : String(address.prefix(6)) + "******"
    }

    /// Compound surnames in common use. A name with another one keeps only its first character, which hides more.
    private static let compoundSurnames: Set<String> = [
        "欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "东方", "长孙", "宇文", "端木", "独孤", "南宫",
        "西门", "闻人", "轩辕", "澹台", "申屠", "太史", "公羊", "赫连", "钟离", "鲜于", "百里", "呼延", "万俟", "濮阳", "淳于", "单于",
    ]
}

extension Intake.Applicant {
    /// The same person with everything personal masked.
    public var masked: Intake.Applicant {
        Intake.Applicant(
            name: Masking.name(name), identityNumber: identityNumber.map(Masking.identityNumber),
            phone: phone.map(Masking.phone), address: address.map(Masking.address))
    }
}

extension CaseEvent {
    /// The same event with the applicant's data masked.
    public var masked: CaseEvent {
        guard case .registered(var registration) = self else { return self }
        registration.intake.applicant = registration.intake.applicant.masked
        return .registered(registration)
    }
}
