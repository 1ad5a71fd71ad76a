import ArgumentParser
import CaseStore
import Casework
import Foundation
import TownSimulator

struct RecomputeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recompute", abstract: "Open cases after a change of the calendar, in process.")

    @Option(name: .long, help: "How many open cases.")
    var open = 100_000

    @Flag(name: .long, help: "End with 0 even when the target is missed.")
    var reportOnly = false

    func run() throws {
        let report = try RecomputeBenchmark(open: open).run()
        report.print()
        if report.hasMissed, !reportOnly { throw ExitCode(1) }
    }
}

/// An office with many open cases, asked for over two years; a single local day off reaches a part of them.
struct RecomputeBenchmark {
    let open: Int

    /// Milliseconds (issue 3).
    private static let target = 1_000.0

    func run() throws -> Report {
        let folder = FileManager.default.temporaryDirectory.path + "/daiban-recompute-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        Progress.tell("recompute: making \(open) open cases")
        let rules = try Workbench.rules()
        let begin = UTCOffset.china.instant(CivilDate(dayNumber: 20_089))
        let store = try CaseStore.create(at: folder + "/office.sqlite", centre: Township.yunxi.centre, now: begin)
        try fill(store, from: begin, rules)

        var report = Report(
            "recompute: \(open) open cases, ms", columns: ["time", "clocks", "cases written", "per case written, µs"])
        let actor = StaffID(0)
        for (name, changes) in [
            ("nothing changed", []),
            ("one local day off", [Self.dayOff(20_089 + 400)]),
            ("the same again", [Self.dayOff(20_089 + 400)]),
            ("thirty days off", (380..<410).map { Self.dayOff(20_089 + $0) }),
        ] as [(String, [CalendarChange])] {
            var changed = rules
            changed.calendar = rules.calendar.with(changes)
            let began = Stopwatch.now()
            let done = try store.recompute(under: changed, because: name, at: begin, by: actor)
            let time = Double(Stopwatch.now() - began) / 1_000_000
            let perCase = done.changed == 0 ? "-" : Report.short(time * 1_000 / Double(done.changed))
            report.add(
                name, [Report.short(time), "\(done.clocks)", "\(done.changed)", perCase], measured: time,
                atMost: Self.target, unit: "ms")
        }
        return report
    }

    private func fill(_ store: CaseStore, from begin: Instant, _ rules: Rules) throws {
        var made = 0
        while made < open {
            let end = min(made + 2_000, open)
            try store.batch { writer in
                for index in made..<end {
                    // Spread over two years, minute by minute.
                    let submitted = begin.advanced(minutes: index * 2 * 525_600 / open)
                    let intake = Intake(
                        kind: .agency, origin: .online, item: "城乡居民养老参保", village: "石门垭",
                        applicant: .init(name: "张三"), submittedAt: submitted)
                    try writer.register(
                        intake,
                        acceptance: rules.rulebook.acceptance.deadline(
                            from: submitted, calendar: rules.calendar, offset: rules.offset), at: submitted,
                        by: StaffID(0))
                }
            }
            made = end
        }
    }

    private static func dayOff(_ dayNumber: Int) -> CalendarChange {
        let day = CivilDate(dayNumber: dayNumber)
        return CalendarChange(
            layer: CalendarLayer(
                region: "云溪镇", reason: "基准", days: CalendarDays(off: [.init(from: day, to: day, name: "庙会")], work: []))
        )
    }
}
