import PseudoTerminal
import Testing

@Suite("Filtering a pane")
struct FilterJourneys {
    /// A desk on the cases in review, with two characters that some of them have.
    private func deskWithFilter() throws -> (desk: Desk, filter: String, matching: [String], all: Int) {
        let town = try Township()
        let cases = try town.cases("in-review")
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let item = try #require(cases.first { $0.number == number }?.item)
        let filter = String(item.prefix(2))
        let matching = try town.cases("in-review", containing: filter).map(\.number)
        try #require(!matching.isEmpty && matching.count < cases.count)
        return (desk, filter, matching, cases.count)
    }

    @Test("/ and two Chinese characters leave the rows that have them; Enter keeps them, Esc brings all back")
    func filter() throws {
        let (desk, filter, matching, all) = try deskWithFilter()
        try desk.terminal.press(.character("/"))
        try desk.terminal.waitUntil(Words.filterHint)
        try desk.terminal.type(filter)
        try desk.waitUntil(.inReview, counts: "\(matching.count)/\(all)")
        #expect(Set(desk.screen.numbers(in: .inReview)) == Set(matching))

        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil(absent: Words.filterHint)
        #expect(desk.screen.find("\(Pane.inReview.title) \(matching.count)/\(all)  /\(filter)") != nil)
        #expect(Set(desk.screen.numbers(in: .inReview)) == Set(matching))

        try desk.terminal.press(.escape)
        try desk.waitUntil(.inReview, counts: all)
        #expect(desk.screen.find("/\(filter)") == nil)
    }

    @Test("Esc while typing gives the filter up")
    func giveUp() throws {
        let (desk, filter, matching, all) = try deskWithFilter()
        try desk.terminal.press(.character("/"))
        try desk.terminal.waitUntil(Words.filterHint)
        try desk.terminal.type(filter)
        try desk.waitUntil(.inReview, counts: "\(matching.count)/\(all)")
        try desk.terminal.press(.escape)
        try desk.waitUntil(.inReview, counts: all)
        #expect(desk.screen.find(Words.filterHint) == nil)
    }

    @Test("A filter that nothing has says so")
    func nothing() throws {
        let (desk, _, _, all) = try deskWithFilter()
        try desk.terminal.press(.character("/"))
        try desk.terminal.waitUntil(Words.filterHint)
        try desk.terminal.type("龘龘")
        try desk.waitUntil(.inReview, counts: "0/\(all)")
        try desk.terminal.waitUntil("没有与“龘龘”相符的办件")
    }

    @Test("Letters typed into the filter are no commands")
    func lettersAreText() throws {
        let (desk, _, _, all) = try deskWithFilter()
        try desk.terminal.press(.character("/"))
        try desk.terminal.waitUntil(Words.filterHint)
        try desk.terminal.type("qa")
        try desk.waitUntil(.inReview, counts: "0/\(all)")
        #expect(desk.screen.find("/qa") != nil)
        #expect(desk.screen.find(Words.approveCard) == nil)
    }

    @Test("、 of a Chinese input method is / too")
    func ideographicComma() throws {
        let (desk, filter, matching, all) = try deskWithFilter()
        try desk.terminal.type("、")
        try desk.terminal.waitUntil(Words.filterHint)
        try desk.terminal.type(filter)
        try desk.waitUntil(.inReview, counts: "\(matching.count)/\(all)")
    }

    @Test("？ of a Chinese input method is ?, and ａ is a")
    func fullWidth() throws {
        let desk = try Desk(Township())
        try desk.terminal.type("？")
        try desk.terminal.waitUntil(Words.helpHint)
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil(absent: Words.helpHint)
        try desk.terminal.type("３")
        try desk.terminal.waitUntil("the selection in pane 3") { $0.selectedPane == .inReview }
        try desk.terminal.type("ａ")
        try desk.terminal.waitUntil(Words.approveCard)
    }
}
