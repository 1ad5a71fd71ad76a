/// The key table of the README, made from the registry; a test keeps the two the same.
public enum KeyTable {
    public static var markdown: String {
        let rows = CommandID.allCases.map { command in
            let keys = command.keys.map { "`\($0.name)`" }.joined(separator: " ")
            let title = Message.commandTitle(command)
            let help = Message.commandHelp(command)
            return "| \(keys) | \(title.text(.chinese)) | \(title.text(.english)) | \(help.text(.english)) |"
        }
        return (["| Key | 中文 | English | |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }
}
