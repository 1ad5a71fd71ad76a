/// How soon another process's commit shows: from the return of the commit to the first byte of the desk's frame.
///
/// The other process commits when it is told to, after the frame of the commit before has come, so that every frame
/// belongs to one commit; about fifty times a second.
struct CommitBenchmark {
    let workbench: Workbench
    var commits = KeyBenchmark.usualPresses

    /// Milliseconds (issue 2).
    private static let target = 20.0

    func run() throws -> Report {
        Progress.tell("commit: \(commits) commits")
        return try workbench.withCopy { database in
            let desk = try workbench.openDesk(database)
            defer { desk.end() }
            let committer = try Committer(database: database, rate: nil)
            desk.drain(milliseconds: 1_000)
            let seldom = try measure(40, every: 1_500...1_600, desk, committer)
            let often = try measure(commits, every: 14...22, desk, committer)
            _ = committer.stop()
            try workbench.close(desk)
            return report(often: often, seldom: seldom)
        }
    }

    private struct Times {
        /// How long the writer waited for its commit.
        var commit = Samples()
        /// From the return of the commit to the first byte; below 0 when the desk was faster than the return.
        var shown = Samples()
    }

    private func measure(
        _ count: Int, every pause: ClosedRange<Int>, _ desk: TimedTerminal, _ committer: Committer
    ) throws(BenchmarkError) -> Times {
        var times = Times()
        for number in 0..<count {
            desk.drain(milliseconds: pause.lowerBound + number % pause.count)
            committer.ask()
            guard let arrival = desk.read(within: 5_000) else {
                throw .silent(waitingFor: "the frame of commit \(number)", seen: "")
            }
            let commit = try committer.answer()
            // Nothing else changes on the desk, but the clock once a minute.
            guard arrival.at > commit.began else { continue }
            times.commit.add(from: commit.began, to: commit.returned)
            times.shown.add(from: commit.returned, to: arrival.at)
        }
        return times
    }

    private func report(often: Times, seldom: Times) -> Report {
        var report = Report(
            "commit: from another process's commit to the first byte, \(workbench.cases) cases, ms",
            columns: ["p50", "p99", "most", "p50 to the commit"])
        func values(_ samples: Samples) -> [String] {
            [
                Report.short(samples.median), Report.short(samples.p99), Report.short(samples.most),
                Report.ratio(samples.median, to: often.commit.median),
            ]
        }
        report.add("the commit itself, in the other process", values(often.commit))
        report.add("shown, \(seldom.shown.count) commits, one in 1.5 s", values(seldom.shown))
        report.add(
            "shown, \(often.shown.count) commits, about 50/s", values(often.shown), measured: often.shown.p99,
            atMost: Self.target, unit: "ms p99")
        return report
    }
}
