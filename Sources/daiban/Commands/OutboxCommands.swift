import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban outbox …`: messages to applicants and agents.
struct OutboxCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: Words.helpText(.outbox(.abstract)),
        subcommands: [
            OutboxListCommand.self, OutboxSendCommand.self, OutboxRetryCommand.self, OutboxDropCommand.self,
            OutboxOnCommand.self, OutboxOffCommand.self,
        ])
}

struct OutboxListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.outbox(.list)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.outbox(.optionState)))
    var state: [OutboxMessage.State] = []

    @Option(name: .long, help: Words.help(.optionLimit))
    var limit: Int = 100

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func validate() throws {
        guard (1...1_000_000).contains(limit) else {
            throw ValidationError(.range("--limit", least: "1", most: "1000000"))
        }
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let messages = try workplace.store.messages(Set(state), limit: limit)
        let offset = workplace.centre.offset
        let shown = try messages.map { message in
            let agent: StaffMember? =
                switch message.recipient {
                case .applicant: nil
                case .agent(let id): try workplace.store.staff(id)
                }
            return ShownMessage(message, agent: agent, offset: offset)
        }
        if json {
            Console.json(try JSONOutput.text(shown))
            return
        }
        if try !workplace.store.messageSwitch().isOn { Console.out(workplace.text(.outbox(.isOff))) }
        let words: [OutboxWords] = [
            .columnID, .columnKind, .columnTo, .columnState, .columnTries, .columnQueued, .columnNext, .columnDetail,
        ]
        let rows = zip(messages, shown).map { message, shown in
            [
                "\(message.id)", workplace.text(.outbox(.kind(message.kind))),
                shown.agentName ?? workplace.text(.outbox(.applicant)),
                workplace.text(.outbox(.state(message.state))), "\(message.tries)",
                message.queuedAt.civilText(offset), shown.next == nil ? "-" : message.nextTry.civilText(offset),
                message.detail.map { workplace.text(.outbox(.detail($0))) } ?? "", message.number,
            ]
        }
        let heading = words.map { workplace.text(.outbox($0)) } + [workplace.text(.column(.number))]
        Console.out(TextTable(heading: heading, rows: rows).text)
    }
}

struct OutboxSendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: Words.helpText(.outbox(.send)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.outbox(.optionSendLimit)))
    var limit: Int = 1_000

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func validate() throws {
        guard (1...1_000_000).contains(limit) else {
            throw ValidationError(.range("--limit", least: "1", most: "1000000"))
        }
    }

    func run() async throws {
        let workplace = try Workplace(options)
        let sender = MessageSender(channels: workplace.configuration.channels)
        guard !sender.channels.isEmpty else {
            throw Failure(.outbox(.noChannel(workplace.configuration.source)), exit: .configuration)
        }
        Interruption.watch()
        defer { Interruption.unwatch() }
        var summary = SendingSummary()
        while summary.tried < limit, !Interruption.wasAsked {
            let claim = try workplace.store.claimMessages(at: SystemClock.now())
            if claim.isEmpty { break }
            summary.givenUp += claim.givenUp.count
            for claimed in claim.claimed {
                let (outcome, channel) = await send(claimed, sender, workplace)
                let settled = try workplace.store.settle(
                    claimed, as: outcome, channel: channel, at: SystemClock.now())
                summary.count(settled?.state)
            }
        }
        if json {
            Console.json(try JSONOutput.text(summary))
        } else {
            Console.out(workplace.text(.outbox(.sent(summary))))
        }
        // Whoever calls this regularly hears of trouble.
        if summary.failed + summary.givenUp > 0 { throw ExitCode(ExitStatus.partly.rawValue) }
    }

    private func send(
        _ claimed: ClaimedMessage, _ sender: MessageSender, _ workplace: Workplace
    ) async -> (SendingOutcome, String) {
        let message = claimed.message
        guard let address = claimed.address, !address.isEmpty else { return (.hopeless(OutboxWords.noPhone), "-") }
        guard let channel = sender.channel(for: message.recipient) else {
            return (.hopeless(OutboxWords.noCommand), "-")
        }
        let letter = MessageSender.Letter(
            id: message.id, channel: channel.name, to: address,
            text: MessageText.text(
                claimed.content, centre: workplace.centre, phone: workplace.configuration.receipt.phone,
                message.language),
            number: message.number, kind: message.kind.rawValue)
        return (await sender.send(letter, by: channel), channel.name)
    }
}

/// What a run of `daiban outbox send` did.
struct SendingSummary: Encodable {
    var sent = 0
    var failed = 0
    var givenUp = 0

    var tried: Int { sent + failed + givenUp }

    mutating func count(_ state: OutboxMessage.State?) {
        switch state {
        case .sent: sent += 1
        case .failed, .queued: failed += 1
        case .givenUp: givenUp += 1
        // Somebody else has settled it.
        case nil: break
        }
    }
}

/// What `retry` and `drop` take.
struct OutboxChoice: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Argument(help: Words.help(.outbox(.optionIDs)))
    var ids: [Int64] = []

    @Flag(name: .long, help: Words.help(.outbox(.optionAll)))
    var all = false

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    func validate() throws {
        guard ids.isEmpty == all else { throw ValidationError(.either("ID", "--all")) }
    }

    /// The messages that are meant; `nil` for all.
    var wanted: [Int64]? { all ? nil : ids }
}

struct OutboxRetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: Words.helpText(.outbox(.retry)))
    @OptionGroup var choice: OutboxChoice

    func run() throws {
        let workplace = try Workplace(choice.common)
        let actor = Actor(try workplace.actor(choice.person))
        let count = try workplace.store.retryMessages(choice.wanted, by: actor, at: SystemClock.now())
        Console.out(workplace.text(.outbox(.retried(count))))
    }
}

struct OutboxDropCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: Words.helpText(.outbox(.drop)))
    @OptionGroup var choice: OutboxChoice

    func run() throws {
        let workplace = try Workplace(choice.common)
        let actor = Actor(try workplace.actor(choice.person))
        let count = try workplace.store.dropMessages(choice.wanted, by: actor, at: SystemClock.now())
        Console.out(workplace.text(.outbox(.dropped(count))))
    }
}

struct OutboxOnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "on", abstract: Words.helpText(.outbox(.on)))
    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.outbox(.optionTexts))) var texts: MessageSwitch.Language = .chinese
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?

    func run() throws {
        let workplace = try Workplace(options)
        try workplace.store.switchMessages(
            MessageSwitch(isOn: true, language: texts), by: Actor(try workplace.actor(person)),
            at: SystemClock.now())
        Console.out(workplace.text(.outbox(.isOn)))
    }
}

struct OutboxOffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "off", abstract: Words.helpText(.outbox(.off)))
    @OptionGroup var options: CommonOptions
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?

    func run() throws {
        let workplace = try Workplace(options)
        var word = try workplace.store.messageSwitch()
        word.isOn = false
        try workplace.store.switchMessages(
            word, by: Actor(try workplace.actor(person)), at: SystemClock.now())
        Console.out(workplace.text(.outbox(.isOff)))
    }
}

extension OutboxMessage.State: ExpressibleByArgument {}
extension MessageSwitch.Language: ExpressibleByArgument {}
