import PseudoTerminal
import Testing

@Suite("Approving and accepting at the desk")
struct ApprovingJourneys {
    @Test("3, a and Enter approve the selected case: it is told, it leaves the queue, and the record has it")
    func approve() throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let next = try #require(desk.screen.numbers(in: .inReview).dropFirst().first)

        try desk.openCard("a", title: Words.approveCard)
        #expect(desk.screen.find("\(number)   ") != nil)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已通过：\(number)")
        try desk.waitUntil(.inReview, counts: count - 1)
        #expect(!desk.screen.numbers(in: .inReview).contains(number))
        // One's own work leads on to the next row.
        try desk.waitUntilSelected(next)

        let shown = try town.show(number)
        #expect(shown.state == "approved")
        #expect(shown.trace.first?.actor == "王敏")
        #expect(try town.isSound())
    }

    @Test("Esc on the card approves nothing")
    func cancel() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let before = try town.show(number).version
        try desk.openCard("a", title: Words.approveCard)
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil(absent: Words.approveCard)
        #expect(try desk.selected() == number)
        #expect(try town.show(number).version == before)
    }

    @Test("Several cases are approved one after the other without looking up")
    func approveThree() throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let first = Array(desk.screen.numbers(in: .inReview).prefix(3))
        for number in first {
            try desk.waitUntilSelected(number)
            try desk.openCard("a", title: Words.approveCard)
            try desk.terminal.press(.enter)
            try desk.terminal.waitUntil("已通过：\(number)")
        }
        try desk.waitUntil(.inReview, counts: count - 3)
        for number in first { #expect(try town.show(number).state == "approved") }
    }

    @Test("t accepts a pending case")
    func accept() throws {
        let town = try Township()
        let count = try town.cases("pending").count
        let desk = try Desk(town)
        let number = try desk.selected()
        try desk.openCard("t", title: Words.acceptCard)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已受理：\(number)")
        try desk.waitUntil(.pending, counts: count - 1)
        #expect(try town.show(number).state == "accepted")
    }

    @Test("u urges the agent, and once more is too soon")
    func urge() throws {
        let town = try Township()
        let desk = try Desk(town)
        let number = try desk.selected()
        let before = try town.show(number).urgings
        try desk.openCard("u", title: "催办？")
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已催办：\(number)")
        try desk.terminal.waitUntil("the mark of the urging") { $0.selection?.text.contains("催\(before + 1)") == true }
        try desk.openCard("u", title: "催办？")
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("刚催过")
        #expect(try town.show(number).urgings == before + 1)
    }
}
