/// A telephone number of the Chinese mainland, mobile or landline, in one spelling.
///
/// Mobiles have eleven digits that begin with 13 … 19. A landline has seven or eight digits that do not begin with 0 or
/// 1, and may have its area code in front (010 and 02x with three digits, others with four), which is kept apart by a
/// hyphen: `0377-66001234`. The prefixes of the country (+86, 0086, 86), blanks, hyphens, brackets and full-width
/// digits are understood.
public struct PhoneNumber: Hashable, Sendable {
    public enum Fault: Error, Hashable, Sendable {
        /// Something other than digits.
        case unexpectedCharacter
        /// Too many or too few digits for what it begins like.
        case wrongLength(Int)
        /// No number begins like this.
        case noSuchBeginning
    }

    public enum Kind: Hashable, Sendable {
        case mobile, landline
    }

    public let text: String
    public let kind: Kind

    public init(_ typed: String) throws(Fault) {
        let digits = try Self.domestic(TypedDigits.normalised(typed))
        switch digits.first {
        case nil:
            throw .wrongLength(0)
        case "1":
            guard digits.utf8.count == 11 else { throw .wrongLength(digits.utf8.count) }
            guard digits.dropFirst().first.map({ ("3"..."9").contains($0) }) == true else { throw .noSuchBeginning }
            (text, kind) = (digits, .mobile)
        case "0":
            let area = digits.hasPrefix("010") || digits.hasPrefix("02") ? 3 : 4
            guard digits.dropFirst().first != "0" else { throw .noSuchBeginning }
            let local = String(digits.dropFirst(area))
            // Where the area code has three digits, the number itself has eight.
            guard local.utf8.count == 8 || (area == 4 && local.utf8.count == 7) else {
                throw .wrongLength(digits.utf8.count)
            }
            guard let first = local.first, first != "0", first != "1" else { throw .noSuchBeginning }
            (text, kind) = ("\(digits.prefix(area))-\(local)", .landline)
        default:
            guard (7...8).contains(digits.utf8.count) else { throw .wrongLength(digits.utf8.count) }
            (text, kind) = (digits, .landline)
        }
    }

    /// The digits without the country's prefix. In front of an area code its leading 0 is left out abroad
    /// (+86 377 …), and is put back.
    private static func domestic(_ text: String) throws(Fault) -> String {
        var digits = text
        var isInternational = false
        for prefix in ["+86", "0086"] where digits.hasPrefix(prefix) {
            digits.removeFirst(prefix.count)
            isInternational = true
            break
        }
        // 86 in front of a mobile, as lists of contacts write it. A landline of eight digits may begin with 86.
        if !isInternational, digits.hasPrefix("86"), digits.utf8.count == 13 { digits.removeFirst(2) }
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw .unexpectedCharacter
        }
        if isInternational, let first = digits.first, first != "0" {
            let isMobile = first == "1" && digits.dropFirst().first.map { $0 >= "3" } == true
            // Beijing's 10 is an area code; 13 … 19 with eleven digits are mobiles.
            if !isMobile, digits.utf8.count >= 9 { return "0" + digits }
        }
        return digits
    }
}
