import CaseStore
import Casework
import Dashboard
import TerminalKit
import Testing

@Suite("The wall of the hall") struct WallStateTests {
    private static let away = StoreError.notFound(path: "centre.sqlite")

    // MARK: Pages

    @Test("pages turn by themselves, in the order of the plan, and the empty ones are skipped")
    func order() {
        var plan = WallPlan()
        plan.pages = [.hours, .today, .receipts, .deadlines]
        plan.seconds = 10
        var wall = WallHarness(columns: 120, rows: 36, plan: plan, board: WallSamples.board(ready: 0))
        #expect(!wall.state.sheets.contains { $0.page == .receipts })
        var seen: [WallPage] = []
        for _ in 0..<(wall.state.sheets.count + 1) {
            seen.append(wall.state.shown[0].page)
            wall.wait(milliseconds: 10_000) { .success(WallSamples.board(readAt: $0, ready: 0)) }
        }
        #expect(seen.first == .hours && seen.last == .hours)
        #expect(seen.firstIndex(of: .today) == 1)
        #expect(Set(seen) == [.hours, .today, .deadlines])
    }

    @Test("a long page turns in parts that say which one they are, and every one of its lines is shown once")
    func parts() {
        var wall = WallHarness(columns: 80, rows: 24)
        wall.show(.agents)
        let parts = wall.state.sheets.count { $0.page == .agents }
        #expect(parts > 1)
        var names: [String] = []
        for part in 0..<parts {
            #expect(wall.screen.contains("\(part + 1)/\(parts)"))
            names += WallSamples.people.filter { wall.screen.contains($0) }
            wall.press(.right)
        }
        #expect(names == WallSamples.people)
    }

    /// As many as fill a picture.
    private static let papers = (1...20).map { ServiceItem.Material(name: "材料\($0)") }

    @Test("P2: the catalogue goes round: some items in each round, all of them in the end")
    func catalogue() {
        let items = (1...10).map { number in
            WallItem(
                item: ServiceItem(
                    code: "X\(number)", name: "第〔\(number)〕项", level: .village, kind: .instant, area: .named(.advice),
                    materials: Self.papers, legalBasis: "规定"))
        }
        var plan = WallPlan()
        plan.pages = [.items, .hours]
        plan.seconds = 5
        plan.parts = 3
        var wall = WallHarness(plan: plan, board: WallSamples.board(items: items))
        var seen: [Int: Int] = [:]
        for _ in 0..<40 {
            for number in 1...10 where wall.screen.contains("〔\(number)〕") { seen[number, default: 0] += 1 }
            wall.wait(milliseconds: 5_000) { .success(WallSamples.board(readAt: $0, items: items)) }
        }
        // 40 pictures are ten rounds of three items and the hours: each item three times.
        #expect(seen.count == 10 && seen.values.allSatisfy { (2...4).contains($0) }, "\(seen)")
    }

    @Test("P2: a long page that stands alone goes on, too")
    func aloneAndLong() {
        let items = (1...4).map { number in
            WallItem(
                item: ServiceItem(
                    code: "X\(number)", name: "第〔\(number)〕项", level: .village, kind: .instant, area: .named(.advice),
                    materials: Self.papers, legalBasis: "规定"))
        }
        var plan = WallPlan()
        plan.pages = [.items]
        plan.seconds = 5
        plan.parts = 1
        var wall = WallHarness(plan: plan, board: WallSamples.board(items: items))
        #expect(wall.state.sheets.count == 1 && wall.state.sheets[0].parts > 1)
        var seen: Set<Int> = []
        for _ in 0..<8 {
            for number in 1...4 where wall.screen.contains("〔\(number)〕") { seen.insert(number) }
            wall.wait(milliseconds: 5_000) { .success(WallSamples.board(readAt: $0, items: items)) }
        }
        #expect(seen == [1, 2, 3, 4])
    }

    @Test("help that nobody puts away goes by itself, and at once by Esc")
    func helpGoes() {
        var wall = WallHarness(columns: 120, rows: 36)
        wall.press(.character("?"))
        wall.wait(milliseconds: 60_000)
        #expect(wall.state.showsHelp)
        wall.wait(milliseconds: 90_000)
        #expect(!wall.state.showsHelp)
        wall.press(.character("?"))
        wall.press(.escape)
        #expect(!wall.state.showsHelp)
    }

    @Test("a wide wall shows two pages side by side, from the columns of the plan on")
    func split() {
        #expect(WallHarness(columns: 199, rows: 60).state.shown.count == 1)
        var wall = WallHarness(columns: 200, rows: 60)
        #expect(wall.state.shown.count == 2)
        #expect(wall.screen.split(separator: "\n").contains { $0.count { $0 == "━" } > 150 })
        let first = wall.state.shown
        wall.wait(milliseconds: 15_000)
        #expect(wall.state.shown[0] != first[0] && wall.state.shown[0] != first[1])
    }

    @Test(
        "P2, S12: at every size from 80x24 to 400x120 each page draws, and cuts nothing of the clock",
        arguments: [(80, 24), (100, 30), (120, 36), (132, 43), (160, 45), (199, 50), (238, 64), (400, 120)],
        Language.allCases)
    func sizes(_ size: (Int, Int), _ language: Language) {
        for split in [WallPlan.Split.never, .from(columns: 200)] {
            var plan = WallPlan()
            plan.split = split
            for glyphs in [Glyphs(.unicode), Glyphs(.ascii)] {
                var wall = WallHarness(columns: size.0, rows: size.1, language: language, plan: plan, glyphs: glyphs)
                for _ in wall.state.sheets {
                    let screen = wall.screen
                    #expect(screen.contains("0377-66001234"))
                    #expect(size.1 >= 34 || screen.contains("09:41"))
                    wall.press(.right)
                }
                #expect(Set(wall.state.sheets.map(\.page)) == Set(WallPage.allCases))
            }
        }
    }

    @Test("a picture of a fixed size stands in the middle, and a small window shows the clock alone")
    func fixedSize() {
        var plan = WallPlan()
        plan.size = .fixed(TerminalSize(columns: 80, rows: 24))
        let wall = WallHarness(columns: 120, rows: 40, plan: plan)
        let lines = wall.screen.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.prefix(8).allSatisfy(\.isEmpty) && lines.suffix(8).allSatisfy(\.isEmpty))
        #expect(lines[8].hasPrefix(String(repeating: " ", count: 21)))
        #expect(WallHarness(columns: 30, rows: 10).screen.contains("█"))
    }

    // MARK: Keys

    @Test("keys turn, hold, help and leave, and nothing else does anything: no key leads to a command of the desk")
    func keys() {
        var wall = WallHarness(columns: 120, rows: 36)
        let first = wall.state.shown[0]
        wall.press(.right)
        let second = wall.state.shown[0]
        #expect(second != first)
        wall.press(.left)
        #expect(wall.state.shown[0] == first)
        wall.press(.left)
        #expect(wall.state.shown[0] == wall.state.sheets.last)
        wall.press(.right)
        wall.press(.character("?"))
        #expect(wall.screen.contains("PgDn"))
        wall.press(.character("?"))
        // Every key of the desk's registry, and a few more.
        let screen = wall.screen
        let own = Set("np h?q".map(Key.character) + [.right, .left, .pageUp, .pageDown, .function(1)])
        let all: [Key] =
            (32..<127).compactMap { Unicode.Scalar($0).map { .character(Character($0)) } }
            + [
                .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .home, .end, .function(2),
                .function(12),
            ]
        for key in all where !own.contains(key) {
            for modifiers in [KeyModifiers(), .alt, .shift] {
                wall.press(key, modifiers)
                #expect(wall.effects.isEmpty && wall.screen == screen, "\(key)")
            }
        }
        wall.send(.input(.paste("a\nq\n")))
        #expect(wall.effects.isEmpty && wall.screen == screen)
        wall.press(.character("q"))
        #expect(wall.effects == [.leave])
    }

    @Test("whatever happens, a wall only ever asks for a reading, a repaint or its end")
    func effects() {
        // The switch is exhaustive: an effect that did more would not compile here.
        func isHarmless(_ effect: WallEffect) -> Bool {
            switch effect {
            case .read, .look, .redraw, .leave: true
            }
        }
        var wall = WallHarness()
        wall.press(.character("l"), .control)
        #expect(wall.effects.allSatisfy(isHarmless) && wall.effects == [.redraw])
    }

    @Test("a page that is held goes on by itself after ten minutes")
    func pause() {
        var wall = WallHarness(columns: 120, rows: 36)
        wall.press(.character(" "))
        let held = wall.state.shown
        #expect(wall.screen.contains("暂停"))
        wall.wait(milliseconds: 9 * 60_000)
        #expect(wall.state.shown == held)
        wall.wait(milliseconds: 2 * 60_000)
        #expect(!wall.state.isPaused && wall.state.shown != held)
    }

    // MARK: The record

    @Test("many commits in a moment are one reading, and five seconds lie between two")
    func debounce() {
        var wall = WallHarness()
        var readings = 0
        for _ in 0..<100 {
            wall.send(.feed(.changed))
            readings += wall.effects.count { $0 == .read }
            wall.answer()
            wall.wait(milliseconds: 100)
        }
        // Ten seconds: those that the waiting answered come on top of none.
        #expect(readings <= 2)
        var times: [Int64] = []
        wall = WallHarness()
        for _ in 0..<600 {
            wall.moment.instant.milliseconds += 100
            wall.moment.steady += 100
            wall.send(.feed(.changed))
            if wall.effects.contains(.read) { times.append(wall.moment.steady) }
            wall.answer()
        }
        #expect(times.count >= 10)
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 5_000 })
    }

    @Test(
        "numbers that stop being refreshed tell their age, later give way to a calm notice, and come back by themselves"
    )
    func away() {
        var wall = WallHarness(columns: 120, rows: 36)
        wall.wait(milliseconds: 120_000)
        #expect(wall.screen.contains("数据 09:4"))
        wall.send(.feed(.unreachable(Self.away)))
        #expect(!wall.screen.contains("没有更新"))
        wall.wait(milliseconds: 10 * 60_000) { _ in .failure(Self.away) }
        #expect(wall.screen.contains("没有更新") && wall.screen.contains("数据停在 09:4"))
        #expect(!wall.screen.contains("centre.sqlite"))
        wall.wait(milliseconds: 3 * 3_600_000) { _ in .failure(Self.away) }
        #expect(wall.state.shown.isEmpty && wall.screen.contains("暂时读不到数据"))
        wall.wait(milliseconds: 20_000)
        #expect(!wall.state.shown.isEmpty && !wall.screen.contains("暂时读不到数据"))
    }

    @Test("numbers of yesterday are not shown as today's")
    func yesterday() {
        var wall = WallHarness(columns: 120, rows: 36)
        wall.wait(milliseconds: 14 * 3_600_000)
        #expect(!wall.state.shown.isEmpty)
        wall.wait(milliseconds: 30 * 60_000) { _ in .failure(Self.away) }
        #expect(wall.state.shown.isEmpty)
    }

    @Test("a wall that is switched on before its record is there waits and shows the clock")
    func before() {
        var wall = WallHarness(columns: 120, rows: 36, board: nil)
        #expect(wall.effects == [.read])
        wall.send(.read(.failure(Self.away)))
        #expect(wall.screen.contains("暂时读不到数据"))
        wall.wait(milliseconds: 11_000)
        #expect(!wall.state.shown.isEmpty)
    }

    // MARK: Clocks

    @Test("a jump of the machine's clock is told with both times, and no longer once it is set back; pages turn on")
    func jump() {
        var wall = WallHarness(columns: 160, rows: 45)
        wall.wait(milliseconds: 5_000)
        wall.setClock(by: 86_400_000 * 40)
        let before = wall.state.shown
        wall.wait(milliseconds: 16_000)
        #expect(wall.screen.contains("2026-11-20 09:41") && wall.screen.contains("2026-12-30 09:4"))
        #expect(wall.state.shown != before)
        wall.setClock(by: -86_400_000 * 40)
        wall.wait(milliseconds: 1_000)
        wall.send(.due)
        #expect(wall.state.jump == nil)
        // What a time server corrects is no jump.
        wall.setClock(by: 900)
        wall.wait(milliseconds: 61_000)
        #expect(wall.state.jump == nil)
        wall.setClock(by: -3_600_000)
        wall.wait(milliseconds: 61_000)
        #expect(wall.state.jump != nil)
        wall.wait(milliseconds: 31 * 60_000)
        #expect(wall.state.jump == nil)
    }

    @Test("against burning in the picture moves by a cell now and then, to six places, and comes back")
    func burnIn() {
        var plan = WallPlan()
        plan.pages = [.hours]
        var wall = WallHarness(columns: 80, rows: 24, plan: plan, board: WallSamples.board(urgent: nil))
        func corner() -> Int? {
            let lines = wall.screen.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.firstIndex { $0.contains("云溪镇") }.map { row in
                row * 100 + lines[row].prefix { $0 == " " }.count
            }
        }
        var places: [Int] = []
        for _ in 0..<12 {
            places.append(corner() ?? -1)
            wall.wait(milliseconds: 600_000) { .success(WallSamples.board(readAt: $0, urgent: nil)) }
        }
        #expect(Set(places).count == 6 && !places.contains(-1))
        #expect(places.prefix(6) == places.suffix(6))
        plan.shiftMinutes = 0
        wall = WallHarness(plan: plan)
        wall.wait(milliseconds: 3_600_000)
        #expect(wall.state.shifts == 0)
    }

    @Test(
        "at night the wall is dark but for a dim clock that stands elsewhere every minute; a key lights it for two minutes"
    )
    func night() {
        var plan = WallPlan()
        plan.night = .init(from: 19 * 60, to: 7 * 60 + 30)
        var wall = WallHarness(columns: 120, rows: 36, plan: plan)
        #expect(!wall.state.isNight)
        wall.wait(milliseconds: (9 * 60 + 19) * 60_000)
        #expect(wall.state.isNight)
        var pictures: Set<String> = []
        for _ in 0..<20 {
            #expect(wall.screen.split(separator: "\n").count { !$0.isEmpty } <= 3)
            pictures.insert(wall.screen)
            // Nothing is due but the minute.
            #expect(wall.state.nextDue - wall.moment.steady > 30_000)
            wall.wait(milliseconds: 60_000)
        }
        #expect(pictures.count == 20)
        wall.press(.right)
        #expect(!wall.state.isNight && wall.screen.contains("0377-66001234"))
        wall.wait(milliseconds: 121_000)
        #expect(wall.state.isNight)
        wall.wait(milliseconds: 13 * 3_600_000)
        #expect(!wall.state.isNight)
    }

    // MARK: The urgent notice

    @Test(
        "an urgent notice stands still where it fits, and goes round where it does not, whole, without tearing a glyph")
    func ticker() {
        var wall = WallHarness(columns: 120, rows: 36)
        wall.wait(milliseconds: 10_000)
        #expect(wall.state.tickerOffset == 0 && wall.screen.contains("11 月 21 日全镇停电检修"))
        let long = (1...40).map { "甲乙丙丁第\($0)号" }.joined()
        wall = WallHarness(columns: 80, rows: 24, board: WallSamples.board(urgent: long))
        var seen: Set<Int> = []
        for _ in 0..<700 {
            let line = wall.screen.split(separator: "\n").first { $0.contains("紧急通知") } ?? ""
            for number in 1...40 where line.contains("第\(number)号") { seen.insert(number) }
            #expect(DisplayWidth.of(String(line)) <= 80)
            wall.wait(milliseconds: 667) { .success(WallSamples.board(readAt: $0, urgent: long)) }
        }
        #expect(seen.count == 40)
    }

    // MARK: What it costs

    @Test(
        "a page turn sends each cell at most once, an idle minute the clock, a step of the urgent notice one line",
        arguments: [(80, 24), (120, 36), (238, 64)])
    func bytes(_ columns: Int, _ rows: Int) throws {
        let view = WallView(theme: try .embedded("hall-dark"))
        var buffer = CellBuffer(size: TerminalSize(columns: columns, rows: rows))
        var encoder = FrameEncoder(depth: .truecolour)
        func frame(_ state: WallState) -> Int {
            view.draw(state, in: &buffer)
            return encoder.encode(buffer, cursor: nil).count
        }
        var wall = WallHarness(columns: columns, rows: rows, board: WallSamples.board(urgent: nil))
        _ = frame(wall.state)
        #expect(frame(wall.state) == 0)
        for _ in 0..<20 {
            wall.press(.right)
            let sent = frame(wall.state)
            #expect(encoder.counters.cellsChanged <= columns * rows && encoder.counters.repaints == 0)
            #expect(sent < columns * rows * 4, "\(sent)")
        }
        wall.press(.character(" "))
        _ = frame(wall.state)
        for _ in 0..<5 {
            wall.wait(milliseconds: 60_000) { .success(WallSamples.board(readAt: $0, urgent: nil)) }
            // The clock in large digits, the time of the data.
            let sent = frame(wall.state)
            #expect((1..<700).contains(sent), "\(sent)")
        }
        let long = String(repeating: "全镇停电检修", count: 40)
        wall = WallHarness(columns: columns, rows: rows, board: WallSamples.board(urgent: long))
        wall.press(.character(" "))
        _ = frame(wall.state)
        for _ in 0..<5 {
            wall.wait(milliseconds: 667) { .success(WallSamples.board(readAt: $0, urgent: long)) }
            view.drawTicker(wall.state, in: &buffer)
            let sent = encoder.encode(buffer, cursor: nil).count
            #expect((1..<columns * 3 + 100).contains(sent), "\(sent)")
            // The line alone is the same as the whole picture.
            #expect(frame(wall.state) == 0)
        }
    }

    @Test("an idle wall wakes up for the minute and the turn of a page, and for nothing else")
    func wakeUps() {
        var plan = WallPlan()
        plan.seconds = 15
        var wall = WallHarness(plan: plan, board: WallSamples.board(urgent: nil))
        var wakes = 0
        let end = wall.moment.steady + 600_000
        while wall.state.nextDue <= end {
            let due = max(wall.state.nextDue, wall.moment.steady + 1)
            wall.moment.instant.milliseconds += due - wall.moment.steady
            wall.moment.steady = due
            wall.send(.due)
            wakes += 1
            wall.answer { .success(WallSamples.board(readAt: $0, urgent: nil)) }
        }
        // Ten minutes: 40 pages; minutes and readings, ten each, mostly come with one of them.
        #expect((40...62).contains(wakes), "\(wakes)")
    }
}
