import Casework

/// Identity numbers that are valid in form and belong to nobody.
///
/// Citizen identity numbers after GB 11643-1999: 6 digits of the address code, 8 of the birth date, 3 in sequence (odd
/// for men, even for women) and one check character (ISO 7064 MOD 11-2). The address code here is always 999999, which
/// GB/T 2260 does not assign, so no number can be a real person's.
enum IdentityNumber {
    static let area = "999999"

    static func make(born: CivilDate, sequence: Int) -> String {
        let (year, month, day) = born.components
        let body = area + digits(year, 4) + digits(month, 2) + digits(day, 2) + digits(sequence, 3)
        return body + String(check(body.utf8.prefix(17).map { Int($0) - 48 }))
    }

    /// The check character of the first 17 digits.
    static func check(_ body: [Int]) -> Character {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let characters: [Character] = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"]
        return characters[sum % 11]
    }

    private static func digits(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
