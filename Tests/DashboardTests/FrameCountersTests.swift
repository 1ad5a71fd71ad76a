import Dashboard
import TerminalKit
import Testing

@Suite("The frame counters on the screen") struct FrameCountersTests {
    private static let f12 = KeyPress(.function(12))

    static let figures: FrameFigures = {
        var last = FrameCounters()
        (last.frames, last.cellsLookedAt, last.cellsChanged, last.bytes) = (1, 7_200, 34, 96)
        var total = last
        (total.frames, total.repaints, total.bytes) = (212, 2, 123_456)
        return FrameFigures(last: last, total: total)
    }()

    @Test("F12 shows them over whatever is open, and hides them again, without closing it")
    func toggled() {
        var desk = DeskHarness()
        desk.figures = Self.figures
        #expect(!desk.shows("画面计数"))
        for keys in ["", "?", "/"] {
            desk.type(keys)
            let before = desk.screen
            desk.press(Self.f12)
            #expect(desk.shows("─ 画面计数 ─") && desk.shows("123456"))
            desk.press(Self.f12)
            #expect(desk.screen == before)
            desk.press(.escape)
        }
    }

    @Test("they are found in the list of commands")
    func palette() {
        var desk = DeskHarness(language: .english)
        desk.figures = Self.figures
        desk.type(":frame")
        desk.press(.enter)
        #expect(desk.shows("─ Frame counters ─"))
    }

    @Test("while they are shown, a desk on which nothing happens draws nothing by itself")
    func idle() {
        var desk = DeskHarness()
        desk.press(Self.f12)
        #expect(desk.effects.isEmpty)
    }
}
