import PseudoTerminal
import Testing

@Suite("The mouse")
struct MouseJourneys {
    @Test("A click selects the row below it, in whichever pane it is")
    func clickSelects() throws {
        let desk = try Desk(Township())
        for pane in [Pane.inReview, .pending] {
            let number = try #require(desk.screen.numbers(in: pane).dropFirst(2).first)
            let column = pane == .inReview ? 10 : 12
            let row = try #require((0..<desk.screen.rows).first { Self.row($0, of: desk.screen).contains(number) })
            try desk.terminal.click(column: column, row: row)
            try desk.waitUntilSelected(number)
            #expect(desk.screen.selectedPane == pane)
        }
    }

    @Test("The wheel moves the selection of the pane below it")
    func wheel() throws {
        let desk = try Desk(Township())
        try desk.focus(.inReview)
        let numbers = desk.screen.numbers(in: .inReview)
        let place = try #require(desk.screen.selection)
        try desk.terminal.scroll(.down, column: place.column + 5, row: place.row + 1)
        try desk.waitUntilSelected(numbers[3])
        try desk.terminal.scroll(.up, column: place.column + 5, row: place.row + 1)
        try desk.waitUntilSelected(numbers[0])
    }

    @Test("The wheel scrolls a long queue")
    func wheelScrolls() throws {
        let town = try Township()
        let count = try town.cases("in-review").count
        let desk = try Desk(town, rows: 26)
        try desk.focus(.inReview)
        let first = try desk.selected()
        try #require(count > desk.screen.numbers(in: .inReview).count)
        let place = try #require(desk.screen.selection)
        for _ in 0..<count / 3 + 1 { try desk.terminal.scroll(.down, column: place.column + 5, row: place.row) }
        try desk.terminal.waitUntil("the first row to scroll away") { screen in
            !screen.numbers(in: .inReview).contains(first)
        }
    }

    @Test("A click on a command of the footer opens its card, and a click beside the card answers nothing")
    func footer() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let before = try town.show(number).version
        try desk.terminal.waitUntil("a 通过")
        let place = try #require(desk.screen.find("a 通过"))
        #expect(place.row == desk.screen.rows - 1)
        try desk.terminal.click(column: place.column + 2, row: place.row)
        try desk.terminal.waitUntil(Words.approveCard)
        try desk.terminal.click(column: 10, row: 5)
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil(absent: Words.approveCard)
        #expect(try desk.selected() == number)
        #expect(try town.show(number).version == before)
    }

    @Test("A click on a tab shows its pane")
    func tab() throws {
        let desk = try Desk(Township(), columns: 80, rows: 24)
        let place = try #require(desk.screen.find(Pane.inReview.title))
        try desk.terminal.click(column: place.column + 1, row: place.row)
        try desk.terminal.waitUntil("┌─ \(Pane.inReview.title)")
    }

    @Test("mouse = false leaves the mouse to the terminal")
    func off() throws {
        let town = try Township()
        try town.folder.write("mouse = false\n", to: "config.toml")
        let desk = try Desk(town)
        #expect(!desk.screen.reportsMouse)
        #expect(desk.screen.modes.contains(2004))
    }

    private static func row(_ row: Int, of screen: TerminalModel) -> String { screen.lines[row] }
}
