import CaseStore
import Casework
import Dashboard
import TerminalKit
import Testing

@Suite("Which pages a wide wall shows beside each other") struct WallRoundTests {
    /// A wall for two pages, of which these have something to show, as many pictures as they need.
    private static func wall(_ pages: [WallPage], parts: Int = 4, board: WallBoard = WallSamples.board()) -> WallHarness
    {
        var plan = WallPlan()
        plan.pages = pages
        plan.parts = parts
        return WallHarness(columns: 238, rows: 40, plan: plan, board: board)
    }

    /// How often each sheet was on the screen in so many pictures; no sheet is twice in one.
    private func counts(_ wall: inout WallHarness, pictures: Int) -> [WallSheet: Int] {
        var counts: [WallSheet: Int] = [:]
        for _ in 0..<pictures {
            let shown = wall.state.shown
            #expect(shown.count == 2 && shown[0] != shown[1], "\(shown)")
            for sheet in shown { counts[sheet, default: 0] += 1 }
            wall.press(.right)
        }
        return counts
    }

    @Test(
        "an odd number of pages: never the same one twice at once, and each as often as the others",
        arguments: [
            [WallPage.today, .notices, .hours], [.today, .notices, .hours, .agents, .deadlines],
            [.hours, .items, .today],
        ])
    func odd(_ pages: [WallPage]) {
        // A part of each in a round.
        var wall = Self.wall(pages, parts: 1)
        var counts: [WallPage: Int] = [:]
        for _ in 0..<pages.count * 4 {
            let shown = wall.state.shown.map(\.page)
            #expect(Set(shown).count == 2, "\(shown)")
            for page in shown { counts[page, default: 0] += 1 }
            wall.press(.right)
        }
        #expect(Set(counts.keys) == Set(pages))
        #expect(counts.values.allSatisfy { (7...9).contains($0) }, "\(counts)")
    }

    @Test("of a long page every part comes in its turn, also the one that is shown beside the end of a round")
    func long() {
        var wall = Self.wall([.items, .hours, .today], parts: 1)
        let parts = wall.state.sheets.first { $0.page == .items }?.parts ?? 0
        #expect(parts > 1)
        let counts = counts(&wall, pictures: parts * 12)
        let items = counts.filter { $0.key.page == .items }.map(\.value)
        #expect(items.count == parts && (items.max() ?? 0) - (items.min() ?? 0) <= 1, "\(items)")
    }

    @Test("two different pages stand side by side as long as there are others")
    func different() {
        var wall = Self.wall(WallPage.allCases, parts: 2)
        for _ in 0..<60 {
            #expect(
                wall.state.shown.map(\.page).count == Set(wall.state.shown.map(\.page)).count, "\(wall.state.shown)")
            wall.press(.right)
        }
    }

    @Test("one page that alone has something to show has the whole wall, and so has what is shown instead of pages")
    func alone() {
        let wall = Self.wall([.items])
        #expect(wall.state.shown.count == 1)
        #expect(wall.screen.split(separator: "\n").contains { $0.count { $0 == "━" } > 230 })
        var away = WallHarness(columns: 238, rows: 40, board: nil)
        away.send(.read(.failure(.notFound(path: "x.sqlite"))))
        let line = away.screen.split(separator: "\n").first { $0.contains("暂时读不到数据") } ?? ""
        #expect(line.prefix { $0 == " " }.count > 80)
    }

    @Test("a screen has one counter of pictures: that of a long page, beside its heading")
    func counters() {
        var wall = WallHarness(columns: 120, rows: 36)
        wall.show(.items)
        #expect(wall.state.shown[0].parts > 1)
        #expect(wall.screen.matches(of: #/\d+/\d+/#).count == 1)
    }
}
