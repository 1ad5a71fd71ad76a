import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation
import Subprocess
import SystemPackage
import TerminalKit
import TownSimulator

/// `daiban demo`: a township that lives, and a desk over it.
///
/// The township is made in a temporary folder (removed at the end) or in a named file (kept), a second process keeps it
/// alive, and the desk opens. Without a terminal one plain snapshot is printed instead.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: Words.helpText(.abstract(.demo)))

    @OptionGroup var options: CommonOptions

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String = "R01"

    @Option(name: .long, help: Words.help(.optionCases))
    var cases: Int = 2_000

    @Option(name: .long, help: Words.help(.optionSeed))
    var seed: UInt64 = 20_261_120

    @Option(name: .long, help: Words.help(.optionPace))
    var pace: Double = 1

    @Option(name: .long, help: Words.help(.optionSize))
    var size: String = "160x45"

    func validate() throws {
        guard (0...10_000_000).contains(cases) else {
            throw ValidationError(.range("--cases", least: "0", most: "10000000"))
        }
        guard pace > 0, pace <= 1_000 else { throw ValidationError(.range("--pace", least: "0.001", most: "1000")) }
        guard TerminalSize(size) != nil else { throw ValidationError(.form("--size", example: "160x45")) }
    }

    func run() async throws {
        let configuration = try options.configuration()
        let place = try DemoPlace(named: options.database)
        defer { place.cleanUp() }
        if !FileManager.default.fileExists(atPath: place.path) {
            try found(at: place.path, configuration)
        }
        let workplace = try Workplace(ofDemo: configuration, at: place.path)
        let desk = Desk(workplace, person: try workplace.actor(person))
        guard isatty(0) == 1, isatty(1) == 1 else {
            Console.out(try desk.snapshot(size: TerminalSize(size) ?? TerminalSize(columns: 160, rows: 45)))
            return
        }
        try await withSimulator(at: place.path, configuration, workplace.language) { try await desk.run() }
        if place.isKept { Console.out(workplace.text(.demoReady(path: place.path))) }
    }

    private func found(at path: String, _ configuration: Configuration) throws {
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        let now = SystemClock.now()
        let centre = Township.yunxi.centre
        let rules = try configuration.rules(offset: centre.offset)
        let opening = TownFounder.opening(history: cases, now: now)
        Interruption.watch()
        defer {
            Interruption.unwatch()
            Console.endProgress()
        }
        do {
            try DatabaseDraft.make(at: path, centre: centre, now: opening) { store in
                try TownFounder.found(in: store, seed: seed, now: now, history: cases, rules: rules) { done, total in
                    Console.progress(Words.founding(done: done, total: total).text(language))
                    return !Interruption.wasAsked
                }
            }
        } catch SimulationError.stopped {
            Console.endProgress()
            Console.error(Words.interrupted.text(language))
            throw ExitCode(Interruption.exitCode)
        }
    }

    /// Runs `body` while a second process keeps the township alive; it ends when its standard input does, so it cannot
    /// outlive this one. If it ended before, that is said once the screen is given back: the desk looked alive and was
    /// not.
    private func withSimulator(
        at path: String, _ configuration: Configuration, _ language: Language, _ body: () async throws -> Void
    ) async throws {
        guard let program = Bundle.main.executablePath else {
            throw Failure(.simulatorFailed("executable path"), exit: .failed)
        }
        var arguments = [
            "simulate", "--database", path, "--seed", String(seed &+ 1), "--pace", String(pace),
            "--language", language.rawValue,
        ]
        if let source = configuration.source { arguments += ["--config", source] }
        let outcome = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), input: .inputWriter, output: .discarded,
            error: .string(limit: 65_536)
        ) { execution in
            let result: Result<Void, any Error>
            do {
                result = .success(try await body())
            } catch {
                result = .failure(error)
            }
            // Fails when the simulator is gone already, which its status tells.
            try? await execution.standardInputWriter.finish()
            return result
        }
        try outcome.closureResult.get()
        guard !outcome.terminationStatus.isSuccess else { return }
        let words = outcome.standardError.split(separator: "\n").last.map(String.init)
        Console.error(Words.simulatorDied(words ?? "\(outcome.terminationStatus)").text(language))
    }
}

extension Workplace {
    /// Opens a township that a demo has made, and no other: in the record of a real office nothing is made up.
    ///
    /// - Throws: ``Failure`` (``Words/notADemo(_:)``). The look at it does not change the file.
    init(ofDemo configuration: Configuration, at path: String) throws {
        guard try TownFounder.hasFounded(try CaseStore.open(at: path, access: .readOnly)) else {
            throw Failure(.notADemo(path), exit: .refused)
        }
        try self.init(configuration, at: path)
    }
}

/// Where a demo's database is.
struct DemoPlace {
    let path: String
    /// A named file stays; a temporary one goes.
    let isKept: Bool
    private let folder: String

    init(named path: String?) throws {
        if let path {
            self.path = path
            isKept = true
            folder = ""
        } else {
            let parent = FileManager.default.temporaryDirectory.path
            var name = Array("\(parent)/daiban-demo-XXXXXX".utf8CString)
            // Of a name that nobody could guess, for this user alone (0700).
            guard mkdtemp(&name) != nil else {
                throw Failure(.noTemporaryFolder(parent, String(cString: strerror(errno))), exit: .failed)
            }
            folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
            self.path = folder + "/township.sqlite"
            isKept = false
        }
    }

    func cleanUp() {
        if !isKept { try? FileManager.default.removeItem(atPath: folder) }
    }
}

extension TerminalSize {
    /// Reads `160x45`.
    init?(_ text: String) {
        let parts = text.split(separator: "x")
        guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]), (20...1_000).contains(columns),
            (5...500).contains(rows)
        else { return nil }
        self.init(columns: columns, rows: rows)
    }
}
