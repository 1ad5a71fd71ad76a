import PseudoTerminal
import Testing

@Suite("Undoing at the desk")
struct UndoingJourneys {
    @Test("w takes an approval back as an entry of its own, and the case is in review again")
    func undo() throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.openCard("a", title: Words.approveCard)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已通过：\(number)")
        try desk.waitUntil(.inReview, counts: count - 1)

        try desk.openCard("w", title: Words.undoCard)
        #expect(desk.screen.find("撤回刚才的“通过”？") != nil)
        #expect(desk.screen.find(number) != nil)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已撤回“通过”：\(number)")
        try desk.waitUntil(.inReview, counts: count)
        let after = try town.show(number)
        #expect(after.state == "in-review")
        #expect(Array(after.events.prefix(2)) == ["undone", "approved"])
        #expect(try town.isSound())

        // Only the last action can be taken back.
        try desk.terminal.press(.character("w"))
        try desk.terminal.waitUntil("没有可以撤回的操作")
    }

    @Test("An undo is refused with who, what and when after somebody else acted on the case")
    func overtaken() throws {
        let town = try Township()
        let desk = try Desk(town)
        let number = try desk.selected()
        try desk.openCard("t", title: Words.acceptCard)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已受理：\(number)")
        let urged = try town.act("urge", number)

        try desk.openCard("w", title: Words.undoCard)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("未写入：\(number) 已由 陈立夏 于 ")
        #expect(desk.screen.lines.contains { $0.contains(/于 \d\d:\d\d 催办/) })
        let after = try town.show(number)
        #expect(after.version == urged.version)
        #expect(after.state == "accepted")
    }
}
