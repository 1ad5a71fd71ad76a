import ArgumentParser

struct IdleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "idle", abstract: "What a desk costs while nothing happens.")

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: "How long to watch; more than 60 sees the clock.")
    var seconds = IdleBenchmark.usualSeconds

    func run() throws {
        try options.run([{ try IdleBenchmark(workbench: $0, seconds: seconds).run() }])
    }
}

/// The share of a core, the wake-ups and the bytes of a desk on a database that nobody writes to.
struct IdleBenchmark {
    static let usualSeconds = 65

    let workbench: Workbench
    var seconds = usualSeconds

    // Issue 2.
    private static let targetShare = 0.1
    private static let targetWakeUps = 1.5

    private struct Cost {
        var share: Double
        var wakeUps: Double
        var threads: Int
    }

    func run() throws(BenchmarkError) -> Report {
        Progress.tell("idle: watching for \(seconds) s")
        let sleeper = try TimedTerminal(Workbench.ownPath, ["sleeper"], environment: workbench.environment)
        defer { sleeper.end() }
        try sleeper.wait(for: "ready")
        let desk = try workbench.openDesk(try workbench.database())
        defer { desk.end() }
        desk.drain(milliseconds: 3_000)

        let start = Stopwatch.now()
        let before = (try ProcessFacts(of: desk.process), try ProcessFacts(of: sleeper.process))
        var bytes = (ofClock: 0, others: 0)
        while Stopwatch.now() < start + Int64(seconds) * 1_000_000_000 {
            guard let arrival = desk.read(within: 1_000) else { continue }
            // The clock is painted when the minute turns.
            if Stopwatch.millisecondOfMinute() < 1_000 {
                bytes.ofClock += arrival.bytes.count
            } else {
                bytes.others += arrival.bytes.count
            }
        }
        let after = (try ProcessFacts(of: desk.process), try ProcessFacts(of: sleeper.process))
        let elapsed = Double(Stopwatch.now() - start)
        try workbench.close(desk)
        return report(
            desk: Self.cost(before.0, after.0, elapsed), sleeper: Self.cost(before.1, after.1, elapsed), bytes)
    }

    private static func cost(_ before: ProcessFacts, _ after: ProcessFacts, _ elapsed: Double) -> Cost {
        Cost(
            share: Double(after.cpu - before.cpu) / elapsed * 100,
            wakeUps: Double(after.wakeUps - before.wakeUps) / elapsed * 1_000_000_000, threads: after.threads)
    }

    private func report(desk: Cost, sleeper: Cost, _ bytes: (ofClock: Int, others: Int)) -> Report {
        var report = Report(
            "idle: \(seconds) s on a quiet database of \(workbench.cases) cases",
            columns: ["desk", "sleeper", "ratio"])
        report.add(
            "share of a core, %",
            [Report.short(desk.share), Report.short(sleeper.share), Report.ratio(desk.share, to: sleeper.share)],
            measured: desk.share, atMost: Self.targetShare, unit: "%")
        report.add(
            "wake-ups a second",
            [
                Report.short(desk.wakeUps), Report.short(sleeper.wakeUps),
                Report.ratio(desk.wakeUps, to: sleeper.wakeUps),
            ],
            measured: desk.wakeUps, atMost: Self.targetWakeUps, unit: "/s")
        report.add("bytes when the minute turned", [String(bytes.ofClock), "0", "-"])
        report.add(
            "bytes at other times", [String(bytes.others), "0", "-"], measured: Double(bytes.others), atMost: 0,
            unit: "bytes")
        report.note("\(desk.threads) threads; the sleeper is a poll(2) of one second in a loop")
        return report
    }
}
