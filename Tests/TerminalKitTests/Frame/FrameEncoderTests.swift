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

    @Test("the shorter of difference and reset is sent")
    func shortestStyle() {
        func transition(_ from: Style, _ to: Style) -> String {
            var bytes: [UInt8] = []
            StyleTransition.write(from: from, to: to, into: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
        let red = Style(foreground: .indexed(1))
        #expect(transition(.plain, red) == "\u{1B}[31m")
        #expect(transition(red.bold().reverse(), .plain) == "\u{1B}[m")
        #expect(transition(red.bold(), red) == "\u{1B}[22m")
        #expect(transition(.plain.bold().dim(), .plain.dim()) == "\u{1B}[;2m")
        #expect(transition(red, .plain.background(.indexed(208))) == "\u{1B}[;48;5;208m")
        #expect(
            transition(.plain, Style(foreground: .indexed(9), background: .rgb(1, 22, 255)))
                == "\u{1B}[91;48;2;1;22;255m")
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
