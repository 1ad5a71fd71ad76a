import ArgumentParser
import Casework

struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "What one due instant costs, in process.")

    @Flag(name: .long, help: "End with 0 even when the target is missed.")
    var reportOnly = false

    func run() throws {
        let report = DueBenchmark().run()
        report.print()
        if report.hasMissed, !reportOnly { throw ExitCode(1) }
    }
}

/// Due instants of every unit over the known years and beyond, against a walk from day to day over the same calendar.
struct DueBenchmark {
    private let batches = 200
    private let batch = 5_000

    func run() -> Report {
        Progress.tell("due: \(batches) batches of \(batch) of each kind")
        var report = Report(
            "due: one due instant, nanoseconds (\(batches) batches of \(batch))",
            columns: ["p50", "p99", "p50 to the walk"])
        for (name, limit, unit, pauses) in [
            ("24 hours", 24, ClockRule.Unit.hours, 0), ("72 hours", 72, .hours, 0),
            ("3 working days", 3, .workingDays, 0),
            ("60 working days", 60, .workingDays, 0), ("the same day", 0, .sameDay, 0), ("30 minutes", 30, .atOnce, 0),
            ("72 hours, 3 pauses", 72, .hours, 3),
        ] {
            let rule = ClockRule(
                kind: .completion, limit: limit, unit: unit, skip: .nonWorking, warnBefore: 60, clause: "benchmark")
            let starts = starts()
            let found = measure(starts) { start in
                rule.deadline(
                    from: start, pauses: Self.pauses(pauses, after: start), calendar: .national, offset: .china)
            }
            guard pauses == 0 else {
                report.add(name, [Report.short(found.median), Report.short(found.p99), "-"])
                continue
            }
            let walked = measure(starts) { walk(rule, from: $0) }
            report.add(
                name,
                [
                    Report.short(found.median), Report.short(found.p99),
                    Report.ratio(found.median, to: walked.median),
                ],
                measured: found.median, atMost: 1_000, unit: "ns")
        }
        return report
    }

    private static func pauses(_ count: Int, after start: Instant) -> [Deadline.Pause] {
        (0..<count).map { number in
            let from = start.advanced(minutes: 600 + number * 1_500)
            return Deadline.Pause(from: from, until: from.advanced(minutes: 300))
        }
    }

    /// Starts all over 2020 to 2027, always the same.
    private func starts() -> [Instant] {
        var state: UInt64 = 20_261_120
        return (0..<batch).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Instant(milliseconds: 1_577_808_000_000 + Int64(state >> 33) % 252_460_800_000)
        }
    }

    /// Nanoseconds a due instant, a sample a batch.
    private func measure(_ starts: [Instant], _ find: (Instant) -> Deadline) -> Samples {
        var samples = Samples()
        var sum: Int64 = 0
        for round in -5..<batches {
            let begin = Stopwatch.now()
            for start in starts { sum &+= find(start).due.milliseconds }
            let end = Stopwatch.now()
            if round >= 0 { samples.add(Double(end - begin) / Double(starts.count)) }
        }
        // Whoever sees this has found a sum that the compiler could have left out.
        if sum == 0 { Progress.tell("due: nothing was found") }
        return samples
    }

    /// The reference: from day to day, asking the calendar for each, with the same facts at the end.
    private func walk(_ rule: ClockRule, from start: Instant) -> Deadline {
        var (date, millisecond) = UTCOffset.china.civil(start)
        var days = 0
        var left = Int64(rule.limit) * (rule.unit == .hours ? 3_600_000 : 60_000)
        var isKnown = WorkCalendar.national.knows(date)
        if rule.unit == .workingDays { date = date.advanced(days: 1) }
        while true {
            if !WorkCalendar.national.knows(date) { isKnown = false }
            if WorkCalendar.national.kind(of: date).isWorking {
                var due: Instant?
                switch rule.unit {
                case .hours, .atOnce:
                    let used = min(left, 86_400_000 - millisecond)
                    left -= used
                    if left == 0 {
                        let midnight = UTCOffset.china.instant(date)
                        due = Instant(milliseconds: midnight.milliseconds + millisecond + used)
                    }
                case .workingDays, .sameDay:
                    days += 1
                    if days >= rule.limit { due = UTCOffset.china.instant(date, minute: 1_440) }
                }
                if let due {
                    return Deadline(
                        rule: rule, start: start, due: due,
                        warnAt: max(start, due.advanced(minutes: -rule.warnBefore)), isProvisional: !isKnown)
                }
            }
            date = date.advanced(days: 1)
            millisecond = 0
        }
    }
}
