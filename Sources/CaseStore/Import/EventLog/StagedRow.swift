import Casework

/// One row of an event log on its way: what it is sorted by, and all of its fields, since a rejected case goes out as it
/// came in.
struct StagedRow: Sendable {
    /// The case's number in the log.
    var key: String
    /// Milliseconds; 0 where the time cannot be read.
    var at: Int64
    /// 1-based, the header included: what tells events of the same instant apart.
    var row: Int
    var line: Int
    /// Its place among ``LoggedActivity/inPlaces``.
    var activity: Int
    var fault: ImportRow.Fault?
    var fields: PackedFields

    func reject(_ fault: ImportRow.Fault) -> ImportReject {
        ImportReject(
            row: row, line: line, column: fault.column, reason: fault.reason, detail: fault.detail,
            fields: fields.all)
    }
}

/// The fields of a row as one run of bytes: each with its length (32 bits, little-endian) in front.
struct PackedFields: Sendable {
    private(set) var bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    init(_ fields: [String]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.reduce(0) { $0 + 4 + $1.utf8.count })
        for field in fields {
            withUnsafeBytes(of: UInt32(field.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: field.utf8)
        }
        self.bytes = bytes
    }

    var all: [String] {
        var result: [String] = []
        var place = 0
        while let (range, next) = field(at: place) {
            result.append(String(decoding: bytes[range], as: UTF8.self))
            place = next
        }
        return result
    }

    /// The field at that position, without white space at its ends.
    subscript(index: Int) -> String {
        var place = 0
        var count = 0
        while let (range, next) = field(at: place) {
            if count == index {
                var slice = bytes[range]
                while let first = slice.first, first <= 0x20 { slice = slice.dropFirst() }
                while let last = slice.last, last <= 0x20 { slice = slice.dropLast() }
                let text = String(decoding: slice, as: UTF8.self)
                // Blanks outside ASCII are rare and cost more to look for.
                return text.utf8.allSatisfy { $0 < 0x80 } ? text : text.trimmingWhitespace()
            }
            count += 1
            place = next
        }
        return ""
    }

    private func field(at place: Int) -> (Range<Int>, next: Int)? {
        guard place + 4 <= bytes.count else { return nil }
        let length =
            Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16 | Int(bytes[place + 3]) << 24
        let end = place + 4 + length
        guard end <= bytes.count else { return nil }
        return (place + 4..<end, end)
    }
}
