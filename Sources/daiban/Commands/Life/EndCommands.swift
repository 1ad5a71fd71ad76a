import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban case withdraw|deliver|rate|follow-up|complain|complaint|fault|file|redo …`: the end of a case, and after it.

struct CaseWithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: Words.helpText(.life(.abstract(.withdraw))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws { try action.perform { _ in .withdraw(reason: reason) } }
}

struct CaseDeliverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver", abstract: Words.helpText(.life(.abstract(.deliver))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionSignedBy))) var signedBy: String = ""
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?

    func run() throws { try action.perform { _ in .deliver(Delivery(signedBy: signedBy, note: note)) } }
}

struct CaseRateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rate", abstract: Words.helpText(.life(.abstract(.rate))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionStars))) var level: Int
    @Option(name: .long, help: Words.help(.life(.optionChannel))) var channel: Rating.Channel = .counter
    @Option(name: .long, help: Words.help(.life(.optionService))) var service: [Rating.Service] = []
    @Option(name: .long, help: Words.help(.life(.optionWords))) var words: String?

    func run() throws {
        // Each kind of service once, in the order of the rules, however they were written.
        let services = Rating.Service.allCases.filter(service.contains)
        try action.perform { _ in
            .rate(Rating(level: level, channel: channel, services: services, words: words))
        }
    }
}

struct CaseFollowUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: Words.helpText(.life(.abstract(.followUp))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionFinding))) var finding: String

    func run() throws { try action.perform { _ in .followUp(finding) } }
}

struct CaseComplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "complain", abstract: Words.helpText(.life(.abstract(.complain))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionSubject))) var about: Complaint.Subject
    @Option(name: .long, help: Words.help(.life(.optionWords))) var words: String

    func run() throws { try action.perform { _ in .complain(about, words: words) } }
}

/// What becomes of a complaint.
struct CaseComplaintCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "complaint", abstract: Words.helpText(.life(.complaints)), subcommands: [Decide.self])

    struct Decide: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "decide", abstract: Words.helpText(.life(.abstract(.decideComplaint))))
        @OptionGroup var action: ActionOptions
        @Option(name: .long, help: Words.help(.life(.optionComplaint))) var complaint: Int
        @Option(name: .long, help: Words.help(.life(.optionUpheld))) var upheld: YesNo
        @Option(name: .long, help: Words.help(.life(.optionFinding))) var finding: String

        func run() throws {
            try action.perform { _ in
                .decideComplaint(number: complaint, isUpheld: upheld.isYes, finding: finding)
            }
        }
    }
}

struct CaseFaultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fault", abstract: Words.helpText(.life(.abstract(.decideFault))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionOwn))) var own: YesNo
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        try action.perform { _ in .decideFault(FaultFinding(isOwnFault: own.isYes, reason: reason)) }
    }
}

struct CaseFileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: Words.helpText(.life(.abstract(.file))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionFiledAt))) var place: String

    func run() throws { try action.perform { _ in .file(place: place) } }
}

/// A new case for what was done wrongly; with `--json` it is the new case that is printed.
struct CaseRedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: Words.helpText(.life(.redo)))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionError))) var reason: String

    func run() throws {
        let (workplace, actor, reference) = try action.begin()
        let again = try workplace.store.redo(
            reference, because: reason, by: actor, at: SystemClock.now(), rules: workplace.rules)
        try action.report(again, .life(.redone(action.number, by: again.number)), workplace)
    }
}

extension Rating.Channel: ExpressibleByArgument {}
extension Rating.Service: ExpressibleByArgument {}
extension Complaint.Subject: ExpressibleByArgument {}
