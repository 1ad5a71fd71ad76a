import Casework
import Foundation
import GRDB
import Synchronization

/// Behind which numbers and ids of cases and people a record goes on that was restored, or whose tables were made anew from a
/// journal that had lost its end: those that it lost stand on receipts and are known to open desks. The entries of the
/// restores and makings anew tell them.
///
/// They are entries about the centre, so what is known holds until there is another one of these.
final class NumberFloors: Sendable {
    struct Floors: Equatable {
        /// By what the numbers of a day begin with, such as `YX261120-`.
        var sequences: [String: Int] = [:]
        var lastCase: Int64 = 0
        var lastStaff: Int64 = 0
    }

    private let known = Mutex<(floors: Floors, asOf: Data)?>(nil)

    func floors(in database: Database) throws -> Floors {
        let newest = try database.cachedStatement(
            sql: """
                SELECT hash FROM journal WHERE subject_kind = 'centre' AND subject = 0 ORDER BY seq DESC LIMIT 1
                """)
        // Not by its number: a transaction that was taken back may have had an entry of the same.
        let asOf = try Data.fetchOne(newest) ?? Data()
        if let known = known.withLock(\.self), known.asOf == asOf { return known.floors }
        var floors = Floors()
        let rows = try Row.fetchAll(database.cachedStatement(sql: TakenNumbers.entries))
        // One that cannot be read is the chain's finding, and must not keep everybody from registering.
        for row in rows {
            if let taken = try? TakenNumbers(kind: row.value(0), body: row.value(1)) { floors.raise(taken) }
        }
        known.withLock { $0 = (floors, asOf) }
        return floors
    }

    /// The greatest one of each series, of numbers that are made here: `prefix`, six digits, a dash, the letters of a
    /// village or none, a count.
    static func greatest(of numbers: [String], prefix: String) -> [String] {
        var greatest: [String: (sequence: Int, number: String)] = [:]
        for number in numbers {
            guard number.hasPrefix(prefix), let (series, sequence) = parts(of: number) else { continue }
            let mark = series.utf8.dropFirst(prefix.utf8.count)
            guard mark.count >= 7, mark.prefix(6).allSatisfy(isDigit), mark.dropFirst(6).first == UInt8(ascii: "-"),
                mark.dropFirst(7).allSatisfy({ $0 >= UInt8(ascii: "A") }), sequence > greatest[series]?.sequence ?? 0
            else { continue }
            greatest[series] = (sequence, number)
        }
        return greatest.values.map(\.number).sorted()
    }

    /// What it begins with, and its count; nine digits at most.
    fileprivate static func parts(of number: String) -> (series: String, sequence: Int)? {
        let count = number.utf8.reversed().prefix(while: isDigit).count
        guard (4...9).contains(count), let sequence = Int(number.suffix(count)) else { return nil }
        return (String(number.dropLast(count)), sequence)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension NumberFloors.Floors {
    fileprivate mutating func raise(_ taken: TakenNumbers) {
        lastCase = max(lastCase, taken.lastCase ?? 0)
        lastStaff = max(lastStaff, taken.lastStaff ?? 0)
        for number in taken.numbers {
            guard let (series, sequence) = NumberFloors.parts(of: number) else { continue }
            sequences[series] = max(sequences[series] ?? 0, sequence)
        }
    }
}

/// What an entry tells of the numbers and ids that went with a restore, or with a making anew.
struct TakenNumbers {
    var numbers: [String]
    var lastCase: Int64?
    var lastStaff: Int64?

    /// Kind and body of the entries that tell it.
    static let entries = """
        SELECT kind, body FROM journal WHERE subject_kind = 'centre' AND subject = 0 \
        AND kind IN ('restored', 'projectionsRebuilt')
        """

    init(kind: String, body: String) throws {
        if kind == CentreEvent.Kind.restored.rawValue {
            let word = try CanonicalJSON.value(RecordRestored.self, from: body)
            (numbers, lastCase, lastStaff) = (word.numbers ?? [], word.lastCase, word.lastStaff)
        } else {
            let word = try CanonicalJSON.value(ProjectionsRebuilt.self, from: body)
            (numbers, lastCase, lastStaff) = (word.numbers ?? [], word.lastCase, word.lastStaff)
        }
    }
}
