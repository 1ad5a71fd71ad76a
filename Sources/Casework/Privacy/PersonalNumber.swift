/// A number in a text that names a private person: what must not get into what everybody reads.
///
/// As people write them: full-width digits, blanks and hyphens between groups, the country's prefix. A landline is none,
/// nor is a date.
public struct PersonalNumber: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Of a citizen, with 18 characters or the former 15; or of a bank card.
        case identity
        /// Eleven digits that begin with 13 … 19.
        case mobile
    }

    public var kind: Kind
    /// Without blanks and hyphens.
    public var text: String

    /// In the order in which they stand there.
    public static func all(in text: String) -> [PersonalNumber] { runs(in: text).flatMap(numbers) }

    // MARK: Runs of digits

    /// Groups of digits that nothing but blanks and hyphens stands between. Of an identity number the last group may end in X.
    private static func runs(in text: String) -> [[String]] {
        var runs: [[String]] = []
        var groups: [String] = []
        var gap = 0
        func close() {
            if !groups.isEmpty { runs.append(groups) }
            groups = []
        }
        for scalar in text.unicodeScalars.map(halfWidth) {
            switch scalar {
            case "0"..."9":
                if gap > 0 || groups.isEmpty { groups.append("") }
                groups[groups.count - 1].unicodeScalars.append(scalar)
                gap = 0
            case "X", "x":
                if gap == 0, !groups.isEmpty { groups[groups.count - 1] += "X" }
                close()
                gap = 0
            default:
                if isSeparator(scalar), !groups.isEmpty {
                    gap += 1
                } else {
                    close()
                    gap = 0
                }
            }
        }
        close()
        return runs
    }

    /// Groups that follow each other may be one number; the longest that is one is taken.
    private static func numbers(in groups: [String]) -> [PersonalNumber] {
        var found: [PersonalNumber] = []
        var first = 0
        while first < groups.count {
            let ends = (first + 1...groups.count).reversed()
            let match = ends.lazy.compactMap { end -> (PersonalNumber, Int)? in
                (number(groups[first..<end].joined(), isOneGroup: end == first + 1) ?? card(groups[first..<end]))
                    .map { ($0, end) }
            }.first
            if let (number, end) = match {
                found.append(number)
                first = end
            } else {
                first += 1
            }
        }
        return found
    }

    private static func number(_ text: String, isOneGroup: Bool) -> PersonalNumber? {
        let digits = text.last == "X" ? text.utf8.count - 1 : text.utf8.count
        // Fifteen and more in a row are nothing that a hall has to read, whatever they are.
        if isOneGroup, digits >= 15 { return PersonalNumber(kind: .identity, text: text) }
        if text.utf8.count == 18, hasBirthday(text, year: 6..<10) { return PersonalNumber(kind: .identity, text: text) }
        if digits == 15, text.utf8.count == 15, hasBirthday(text, year: 6..<8) {
            return PersonalNumber(kind: .identity, text: text)
        }
        let domestic = text.hasPrefix("0086") ? text.dropFirst(4) : text.hasPrefix("86") ? text.dropFirst(2) : text[...]
        for number in [text[...], domestic] where isMobile(number) {
            return PersonalNumber(kind: .mobile, text: String(number))
        }
        return nil
    }

    /// The number of a bank card as it is printed: groups of four, the last one as long as it comes.
    private static func card(_ groups: ArraySlice<String>) -> PersonalNumber? {
        guard groups.dropLast().allSatisfy({ $0.utf8.count == 4 }), (1...4).contains(groups.last?.utf8.count ?? 0)
        else { return nil }
        let digits = groups.joined().utf8.compactMap { ("0"..."9").contains(Character(.init($0))) ? Int($0) - 48 : nil }
        guard (16...19).contains(digits.count), digits.count == groups.joined().utf8.count else { return nil }
        // ISO/IEC 7812-1: every second digit from the end doubled, its digits added.
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
            return sum + value / 10 + value % 10
        }
        return sum.isMultiple(of: 10) ? PersonalNumber(kind: .identity, text: groups.joined()) : nil
    }

    private static func hasBirthday(_ text: String, year: Range<Int>) -> Bool {
        let bytes = Array(text.utf8)
        guard let written = decimal(bytes[year]), let month = decimal(bytes[year.upperBound..<year.upperBound + 2]),
            let day = decimal(bytes[year.upperBound + 2..<year.upperBound + 4])
        else { return false }
        let full = year.count == 2 ? 1900 + written : written
        return (1850...2150).contains(full) && CivilDate(year: full, month: month, day: day) != nil
    }

    private static func isMobile(_ text: Substring) -> Bool {
        text.utf8.count == 11 && text.first == "1" && text.dropFirst().first.map { ("3"..."9").contains($0) } == true
            && !text.hasSuffix("X")
    }

    private static func decimal(_ bytes: ArraySlice<UInt8>) -> Int? { Int(String(decoding: bytes, as: UTF8.self)) }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0xA0, 0x3000, 0x28, 0x29, 0x2D, 0x2010...0x2015, 0x2212, 0x2B, 0x2E: true
        case 0x2F, 0x5F, 0xB7, 0x2C: true
        // What is invisible stands between digits only to hide them.
        default: scalar.properties.generalCategory == .format
        }
    }
}
