import ArgumentParser

/// `daiban staff …`: the people of the office.
struct StaffCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: Words.helpText(.abstract(.staff)),
        subcommands: [
            StaffListCommand.self, StaffAddCommand.self, StaffChangeCommand.self, StaffWaiveCommand.self,
            StaffAppointCommand.self, StaffStandInCommand.self, StaffBackCommand.self, StaffHandoverCommand.self,
            StaffLeaveCommand.self, StaffCheckCommand.self, StaffChangesCommand.self, StaffCardCommand.self,
            StaffFindingCommands.self, StaffPINCommand.self,
        ])
}
