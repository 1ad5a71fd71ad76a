import ArgumentParser

/// `daiban item …`: the lists of service items.
struct ItemCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item", abstract: Words.helpText(.item(.abstract(.items))),
        subcommands: [
            ItemListCommand.self, ItemShowCommand.self, ItemCheckCommand.self, ItemImportCommand.self,
            ItemExportCommand.self, ItemStartListCommand.self, ItemReviseCommand.self, ItemWithdrawCommand.self,
            ItemClaimCommand.self, ItemGiveBackCommand.self,
        ])
}
