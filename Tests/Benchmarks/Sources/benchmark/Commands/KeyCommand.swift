import ArgumentParser

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "From a key press, and from another process's commit, to the first byte of the frame.")

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: "How many keys are pressed, and how many commits are made.")
    var presses = KeyBenchmark.usualPresses

    func run() throws {
        try options.run([
            { try KeyBenchmark(workbench: $0, presses: presses).run() },
            { try CommitBenchmark(workbench: $0, commits: presses).run() },
        ])
    }
}

/// How soon a key shows while another process commits all the time.
struct KeyBenchmark {
    static let usualPresses = 1_200

    let workbench: Workbench
    var presses = usualPresses

    /// Milliseconds (issue 2).
    private static let target = 5.0
    /// Commits a second (issue 2).
    private static let rate = 50

    func run() throws -> Report {
        Progress.tell("key: \(presses) presses, and \(presses) of cat")
        let echo = try echoes()
        let (quiet, _) = try workbench.withCopy { try keys(on: $0, rate: nil) }
        let (busy, commits) = try workbench.withCopy { try keys(on: $0, rate: Self.rate) }
        var report = Report(
            "key: from the key to the first byte, \(workbench.cases) cases, ms (\(presses) presses)",
            columns: ["p50", "p99", "most", "p50 to cat"])
        func values(_ samples: Samples) -> [String] {
            [
                Report.short(samples.median), Report.short(samples.p99), Report.short(samples.most),
                Report.ratio(samples.median, to: echo.median),
            ]
        }
        report.add("cat on a raw terminal", values(echo))
        report.add("desk, nobody else at work", values(quiet))
        report.add(
            "desk, \(Self.rate) commits a second", values(busy), measured: busy.p99, atMost: Self.target,
            unit: "ms p99")
        report.note("\(commits) commits were made meanwhile")
        return report
    }

    private func echoes() throws(BenchmarkError) -> Samples {
        let terminal = try TimedTerminal(
            "/bin/sh", ["-c", "stty raw -echo; printf R; exec cat"], environment: workbench.environment)
        try terminal.wait(for: "R")
        terminal.drain(milliseconds: 200)
        var samples = Samples()
        var pauses = Pauses()
        for _ in 0..<presses {
            let start = Stopwatch.now()
            try terminal.write(Array("x".utf8))
            samples.add(from: start, to: try terminal.wait(for: "x").first)
            terminal.drain(milliseconds: pauses.next())
        }
        return samples
    }

    /// - Returns: the times of the keys, and how many commits the other process made.
    private func keys(on database: String, rate: Int?) throws -> (Samples, commits: Int) {
        let desk = try workbench.openDesk(database)
        defer { desk.end() }
        let committer = try rate.map { try Committer(database: database, rate: $0) }
        desk.drain(milliseconds: 1_000)
        var samples = Samples()
        var pauses = Pauses()
        for press in 0..<presses {
            let start = Stopwatch.now()
            try desk.write(Array((press % 2 == 0 ? "\u{1B}[B" : "\u{1B}[A").utf8))
            // The frame of a commit may come in between; only the key moves the mark.
            samples.add(from: start, to: try desk.wait(forMark: Workbench.selectionMark))
            desk.drain(milliseconds: pauses.next())
        }
        let commits = committer?.stop() ?? 0
        try workbench.close(desk)
        return (samples, commits)
    }
}

extension TimedTerminal {
    /// Reads until one read holds the mark; when that read could be made, which is when the first byte of its frame came.
    func wait(forMark mark: String) throws(BenchmarkError) -> Int64 {
        let pattern = Array(mark.utf8)
        let end = Stopwatch.now() + 5_000_000_000
        var last: [UInt8] = []
        while Stopwatch.now() < end, !hasHungUp {
            guard let arrival = read(within: 100) else { continue }
            if arrival.bytes.holds(pattern) { return arrival.at }
            last = arrival.bytes
        }
        throw .silent(waitingFor: mark, seen: String(decoding: last.suffix(400), as: UTF8.self))
    }
}

/// Pauses of 4 to 15 ms, so that keys and commits do not fall into step; the same in every run.
struct Pauses {
    private var state: UInt32 = 12_345

    mutating func next() -> Int {
        // The constants of Numerical Recipes; the high bits are the good ones.
        state = state &* 1_664_525 &+ 1_013_904_223
        return 4 + Int(state >> 16) % 12
    }
}
