import ArgumentParser

struct StartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "From the start of the process to the first whole frame.")

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: "How often the desk is started.")
    var runs = StartBenchmark.usualRuns

    func run() throws {
        try options.run([{ try StartBenchmark(workbench: $0, runs: runs).run() }])
    }
}

/// How long a person waits for the desk: from posix_spawn(3) to the last bytes of the first frame at the terminal.
struct StartBenchmark {
    static let usualRuns = 60

    let workbench: Workbench
    var runs = usualRuns

    /// Milliseconds (issue 2).
    private static let target = 40.0

    func run() throws(BenchmarkError) -> Report {
        let database = try workbench.database()
        Progress.tell("start: \(runs) desks")
        var (nothing, version, firstByte, painted) = (Samples(), Samples(), Samples(), Samples())
        // The first ones only warm the caches. The three take turns, so that all see the same machine.
        for run in -3..<runs {
            let desk = try TimedTerminal(
                workbench.program, workbench.deskArguments(database), environment: workbench.environment)
            let frame = try desk.wait(for: Workbench.endOfFirstFrame)
            try workbench.close(desk)
            let short = try timeToEnd(workbench.program, ["--version"])
            let least = try timeToEnd("/bin/true", [])
            guard run >= 0 else { continue }
            firstByte.add(from: desk.startedAt, to: frame.first)
            painted.add(from: desk.startedAt, to: frame.last)
            version.add(short)
            nothing.add(least)
        }
        var report = Report(
            "start: from posix_spawn to the terminal, \(workbench.cases) cases, ms (\(runs) runs)",
            columns: ["p50", "p99", "least", "to --version"])
        let rows = [
            ("/bin/true, to its end", nothing), ("daiban --version, to its end", version),
            ("desk, first byte", firstByte),
        ]
        for (name, samples) in rows { report.add(name, Self.values(samples, to: version)) }
        report.add(
            "desk, whole first frame", Self.values(painted, to: version), measured: painted.median,
            atMost: Self.target, unit: "ms p50")
        return report
    }

    private func timeToEnd(_ program: String, _ arguments: [String]) throws(BenchmarkError) -> Double {
        let terminal = try TimedTerminal(program, arguments, environment: workbench.environment)
        let end = try terminal.waitForHangUp()
        return Double(end - terminal.startedAt) / 1_000_000
    }

    private static func values(_ samples: Samples, to reference: Samples) -> [String] {
        [
            Report.short(samples.median), Report.short(samples.p99), Report.short(samples.least),
            Report.ratio(samples.median, to: reference.median),
        ]
    }
}
