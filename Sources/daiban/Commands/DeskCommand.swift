import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation
import SystemPackage
import TerminalKit

/// `daiban desk`: the reviewer's screen over an existing database.
struct DeskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: Words.helpText(.abstract(.desk)))

    @OptionGroup var options: CommonOptions

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    func run() async throws {
        let workplace = try Workplace(options)
        var desk = Desk(workplace, person: try workplace.actor(person))
        desk.backups = workplace.configuration.backup.map { BackupRunner($0, workplace) }
        try await desk.run()
    }
}

/// Wiring of a desk: terminal, store, feed, theme and clock, put together and run.
struct Desk {
    let workplace: Workplace
    let person: StaffMember
    /// Makes the scheduled backups; none for a made-up township.
    var backups: BackupRunner?

    init(_ workplace: Workplace, person: StaffMember) {
        self.workplace = workplace
        self.person = person
    }

    func run() async throws {
        let configuration = workplace.configuration
        let view = DeskView(theme: try configuration.loadTheme(), glyphs: glyphs)
        let isTerminal = isatty(0) == 1 && isatty(1) == 1
        let profile = try TerminalProfile.detect(
            environment: ProcessInfo.processInfo.environment, isTerminal: isTerminal)
        let device = try TerminalDevice(
            input: .standardInput, output: .standardOutput, usesMouse: configuration.usesMouse)
        let state = DeskState(
            centre: workplace.centre, person: person, language: workplace.language,
            calendar: workplace.rules.calendar, configured: workplace.configuredRules.calendar, size: device.size(),
            now: SystemClock.now(), centrePhone: configuration.receipt.phone, duty: workplace.agentRules.duty)
        let session = DeskSession(
            state,
            DeskSession.Parts(
                device: device, profile: profile, store: workplace.store,
                feed: try ChangeFeed(path: workplace.store.path), rules: workplace.configuredRules, view: view,
                glyphs: configuration.glyphs, ambiguousWidth: configuration.ambiguousWidth.width,
                clock: SystemClock.now,
                drafts: DraftFile(database: workplace.store.path, person: person.number).place,
                receipts: ReceiptPrinter(settings: configuration.receipt).outlet,
                backups: backups?.outlet))
        let ending = try await session.run()
        for message in await session.undelivered { Console.error(workplace.text(message)) }
        switch ending {
        case .quit:
            break
        case .stopped(let number):
            Console.error(workplace.text(.endedBySignal(number)))
            throw ExitCode(128 + number)
        case .lineLost:
            // Where standard error goes elsewhere, such as a log, somebody may read it.
            Console.error(workplace.text(.lineLost))
            throw ExitCode(128 + SIGHUP)
        }
    }

    /// The panes as plain text, for an output that is no terminal.
    func snapshot(size: TerminalSize) throws -> String {
        if let width = workplace.configuration.ambiguousWidth.width { DisplayWidth.ambiguous = width }
        var state = DeskState(
            centre: workplace.centre, person: person, language: workplace.language,
            calendar: workplace.rules.calendar, size: size, now: SystemClock.now(), duty: workplace.agentRules.duty)
        let request = state.request
        let result = Result { () throws(StoreError) in try workplace.store.desk(request) }
        _ = state.update(.loaded(result, request: request), at: state.now)
        let plain = Theme(name: "plain", styles: [:])
        return DeskView(theme: plain, glyphs: glyphs).plainText(state)
    }

    /// As far as they are settled without asking the terminal.
    private var glyphs: Glyphs {
        let configuration = workplace.configuration
        return Glyphs(configuration.glyphs, ambiguousWidth: configuration.ambiguousWidth.width ?? .narrow)
    }
}
