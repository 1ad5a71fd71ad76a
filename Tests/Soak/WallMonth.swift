// A wall hangs for a month of made-up time over a real record in which people work: the real state, view and frame encoder, the
// real reading of the wall's views; only the clocks are turned by hand, and the bytes go to a counter.
//
//     soak wall [--days 31] [--columns 80] [--rows 24] [--page-seconds 600] [--fault memory|descriptors|log]
//
// Prints what it cost and ends with 1 when memory, descriptors or the log of the record have grown. With `--fault` it is made to
// leak, to show that this would be seen.

import CaseStore
import Casework
import Dashboard
import Foundation
import GRDB
import TerminalKit

final class WallMonth {
    struct Options {
        var days = 31
        var columns = 80
        var rows = 24
        var pageSeconds = 600
        var fault: String?

        init?(_ words: [String]) {
            var rest = words[...]
            while let name = rest.popFirst() {
                guard let value = rest.popFirst() else { return nil }
                if name == "--fault" {
                    guard ["memory", "descriptors", "log"].contains(value) else { return nil }
                    fault = value
                    continue
                }
                guard let number = Int(value), number > 0 else { return nil }
                switch name {
                case "--days" where number > 4: days = number
                case "--columns": columns = number
                case "--rows": rows = number
                case "--page-seconds" where WallPlan.allowedSeconds.contains(number): pageSeconds = number
                default: return nil
                }
            }
        }
    }

    /// What a long life may cost.
    enum Bound {
        /// Bytes that the process may grow after the first days.
        static let memory = 3 << 20
        /// Connections that the record opens when it is first worked hard.
        static let descriptors = 4
        /// Bytes of the longest log: from 2,000 pages on the record makes it begin anew (`LogKeeper`), with room for the tries that a
        /// busy machine lets pass.
        static let log = 16 << 20
    }

    private let options: Options
    private let folder: URL
    private let town: SoakTown
    private let record: WallRecord
    private let view: WallView
    private var state: WallState
    private var screen: CellBuffer
    private var encoder = FrameEncoder(depth: .truecolour)
    private var moment: WallMoment
    private var board: WallBoard?
    private var hasNews = true
    private var kept: [[UInt8]] = []

    // What is counted.
    private var turns = (count: 0, bytes: 0, most: 0)
    private var minutes = (count: 0, bytes: 0)
    private var longestLog = 0
    private var reads = 0
    private var commits = 0

    private var path: String { folder.appendingPathComponent("record.sqlite").path }

    /// A record to hang over.
    static func begin(_ options: Options) throws -> WallMonth {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daiban-wall-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("record.sqlite").path
        try SoakTown.found(at: path, cases: 40)
        return WallMonth(options, folder, try SoakTown(path: path), try .embedded(Theme.wallNames[0]))
    }

    private init(_ options: Options, _ folder: URL, _ town: SoakTown, _ theme: Theme) {
        self.options = options
        self.folder = folder
        self.town = town
        record = WallRecord(path: folder.appendingPathComponent("record.sqlite").path, rules: town.rules)
        view = WallView(theme: theme)
        var plan = WallPlan()
        plan.seconds = options.pageSeconds
        plan.night = WallPlan.Night(from: 1_140, to: 420)
        moment = WallMoment(SoakTown.begin, steady: 0)
        state = WallState(
            centre: "", language: .chinese, plan: plan,
            size: TerminalSize(columns: options.columns, rows: options.rows), glyphs: Glyphs(.unicode),
            offset: .china, moment: moment)
        screen = CellBuffer(size: state.size)
    }

    /// Hangs there until the month is over; whether nothing has grown.
    func run() throws -> Bool {
        defer { try? FileManager.default.removeItem(at: folder) }
        let feed = try record.changes()
        feed.start { _ in }
        defer { feed.stop() }
        var configuration = GRDB.Configuration()
        configuration.allowsUnsafeTransactions = true
        let reader = try options.fault == "log" ? DatabaseQueue(path: path, configuration: configuration) : nil
        try reader?.inDatabase { database in
            try database.execute(sql: "BEGIN")
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM cases")
        }
        var opened: [FileHandle] = []
        var early = (memory: 0, descriptors: 0)
        try handle(.due)
        for day in 0..<options.days {
            if day == 3 { early = (Self.memory(), Self.descriptors()) }
            try live(until: Int64(day + 1) * 86_400_000)
            if options.fault == "descriptors", let file = FileHandle(forReadingAtPath: path) { opened.append(file) }
        }
        let late = (memory: Self.memory(), descriptors: Self.descriptors())
        try reader?.inDatabase { try $0.execute(sql: "ROLLBACK") }
        return tell(grown: late.memory - early.memory, from: early.descriptors, to: late.descriptors)
    }

    private func tell(grown: Int, from early: Int, to late: Int) -> Bool {
        print("\(options.days) days, \(commits) commits, \(reads) readings of the record")
        print("page turns: \(turns.count), \(turns.bytes / max(1, turns.count)) bytes each, \(turns.most) at most")
        print("idle minutes: \(minutes.count), \(minutes.bytes / max(1, minutes.count)) bytes each")
        print("memory after three days and at the end: \(grown / 1_024) KiB more")
        print("descriptors: \(early), then \(late)")
        print("longest log: \(longestLog / 1_024) KiB")
        var isFlat = true
        if grown > Bound.memory {
            print("MEMORY HAS GROWN")
            isFlat = false
        }
        if late > early + Bound.descriptors {
            print("DESCRIPTORS HAVE GROWN")
            isFlat = false
        }
        if longestLog > Bound.log {
            print("THE LOG HAS GROWN")
            isFlat = false
        }
        if isFlat { print("nothing has grown") }
        return isFlat
    }

    // MARK: Time

    private func live(until end: Int64) throws {
        var nextCommit = moment.steady + 900_000
        while moment.steady < end {
            let next = min(max(state.nextDue, moment.steady + 1), nextCommit, end)
            moment.instant.milliseconds += next - moment.steady
            moment.steady = next
            if next == nextCommit {
                nextCommit += 900_000
                if try work() { try handle(.feed(.changed)) }
            } else {
                try handle(.due)
            }
        }
    }

    /// Somebody works in the record; whether they do now.
    private func work() throws -> Bool {
        let (date, millisecond) = UTCOffset.china.civil(moment.instant)
        let hour = millisecond / 3_600_000
        guard !date.isWeekend, (9..<17).contains(hour) else { return false }
        _ = try town.register(at: moment.instant)
        commits += 1
        hasNews = true
        let log = (try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int) ?? 0
        longestLog = max(longestLog, log)
        return true
    }

    private func handle(_ event: WallEvent) throws {
        let (minute, before) = (state.now.milliseconds / 60_000, (state.position, state.sheets))
        var effects = state.update(event, at: moment)
        while effects.contains(.read) { effects = state.update(.read(.success(try read())), at: moment) }
        view.draw(state, in: &screen)
        let bytes = encoder.encode(screen, cursor: nil)
        if options.fault == "memory" { kept.append(bytes + [UInt8](repeating: 1, count: 1_024)) }
        if (state.position, state.sheets) != before {
            turns = (turns.count + 1, turns.bytes + bytes.count, max(turns.most, bytes.count))
        } else if moment.instant.milliseconds / 60_000 != minute {
            minutes = (minutes.count + 1, minutes.bytes + bytes.count)
        }
    }

    /// The record, when somebody has written or an hour has passed; in between what was read last, which is the same.
    private func read() throws -> WallBoard {
        if !hasNews, let board, moment.instant.milliseconds(since: board.readAt) < 3_600_000 { return board }
        let read = try record.board(at: moment.instant)
        hasNews = false
        reads += 1
        board = read
        return read
    }

    // MARK: The process

    /// Bytes of it that are in memory.
    static func memory() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * 4_096
    }

    static func descriptors() -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
    }
}
