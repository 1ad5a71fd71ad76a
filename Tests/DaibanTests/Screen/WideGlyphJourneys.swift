import PseudoTerminal
import Testing

@Suite("A terminal with wide ambiguous characters")
struct WideGlyphJourneys {
    @Test("Set in the configuration, lines and marks are ASCII, and no column is shifted")
    func configured() throws {
        let town = try Township()
        try town.folder.write("ambiguous-width = \"wide\"\n", to: "config.toml")
        let terminal = try TerminalJourney(
            Daiban.path, Desk.arguments(town), columns: 160, rows: 45, environment: Daiban.chinese,
            workingDirectory: town.folder.path)
        try terminal.waitUntil("the desk") { screen in
            screen.find("+- \(Pane.agents.title) ") != nil && screen.lines.last?.contains("数据 实时") == true
        }
        #expect(terminal.screen.find("+- \(Pane.pending.title) ") != nil)
        #expect(terminal.screen.find("|>") != nil)
        for row in 1..<43 {
            for column in [0, 79, 80, 159] {
                let edge = terminal.screen.cell(column: column, row: row).text
                #expect(["|", "+", "#"].contains(edge), "column \(column) of row \(row)\n\(terminal.screen.picture)")
            }
        }
        for mark in ["─", "│", "▶", "▲", "●", "…"] { #expect(terminal.screen.find(mark) == nil) }
        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test("The same holds for the plain picture where there is no terminal")
    func snapshot() throws {
        let folder = try Folder()
        try folder.write("ambiguous-width = \"wide\"\n", to: "config.toml")
        let outcome = try Daiban.run(["demo", "--cases", "50", "--seed", "7"], in: folder.path)
        try outcome.require()
        #expect(outcome.output.contains("+- \(Pane.pending.title) "))
        for mark in ["─", "│", "▶", "▲", "●", "…"] { #expect(!outcome.output.contains(mark)) }
    }
}
