import PseudoTerminal
import Testing

@Suite("Reassigning at the desk")
struct ReassigningJourneys {
    @Test("s, a part of a name and Enter give the case to that agent")
    func reassign() throws {
        let town = try Township()
        let desk = try Desk(town)
        let number = try desk.selected()
        // 赵素玲 is A01 and 邹才 is A02 of the seeded township; one of them does not have the case.
        let (part, agent) = try town.show(number).agent == "赵素玲" ? ("邹", "邹才") : ("素玲", "赵素玲")

        try desk.openCard("s", title: Words.reassignCard)
        try desk.terminal.waitUntil("输入姓名、村或编号查找")
        try desk.terminal.type(part)
        try desk.terminal.waitUntil("the list to hold the agent alone") { Self.choice($0)?.contains(agent) == true }
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已转派：\(number) 给 \(agent)")
        let after = try town.show(number)
        #expect(after.agent == agent)
        #expect(after.events.first == "reassigned")
        #expect(try town.isSound())
    }

    @Test("The arrows choose among the agents, and the one who has the case is not there")
    func arrows() throws {
        let town = try Township()
        let desk = try Desk(town)
        let number = try desk.selected()
        let holder = try #require(try town.show(number).agent)
        try desk.openCard("s", title: Words.reassignCard)
        try desk.terminal.waitUntil("the mark in the list") { Self.choice($0) != nil }
        let first = try #require(Self.choice(desk.screen))
        try desk.terminal.press(.down)
        try desk.terminal.waitUntil("another agent") { Self.choice($0) != nil && Self.choice($0) != first }
        let second = try #require(Self.choice(desk.screen))
        #expect(!first.contains(holder) && !second.contains(holder))
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已转派：\(number) 给 ")
        #expect(second.contains(try #require(try town.show(number).agent)))
    }

    @Test("A name that nobody has is refused on the card")
    func nobody() throws {
        let town = try Township()
        let desk = try Desk(town)
        let number = try desk.selected()
        let before = try town.show(number).version
        try desk.openCard("s", title: Words.reassignCard)
        try desk.terminal.type("诸葛")
        try desk.terminal.waitUntil("没有相符的代办员")
        try desk.terminal.press(.enter)
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil(absent: Words.reassignCard)
        #expect(try town.show(number).version == before)
    }

    /// The row of the picker that has the mark.
    private static func choice(_ screen: TerminalModel) -> String? {
        guard screen.find(Words.reassignCard) != nil else { return nil }
        let marked = (0..<screen.rows).flatMap { row in
            (0..<screen.columns).filter { screen.cell(column: $0, row: row).text == "▶" }.map { ($0, row) }
        }
        let texts = marked.map { column, row in
            (column..<min(screen.columns, column + 50)).map { screen.cell(column: $0, row: row).text }.joined()
        }
        return texts.first { TerminalModel.number(in: $0) == nil }
    }
}
