import Casework
import Crypto
import Foundation
import GRDB

/// One row of the journal, and the hash that ties it to the row before.
///
/// The hash is SHA-256 over eight fields in this order: seq, at, actor, subject_kind, subject, kind, body, prev. Each
/// field is preceded by its length in bytes as an unsigned 64-bit big-endian number; integers are signed 64-bit
/// big-endian (length 8), texts UTF-8, prev the 32 bytes of the hash before (32 zero bytes before the first entry).
struct JournalEntry: Sendable {
    typealias Hash = Data

    var sequence: Int64
    var at: Instant
    var actor: StaffID
    var subjectKind: String
    var subject: Int64
    var kind: String
    var body: String
    var previous: Data

    /// What stands before the first entry.
    static let origin = Data(count: 32)

    func hash() -> Data {
        var hasher = EntryHasher()
        return hash(&hasher)
    }

    /// The same in room that is kept from one entry to the next.
    func hash(_ hasher: inout EntryHasher) -> Data {
        var (subjectKind, kind, body) = (subjectKind, kind, body)
        return subjectKind.withUTF8 { subjectKind in
            kind.withUTF8 { kind in
                body.withUTF8 { body in
                    previous.withUnsafeBytes { previous in
                        hasher.hash(
                            sequence: sequence, at: at.milliseconds, actor: actor.value, subjectKind: subjectKind,
                            subject: subject, kind: kind, body: body,
                            previous: previous.bindMemory(to: UInt8.self)
                        ).withUnsafeBytes { Data($0) }
                    }
                }
            }
        }
    }
}

/// Takes the hash of entries one after the other, in room that is kept.
struct EntryHasher {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    private var room: [UInt8] = []

    mutating func hash(
        sequence: Int64, at: Int64, actor: Int64, subjectKind: Bytes, subject: Int64, kind: Bytes, body: Bytes,
        previous: Bytes
    ) -> SHA256Digest {
        let length = 8 * 8 + 4 * 8 + subjectKind.count + kind.count + body.count + previous.count
        if room.count < length { room = Array(repeating: 0, count: 2 * length) }
        return room.withUnsafeMutableBytes { room in
            var end = 0
            func number(_ number: Int64) {
                room.storeBytes(of: number.bigEndian, toByteOffset: end, as: Int64.self)
                end += 8
            }
            func field(_ value: Int64) {
                number(8)
                number(value)
            }
            func field(_ text: Bytes) {
                number(Int64(text.count))
                UnsafeMutableRawBufferPointer(rebasing: room[end...]).copyBytes(from: text)
                end += text.count
            }
            field(sequence)
            field(at)
            field(actor)
            field(subjectKind)
            field(subject)
            field(kind)
            field(body)
            field(previous)
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: room[..<end]))
            return hash.finalize()
        }
    }
}

extension JournalEntry {
    /// The columns in the order that ``init(row:)`` expects; a ninth one with the stored hash may follow.
    static let columns = "seq, at, actor, subject_kind, subject, kind, body, prev"

    /// The statement that puts so many entries down at once, each with its hash.
    static func insertion(of count: Int) -> String {
        "INSERT INTO journal (\(columns), hash) VALUES "
            + Array(repeating: "(?, ?, ?, ?, ?, ?, ?, ?, ?)", count: count).joined(separator: ", ")
    }

    /// Gives its values to that statement.
    ///
    /// - Parameter row: which of the entries it is, from 0.
    func bind(to statement: RawStatement, row: Int = 0, hash: Data) {
        let first = Int32(row * 9)
        statement.bind(sequence, first + 1)
        statement.bind(at.milliseconds, first + 2)
        statement.bind(actor.value, first + 3)
        statement.bind(subjectKind, first + 4)
        statement.bind(subject, first + 5)
        statement.bind(kind, first + 6)
        statement.bind(body, first + 7)
        statement.bind(previous, first + 8)
        statement.bind(hash, first + 9)
    }

    init(row: Row) throws {
        sequence = try row.value(0)
        at = try Instant(milliseconds: row.value(1))
        actor = try StaffID(row.value(2))
        subjectKind = try row.value(3)
        subject = try row.value(4)
        kind = try row.value(5)
        body = try row.value(6)
        previous = try row.value(7)
    }
}
