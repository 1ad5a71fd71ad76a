import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban init`: a new database for a centre, with the people who begin.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: Words.helpText(.abstract(.initialise)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.optionCentre))
    var centre: String

    @Option(name: .long, help: Words.help(.optionPrefix))
    var prefix: String

    @Option(name: .long, help: Words.help(.optionOffset))
    var offset: String = "+08:00"

    @Option(name: .customLong("reviewer"), help: Words.help(.optionReviewer))
    var reviewer: String = "R01"

    @Option(name: .customLong("reviewer-name"), help: Words.help(.optionReviewerName))
    var reviewerName: String?

    @Option(name: .customLong("agent"), help: Words.help(.optionAgents))
    var agents: [NewAgent] = []

    func validate() throws {
        guard UTCOffset(offset) != nil else { throw ValidationError(.form("--offset", example: "+08:00")) }
        guard !prefix.isEmpty, prefix.utf8.count <= 8, prefix.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw ValidationError(.letters("--prefix", most: 8))
        }
    }

    func run() throws {
        let configuration = try options.configuration()
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        let profile = Centre(
            name: try EntryField.centre.checked(centre), prefix: prefix, offset: UTCOffset(offset) ?? .china)
        let first = try NewPerson(
            number: reviewer, name: reviewerName ?? Message.role(.reviewer).text(language), role: .reviewer)
        let others = try agents.map {
            try NewPerson(number: $0.number, name: $0.name, role: .agent, village: $0.village)
        }
        let path = configuration.database
        if options.database == nil {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        let now = SystemClock.now()
        try DatabaseDraft.make(at: path, centre: profile, now: now) { store in
            try store.batch { writer in
                for person in [first] + others { _ = try person.enrol(with: &writer, at: now, by: .office) }
            }
        }
        Console.out(Words.created(path: path, centre: profile.name).text(language))
        Console.out(Words.firstSteps(path: path, reviewer: first.number).text(language))
    }
}

/// An agent as `--agent` names one: `A01:姓名:村`, with colons of either width.
struct NewAgent: ExpressibleByArgument {
    var number: String
    var name: String
    var village: String

    init?(argument: String) {
        let parts = argument.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }.map(String.init)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        (number, name, village) = (parts[0], parts[1], parts[2])
    }
}
