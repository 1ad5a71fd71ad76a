import Casework
import TerminalKit
import Testing

@testable import Dashboard

@Suite("The footer")
struct FooterTests {
    private func footer(_ desk: DeskHarness) -> String {
        desk.screen.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }

    @Test("At 80 columns it leads to every case and command: open, filter, find, register, all commands, help")
    func narrow() {
        for language in Language.allCases {
            let desk = DeskHarness(columns: 80, rows: 24, language: language)
            for command in [CommandID.open, .filter, .findAll, .newCase, .palette, .help] {
                let key = command.keys[0].name
                #expect(footer(desk).contains(" \(key) "), "\(language) \(key): \(footer(desk))")
            }
        }
        // Where there is room for little, help is what stays.
        let least = DeskHarness(columns: 60, rows: 15, language: .english)
        #expect(footer(least).contains("? Help"))
    }

    @Test("With the agents in focus it leads to the month of attendance, the appraisal and the sheets")
    func agents() {
        for language in Language.allCases {
            var desk = DeskHarness(columns: 160, rows: 45, language: language)
            desk.type("4")
            for command in [CommandID.attendance, .appraisal, .sheets] {
                #expect(footer(desk).contains(" \(command.keys[0].name) "), "\(command): \(footer(desk))")
            }
        }
        var narrow = DeskHarness(columns: 80, rows: 24)
        narrow.type("4")
        for key in ["p", "R"] { #expect(footer(narrow).contains(" \(key) "), "\(footer(narrow))") }
    }

    @Test("Under an overlay it tells the overlay's keys, not the pane's")
    func overlays() {
        for (key, hint) in [("f", Message.findHint), ("?", .helpHint), (":", .paletteHint)] {
            var desk = DeskHarness(columns: 80, rows: 24)
            desk.type(key)
            #expect(footer(desk).contains(hint.text(.chinese)), "\(footer(desk))")
            #expect(!footer(desk).contains("n 登记"))
        }
    }

    @Test("Every mark of a row is shown whole")
    func marks() {
        for columns in [80, 120, 160] {
            for language in Language.allCases {
                var snapshot = Township.snapshot()
                snapshot.pages[.pending]?.rows[0].isUrgent = true
                snapshot.pages[.pending]?.rows[0].returns = 2
                snapshot.pages[.pending]?.rows[0].urgings = 3
                snapshot.pages[.pending]?.rows[0].isProvisional = true
                let desk = DeskHarness(columns: columns, rows: 36, language: language, snapshot: snapshot)
                let flags: [Message] = [.flagUrgent, .flagReturned(2), .flagUrged(3), .flagProvisional]
                let words = flags.map { $0.text(language) }.joined(separator: " ")
                #expect(desk.shows(words), "\(columns) \(language): \(desk.screen)")
            }
        }
    }

    @Test("A deadline that was met is calm, one that was met too late is not")
    func met() throws {
        let rule = try Rulebook.embedded("standard").acceptance
        let start = Township.now.advanced(minutes: -10_000)
        let deadline = Deadline(
            rule: rule, start: start, due: start.advanced(minutes: 100), warnAt: start.advanced(minutes: 50),
            isProvisional: false)
        let context = ViewContext(
            state: DeskHarness().state, theme: Theme(name: "", styles: [:]), glyphs: Glyphs(.unicode))
        func role(_ minutes: Int?) -> Theme.Role {
            context.urgency(
                of: CaseClock(
                    kind: .acceptance, deadline: deadline, endedAt: minutes.map { start.advanced(minutes: $0) })
            ).role
        }
        #expect(role(60) == .calm && role(200) == .overdue && role(nil) == .overdue)
    }
}
