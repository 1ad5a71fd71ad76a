import PseudoTerminal
import Testing

@Suite("Rejecting and declining at the desk")
struct RejectingJourneys {
    private static let reason = "缺少本人签字的授权书，请补齐后再送"

    @Test("A rejection needs a reason, keeps it when the card is left, and sends the case back to its agent")
    func reject() throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let before = try town.show(number)

        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("请写明理由")
        #expect(desk.screen.find(Words.rejectCard) != nil)
        #expect(try town.show(number).version == before.version)

        try desk.terminal.type(Self.reason)
        try desk.terminal.waitUntil(Self.reason)
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil("写下的文字保留")
        #expect(desk.screen.find(Words.rejectCard) == nil)
        #expect(try town.show(number).version == before.version)

        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.waitUntil(Self.reason)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已退回：\(number)")
        try desk.waitUntil(.inReview, counts: count - 1)

        let after = try town.show(number)
        #expect(after.state == "returned")
        #expect(after.reason == Self.reason)
        #expect(after.agent == before.agent)
        #expect(after.returns == before.returns + 1)
        #expect(try town.isSound())
    }

    @Test("A draft belongs to its case: another case's card is empty")
    func draftsAreApart() throws {
        let desk = try Desk(Township())
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.type(Self.reason)
        try desk.terminal.waitUntil(Self.reason)
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil(absent: Words.rejectCard)
        let other = try #require(desk.screen.numbers(in: .inReview).dropFirst().first)
        #expect(other != number)
        try desk.select(other)
        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.waitUntil("写明退回的理由")
        #expect(desk.screen.find(Self.reason) == nil)
    }

    @Test("The reason can be edited while it is typed")
    func editing() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.type("材料不错")
        try desk.terminal.waitUntil("材料不错")
        try desk.terminal.press(.backspace)
        try desk.terminal.type("全")
        try desk.terminal.waitUntil("材料不全")
        try desk.terminal.press(.home)
        try desk.terminal.type("q：")
        try desk.terminal.waitUntil("q：材料不全")
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已退回：\(number)")
        #expect(try town.show(number).reason == "q：材料不全")
    }

    @Test("d declines a pending case with its reason")
    func decline() throws {
        let town = try Township()
        let desk = try Desk(town)
        let number = try desk.selected()
        try desk.openCard("d", title: "不予受理？")
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("请写明理由")
        try desk.terminal.type("应到县医保局办理")
        try desk.terminal.waitUntil("应到县医保局办理")
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已不予受理：\(number)")
        let after = try town.show(number)
        #expect(after.state == "declined")
        #expect(after.reason == "应到县医保局办理")
    }
}
