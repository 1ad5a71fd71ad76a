import ArgumentParser

/// Measures what is promised: start, key press, commit, idleness, memory, frame, due instants, recomputing. Each figure stands beside a
/// reference that was measured in the same run, because only the ratio means anything on another machine.
@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Measures the desk; ends with 1 when a target is missed.",
        discussion: """
            Let the machine be quiet: the load is printed with the figures. The township of 100,000 cases is made at \
            the first run and kept in the folder.
            """,
        subcommands: [
            AllCommand.self, StartCommand.self, KeyCommand.self, IdleCommand.self, MemoryCommand.self,
            FrameCommand.self, DueCommand.self, RecomputeCommand.self, QueuesCommand.self, SearchCommand.self,
            ActionCommand.self,
            CommitterCommand.self, SleeperCommand.self,
        ])
}
