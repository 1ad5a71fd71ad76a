import PseudoTerminal
import Testing

@Suite("Changing the size of the window")
struct ResizeJourneys {
    @Test("Wide, narrow, too small and wide again: the selection and the open text survive")
    func resize() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let numbers = desk.screen.numbers(in: .inReview)
        try desk.select(numbers[3])
        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.type("缺照片")
        try desk.terminal.waitUntil("缺照片")

        try desk.terminal.resize(columns: 80, rows: 24)
        try desk.terminal.waitUntil("one pane with tabs, and the card") {
            $0.lines[1].contains(Pane.dueSoon.title) && $0.find("┌─ \(Pane.pending.title)") == nil
                && $0.find("缺照片") != nil
        }
        try desk.terminal.resize(columns: 40, rows: 10)
        try desk.terminal.waitUntil("窗口太小：现在 40x10，至少要 60x15")
        #expect(desk.screen.find("┌") == nil)

        try desk.terminal.resize(columns: 160, rows: 45)
        try desk.terminal.waitUntil("the four panes and the card") { screen in
            // The card lies over the title of the fourth.
            [Pane.pending, .dueSoon, .inReview].allSatisfy { screen.find("─ \($0.title) ") != nil }
                && screen.find("缺照片") != nil && screen.lines[44].contains("数据 实时")
        }
        #expect(desk.screen.find("窗口太小") == nil)
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil(absent: Words.rejectCard)
        #expect(try desk.selected() == numbers[3])
    }

    @Test("In a window that is too small no key acts")
    func tooSmallIsSafe() throws {
        let town = try Township()
        let desk = try Desk(town)
        let number = try desk.selected()
        let before = try town.show(number).version
        try desk.terminal.resize(columns: 40, rows: 10)
        try desk.terminal.waitUntil("窗口太小")
        // Ctrl-L draws the screen anew: with its bytes the keys before it have been taken.
        let drawn = desk.terminal.bytesReceived
        try desk.terminal.press(.character("t"), .enter, .control("l"))
        try desk.terminal.waitUntil("the screen to be drawn anew") { _ in desk.terminal.bytesReceived > drawn }
        try desk.terminal.resize(columns: 160, rows: 45)
        try desk.terminal.waitUntil("the desk") { $0.isDesk }
        #expect(try town.show(number).version == before)
    }

    @Test("A desk that opens in a small window says so, and q still leaves")
    func openSmall() throws {
        let town = try Township()
        let terminal = try TerminalJourney(
            Daiban.path, Desk.arguments(town), columns: 50, rows: 12, environment: Daiban.chinese,
            workingDirectory: town.folder.path)
        try terminal.waitUntil("窗口太小：现在 50x12，至少要 60x15")
        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.isGivenBack)
    }

    @Test("Many sizes one after the other end in a whole screen")
    func storm() throws {
        let desk = try Desk(Township())
        for columns in stride(from: 60, through: 200, by: 7) {
            try desk.terminal.resize(columns: columns, rows: 15 + columns % 30)
        }
        try desk.terminal.resize(columns: 160, rows: 45)
        try desk.terminal.waitUntil("four whole panes") { screen in
            Pane.allCases.allSatisfy { screen.find("┌─ \($0.title) ") != nil }
                && screen.lines.filter { $0.contains("┘└") }.count == 2 && screen.lines[44].contains("数据 实时")
        }
    }
}
