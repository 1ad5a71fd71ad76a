import CaseStore
import Casework
import Dashboard
import TerminalKit
import Testing

@Suite("How the pages of the wall use their room") struct WallPageTests {
    private func wall(
        _ page: WallPage, _ board: WallBoard, columns: Int = 120, rows: Int = 36, _ language: Language = .chinese
    ) -> WallHarness {
        var plan = WallPlan()
        plan.pages = [page]
        return WallHarness(columns: columns, rows: rows, language: language, plan: plan, board: board)
    }

    @Test("P2: items that say little stand several on a picture, and nothing of them is cut")
    func shortItems() {
        let items = (1...4).map { number in
            WallItem(
                item: ServiceItem(
                    code: "X\(number)", name: "第〔\(number)〕项", level: .village, kind: .promised,
                    area: .named(.insurance), department: "人社所",
                    materials: [.init(name: "居民身份证\(number)"), .init(name: "社会保障卡\(number)")]))
        }
        for language in Language.allCases {
            let wall = wall(.items, WallSamples.board(items: items), language)
            #expect(wall.state.sheets.count == 1)
            for number in 1...4 {
                for text in ["第〔\(number)〕项", "居民身份证\(number)", "社会保障卡\(number)"] {
                    #expect(wall.screen.contains(text), "\(text)")
                }
            }
            #expect(!wall.screen.contains("…"))
        }
    }

    @Test("no English text of the cards of agents is cut while there is room, and who stands in is whole")
    func standIn() {
        for (columns, rows) in [(120, 36), (238, 64)] {
            var wall = wall(.agents, WallSamples.board(), columns: columns, rows: rows, .english)
            var screens = ""
            for _ in wall.state.sheets {
                screens += wall.screen
                wall.press(.right)
            }
            #expect(!screens.contains("…") && screens.contains("罗小青 13900009090"))
        }
    }

    @Test("whether the hall is open is said in large letters at 120x36, also on a day off, in both languages")
    func closed() throws {
        var board = WallSamples.board(urgent: nil)
        board.hours.week[0].sessions = []
        board.hours.next = []
        for (language, words) in [(Language.chinese, "今天休息"), (.english, "Closed")] {
            let wall = wall(.hours, board, language)
            let letters = BigLetters(words, glyphs: Glyphs(.unicode).widgets)
            let size = try #require(letters.measure())
            var drawn = CellBuffer(size: size)
            _ = letters.draw(in: &drawn, region: Region(x: 0, y: 0, width: size.columns, height: size.rows))
            // The block as it is, in one place.
            let rows = (0..<size.rows).map { Array(drawn.text(row: $0).padded(to: size.columns)) }
            let lines = wall.screen.split(separator: "\n", omittingEmptySubsequences: false)
                .map { Array(String($0).padded(to: 120)) }
            let isThere = (0...(lines.count - size.rows)).contains { y in
                (0...(120 - size.columns)).contains { x in
                    rows.indices.allSatisfy { Array(lines[y + $0].dropFirst(x).prefix(size.columns)) == rows[$0] }
                }
            }
            #expect(isThere, "\(words)\n\(wall.screen)")
        }
    }

    @Test("villages are spread evenly over the pictures that they need")
    func even() {
        var board = WallSamples.board(urgent: nil)
        board.villages = WallSamples.villages.map { WallVillage(name: $0, open: 3, near: 0, overdue: 0) }
        var wall = wall(.deadlines, board)
        var counts: [Int] = []
        for _ in wall.state.sheets {
            counts.append(WallSamples.villages.count { wall.screen.contains($0) })
            wall.press(.right)
        }
        #expect(counts.reduce(0, +) == 22 && (counts.max() ?? 0) - (counts.min() ?? 0) <= counts.count, "\(counts)")
    }

    @Test("the last digits of a receipt, which people look for, are large digits")
    func receipts() {
        let wall = wall(.receipts, WallSamples.board(urgent: nil, ready: 3))
        // 0011
        #expect(wall.screen.contains("█▀█ █▀█ ▄█  ▄█") || wall.screen.contains("██████  ██████    ██      ██"))
        #expect(wall.screen.contains("YX261110-0011"))
    }

    @Test("who serves where entries come by file is said to sit by the hours, and is not counted as missing")
    func scheduled() {
        var board = WallSamples.board(urgent: nil)
        for place in 0..<5 { board.agents[place].presence = .scheduled }
        board.agents[3].standIn = nil
        let chinese = wall(.agents, board).screen
        #expect(chinese.contains("坐班时间") && chinese.contains("15/17"))
        #expect(wall(.agents, board, .english).screen.contains("duty hours"))
    }

    @Test("the header and the line of an urgent notice reach the edges of the screen, wherever the picture stands")
    func edges() throws {
        let view = WallView(theme: try .embedded("hall-dark"))
        var harness = WallHarness(columns: 120, rows: 36)
        for _ in 0..<6 {
            var buffer = CellBuffer(size: harness.state.size)
            view.draw(harness.state, in: &buffer)
            let ticker = (0..<36).first { buffer.text(row: $0).contains("紧急通知") } ?? 0
            for row in [0, ticker] {
                let grounds = Set([0, 119].map { buffer.style(x: $0, y: row).background })
                #expect(grounds == [buffer.style(x: 60, y: row).background], "row \(row)")
            }
            harness.wait(milliseconds: 600_000)
        }
    }
}

extension String {
    fileprivate func padded(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
