import Casework
import GRDB
import Synchronization

/// Behind which numbers and ids of cases and people a record goes on that was restored: those that it lost stand on receipts
/// and are known to open desks. The entry of the restore tells them.
///
/// A restore is always of a whole new file, so what one file tells of them is read once.
final class NumberFloors: Sendable {
    struct Floors {
        /// By what the numbers of a day begin with, such as `YX261120-`.
        var sequences: [String: Int] = [:]
        var lastCase: Int64 = 0
        var lastStaff: Int64 = 0
    }

    private let known = Mutex<Floors?>(nil)

    func floors(in database: Database) throws -> Floors {
        if let floors = known.withLock(\.self) { return floors }
        var floors = Floors()
        for entry in try RestoreEntry.all(in: database) {
            floors.lastCase = max(floors.lastCase, entry.word.lastCase ?? 0)
            floors.lastStaff = max(floors.lastStaff, entry.word.lastStaff ?? 0)
            for number in entry.word.numbers ?? [] {
                guard let (series, sequence) = Self.parts(of: number) else { continue }
                floors.sequences[series] = max(floors.sequences[series] ?? 0, sequence)
            }
        }
        known.withLock { $0 = floors }
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
    private static func parts(of number: String) -> (series: String, sequence: Int)? {
        let count = number.utf8.reversed().prefix(while: isDigit).count
        guard (4...9).contains(count), let sequence = Int(number.suffix(count)) else { return nil }
        return (String(number.dropLast(count)), sequence)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
