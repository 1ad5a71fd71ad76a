import PseudoTerminal
import Testing

@Suite("The doctor and the terminal")
struct DoctorJourneys {
    @Test("The doctor asks the terminal what it can do, tells it, and gives it back as it was")
    func asks() throws {
        let town = try Township()
        let terminal = try TerminalJourney(
            Daiban.path, ["doctor", "--database", town.database], columns: 120, environment: Daiban.chinese,
            workingDirectory: town.folder.path)
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen.picture)")
        let lines = terminal.screen.lines
        #expect(lines.contains { $0.contains(/同步输出 .*\s有  \(终端自己答的\)/) }, "\(terminal.screen.picture)")
        #expect(lines.contains { $0.contains(/不定宽字符 .*\s一列  \(终端自己答的\)/) })
        #expect(!lines.contains { $0.contains("终端应答") })
        #expect(terminal.screen.isGivenBack)
        #expect(try terminal.terminalAttributes.isCooked)
    }

    @Test("What the configuration sets is told as set there")
    func configured() throws {
        let town = try Township()
        try town.folder.write("ambiguous-width = \"wide\"\n", to: "config.toml")
        let terminal = try TerminalJourney(
            Daiban.path, ["doctor", "--database", town.database], columns: 120, environment: Daiban.chinese,
            workingDirectory: town.folder.path)
        #expect(try terminal.waitForExit() == .exited(0), "\(terminal.screen.picture)")
        #expect(terminal.screen.lines.contains { $0.contains(/不定宽字符 .*\s两列  \(配置\)/) }, "\(terminal.screen.picture)")
    }
}
