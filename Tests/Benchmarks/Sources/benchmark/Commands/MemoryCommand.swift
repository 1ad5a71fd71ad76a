import ArgumentParser
import PseudoTerminal

struct MemoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "memory", abstract: "What a desk keeps in memory.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.run([{ try MemoryBenchmark(workbench: $0).run() }])
    }
}

/// The memory of a desk: after its first frame, and after a person has been everywhere. There is no target.
struct MemoryBenchmark {
    let workbench: Workbench

    func run() throws -> Report {
        Progress.tell("memory: one desk")
        let sleeper = try TimedTerminal(Workbench.ownPath, ["sleeper"], environment: workbench.environment)
        defer { sleeper.end() }
        try sleeper.wait(for: "ready")
        let reference = try ProcessFacts.memory(of: sleeper.process)

        let desk = try TerminalJourney(
            workbench.program, workbench.deskArguments(try workbench.database()), columns: 160, rows: 45,
            environment: workbench.environment)
        try desk.waitUntil(Workbench.endOfFirstFrame)
        let fresh = try ProcessFacts.memory(of: desk.processID)
        try work(at: desk)
        let used = try ProcessFacts.memory(of: desk.processID)
        try desk.press(.character("q"))
        _ = try desk.waitForExit()

        var report = Report(
            "memory: at \(workbench.cases) cases, MiB",
            columns: ["resident", "proportional", "anonymous", "anonymous to the sleeper"])
        for (name, memory) in [
            ("sleeper (links the same libraries)", reference), ("desk, after the first frame", fresh),
            ("desk, after 600 keys and 3 cases", used),
        ] {
            report.add(
                name,
                [memory.resident, memory.proportional, memory.anonymous].map { Report.short(Double($0) / 1_024) }
                    + [Report.ratio(Double(memory.anonymous), to: Double(reference.anonymous))])
        }
        return report
    }

    /// Goes through the panes, and into a case of each queue.
    private func work(at desk: TerminalJourney) throws(ProcessError) {
        for pane in "1234" {
            try desk.press(.character(pane))
            for _ in 0..<75 { try desk.press(.down) }
            for _ in 0..<75 { try desk.press(.up) }
            if pane != "4" {
                try desk.press(.enter)
                try desk.drain(quietFor: .milliseconds(200))
                try desk.press(.escape)
            }
            try desk.drain(quietFor: .milliseconds(200))
        }
    }
}
