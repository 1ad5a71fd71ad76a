import Casework

/// One way for messages to leave the program: a `[channel.NAME]` table of the configuration.
struct ChannelSettings: Hashable, Sendable {
    enum Recipient: String, Hashable, CaseIterable, Sendable {
        case applicant, agent
    }

    /// Such as `sms`.
    var name: String
    /// The words of the command: it gets a message as JSON on its standard input, and ends with 0 when it is sent.
    var command: [String]
    /// Whose messages go this way.
    var recipients: Set<Recipient>
}

extension ChannelSettings {
    /// - Parameter resolve: makes a path of the file one that holds anywhere.
    init(
        _ name: String, _ section: TOMLSection, resolve: (String) -> String
    ) throws(ConfigurationError) {
        try section.refuseOthers(than: ["command", "to"])
        // Parted at blanks, and run without a shell: quotes would be taken for letters.
        let text = try section.string("command")
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let program = words.first, !text.contains(where: { "\"'|<>;&$`".contains($0) }) else {
            throw section.error("command", .value(text, expected: "/usr/local/bin/send-sms --from centre"))
        }
        if program.contains("/") { words[0] = resolve(program) }
        self.init(name: name, command: words, recipients: Set(Recipient.allCases))
        guard section.contains("to") else { return }
        let allowed = Recipient.allCases.map(\.rawValue)
        recipients = []
        for one in try section.strings("to") {
            guard let recipient = Recipient(rawValue: one), recipients.insert(recipient).inserted else {
                throw section.error("to", .value(one, expected: allowed.joined(separator: ", ")))
            }
        }
        guard !recipients.isEmpty else {
            throw section.error("to", .value("[]", expected: allowed.joined(separator: ", ")))
        }
    }

    /// All channels of the `channel` table, by name.
    static func all(
        _ section: TOMLSection, resolve: (String) -> String
    ) throws(ConfigurationError) -> [ChannelSettings] {
        var channels: [ChannelSettings] = []
        for name in section.keys.sorted() {
            let isName =
                !name.isEmpty
                && name.utf8.allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
                }
            guard isName else { throw section.error(name, .value(name, expected: "sms, wechat, …")) }
            channels.append(try ChannelSettings(name, section.section(name), resolve: resolve))
        }
        return channels
    }
}
