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
    /// The three ways take turns, so that all see the same machine; with each round the township begins anew, so that no
    /// case has a longer life than those of an office.
    var rounds = 10
    var actions = 200

    /// Times the bare transaction.
    private static let target = 2.0

    func run() throws -> Report {
        Progress.tell("action: \(rounds) rounds of \(actions) actions")
        var (own, bare, count) = (Samples(), Samples(), 0)
        for _ in 0..<rounds {
            let recorded = try record()
            count += recorded.reduce(0) { $0 + $1.count }
            try workbench.withCopy { database in
                var shuttle = try Shuttle(database: database)
                try measure(&own) { _ in { try shuttle.commit() } }
            }
            try workbench.withCopy { try repeatBare(recorded, in: $0, &bare) }
        }
        var report = Report(
            "action: \(rounds * actions) actions at \(workbench.cases) cases, ms",
            columns: ["p50", "p99", "statements", "p50 to the bare one"])
        let statements = count / max(1, rounds * actions)
        func values(_ samples: Samples) -> [String] {
            [
                Report.short(samples.median), Report.short(samples.p99), "\(statements)",
                Report.ratio(samples.median, to: bare.median),
            ]
        }
        report.add("the same rows, bare", values(bare))
        report.add(
            "one action, acknowledged", values(own), measured: own.median / bare.median, atMost: Self.target,
            unit: "times")
        return report
    }

    /// What each action writes.
    private func record() throws -> [[String]] {
        StatementTrace.install()
        defer { StatementTrace.uninstall() }
        return try workbench.withCopy { database in
            var shuttle = try Shuttle(database: database)
            return try (0..<actions).map { _ in try StatementTrace.listen { try shuttle.commit() } }
        }
    }

    private func repeatBare(_ recorded: [[String]], in database: String, _ samples: inout Samples) throws {
        let connection = try BareSQLite(database)
        try connection.run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
        let begin = try connection.prepare("BEGIN IMMEDIATE")
        let commit = try connection.prepare("COMMIT")
        try measure(&samples) { number in
            let statements = try recorded[number].map { try connection.prepare($0) }
            return {
                try begin.execute()
                for statement in statements { try statement.execute() }
                try commit.execute()
            }
        }
    }

    /// - Parameter prepare: gives what is timed for one action.
    private func measure(_ samples: inout Samples, _ prepare: (Int) throws -> () throws -> Void) throws {
        for number in 0..<actions {
            let body = try prepare(number)
            let start = Stopwatch.now()
            try body()
            samples.add(from: start, to: Stopwatch.now())
        }
    }
}
