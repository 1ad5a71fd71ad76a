import PseudoTerminal
import Testing

@Suite("Two people at the same case")
struct ConflictJourneys {
    @Test("A card whose case was approved elsewhere warns, and Enter writes nothing and says who, what and when")
    func cardIsOvertaken() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.openCard("a", title: Words.approveCard)

        let approved = try town.act("approve", number)
        try desk.terminal.waitUntil(Words.changedMeanwhile)
        #expect(desk.screen.find(Words.approveCard) != nil)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("未写入：\(number) 已由 陈立夏 于 ")
        #expect(desk.screen.lines.contains { $0.contains(/于 \d\d:\d\d 通过/) })
        #expect(desk.screen.find(Words.approveCard) == nil)

        let after = try town.show(number)
        #expect(after.version == approved.version)
        #expect(after.trace.first?.actor == "陈立夏")
        #expect(try town.isSound())
    }

    @Test("A conflict keeps the reason that was typed")
    func reasonIsKept() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.type("照片不清楚")
        try desk.terminal.waitUntil("照片不清楚")
        // The other one rejects and takes it back: in review again, but another version.
        try town.act("reject", number, ["--reason", "少一页"])
        let undone = try town.act("undo", number)
        try desk.terminal.waitUntil(Words.changedMeanwhile)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil(Words.notWritten)
        #expect(try town.show(number).version == undone.version)

        try desk.waitUntilSelected(number)
        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.waitUntil("照片不清楚")
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已退回：\(number)")
        #expect(try town.show(number).reason == "照片不清楚")
    }

    @Test("The selection does not slide when the selected case leaves: its row stays, marked, until one moves on")
    func ghost() throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let numbers = desk.screen.numbers(in: .inReview)
        let (number, next) = (numbers[2], numbers[3])
        try desk.select(number)

        let approved = try town.act("approve", number)
        try desk.waitUntil(.inReview, counts: count - 1)
        try desk.terminal.waitUntil("the mark of a row that is gone") { $0.selection?.isGhost == true }
        #expect(desk.screen.selection?.number == number)
        try desk.terminal.waitUntil("who took it away") { $0.selection?.text.contains("已由 陈立夏 通过") == true }
        #expect(desk.screen.numbers(in: .inReview) == numbers || desk.screen.numbers(in: .inReview).contains(number))

        // A key pressed now still means that case: it is refused, and says what happened.
        try desk.terminal.type("a")
        try desk.terminal.waitUntil("\(number) 已由 陈立夏 于 ")
        #expect(desk.screen.find(Words.approveCard) == nil)
        #expect(try town.show(number).version == approved.version)

        try desk.terminal.press(.down)
        try desk.waitUntilSelected(next)
        #expect(!desk.screen.numbers(in: .inReview).contains(number))
        #expect(try town.cases("in-review").count == count - 1)
    }

    @Test("↑ leaves the row of a case that is gone, too")
    func ghostUp() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let numbers = desk.screen.numbers(in: .inReview)
        try desk.select(numbers[2])
        try town.act("approve", numbers[2])
        try desk.terminal.waitUntil("the mark of a row that is gone") { $0.selection?.isGhost == true }
        try desk.terminal.press(.up)
        try desk.waitUntilSelected(numbers[1])
    }

    @Test("The selection does not slide either when the case is one that this desk has worked on before")
    func ghostOfOwnCase() throws {
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
        try desk.terminal.press(.enter)
        try desk.waitUntil(.inReview, counts: count)
        // It is the first again, one row above those on the screen.
        try desk.terminal.press(.home)
        try desk.waitUntilSelected(number)

        try town.act("approve", number)
        try desk.waitUntil(.inReview, counts: count - 1)
        #expect(desk.screen.selection?.number == number)
        #expect(desk.screen.selection?.isGhost == true)
    }

    @Test("A key right after the row changed under one's eyes does nothing at first")
    func justChanged() throws {
        let town = try Township()
        let desk = try Desk(town)
        let number = try desk.selected()
        let before = try town.show(number)
        try town.act("urge", number)
        try desk.terminal.waitUntil("the mark of the urging") {
            $0.selection?.text.contains("催\(before.urgings + 1)") == true
        }
        try desk.terminal.press(.character("t"))
        // On a machine so busy that the key comes late, the card opens at once.
        try desk.terminal.waitUntil("why nothing happens yet, or the card") {
            $0.find(Words.justChanged) != nil || $0.find(Words.acceptCard) != nil
        }
        #expect((desk.screen.find(Words.justChanged) == nil) != (desk.screen.find(Words.acceptCard) == nil))
        #expect(try town.show(number).state == "pending")
    }
}
