import ArgumentParser
import CaseStore
import Casework
import Foundation
import TownSimulator

/// `daiban county`: a made-up county's record of many years, in a new file.
struct CountyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "county", abstract: Words.helpText(.county(.abstract)),
        discussion: Words.helpText(.county(.discussion)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.county(.optionCases)))
    var cases: Int = 100_000

    @Option(name: .long, help: Words.help(.county(.optionYears)))
    var years: Int = 10

    @Option(name: .long, help: Words.help(.county(.optionVillages)))
    var villages: Int = 300

    @Option(name: .long, help: Words.help(.optionSeed))
    var seed: UInt64 = 20_261_120

    @Option(name: .long, help: Words.help(.county(.optionUntil)))
    var until: String?

    func validate() throws {
        guard (1...100_000_000).contains(cases) else {
            throw ValidationError(.range("--cases", least: "1", most: "100000000"))
        }
        guard (1...50).contains(years) else { throw ValidationError(.range("--years", least: "1", most: "50")) }
        guard (1...Township.villageLimit).contains(villages) else {
            throw ValidationError(.range("--villages", least: "1", most: "\(Township.villageLimit)"))
        }
        if let until, Instant(until, offset: .china) == nil {
            throw ValidationError(.form("--until", example: "2026-11-20T09:00"))
        }
    }

    func run() throws {
        let configuration = try options.configuration()
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        let now = until.flatMap { Instant($0, offset: .china) } ?? SystemClock.now()
        let founder = CountyFounder(
            seed: seed, cases: cases, years: years, villages: villages, now: now,
            rules: try configuration.rules(offset: .china))
        Interruption.watch()
        defer {
            Interruption.unwatch()
            Console.endProgress()
        }
        var entries: Int64 = 0
        do {
            try DatabaseDraft.make(at: configuration.database, centre: founder.centre, now: founder.opening) { store in
                try founder.found(in: store) { done, total in
                    Console.progress(Words.county(.making(done: done, total: total)).text(language))
                    return !Interruption.wasAsked
                }
                entries = try store.lastSequence()
            }
        } catch SimulationError.stopped {
            Console.endProgress()
            Console.error(Words.interrupted.text(language))
            throw ExitCode(Interruption.exitCode)
        }
        Console.endProgress()
        Console.out(
            Words.county(.made(path: configuration.database, cases: cases, entries: entries)).text(language))
    }
}
