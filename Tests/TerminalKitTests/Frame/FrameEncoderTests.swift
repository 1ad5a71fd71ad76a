import PseudoTerminal
import Testing

@testable import TerminalKit

@Suite("Frame encoder")
struct FrameEncoderTests {
    private let size = TerminalSize(columns: 20, rows: 4)
    /// The start of a repaint: no margins, no origin or insert mode, ASCII, plain style, and a blank screen.
    private let blank = "\u{1B}[?69l\u{1B}[r\u{1B}[?6l\u{1B}[4l\u{F}\u{1B}(B\u{1B}[m\u{1B}[H\u{1B}[2J"

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("the first frame erases the screen and hides the cursor")
    func firstFrame() {
        var encoder = FrameEncoder(depth: .sixteen)
        var screen = CellBuffer(size: size)
        screen.put("ab", x: 0, y: 0, style: .plain, width: 9)
        #expect(encoder.encode(screen, cursor: nil) == bytes(blank + "ab\u{1B}[?25l"))
    }

    @Test("the same frame again makes no bytes, with and without a cursor")
    func sameFrame() {
        var encoder = FrameEncoder(depth: .sixteen)
        var screen = CellBuffer(size: size)
        screen.put("窗口 a", x: 3, y: 2, style: .plain.bold(), width: 9)
        for cursor in [nil, CursorPosition(column: 4, row: 1), CursorPosition(column: 19, row: 3)] {
            _ = encoder.encode(screen, cursor: cursor)
            #expect(encoder.encode(screen, cursor: cursor).isEmpty)
        }
    }

    @Test("a cursor that moves costs one move; shown and hidden only when that changes")
    func cursor() {
        var encoder = FrameEncoder(depth: .sixteen)
        let screen = CellBuffer(size: size)
        _ = encoder.encode(screen, cursor: CursorPosition(column: 5, row: 1))
        #expect(encoder.encode(screen, cursor: CursorPosition(column: 4, row: 1)) == [8])
        #expect(encoder.encode(screen, cursor: nil) == bytes("\u{1B}[?25l"))
        #expect(encoder.encode(screen, cursor: nil).isEmpty)
        #expect(encoder.encode(screen, cursor: CursorPosition(column: 4, row: 1)) == bytes("\u{1B}[?25h"))
        #expect(encoder.encode(screen, cursor: CursorPosition(column: 99, row: 1)) == bytes("\u{1B}[?25l"))
    }

    @Test("one changed digit sends a move and the digit")
    func oneDigit() {
        var encoder = FrameEncoder(depth: .sixteen)
        var screen = CellBuffer(size: size)
        screen.put("09:00:01", x: 0, y: 1, style: .plain, width: 9)
        _ = encoder.encode(screen, cursor: nil)
        screen.put("09:00:02", x: 0, y: 1, style: .plain, width: 9)
        #expect(encoder.encode(screen, cursor: nil) == bytes("\u{8}2"))
        #expect(encoder.counters.cellsChanged == 1)
        #expect(encoder.counters.cellsLookedAt == 80)
        #expect(encoder.counters.bytes == 2)
        #expect(encoder.totals.frames == 2)
    }

    @Test("a short unchanged gap is written over instead of jumped")
    func gap() {
        var encoder = FrameEncoder(depth: .sixteen)
        var screen = CellBuffer(size: size)
        screen.put("1ab1", x: 0, y: 0, style: .plain, width: 9)
        _ = encoder.encode(screen, cursor: CursorPosition(column: 0, row: 0))
        screen.put("2ab2", x: 0, y: 0, style: .plain, width: 9)
        #expect(encoder.encode(screen, cursor: CursorPosition(column: 4, row: 0)) == bytes("2ab2"))
    }

    @Test("an unchanged gap in another style is jumped, since its style would have to be sent, too")
    func gapInAnotherStyle() {
        var trial = FrameTrial {
            $0.put("1", x: 0, y: 0, style: .plain)
            $0.put("ab", x: 1, y: 0, style: .plain.bold())
            $0.put("1", x: 3, y: 0, style: .plain)
        }
        trial.cursor = CursorPosition(column: 0, row: 0)
        _ = trial.frame { _ in }
        trial.cursor = CursorPosition(column: 4, row: 0)
        let bytes = trial.frame {
            $0.put("2", x: 0, y: 0, style: .plain)
            $0.put("2", x: 3, y: 0, style: .plain)
        }
        #expect(bytes == "2␛[2C2")
    }

    @Test("a column that changed is written downwards, one style after the other")
    func column() {
        let (red, green) = (Style(foreground: .indexed(1)), Style(foreground: .indexed(2)))
        func draw(_ screen: inout CellBuffer, _ letter: String) {
            for y in 0..<4 { screen.put(letter, x: 9, y: y, style: y % 2 == 0 ? red : green) }
        }
        var trial = FrameTrial { draw(&$0, "a") }
        #expect(trial.frame { draw(&$0, "b") } == "␈␛[A␛[31mb␈␊␊b" + "␈␊␛[32mb␈␛[2Ab")
    }

    @Test(
        "full rows follow each other by carriage return and line feed, never from where the last column left the cursor"
    )
    func fullRows() {
        var trial = FrameTrial(columns: 4, rows: 3)
        let bytes = trial.frame { for y in 0..<3 { $0.put("abcd", x: 0, y: y, style: .plain) } }
        #expect(bytes == "abcd␍␊abcd␍␊abcd")
        #expect(trial.frame { $0.put("x", x: 3, y: 2, style: .plain) } == "␛[4Gx")
        #expect(trial.frame { $0.put("y", x: 2, y: 2, style: .plain) } == "␛[3Gy")
        trial.cursor = CursorPosition(column: 3, row: 2)
        #expect(trial.frame { $0.put("z", x: 3, y: 2, style: .plain) } == "z␛[4G␛[?25h")
    }

    @Test("what a stranger left is undone by a repaint: margins, origin mode, insert mode, a style")
    func stranger() {
        var trial = FrameTrial(columns: 9, rows: 5) { for y in 0..<5 { $0.put("row \(y)", x: 0, y: y, style: .plain) } }
        var model = TerminalModel(trial.screen.size)
        model.feed("\u{1B}[?69h\u{1B}[3;7s\u{1B}[2;4r\u{1B}[?6h\u{1B}[4h\u{1B}[7mstranger".utf8)
        trial.encoder.invalidate()
        model.feed(trial.encoder.encode(trial.screen, cursor: nil))
        #expect(model.difference(from: trial.screen, depth: .indexed256) == nil)
        #expect(model.scrollsAsAWhole)
        trial.screen.put("end", x: 6, y: 4, style: .plain)
        model.feed(trial.encoder.encode(trial.screen, cursor: nil))
        #expect(model.difference(from: trial.screen, depth: .indexed256) == nil)
    }

    @Test("the counters are those of the last frame, and the totals of all")
    func counters() {
        var trial = FrameTrial(columns: 10, rows: 2) { $0.put("abc", x: 0, y: 0, style: .plain) }
        #expect(trial.encoder.counters.repaints == 1)
        #expect(trial.encoder.counters.runs == 1)
        #expect(trial.encoder.counters.cellsChanged == 3)
        _ = trial.frame { $0.put("x", x: 9, y: 1, style: .plain) }
        #expect(trial.encoder.counters.repaints == 0)
        #expect(trial.encoder.counters.runs == 1)
        #expect(trial.encoder.counters.cellsChanged == 1)
        _ = trial.frame { _ in }
        #expect(trial.encoder.counters.runs == 0 && trial.encoder.counters.bytes == 0)
        #expect(trial.encoder.counters.cellsLookedAt == 20)
        #expect(trial.encoder.totals.frames == 3)
        #expect(trial.encoder.totals.cellsChanged == 4)
        #expect(trial.encoder.totals.repaints == 1)
    }

    @Test("a row that becomes empty is erased, not overwritten")
    func erasure() {
        var encoder = FrameEncoder(depth: .sixteen)
        var screen = CellBuffer(size: size)
        screen.put("a long line of text", x: 0, y: 0, style: .plain, width: 20)
        _ = encoder.encode(screen, cursor: CursorPosition(column: 0, row: 0))
        screen.clear()
        #expect(encoder.encode(screen, cursor: CursorPosition(column: 0, row: 0)) == bytes("\u{1B}[K"))
    }

    @Test("a change of size and invalidate() repaint everything")
    func repaint() {
        var encoder = FrameEncoder(depth: .sixteen)
        _ = encoder.encode(CellBuffer(size: size), cursor: nil)
        let other = CellBuffer(size: TerminalSize(columns: 5, rows: 2))
        #expect(encoder.encode(other, cursor: nil).starts(with: bytes(blank)))
        encoder.invalidate()
        #expect(encoder.encode(other, cursor: nil).starts(with: bytes(blank)))
        #expect(encoder.totals.repaints == 3)
    }

    @Test("NO_COLOR keeps bold, reverse and underline and drops colours")
    func noColour() {
        var encoder = FrameEncoder(depth: .none)
        var screen = CellBuffer(size: size)
        let style = Style(foreground: .rgb(1, 2, 3), background: .indexed(4), attributes: [.bold, .reverse])
        screen.put("x", x: 0, y: 0, style: style, width: 1)
        #expect(encoder.encode(screen, cursor: nil) == bytes(blank + "\u{1B}[1;7mx\u{1B}[?25l"))
    }

    @Test("a wide glyph in the last two columns stays whole, and nothing relies on the pending wrap")
    func rightEdge() {
        var encoder = FrameEncoder(depth: .sixteen)
        var model = TerminalModel(size)
        var screen = CellBuffer(size: size)
        for row in 0..<4 { screen.put("中", x: 18, y: row, style: .plain, width: 2) }
        model.feed(encoder.encode(screen, cursor: nil))
        #expect(model.difference(from: screen, depth: .sixteen) == nil)
        for row in 0..<4 { screen.put("b", x: 19, y: row, style: .plain, width: 2) }
        model.feed(encoder.encode(screen, cursor: nil))
        #expect(model.difference(from: screen, depth: .sixteen) == nil)
        #expect(model.scrollsByWrapping == 0)
    }
}
