import ArgumentParser

/// All benchmarks, one after the other.
struct AllCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "all", abstract: "Everything below, in turn.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.run([
            { try StartBenchmark(workbench: $0).run() },
            { try KeyBenchmark(workbench: $0).run() },
            { try CommitBenchmark(workbench: $0).run() },
            { try IdleBenchmark(workbench: $0).run() },
            { try MemoryBenchmark(workbench: $0).run() },
            { try FrameBenchmark(workbench: $0).run() },
            { _ in DueBenchmark().run() },
            { _ in try RecomputeBenchmark(open: 100_000).run() },
        ])
    }
}
