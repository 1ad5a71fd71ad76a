/// A citizen identity number after GB 11643-1999: 18 characters, of which six are an address code, eight the date of
/// birth, three a sequence (odd for men, even for women) and one a check character (ISO 7064:1983, MOD 11-2).
///
///     let number = try IdentityNumber("999999199003070012", notAfter: today)
///     number.birthday        // 1990-03-07
///
/// The address code is not looked up: codes change, and people keep the one of their first registration. The check is
/// for what is typed at the counter; what is imported from elsewhere is taken as it is.
public struct IdentityNumber: Hashable, Sendable {
    /// Why a text is none. What the check character should have been is left out on purpose: it would complete a
    /// number that somebody is guessing.
    public enum Fault: Error, Hashable, Sendable {
        /// Not 18 characters.
        case wrongLength(Int)
        /// 15 digits: a number of the standard of 1989, whose papers are no longer valid.
        case former
        /// Something other than digits, with an X at most in the last place.
        case unexpectedCharacter
        case noSuchDate
        /// Born after the day of the check.
        case bornLater
        case wrongCheck
    }

    public enum Sex: String, Hashable, CaseIterable, Sendable {
        case female, male
    }

    /// 18 characters, a check character X in upper case.
    public let text: String
    public let birthday: CivilDate
    public let sex: Sex

    /// Reads a number as people type it: full-width digits, blanks and hyphens are understood.
    ///
    /// - Parameter day: nobody is born after it.
    public init(_ typed: String, notAfter day: CivilDate) throws(Fault) {
        let text = TypedDigits.normalised(typed)
        let digits = Array(text.utf8)
        let isDecimal = digits.dropLast().allSatisfy(Self.isDigit)
        if digits.count == 15, isDecimal, digits.last.map(Self.isDigit) == true { throw .former }
        guard digits.count == 18 else { throw .wrongLength(text.count) }
        guard isDecimal, let last = digits.last, Self.isDigit(last) || last == UInt8(ascii: "X") else {
            throw .unexpectedCharacter
        }
        guard let year = decimal(digits[6..<10]), let month = decimal(digits[10..<12]),
            let dayOfMonth = decimal(digits[12..<14]),
            let birthday = CivilDate(year: year, month: month, day: dayOfMonth)
        else { throw .noSuchDate }
        guard birthday <= day else { throw .bornLater }
        guard last == Self.checkCharacter(of: digits.prefix(17)) else { throw .wrongCheck }
        self.text = text
        self.birthday = birthday
        sex = digits[16] % 2 == 0 ? .female : .male
    }

    /// A number that is valid in form.
    ///
    /// - Parameters:
    ///   - area: six digits.
    ///   - sequence: 0 … 999.
    init(area: String, birthday: CivilDate, sequence: Int) {
        let (year, month, day) = birthday.components
        let body = area + padded(year, 4) + padded(month, 2) + padded(day, 2) + padded(sequence, 3)
        text = body + String(Unicode.Scalar(Self.checkCharacter(of: body.utf8)))
        self.birthday = birthday
        sex = sequence % 2 == 0 ? .female : .male
    }

    /// A number that belongs to nobody: the address code 999999 is not assigned by GB/T 2260.
    ///
    /// - Parameter sequence: 0 … 999; odd for men, even for women.
    public static func madeUp(birthday: CivilDate, sequence: Int) -> IdentityNumber {
        IdentityNumber(area: "999999", birthday: birthday, sequence: sequence)
    }

    /// Full years of age on `day`.
    public func age(on day: CivilDate) -> Int {
        let (born, now) = (birthday.components, day.components)
        let hadBirthday = (now.month, now.day) >= (born.month, born.day)
        return now.year - born.year - (hadBirthday ? 0 : 1)
    }

    /// The check character of seventeen ASCII digits: `1 0 X 9 … 2` for the remainders 0 … 10 of their sum, each
    /// weighted with 2^(18-i) mod 11.
    static func checkCharacter(of body: some Sequence<UInt8>) -> UInt8 {
        // Horner's rule for the weights: each digit and all before it are doubled once more.
        let sum = body.reduce(0) { ($0 + Int($1 - UInt8(ascii: "0"))) * 2 % 11 }
        let wanted = (12 - sum) % 11
        return wanted == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(wanted)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
