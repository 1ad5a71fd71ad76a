import Foundation
import PseudoTerminal
import Testing

@Suite("A terminal that kill -9 left is mended")
struct ResetJourneys {
    @Test("daiban reset, typed without seeing it and with Ctrl-J, gives everything back")
    func reset() throws {
        let town = try Township()
        let terminal = try TerminalJourney.underShell(
            Daiban.path, Desk.arguments(town), columns: 160, rows: 45, environment: ["LANG": "C.UTF-8"],
            workingDirectory: town.folder.path)
        try terminal.waitUntil("the desk") { $0.isDesk }
        terminal.signal(SIGKILL)
        // The shell writes its prompt below the desk: lines do not wrap there, so of what it says before little is seen.
        try terminal.waitUntil("the shell's prompt below the desk") { $0.isAlternateScreen && $0.lines.last == "$" }
        #expect(!terminal.screen.isGivenBack)

        try terminal.type("'\(Daiban.path)' reset --language en")
        try terminal.press(.control("j"))
        try terminal.waitForPrompt()
        #expect(terminal.screen.find("The terminal is as it should be again") != nil, "\(terminal.screen.picture)")
        #expect(terminal.screen.isGivenBack, "\(terminal.screen.picture)")
        #expect(try terminal.terminalAttributes.isCooked)
    }

    @Test("Where there is no terminal, that is said")
    func noTerminal() throws {
        let outcome = try Daiban.run(["reset"])
        #expect(outcome.status == .exited(1), "\(outcome)")
        #expect(outcome.errors.contains("这里没有终端可以恢复"))
    }
}
