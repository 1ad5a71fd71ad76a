import ArgumentParser

/// The options that every benchmark understands.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: "The program to measure; otherwise the one built beside this one.")
    var daiban: String?

    @Option(name: .long, help: "Where the townships are kept; otherwise daiban-benchmarks in the temporary folder.")
    var folder: String?

    @Option(name: .long, help: "Closed cases of the township's past.")
    var cases = 100_000

    @Flag(name: .long, help: "End with 0 even when a target is missed.")
    var reportOnly = false

    /// Prints the reports of benchmarks, each with the load of the machine around it, and ends with 1 when a target
    /// was missed.
    func run(_ benchmarks: [(Workbench) throws -> Report]) throws {
        let workbench = try Workbench(self)
        _ = try workbench.database()
        var hasMissed = false
        for benchmark in benchmarks {
            let before = ProcessFacts.load()
            var report = try benchmark(workbench)
            report.note("load \(before) before, \(ProcessFacts.load()) after")
            report.print()
            if report.hasMissed { hasMissed = true }
        }
        if hasMissed, !reportOnly { throw ExitCode(1) }
    }
}
