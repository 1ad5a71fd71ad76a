import ArgumentParser

struct ActionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "action", abstract: "What one acknowledged action costs, in process.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.run([{ try ActionBenchmark(workbench: $0).run() }])
    }
}

/// One action of a person, from the call to the acknowledgement, on the disk: beside it the bare transaction that writes
/// the same rows through SQLite's own interface, its statements prepared before the clock starts.
struct ActionBenchmark {
    let workbench: Workbench
    var actions = 2_000

    /// Times the bare transaction.
    private static let target = 2.0

    func run() throws -> Report {
        Progress.tell("action: \(actions) actions")
        StatementTrace.install()
        let recorded = try workbench.withCopy { database in
            var shuttle = try Shuttle(database: database)
            return try (0..<actions).map { _ in try StatementTrace.listen { try shuttle.commit() } }
        }
        StatementTrace.uninstall()
        let own = try workbench.withCopy { database in
            var shuttle = try Shuttle(database: database)
            return try measure { _ in { try shuttle.commit() } }
        }
        let bare = try workbench.withCopy { database in
            let connection = try BareSQLite(database)
            try connection.run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
            let begin = try connection.prepare("BEGIN IMMEDIATE")
            let commit = try connection.prepare("COMMIT")
            return try measure { number in
                let statements = try recorded[number].map { try connection.prepare($0) }
                return {
                    try begin.execute()
                    for statement in statements { try statement.execute() }
                    try commit.execute()
                }
            }
        }
        var report = Report(
            "action: \(actions) actions at \(workbench.cases) cases, ms",
            columns: ["p50", "p99", "statements", "p50 to the bare one"])
        let count = recorded.reduce(0) { $0 + $1.count } / max(1, recorded.count)
        func values(_ samples: Samples) -> [String] {
            [
                Report.short(samples.median), Report.short(samples.p99), "\(count)",
                Report.ratio(samples.median, to: bare.median),
            ]
        }
        report.add("the same rows, bare", values(bare))
        report.add(
            "one action, acknowledged", values(own), measured: own.median / bare.median, atMost: Self.target,
            unit: "times")
        return report
    }

    /// - Parameter prepare: gives what is timed for one action.
    private func measure(_ prepare: (Int) throws -> () throws -> Void) throws -> Samples {
        var samples = Samples()
        for number in 0..<actions {
            let body = try prepare(number)
            let start = Stopwatch.now()
            try body()
            samples.add(from: start, to: Stopwatch.now())
        }
        return samples
    }
}
