import Testing

@testable import TerminalKit

@Suite("Gauges, sparklines, large digits")
struct ChartTests {
    @Test(
        "a gauge is empty only at nothing and full only at all, at every length, and never falls",
        arguments: WidgetGlyphs.allCases)
    func ends(glyphs: WidgetGlyphs) {
        for cells in 2...30 {
            var before = 0
            for part in 0...1_000 {
                let filled = Gauge(part: part, whole: 1_000, glyphs: glyphs).eighths(of: cells)
                guard filled >= before, (filled == 0) == (part == 0), (filled == cells * 8) == (part == 1_000) else {
                    Issue.record("\(part) of 1000 on \(cells) cells: \(filled)")
                    return
                }
                before = filled
            }
        }
    }

    @Test("a gauge takes any numbers")
    func oddNumbers() {
        #expect(Gauge(part: 5, whole: 3).eighths(of: 10) == 80)
        #expect(Gauge(part: -5, whole: 3).eighths(of: 10) == 0)
        #expect(Gauge(part: 0, whole: 0).eighths(of: 10) == 0)
        #expect(Gauge(part: .max / 2, whole: .max).eighths(of: 10) == 40)
        #expect(Gauge(part: 1, whole: 2).eighths(of: 0) == 0)
        #expect(Gauge(part: 1, whole: 2, glyphs: .ascii).eighths(of: 1) == 0)
    }

    @Test("levels run from the lowest to the highest, beyond the scale they stay there")
    func levels() {
        #expect((0...7).map { Sparkline.level(of: $0, in: 0...7, levels: 8) } == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(Sparkline.level(of: -3, in: 0...7, levels: 8) == 1)
        #expect(Sparkline.level(of: 99, in: 0...7, levels: 8) == 8)
        #expect(Sparkline.level(of: 0, in: Int.min...Int.max, levels: 8) == 5)
        #expect(Sparkline.level(of: 3, in: 3...3, levels: 8) == 1)
    }

    @Test("a number that does not fit is drawn smaller, and at last as plain text, never cut to another number")
    func smaller() {
        let digits = BigDigits("120")
        #expect(digits.measure(.large) == TerminalSize(columns: 22, rows: 5))
        #expect(digits.measure(.small) == TerminalSize(columns: 11, rows: 3))
        for width in 0...24 {
            for height in 0...6 {
                var screen = CellBuffer(size: TerminalSize(columns: 24, rows: 6))
                digits.draw(in: &screen, region: Region(x: 0, y: 0, width: width, height: height))
                let first = screen.text(row: 0)
                switch (width, height) {
                case (22..., 5...): #expect(first == "  ██    ██████  ██████")
                case (11..., 3...): #expect(first == "▄█  ▀▀█ █▀█")
                case (3..., 1...): #expect(first == "120")
                case (2, 1...): #expect(first == "1…")
                case (1, 1...): #expect(first == "…")
                default: #expect(screen.plainText() == "\n\n\n\n\n\n")
                }
            }
        }
    }

    @Test("a clock does not move when its digits change")
    func steady() {
        let widths = Set((0...9).map { BigDigits("\($0)\($0):\($0)\($0)").measure(.large).columns })
        #expect(widths.count == 1)
    }
}
