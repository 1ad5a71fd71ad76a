import ArgumentParser

/// `daiban staff …`: the people of the office.
struct StaffCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: Words.helpText(.abstract(.staff)),
        subcommands: [StaffListCommand.self, StaffAddCommand.self])
}
