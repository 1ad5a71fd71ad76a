import PseudoTerminal
import Testing

@Suite("Other people's work shows by itself")
struct LiveJourneys {
    @Test("A commit of another process is on the screen without any key")
    func commitShows() throws {
        let town = try Township()
        let waiting = try town.cases("in-review")
        let desk = try Desk(town)
        let last = try #require(desk.screen.numbers(in: .inReview).dropFirst().first)
        try town.act("approve", last)
        try desk.waitUntil(.inReview, counts: waiting.count - 1)
        try desk.terminal.waitUntil("the row to go") { !$0.numbers(in: .inReview).contains(last) }
    }

    @Test("A new case of the command line is on the screen without any key")
    func newCaseShows() throws {
        let town = try Township()
        let count = try town.cases("pending").count
        let desk = try Desk(town)
        try town.run([
            "case", "new", "--item", "残疾人证换领", "--village", "石门垭", "--applicant", "欧阳明月", "--as", "R02",
        ]).require()
        try desk.waitUntil(.pending, counts: count + 1)
    }

    @Test("What is done at one desk shows at another")
    func twoDesks() throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let first = try Desk(town, as: "R01")
        let second = try Desk(town, as: "R02", columns: 80, rows: 24)
        try first.focus(.inReview)
        let number = try first.selected()
        try first.openCard("a", title: Words.approveCard)
        try first.terminal.press(.enter)
        try second.terminal.waitUntil("3 待审核 \(count - 1) ")
        #expect(try town.show(number).state == "approved")
    }

    @Test("The selection stays on its case when rows come and go around it")
    func selectionStays() throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let numbers = desk.screen.numbers(in: .inReview)
        try desk.select(numbers[4])
        try town.act("approve", numbers[1])
        try desk.waitUntil(.inReview, counts: count - 1)
        #expect(try desk.selected() == numbers[4])
        try town.act("approve", numbers[5])
        try desk.waitUntil(.inReview, counts: count - 2)
        #expect(try desk.selected() == numbers[4])
        #expect(desk.screen.selection?.isGhost == false)
    }

    @Test("A reason that is being typed survives a commit of another process")
    func reasonSurvives() throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let other = try #require(desk.screen.numbers(in: .inReview).dropFirst().first)
        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.type("户口本")
        try desk.terminal.waitUntil("户口本")
        try town.act("approve", other)
        try desk.waitUntil(.inReview, counts: count - 1)
        #expect(desk.screen.find("户口本") != nil)
        #expect(desk.screen.find(Words.changedMeanwhile) == nil)
        try desk.terminal.type("缺页")
        try desk.terminal.waitUntil("户口本缺页")
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已退回：\(number)")
        #expect(try town.show(number).reason == "户口本缺页")
    }

    @Test("A filter that is being typed survives a commit of another process")
    func filterSurvives() throws {
        let town = try Township()
        let cases = try town.cases("in-review")
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let item = try #require(cases.first { $0.number == number }?.item)
        let filter = String(item.prefix(2))
        let matching = try town.cases("in-review", containing: filter).map(\.number)
        let other = try #require(cases.first { !matching.contains($0.number) }?.number)

        try desk.terminal.press(.character("/"))
        try desk.terminal.waitUntil(Words.filterHint)
        try desk.terminal.type(filter)
        try desk.waitUntil(.inReview, counts: "\(matching.count)/\(cases.count)")
        try town.act("approve", other)
        try desk.waitUntil(.inReview, counts: "\(matching.count)/\(cases.count - 1)")
        #expect(desk.screen.find(Words.filterHint) != nil)
        #expect(desk.screen.find("/\(filter)") != nil)
        #expect(Set(desk.screen.numbers(in: .inReview)) == Set(matching))
        #expect(try desk.selected() == number)
    }

    @Test("An open detail shows what another process does to its case")
    func detailIsLive() throws {
        let town = try Township()
        let desk = try Desk(town)
        let number = try desk.selected()
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("痕迹（新的在上）")
        try town.act("urge", number)
        try desk.terminal.waitUntil("陈立夏  催办")
    }
}
