import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban case answer|authorise|supplement|originals|verify …`: what comes before the work itself.

struct CaseAnswerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: Words.helpText(.life(.abstract(.answer))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionAnswer))) var text: String
    @Option(name: .long, help: Words.help(.life(.optionRightOffice))) var office: String?

    func run() throws { try action.perform { _ in .answer(Answer(text: text, office: office)) } }
}

struct CaseAuthoriseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorise", abstract: Words.helpText(.life(.abstract(.authorise))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.intake(.optionAuthorisation))) var form: Intake.Authorisation.Form
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?

    func run() throws { try action.perform { _ in .authorise(form, note: note) } }
}

/// The one-time notice of what is missing, and its end.
struct CaseSupplementCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supplement", abstract: Words.helpText(.life(.supplements)), subcommands: [Ask.self, Done.self])

    struct Ask: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ask", abstract: Words.helpText(.life(.abstract(.askSupplement))))
        @OptionGroup var action: ActionOptions
        @Option(name: .long, help: Words.help(.life(.optionMissing))) var missing: [String] = []
        @Option(name: .long, help: Words.help(.optionNote)) var note: String?
        @Option(name: .long, help: Words.help(.life(.optionAgain))) var again: String?

        func run() throws { try action.perform { _ in .askSupplement(missing: missing, note: note, again: again) } }
    }

    struct Done: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "done", abstract: Words.helpText(.life(.abstract(.supplement))))
        @OptionGroup var action: ActionOptions

        func run() throws { try action.perform { _ in .supplement } }
    }
}

/// The applicant's originals in the office's custody.
struct CaseOriginalsCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "originals", abstract: Words.helpText(.life(.originals)), subcommands: [Take.self, Return.self])

    struct Take: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "take", abstract: Words.helpText(.life(.abstract(.takeOriginals))))
        @OptionGroup var action: ActionOptions
        @Option(name: .long, help: Words.help(.life(.optionPaper))) var paper: [String] = []

        func run() throws { try action.perform { _ in .takeOriginals(paper) } }
    }

    struct Return: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "return", abstract: Words.helpText(.life(.abstract(.returnOriginals))))
        @OptionGroup var action: ActionOptions
        @Option(name: .long, help: Words.help(.life(.optionPaper))) var paper: [String] = []

        func run() throws { try action.perform { _ in .returnOriginals(paper) } }
    }
}

struct CaseVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: Words.helpText(.life(.abstract(.verify))))
    @OptionGroup var action: ActionOptions
    @Option(name: .long, help: Words.help(.life(.optionCadre))) var cadre: String
    @Option(name: .long, help: Words.help(.life(.optionFinding))) var finding: String
    @Option(name: .long, help: Words.help(.life(.optionConfirmed))) var confirmed: YesNo = .yes

    func run() throws {
        try action.perform { _ in
            .verify(Verification(cadre: cadre, finding: finding, isConfirmed: confirmed.isYes))
        }
    }
}
