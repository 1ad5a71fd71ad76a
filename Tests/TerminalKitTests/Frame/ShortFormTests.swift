// Blanks that are erased, glyphs that are repeated, frames that are held back: where that is shorter or steadier, and only
// there.

import PseudoTerminal
import Testing

@testable import TerminalKit

@Suite("Short forms of a frame")
struct ShortFormTests {
    private static let repeating = TerminalCapabilities(colourDepth: .indexed256, canRepeat: true)
    private static let holding = TerminalCapabilities(colourDepth: .indexed256, hasSynchronizedOutput: true)

    // MARK: Erasing

    @Test("many blanks between two texts are erased, and the cursor goes on behind them")
    func blanksBetween() {
        var trial = FrameTrial(columns: 30) { $0.put(String(repeating: "z", count: 30), x: 0, y: 0, style: .plain) }
        trial.cursor = CursorPosition(column: 0, row: 0)
        _ = trial.frame { _ in }
        trial.cursor = CursorPosition(column: 19, row: 0)
        let bytes = trial.frame { $0.put("a                 b", x: 0, y: 0, style: .plain) }
        #expect(bytes == "a␛[17X␛[17Cb")
        #expect(trial.encoder.counters.erasures == 1)
    }

    @Test("after blanks at the end of a run the cursor counts as standing before them")
    func blanksAtTheEnd() {
        var trial = FrameTrial(columns: 30) { $0.put(String(repeating: "z", count: 30), x: 0, y: 0, style: .plain) }
        trial.cursor = CursorPosition(column: 0, row: 0)
        _ = trial.frame { _ in }
        trial.cursor = CursorPosition(column: 1, row: 0)
        let bytes = trial.frame { $0.put("a              ", x: 0, y: 0, style: .plain) }
        #expect(bytes == "a␛[14X")
    }

    @Test("few blanks are written")
    func fewBlanks() {
        var trial = FrameTrial(columns: 30) { $0.put(String(repeating: "z", count: 30), x: 0, y: 0, style: .plain) }
        trial.cursor = CursorPosition(column: 0, row: 0)
        _ = trial.frame { _ in }
        trial.cursor = CursorPosition(column: 8, row: 0)
        #expect(trial.frame { $0.put("a      b", x: 0, y: 0, style: .plain) } == "a      b")
    }

    @Test(
        "blanks are erased on the terminal's own background only: what erasing leaves elsewhere, terminals disagree on",
        arguments: [Style.plain.background(.indexed(1)), .plain.reverse(), .plain.underline()])
    func blanksOfAColour(style: Style) {
        var trial = FrameTrial(columns: 30) { $0.put(String(repeating: "z", count: 30), x: 0, y: 0, style: .plain) }
        let bytes = trial.frame { $0.fill(Region(x: 0, y: 0, width: 30, height: 1), style: style) }
        #expect(bytes.contains(String(repeating: " ", count: 30)))
        #expect(trial.encoder.counters.erasures == 0)
    }

    @Test("blanks of a text in colour show nothing of it, and are erased")
    func blanksOfAText() {
        var trial = FrameTrial(columns: 30) { $0.put(String(repeating: "z", count: 30), x: 0, y: 0, style: .plain) }
        let bytes = trial.frame { $0.fill($0.region, style: Style(foreground: .indexed(1)).bold()) }
        #expect(bytes == "␍␛[K")
    }

    // MARK: Repeating

    @Test("a glyph that stands many times is repeated by the terminal, where it can")
    func repeats() {
        var trial = FrameTrial(Self.repeating)
        #expect(trial.frame { $0.put("────────", x: 0, y: 0, style: .plain) } == "─␛[7b")
        #expect(trial.encoder.counters.repeats == 7)
        #expect(trial.frame { $0.put("aaaaaaaab", x: 0, y: 1, style: .plain) } == "␍␊a␛[7bb")
        var other = FrameTrial()
        #expect(other.frame { $0.put("────────", x: 0, y: 0, style: .plain) } == "────────")
        #expect(other.encoder.counters.repeats == 0)
    }

    @Test("blanks of a colour are repeated, too")
    func repeatedBlanks() {
        var trial = FrameTrial(Self.repeating)
        let style = Style.plain.background(.indexed(1))
        let bytes = trial.frame { $0.fill(Region(x: 0, y: 0, width: 12, height: 1), style: style) }
        #expect(bytes == "␛[41m ␛[11b")
    }

    @Test("nothing is repeated where that is no shorter, nor a wide glyph or a cluster, whose last scalar it might be")
    func notRepeated() {
        var trial = FrameTrial(Self.repeating)
        for text in ["aaaaa", "中中中中中中", "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}"] {
            let bytes = trial.frame {
                $0.clear()
                $0.put(text, x: 0, y: 0, style: .plain)
            }
            #expect(bytes.contains(text))
        }
        #expect(trial.encoder.totals.repeats == 0)
    }

    @Test("nothing is repeated into the last column, after which the cursor would stand nobody knows where")
    func lastColumn() {
        var trial = FrameTrial(columns: 20, rows: 2, Self.repeating)
        let line = String(repeating: "─", count: 20)
        #expect(trial.frame { $0.put(line, x: 0, y: 0, style: .plain) } == line)
        let style = Style.plain.background(.indexed(1))
        let blanks = trial.frame { $0.fill(Region(x: 0, y: 1, width: 20, height: 1), style: style) }
        #expect(blanks == "␍␊␛[41m" + String(repeating: " ", count: 20))
        #expect(trial.encoder.totals.repeats == 0)
    }

    // MARK: Holding back

    @Test("a large frame is held back until it is complete; a small one is not, nor any that the terminal cannot hold")
    func synchronized() {
        func fill(_ screen: inout CellBuffer) {
            for y in 0..<20 { screen.put(String(repeating: "ab", count: 60), x: 0, y: y, style: .plain) }
        }
        var trial = FrameTrial(columns: 120, rows: 20, Self.holding)
        #expect(trial.encoder.counters.synchronized == 0)
        let large = trial.frame(fill)
        #expect(large.hasPrefix("␛[?2026h") && large.hasSuffix("␛[?2026l"))
        #expect(trial.encoder.counters.synchronized == 1)
        #expect(
            trial.encoder.counters.bytes == large.utf8.count - 2 * large.count { "\u{2400}" <= $0 && $0 < "\u{2420}" })
        #expect(!trial.frame { $0.put("small", x: 0, y: 0, style: .plain) }.contains("2026"))
        #expect(trial.encoder.totals.synchronized == 1)
        var other = FrameTrial(columns: 120, rows: 20)
        #expect(!other.frame(fill).contains("2026"))
    }
}
