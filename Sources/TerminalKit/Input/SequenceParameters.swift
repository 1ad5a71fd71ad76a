// The middle of a control sequence, taken apart: ECMA-48 5.4, with the parts after colons that ITU-T T.416 allows and the
// kitty keyboard protocol uses.

/// The parameters of a control sequence.
struct SequenceParameters {
    /// One of < = > ?, for sequences of private use.
    private(set) var prefix: UInt8?
    /// The bytes 20–2F before the final one.
    private(set) var intermediates: [UInt8] = []
    /// The fields between semicolons, each with its parts between colons; nil where no number is given.
    private(set) var fields: [[Int?]] = []

    /// The highest number that is told from higher ones: above all of Unicode.
    private static let most = 0x1F_FFFF

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        if let first = rest.first, (0x3C...0x3F).contains(first) {
            prefix = first
            rest = rest.dropFirst()
        }
        intermediates = rest.filter { $0 < 0x30 }
        guard !rest.isEmpty else { return }
        fields = rest.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
            field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
        }
    }

    var count: Int { fields.count }

    /// A number, or part of one; nil where it is not given.
    func given(_ field: Int, part: Int = 0) -> Int? {
        guard field < fields.count, part < fields[field].count else { return nil }
        return fields[field][part]
    }

    /// The first part of every field, 0 where it is not given.
    var values: [Int] { fields.map { $0.first.flatMap { $0 } ?? 0 } }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value: Int?
        for digit in digits where (0x30...0x39).contains(digit) {
            value = min(most, (value ?? 0) * 10 + Int(digit) - 0x30)
        }
        return value
    }
}
