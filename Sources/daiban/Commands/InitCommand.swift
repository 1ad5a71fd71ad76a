import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation

/// `daiban init`: an empty database for a centre, with the people who begin.
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

    func validate() throws {
        guard UTCOffset(offset) != nil else { throw ValidationError("--offset +08:00") }
        guard !prefix.isEmpty, prefix.utf8.count <= 8, prefix.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw ValidationError("--prefix A … Z, 1 … 8")
        }
        guard !centre.isEmpty else { throw ValidationError("--centre") }
    }

    func run() throws {
        let configuration = try options.configuration()
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        let path = configuration.database
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if options.database == nil {
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        let now = SystemClock.now()
        let profile = Centre(name: centre, prefix: prefix, offset: UTCOffset(offset) ?? .china)
        let store = try CaseStore.create(at: path, centre: profile, now: now)
        try store.batch { writer in
            let name = reviewerName ?? Message.role(.reviewer).text(language)
            _ = try writer.enrol(
                number: reviewer, name: name, role: .reviewer, village: nil, phone: nil, at: now, by: .office)
        }
        Console.out(Words.created(path: path, centre: centre).text(language))
        Console.out(Words.firstSteps(path: path, reviewer: reviewer).text(language))
    }
}
