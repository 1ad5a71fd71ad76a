import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation
import SystemPackage
import TerminalKit

/// `daiban checkin`: the kiosk at the door.
struct CheckinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkin", abstract: Words.helpText(.attendance(.checkin)))

    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.attendance(.optionVillage))) var village: String?
    @Option(name: .long, help: Words.help(.attendance(.optionSpool))) var spool: String?
    @Option(name: .long, help: Words.help(.attendance(.optionPatience))) var patience: Int?
    @Flag(name: .long, help: Words.help(.wall(.optionPrintUnit))) var printUnit = false
    @Flag(name: .long, help: Words.help(.wall(.optionPrintGetty))) var printGetty = false

    func validate() throws {
        if let patience, !(0...60_000).contains(patience) {
            throw ValidationError(.range("--patience", least: "0", most: "60000"))
        }
    }

    func run() async throws {
        if printUnit || printGetty {
            let configuration = try options.configuration()
            let language = configuration.language(environment: ProcessInfo.processInfo.environment)
            let unit = UnitFile(
                .kiosk, configuration: configuration, language: language,
                options: [("village", village), ("spool", spool), ("patience", patience.map(String.init))])
            return Console.out(printUnit ? unit.service : unit.getty)
        }
        let workplace = try Workplace(options)
        let configuration = workplace.configuration
        let place = village ?? configuration.checkin.village
        if let place, try !workplace.store.villages().contains(place) {
            throw Failure(.attendance(.noVillage(place)), exit: .notFound)
        }
        guard isatty(0) == 1, isatty(1) == 1 else { throw Failure(.attendance(.notATerminal), exit: .failed) }
        // Nothing else leaves it.
        guard try workplace.hasWhoClosesKiosk() else { throw Failure(.attendance(.nobodyCloses), exit: .failed) }
        // A door waits for nobody as long as a desk does.
        let store = try CaseStore.open(
            at: workplace.store.path, patience: patience ?? configuration.checkin.patience)
        let file = try workplace.attendanceSpool(named: spool)
        let door = AttendanceDoor(
            store: store, spool: file, rules: workplace.configuredRules, source: workplace.attendanceSource(.kiosk))
        let profile = try TerminalProfile.detect(
            environment: ProcessInfo.processInfo.environment, isTerminal: true)
        let device = try TerminalDevice(input: .standardInput, output: .standardOutput, usesMouse: false)
        let glyphs = Glyphs(
            configuration.glyphs, ambiguousWidth: configuration.ambiguousWidth.width ?? .narrow)
        let state = KioskState(
            centre: workplace.centre, language: workplace.language, village: place, size: device.size(),
            now: SystemClock.now(), opensBefore: workplace.agentRules.duty.checks.opensBefore)
        let session = KioskSession(
            state,
            KioskSession.Parts(
                device: device, profile: profile, store: store, feed: try ChangeFeed(path: store.path), door: door,
                spool: file, rules: workplace.configuredRules,
                view: KioskView(theme: try configuration.loadTheme(), glyphs: glyphs), glyphs: configuration.glyphs,
                ambiguousWidth: configuration.ambiguousWidth.width, clock: SystemClock.now))
        switch try await session.run() {
        case .quit: break
        case .stopped(let number):
            Console.error(workplace.text(.endedBySignal(number)))
            throw ExitCode(128 + number)
        case .lineLost:
            Console.error(workplace.text(.lineLost))
            throw ExitCode(128 + SIGHUP)
        }
    }
}

extension Workplace {
    /// Whether anybody has a PIN by which the kiosk can be left.
    fileprivate func hasWhoClosesKiosk() throws -> Bool {
        try store.allStaff().contains { member in
            guard member.isActive, member.role.may(.closeKiosk) else { return false }
            return try store.staffRecord(number: member.number)?.pin.map { $0.lockedAt == nil } ?? false
        }
    }
}
