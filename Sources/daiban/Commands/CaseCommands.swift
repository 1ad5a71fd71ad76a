import ArgumentParser

/// `daiban case …`: reading and registering cases, and everything in the life of one.
struct CaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: Words.helpText(.abstract(.cases)),
        subcommands: [
            CaseListCommand.self, CaseShowCommand.self, CaseNewCommand.self, CaseLifeCommand.self,
        ],
        groupedSubcommands: [
            CommandGroup(
                name: Words.helpText(.life(.groupBefore)),
                subcommands: [
                    CaseAnswerCommand.self, CaseAuthoriseCommand.self, CaseSupplementCommands.self,
                    CaseOriginalsCommands.self, CaseVisitCommands.self,
                ]),
            CommandGroup(
                name: Words.helpText(.life(.groupDuring)),
                subcommands: [
                    CaseVerifyCommand.self, CaseForwardCommand.self, CaseResultCommand.self, CaseRelayCommand.self,
                    CaseBranchCommands.self, CaseHelpCommands.self, CaseWaitCommand.self, CaseResumeCommand.self,
                    CaseTellCommand.self, CaseFeeCommand.self,
                ]),
            CommandGroup(
                name: Words.helpText(.life(.groupAfter)),
                subcommands: [
                    CaseWithdrawCommand.self, CaseDeliverCommand.self, CaseRateCommand.self,
                    CaseFollowUpCommand.self, CaseComplainCommand.self, CaseComplaintCommands.self,
                    CaseFaultCommand.self, CaseFileCommand.self, CaseRedoCommand.self,
                ]),
        ])
}
