import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban case forward|result|relay|branch|help|wait|resume|tell|fee …`: the work on a case.

struct CaseForwardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forward", abstract: Words.helpText(.life(.abstract(.forward))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionOffice))) var office: String
    @Option(name: .long, help: Words.help(.life(.optionPapers))) var papers: String
    @Option(name: .long, help: Words.help(.life(.optionPromisedDays))) var promisedDays: Int?

    func run() throws {
        try action.perform { _ in .forward(office: office, papers: papers, promisedDays: promisedDays) }
    }
}

struct CaseResultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "result", abstract: Words.helpText(.life(.abstract(.receiveResult))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionResult))) var text: String

    func run() throws { try action.perform { _ in .receiveResult(text) } }
}

struct CaseRelayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relay", abstract: Words.helpText(.life(.abstract(.relay))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionHelper))) var to: String
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?

    func run() throws { try action.perform { .relay(to: try $0.person(to), note: note) } }
}

/// The departments' parts of a major item.
struct CaseBranchCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "branch", abstract: Words.helpText(.life(.branches)), subcommands: [Open.self, End.self])

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open", abstract: Words.helpText(.life(.abstract(.openBranch))))
        @OptionGroup var action: ActionOptions
        @Option(name: .long, help: Words.help(.life(.optionDepartment))) var department: String
        @Option(name: .long, help: Words.help(.life(.optionTask))) var task: String

        func run() throws { try action.perform { _ in .openBranch(department: department, task: task) } }
    }

    struct End: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "end", abstract: Words.helpText(.life(.abstract(.endBranch))))
        @OptionGroup var action: ActionOptions
        @Option(name: .long, help: Words.help(.life(.optionBranch))) var branch: Int
        @Option(name: .long, help: Words.help(.life(.optionResult))) var result: String

        func run() throws { try action.perform { _ in .endBranch(number: branch, result: result) } }
    }
}

/// Questions to a bank, a department, or its leader.
struct CaseHelpCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help", abstract: Words.helpText(.life(.help)), subcommands: [Ask.self, Answer.self])

    struct Ask: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ask", abstract: Words.helpText(.life(.abstract(.askHelp))))
        @OptionGroup var action: ActionOptions
        @Option(name: .long, help: Words.help(.life(.optionLevel))) var level: HelpRequest.Level
        @Option(name: .long, help: Words.help(.life(.optionAsked))) var to: String
        @Option(name: .long, help: Words.help(.life(.optionQuestion))) var question: String

        func run() throws { try action.perform { _ in .askHelp(level, to: to, question: question) } }
    }

    struct Answer: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "answer", abstract: Words.helpText(.life(.abstract(.answerHelp))))
        @OptionGroup var action: ActionOptions
        @Option(name: .long, help: Words.help(.life(.optionRequest))) var request: Int
        @Option(name: .long, help: Words.help(.life(.optionAnswer))) var text: String

        func run() throws { try action.perform { _ in .answerHelp(number: request, answer: text) } }
    }
}

struct CaseWaitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: Words.helpText(.life(.abstract(.setAside))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String
    @Option(name: .long, help: Words.help(.life(.optionCondition))) var condition: String

    func run() throws { try action.perform { _ in .setAside(Waiting(reason: reason, condition: condition)) } }
}

struct CaseResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: Words.helpText(.life(.abstract(.resume))))
    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform { _ in .resume } }
}

struct CaseTellCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tell", abstract: Words.helpText(.life(.abstract(.feedBack))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionTold))) var text: String

    func run() throws { try action.perform { _ in .feedBack(text) } }
}

struct CaseFeeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fee", abstract: Words.helpText(.life(.abstract(.takeFee))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionYuan))) var yuan: YuanArgument
    @Option(name: .long, help: Words.help(.life(.optionBasis))) var basis: String
    @Option(name: .long, help: Words.help(.life(.optionFeeReceipt))) var receipt: String

    func run() throws { try action.perform { _ in .takeFee(Fee(amount: yuan.fen, basis: basis, receipt: receipt)) } }
}

/// `12`, `12.5` or `12.50`.
struct YuanArgument: ExpressibleByArgument {
    var fen: Int

    init?(argument: String) {
        guard let fen = Yuan.fen(argument) else { return nil }
        self.fen = fen
    }
}

extension HelpRequest.Level: ExpressibleByArgument {}
