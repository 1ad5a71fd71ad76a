import ArgumentParser

/// `daiban case …`: reading and registering cases.
struct CaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: Words.helpText(.abstract(.cases)),
        subcommands: [CaseListCommand.self, CaseShowCommand.self, CaseNewCommand.self])
}
