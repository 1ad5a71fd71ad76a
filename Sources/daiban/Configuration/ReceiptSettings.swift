import Casework

/// How receipts leave the program: the `receipt` table of the configuration.
struct ReceiptSettings: Hashable, Sendable {
    /// Where receipts are written, one text file each.
    var folder: String?
    /// The words of the command that prints one from its standard input; empty for none. It goes before the folder.
    var command: [String] = []
    /// Under which the centre can be asked; stands on every receipt.
    var phone: String?
}

extension ReceiptSettings {
    /// - Parameter resolve: makes a path of the file one that holds anywhere.
    init(_ section: TOMLSection, resolve: (String) -> String) throws(ConfigurationError) {
        try section.refuseOthers(than: ["folder", "command", "phone"])
        self.init()
        if section.contains("folder") {
            let path = try section.string("folder")
            guard !path.isEmpty else { throw section.error("folder", .value("\"\"", expected: "a folder")) }
            folder = resolve(path)
        }
        if section.contains("command") {
            // Parted at blanks, and run without a shell: quotes would be taken for letters.
            let text = try section.string("command")
            command = text.split(whereSeparator: \.isWhitespace).map(String.init)
            guard !command.isEmpty, !text.contains(where: { "\"'|<>;&$`".contains($0) }) else {
                throw section.error("command", .value(text, expected: "lp -d counter"))
            }
        }
        if section.contains("phone") { phone = try section.string("phone") }
    }
}
