import PseudoTerminal
import Testing

@Suite("Colours as the terminal has them")
struct ColourJourneys {
    private func colours(_ environment: [String: String]) throws -> (screen: TerminalModel, used: Set<ModelColour>) {
        let desk = try Desk(Township(), environment: environment)
        try desk.openCard("t", title: Words.acceptCard)
        let screen = desk.screen
        var used: Set<ModelColour> = []
        for row in 0..<screen.rows {
            for column in 0..<screen.columns {
                let style = screen.cell(column: column, row: row).style
                used.formUnion([style.foreground, style.background])
            }
        }
        #expect(screen.unknownSequences.isEmpty)
        return (screen, used)
    }

    @Test("COLORTERM=truecolor brings truecolour")
    func truecolour() throws {
        let used = try colours(["COLORTERM": "truecolor"]).used
        #expect(used.contains { $0.isTruecolour })
    }

    @Test("xterm-256color by itself gets the palette of 256 and no truecolour")
    func palette() throws {
        let used = try colours(["TERM": "xterm-256color"]).used
        #expect(!used.contains { $0.isTruecolour })
        #expect(used.contains { $0.index.map { $0 > 15 } == true })
    }

    @Test("xterm gets the sixteen colours and no more")
    func sixteen() throws {
        let used = try colours(["TERM": "xterm"]).used
        #expect(!used.contains { $0.isTruecolour || $0.index.map { $0 > 15 } == true })
        #expect(used.contains { $0.index != nil })
    }

    @Test(
        "NO_COLOR gets none, whatever else is said, and the selection can still be seen",
        arguments: [[:], ["COLORTERM": "truecolor"], ["TERM": "xterm"]])
    func none(environment: [String: String]) throws {
        let (screen, used) = try colours(environment.merging(["NO_COLOR": "1"]) { $1 })
        #expect(used == [.terminalDefault])
        let mark = try #require(screen.find("▶"))
        #expect(screen.cell(column: mark.column, row: mark.row).style != ModelStyle())
    }

    @Test("Every theme opens", arguments: ["dark", "light", "high-contrast", "colour-blind"])
    func themes(name: String) throws {
        let town = try Township()
        try town.folder.write("theme = \"\(name)\"\n", to: "config.toml")
        let desk = try Desk(town, environment: ["COLORTERM": "truecolor"])
        #expect(desk.screen.selection != nil)
    }
}

extension ModelColour {
    fileprivate var isTruecolour: Bool {
        if case .rgb = self { return true }
        return false
    }

    fileprivate var index: UInt8? {
        if case .indexed(let index) = self { return index }
        return nil
    }
}
