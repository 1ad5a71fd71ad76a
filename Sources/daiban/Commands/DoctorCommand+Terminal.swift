import ArgumentParser
import Dashboard
import Foundation
import SystemPackage
import TerminalKit

/// The terminal's part of `daiban doctor`: taken for a moment and asked, like a desk does, and what is known of it then.
extension DoctorCommand {
    func examineTerminal(
        _ environment: [String: String], _ configuration: Configuration, _ language: Language, _ lines: inout [Line]
    ) async throws {
        do {
            let isTerminal = isatty(0) == 1 && isatty(1) == 1
            let profile = try TerminalProfile.detect(environment: environment, isTerminal: isTerminal)
            let device = try TerminalDevice(input: .standardInput, output: .standardOutput, usesMouse: false)
            let answers = try await answers(profile, device)
            let findings = TerminalFindings(
                profile, answers: answers, ambiguousWidth: configuration.ambiguousWidth.width)
            report(findings, profile, language, &lines)
            let size = device.size()
            let least = DeskLayout.least
            let fits = size.columns >= least.columns && size.rows >= least.rows
            add(.size, "\(size.columns)x\(size.rows)", fits, language, &lines)
        } catch let error as TerminalError {
            add(.terminal, words(error, language), false, language, &lines)
        }
    }

    /// Asks the terminal; it shows nothing of that.
    private func answers(_ profile: TerminalProfile, _ device: TerminalDevice) async throws -> TerminalAnswers {
        let (events, continuation) = AsyncStream.makeStream(of: TerminalEvents.Event.self)
        let terminal = TerminalEvents(device: device, escapeDelay: profile.escapeDelay) { continuation.yield($0) }
        try terminal.start()
        defer { terminal.stop() }
        try device.enter()
        defer {
            terminal.pause()
            device.leave()
        }
        try terminal.ask(profile, through: device)
        // An end that is asked for waits for the answers too, or they would be typed at the shell.
        var stop: Int32?
        for await event in events {
            switch event {
            case .answered(let answers):
                if let stop { throw ExitCode(128 + stop) }
                return answers
            case .signal(.stop(let number)): stop = stop ?? number
            case .ended: throw TerminalError.system(operation: "read", .ioError)
            case .input, .signal(.resized), .signal(.continued), .signal(.suspend): continue
            }
        }
        return TerminalAnswers()
    }

    private func report(
        _ findings: TerminalFindings, _ profile: TerminalProfile, _ language: Language, _ lines: inout [Line]
    ) {
        func tell(_ item: Words.DoctorItem, _ found: String, _ source: TerminalFindings.Source) {
            let origin = Words.doctor(.source(source)).text(language)
            add(item, "\(found)  (\(origin))", true, language, &lines)
        }
        func tell(_ item: Words.DoctorItem, _ finding: TerminalFindings.Finding<Bool>) {
            tell(item, Words.doctor(finding.value ? .yes : .no).text(language), finding.source)
        }
        tell(.terminal, "\(findings.name.value), TERM=\(profile.termName)", findings.name.source)
        if !findings.hasAnswered {
            add(.answers, Words.doctor(.silent(TerminalAnswers.patience)).text(language), true, language, &lines)
        }
        tell(.colours, "\(findings.colourDepth.value)", findings.colourDepth.source)
        add(.encoding, "UTF-8", true, language, &lines)
        tell(.synchronizedOutput, findings.synchronizedOutput)
        tell(.margins, findings.horizontalMargins)
        tell(.repeating, findings.repeating)
        tell(.keyboard, findings.kittyKeyboard)
        let width: Words.DoctorItem = findings.ambiguousWidth.value == .wide ? .wide : .narrow
        tell(.ambiguousWidth, Words.doctor(width).text(language), findings.ambiguousWidth.source)
    }
}
