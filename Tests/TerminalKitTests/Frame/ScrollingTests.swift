// Lists that the terminal moves: with which bytes, and when it must not.

import PseudoTerminal
import Testing

@testable import TerminalKit

@Suite("Scrolled lists")
struct ScrollingTests {
    private static let margins = TerminalCapabilities(colourDepth: .indexed256, hasHorizontalMargins: true)
    /// Rows 1 to 4, all columns.
    private let whole = Region(x: 0, y: 1, width: 20, height: 4)
    /// The same rows, columns 10 to 17.
    private let pane = Region(x: 10, y: 1, width: 8, height: 4)

    @Test("a list that moved up is moved between top and bottom margins, which are gone before its new row is sent")
    func up() {
        var trial = FrameTrial { $0.putList(whole, first: 1) }
        let bytes = trial.frame { $0.putList(whole, first: 2) }
        #expect(bytes == "␛[2;5r␛[2H␛[M␛[r" + "␛[5H5 gggggggggggggggggg")
        #expect(trial.encoder.counters.scrolls == 1)
        #expect(trial.encoder.counters.cellsChanged == 19)
    }

    @Test("a list that moved down has lines inserted at its top")
    func down() {
        var trial = FrameTrial { $0.putList(whole, first: 2) }
        let bytes = trial.frame { $0.putList(whole, first: 1) }
        #expect(bytes == "␛[2;5r␛[2H␛[L␛[r" + "␛[2H1 cccccccccccccccccc")
    }

    @Test("a list that moved by several rows is moved at once")
    func severalRows() {
        let list = Region(x: 0, y: 0, width: 20, height: 6)
        var trial = FrameTrial { $0.putList(list, first: 1) }
        let bytes = trial.frame { $0.putList(list, first: 4) }
        #expect(bytes.hasPrefix("␛[1;6r␛[H␛[3M␛[r␛[4H"))
        #expect(trial.encoder.counters.cellsChanged == 57)
    }

    @Test("the lines that come in are blank, whatever was written last")
    func blankLines() {
        var trial = FrameTrial {
            $0.putList(whole, first: 1)
            $0.put("end", x: 17, y: 5, style: .plain.background(.indexed(1)))
        }
        let bytes = trial.frame { $0.putList(whole, first: 2) }
        #expect(bytes.hasPrefix("␛[m␛[2;5r"))
    }

    @Test("one pane of several is moved between margins at its sides, where the terminal has them")
    func onePane() {
        var trial = FrameTrial(Self.margins) { $0.putList(pane, first: 1) }
        let bytes = trial.frame { $0.putList(pane, first: 2) }
        #expect(bytes == "␛[?69h␛[11;18s␛[2;5r␛[2;11H␛[M␛[r␛[?69l" + "␛[5;11H5 gggggg")
    }

    @Test("one pane of several is sent again where the terminal has no margins at the sides")
    func onePaneWithoutMargins() {
        var trial = FrameTrial { $0.putList(pane, first: 1) }
        let bytes = trial.frame { $0.putList(pane, first: 2) }
        #expect(trial.encoder.counters.scrolls == 0)
        #expect(!bytes.contains("r"))
    }

    @Test("a list with borders beside it is moved as rows of the whole screen, and the borders stay")
    func borders() {
        func draw(_ screen: inout CellBuffer, first: Int) {
            for y in 0..<6 {
                screen.put("|", x: 0, y: y, style: .plain)
                screen.put("|", x: 19, y: y, style: .plain)
            }
            screen.putList(Region(x: 1, y: 1, width: 18, height: 4), first: first)
        }
        var trial = FrameTrial { draw(&$0, first: 1) }
        let bytes = trial.frame { draw(&$0, first: 2) }
        #expect(bytes == "␛[2;5r␛[2H␛[M␛[r" + "␛[5H|5 gggggggggggggggg|")
    }

    @Test("fewer than three rows are not worth a move")
    func fewRows() {
        let list = Region(x: 0, y: 1, width: 20, height: 3)
        var trial = FrameTrial { $0.putList(list, first: 1) }
        _ = trial.frame { $0.putList(list, first: 2) }
        #expect(trial.encoder.counters.scrolls == 0)
    }

    @Test("a list is moved only where the program says that it may have moved")
    func noHint() {
        var trial = FrameTrial { $0.putList(whole, first: 1) }
        trial.screen.clear()
        _ = trial.frame { screen in
            screen.putList(whole, first: 2)
            // What is drawn stays; what was noted is forgotten.
            let drawn = screen.cells
            screen.clear()
            screen.cells = drawn
        }
        #expect(trial.encoder.counters.scrolls == 0)
    }

    @Test(
        "a wide glyph that lies across a side of the pane would be cut: then nothing is moved",
        arguments: [(8, 1), (9, 0), (17, 0), (18, 1)])
    func wideGlyphAcross(column: Int, scrolls: Int) {
        let pane = Region(x: 10, y: 0, width: 8, height: 6)
        var trial = FrameTrial(Self.margins) {
            $0.putList(pane, first: 1)
            $0.put("中", x: column, y: 3, style: .plain)
        }
        _ = trial.frame { $0.putList(pane, first: 2) }
        #expect(trial.encoder.counters.scrolls == scrolls)
    }

    @Test("margins one column apart are none, so nothing is moved between them")
    func oneColumn() {
        let bar = Region(x: 10, y: 0, width: 1, height: 6)
        func draw(_ screen: inout CellBuffer, _ letters: [String]) {
            for (y, letter) in letters.enumerated() { screen.put(letter, x: 10, y: y, style: .plain) }
            screen.noteScrolling(bar)
        }
        var trial = FrameTrial(Self.margins) { draw(&$0, ["a", "b", "c", "d", "e", "f"]) }
        _ = trial.frame { draw(&$0, ["b", "c", "d", "e", "f", "g"]) }
        #expect(trial.encoder.counters.scrolls == 0)
    }

    @Test("a screen of another size has no scrolling regions")
    func resized() {
        var screen = CellBuffer(size: TerminalSize(columns: 20, rows: 6))
        screen.noteScrolling(Region(x: 15, y: 1, width: 9, height: 9))
        #expect(screen.scrollingRegions == [Region(x: 15, y: 1, width: 5, height: 5)])
        screen.resize(TerminalSize(columns: 5, rows: 2))
        #expect(screen.scrollingRegions.isEmpty)
    }
}
