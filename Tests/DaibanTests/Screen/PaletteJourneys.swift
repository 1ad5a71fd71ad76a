import PseudoTerminal
import Testing

@Suite("The list of commands, and the zoom")
struct PaletteJourneys {
    @Test(": and a word find a command, and Enter gives it", arguments: [":", "："])
    func palette(key: String) throws {
        let desk = try Desk(Township())
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.terminal.type(key)
        try desk.terminal.waitUntil("不予受理：这件现在是“待审核”")
        try desk.terminal.type("通过")
        try desk.terminal.waitUntil(absent: "不予受理：这件现在是“待审核”")
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil(Words.approveCard)
        #expect(desk.screen.find("\(number)   ") != nil)
    }

    @Test("z gives a pane the whole window, and once more gives it back")
    func zoom() throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.terminal.press(.character("z"))
        try desk.terminal.waitUntil("the pane alone, with every row") {
            $0.find("┌─ \(Pane.pending.title)") == nil && $0.numbers(in: .inReview).count == count
        }
        try desk.waitUntilSelected(number)
        try desk.terminal.press(.character("z"))
        try desk.terminal.waitUntil("┌─ \(Pane.pending.title)")
        try desk.waitUntilSelected(number)
    }

    @Test("Enter on an agent lists the cases in hand, and one of them can be worked on")
    func agentCases() throws {
        let town = try Township()
        let holder = try #require(try town.cases("pending").first?.agent)
        let desk = try Desk(town)
        try desk.focus(.agents)
        try desk.terminal.press(.character("/"))
        try desk.terminal.waitUntil(Words.filterHint)
        try desk.terminal.type(holder)
        try desk.terminal.waitUntil("the agent alone") { $0.selection?.text.contains(holder) == true }
        try desk.terminal.press(.enter, .enter)
        try desk.terminal.waitUntil("\(holder) 手上的办件")
        try desk.terminal.waitUntil("a case in the list") { $0.selection?.number != nil }
        let number = try desk.selected()
        #expect(try town.show(number).agent == holder)
        try desk.openCard("u", title: "催办？")
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil(absent: "催办？")
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil("┌─ \(Pane.inReview.title)")
    }
}
