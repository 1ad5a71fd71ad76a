import Casework
import Foundation

/// Reads the events of many entries one after the other.
///
/// Half of all entries carry next to nothing and are spelt alike thousands of times; those it has read lately it does not
/// read again.
struct EventReader {
    private struct Spelling {
        var kind: [UInt8]
        var body: [UInt8]
    }

    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Longer ones are hardly ever alike.
    private static let longest = 64
    /// A power of two.
    private static let places = 256

    private var spellings: [Spelling] = Array(repeating: Spelling(kind: [], body: []), count: places)
    private var events: [CaseEvent?] = Array(repeating: nil, count: places)

    mutating func event(kind: Bytes, body: Bytes) throws -> CaseEvent {
        guard body.count <= Self.longest else { return try Self.read(kind, body) }
        let place = Self.place(kind, body)
        if Self.isSame(spellings[place].kind, kind), Self.isSame(spellings[place].body, body),
            let known = events[place]
        {
            return known
        }
        let event = try Self.read(kind, body)
        spellings[place] = Spelling(kind: Array(kind), body: Array(body))
        events[place] = event
        return event
    }

    private static func isSame(_ known: [UInt8], _ bytes: Bytes) -> Bool {
        guard known.count == bytes.count, let start = bytes.baseAddress else { return known.count == bytes.count }
        return known.withUnsafeBytes { $0.baseAddress.map { memcmp($0, start, bytes.count) == 0 } ?? true }
    }

    private static func read(_ kind: Bytes, _ body: Bytes) throws -> CaseEvent {
        try CaseEvent(kind: String(decoding: kind, as: UTF8.self), body: JournalBody(bytes: body))
    }

    private static func place(_ kind: Bytes, _ body: Bytes) -> Int {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in kind { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        for byte in body { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int((digest ^ (digest >> 32)) & UInt64(places - 1))
    }
}
