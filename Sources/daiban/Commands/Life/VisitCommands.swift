import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban case visit ask|plan|refuse|arrive|end`: service at the applicant's home.
struct CaseVisitCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visit", abstract: Words.helpText(.life(.visits)),
        subcommands: [Ask.self, Plan.self, Refuse.self, Arrive.self, End.self])

    struct Ask: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ask", abstract: Words.helpText(.life(.abstract(.askVisit))))
        @OptionGroup var action: ActionOptions

        func run() throws { try action.perform { _ in .askVisit } }
    }

    struct Plan: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "plan", abstract: Words.helpText(.life(.abstract(.planVisit))))
        @OptionGroup var action: ActionOptions
        @Option(name: .long, help: Words.help(.life(.optionAt))) var at: String
        @Option(name: .long, help: Words.help(.life(.optionPlace))) var place: String
        @Option(name: .long, help: Words.help(.life(.optionMaterials))) var materials: String?

        func run() throws {
            try action.perform { workplace in
                guard let instant = Instant(at, offset: workplace.centre.offset) else {
                    throw ValidationError(.form(at, example: "2026-11-20 14:30"))
                }
                return .planVisit(at: instant, place: place, materials: materials)
            }
        }
    }

    struct Refuse: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "refuse", abstract: Words.helpText(.life(.abstract(.refuseVisit))))
        @OptionGroup var action: ActionOptions
        @Option(name: .long, help: Words.help(.optionReason)) var reason: String

        func run() throws { try action.perform { _ in .refuseVisit(reason: reason) } }
    }

    struct Arrive: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "arrive", abstract: Words.helpText(.life(.abstract(.arrive))))
        @OptionGroup var action: ActionOptions

        func run() throws { try action.perform { _ in .arrive } }
    }

    struct End: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "end", abstract: Words.helpText(.life(.abstract(.endVisit))))
        @OptionGroup var action: ActionOptions
        @Flag(name: .long, help: Words.help(.life(.optionDeliversLater))) var deliversLater = false

        func run() throws { try action.perform { _ in .endVisit(deliversLater: deliversLater) } }
    }
}
