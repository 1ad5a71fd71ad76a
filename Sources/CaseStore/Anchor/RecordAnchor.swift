import Casework
import Foundation

/// What the end of the journal is at one moment: kept outside, it shows later that nothing behind it was taken away and
/// nothing before it was changed.
public struct RecordAnchor: Hashable, Sendable {
    /// The last entry.
    public var sequence: Int64
    /// The hash of that entry: 64 hexadecimal digits in lower case.
    public var hash: String
    /// When it was taken.
    public var at: Instant
    /// How many entries there were.
    public var entries: Int64

    public init(sequence: Int64, hash: String, at: Instant, entries: Int64) {
        self.sequence = sequence
        self.hash = hash
        self.at = at
        self.entries = entries
    }

    /// The hash in groups of four, eight to a line, as it is compared by eye.
    public var groups: [String] {
        let digits = Array(hash)
        let groups = stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
        return stride(from: 0, to: groups.count, by: 8).map {
            groups[$0..<min($0 + 8, groups.count)].joined(separator: " ")
        }
    }

    /// What is typed to check it: `1234:09af-5c11-77e2-b0d4`. Sixteen digits leave a forger 2^64 tries.
    public var short: String {
        let groups = groups.joined(separator: " ").split(separator: " ").prefix(4).joined(separator: "-")
        return "\(sequence):\(groups)"
    }

    /// One line of a kept file: instant, entries, last entry, hash.
    public var line: String { "\(at.iso8601(.utc)) \(entries) \(sequence) \(hash)" }

    /// Reads a line of a kept file; `nil` when it is none.
    public init?(line: some StringProtocol) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 4, let at = Instant(parts[0], offset: .utc), let entries = Int64(parts[1]),
            let sequence = Int64(parts[2]), sequence > 0, parts[3].utf8.count == 64,
            parts[3].utf8.allSatisfy(Self.isDigit)
        else { return nil }
        self.init(sequence: sequence, hash: String(parts[3]), at: at, entries: entries)
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

/// An anchor as somebody kept it, perhaps not all of it.
public struct KeptAnchor: Hashable, Sendable {
    public var origin: VerificationReport.AnchorOrigin
    public var sequence: Int64
    /// How the hash begins, in lower case; all of it from a file.
    public var prefix: String

    init(origin: VerificationReport.AnchorOrigin, sequence: Int64, prefix: String) {
        self.origin = origin
        self.sequence = sequence
        self.prefix = prefix
    }

    /// So many digits have to be typed at least: half of them can be met by trying within hours.
    public static let shortest = 16

    /// Reads what somebody types from paper: the number of the entry, a colon of either width, and the first digits of the
    /// hash, in groups or not.
    public init?(typed text: String) {
        let parts = Self.halfWidth(text).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = Int64(parts[0].filter { $0 != " " }), sequence > 0 else { return nil }
        let digits = parts[1].filter { $0 != " " && $0 != "-" }.lowercased()
        guard (Self.shortest...64).contains(digits.utf8.count), digits.utf8.allSatisfy(RecordAnchor.isDigit) else {
            return nil
        }
        self.init(origin: .paper, sequence: sequence, prefix: digits)
    }

    /// A Chinese input method types digits, letters, colons and blanks as wide as ideographs.
    private static func halfWidth(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3000: plain.append(" ")
            // U+FF01 to U+FF5E are the ASCII characters from ! to ~ in their order.
            case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }
}
