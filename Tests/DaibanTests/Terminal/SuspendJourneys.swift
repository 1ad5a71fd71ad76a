import Foundation
import PseudoTerminal
import Testing

@Suite("Ctrl-Z and fg")
struct SuspendJourneys {
    private func deskUnderShell(_ town: Township) throws -> TerminalJourney {
        let terminal = try TerminalJourney.underShell(
            Daiban.path, Desk.arguments(town), columns: 160, rows: 45, environment: Daiban.chinese,
            workingDirectory: town.folder.path)
        try terminal.waitUntil("the desk") { $0.isDesk }
        return terminal
    }

    @Test(
        "A suspended desk gives the shell its terminal, and fg brings the screen back whole",
        arguments: [false, true])
    func suspend(bySignal: Bool) throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let terminal = try deskUnderShell(town)
        try terminal.press(.character("3"))
        try terminal.waitUntil("the selection in pane 3") { $0.selectedPane == .inReview }
        let numbers = terminal.screen.numbers(in: .inReview)

        if bySignal { terminal.signal(SIGTSTP) } else { try terminal.press(.control("z")) }
        try terminal.waitForPrompt()
        #expect(terminal.screen.isGivenBack)
        #expect(try terminal.terminalAttributes.isCooked)
        try terminal.enterCommand("echo the shell is $((40 + 2))")
        try terminal.waitUntil("the shell is 42")
        try town.act("approve", numbers[1])

        try terminal.enterCommand("fg")
        try terminal.waitUntil("the desk as it is now") { screen in
            screen.isDesk && screen.find("─ \(Pane.inReview.title) \(count - 1) ") != nil
                && Pane.allCases.allSatisfy { screen.find("┌─ \($0.title)") != nil }
        }
        #expect(try terminal.terminalAttributes.isRaw)
        #expect(terminal.screen.reportsMouse && terminal.screen.modes.contains(2004))
        #expect(terminal.screen.selection?.number == numbers[0])
        #expect(terminal.screen.find("the shell is") == nil)

        try terminal.press(.down)
        try terminal.waitUntil("the next row") { $0.selection?.number == numbers[2] }
        try terminal.press(.character("q"))
        try terminal.enterCommand("echo status=$?")
        try terminal.waitUntil("status=0")
        #expect(terminal.screen.isGivenBack)
    }

    @Test("Suspended twice, resized meanwhile, with a half-typed reason: it is all there")
    func suspendWithCard() throws {
        let town = try Township()
        let terminal = try deskUnderShell(town)
        try terminal.press(.character("d"))
        try terminal.waitUntil("不予受理？")
        try terminal.type("不属本中心")
        try terminal.waitUntil("不属本中心")
        for (columns, rows) in [(80, 24), (160, 45)] {
            try terminal.press(.control("z"))
            try terminal.waitForPrompt()
            try terminal.resize(columns: columns, rows: rows)
            try terminal.enterCommand("fg")
            try terminal.waitUntil("the card in the new size") {
                $0.isDesk && $0.columns == columns && $0.find("不属本中心") != nil
                    && $0.lines[rows - 1].contains("数据 实时")
            }
        }
        try terminal.press(.enter)
        try terminal.waitUntil("已不予受理：")
    }
}
