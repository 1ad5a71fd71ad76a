import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation
import SystemPackage
import TerminalKit

/// `daiban wall`: what the hall may see, on a screen of its own.
///
/// The record is opened for reading, through the views that were made for the wall; the command line has nothing here that
/// could write.
struct WallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "wall", abstract: Words.helpText(.wall(.abstract)))

    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.wall(.optionPages))) var pages: String?
    @Option(name: .long, help: Words.help(.wall(.optionSeconds))) var seconds: Int?
    @Option(name: .long, help: Words.help(.wall(.optionSize))) var size: String?
    @Option(name: .long, help: Words.help(.wall(.optionSplit))) var split: String?
    @Option(name: .long, help: Words.help(.wall(.optionNight))) var night: String?
    @Option(name: .long, help: Words.help(.wall(.optionShift))) var shift: Int?
    @Option(name: .long, help: Words.help(.wall(.optionParts))) var parts: Int?
    @Option(name: .long, help: Words.help(.wall(.optionTheme))) var theme: String?
    @Flag(name: .long, help: Words.help(.wall(.optionPrintUnit))) var printUnit = false
    @Flag(name: .long, help: Words.help(.wall(.optionPrintGetty))) var printGetty = false

    func validate() throws {
        _ = try plan(WallPlan())
        if let theme, !theme.hasSuffix(".toml"), !Theme.embeddedNames.contains(theme) {
            throw refusal("theme", theme, Theme.embeddedNames.joined(separator: ", ") + ", FILE.toml")
        }
    }

    func run() async throws {
        let configuration = try options.configuration()
        let language = configuration.language(environment: ProcessInfo.processInfo.environment)
        if printUnit || printGetty {
            let unit = UnitFile(
                .wall, configuration: configuration, language: language,
                options: [
                    ("pages", pages), ("seconds", seconds.map(String.init)), ("size", size), ("split", split),
                    ("night", night), ("shift", shift.map(String.init)), ("parts", parts.map(String.init)),
                    ("theme", theme),
                ])
            return Console.out(printUnit ? unit.service : unit.getty)
        }
        let plan = try plan(configuration.wall.plan)
        let theme = try configuration.loadTheme(named: theme ?? configuration.wall.theme)
        let profile = try TerminalProfile.detect(
            environment: ProcessInfo.processInfo.environment, isTerminal: isatty(0) == 1 && isatty(1) == 1)
        let device = try TerminalDevice(input: .standardInput, output: .standardOutput, usesMouse: false)
        let record = WallRecord(
            path: configuration.database, rules: try configuration.rules(offset: .china),
            supervisionPhone: configuration.wall.supervisionPhone, patience: Self.patience)
        // A wall waits for a record that is away; a path under which there never was one is a mistake.
        if case .failure(let error) = Self.board(record, SystemClock.now()), case .notFound = error,
            !FileManager.default.fileExists(atPath: FilePath(configuration.database).removingLastComponent().string)
        {
            throw error
        }
        let state = WallState(
            centre: "", language: language, plan: plan, size: device.size(),
            glyphs: Glyphs(configuration.glyphs, ambiguousWidth: configuration.ambiguousWidth.width ?? .narrow),
            offset: .china, moment: SystemClock.moment())
        let session = WallSession(
            state,
            WallSession.Parts(
                device: device, profile: profile,
                source: WallSource(
                    board: { Self.board(record, $0) }, changes: { try? record.changes() },
                    isTouched: { record.isTouched }),
                view: WallView(theme: theme), glyphs: configuration.glyphs,
                ambiguousWidth: configuration.ambiguousWidth.width, clock: SystemClock.moment))
        switch try await session.run() {
        case .quit: break
        case .stopped(let number):
            Console.error(Words.endedBySignal(number).text(language))
            throw ExitCode(128 + number)
        case .lineLost:
            Console.error(Words.lineLost.text(language))
            throw ExitCode(128 + SIGHUP)
        }
    }

    /// How long somebody else's lock is waited for, in milliseconds: the next reading comes soon.
    private static let patience = 2_000

    private static func board(_ record: WallRecord, _ now: Instant) -> Result<WallBoard, StoreError> {
        Result { () throws(StoreError) in try record.board(at: now) }
    }

    /// What the configuration says, with the options over it.
    private func plan(_ base: WallPlan) throws -> WallPlan {
        var plan = base
        if let pages {
            switch WallValue.pages(pages.split(separator: ",").map { String($0).trimmed }) {
            case .success(let chosen): plan.pages = chosen
            case .failure(let problem): throw refusal("pages", problem.name, WallValue.expectedPages)
            }
        }
        plan.seconds = try number("seconds", seconds, in: WallPlan.allowedSeconds) ?? plan.seconds
        plan.shiftMinutes = try number("shift", shift, in: WallPlan.allowedShift) ?? plan.shiftMinutes
        plan.parts = try number("parts", parts, in: WallPlan.allowedParts) ?? plan.parts
        if let size {
            guard let value = WallValue.size(size) else { throw refusal("size", size, WallValue.expectedSize) }
            plan.size = value
        }
        if let split {
            guard let value = WallValue.split(split) else { throw refusal("split", split, WallValue.expectedSplit) }
            plan.split = value
        }
        if night == "off" {
            plan.night = nil
        } else if let night {
            guard let value = WallValue.night(night) else { throw refusal("night", night, WallValue.expectedNight) }
            plan.night = value
        }
        return plan
    }

    private func number(_ name: String, _ value: Int?, in range: ClosedRange<Int>) throws -> Int? {
        if let value, !range.contains(value) {
            throw refusal(name, String(value), "\(range.lowerBound) … \(range.upperBound)")
        }
        return value
    }

    private func refusal(_ name: String, _ value: String, _ expected: String) -> ValidationError {
        ValidationError("--\(name) \"\(value)\": \(expected)")
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
