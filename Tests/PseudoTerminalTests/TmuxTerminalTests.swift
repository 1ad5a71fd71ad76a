// That tmux is read right, so that a conformance test that fails means what it says.

import PseudoTerminal
import Testing

// Where tmux is not installed there is nothing to be tested; .ci/run installs it.
@Suite("A terminal of tmux", .enabled(if: TmuxTerminal.isInstalled))
struct TmuxTerminalTests {
    @Test("Text, styles, cursor and scrolling region are read back as they were written")
    func readBack() throws {
        let text =
            "\u{1B}[?1049h\u{1B}[2J\u{1B}[1;3H代办\u{1B}[38;5;208;48;2;1;2;3;1;4mx y\u{1B}[7m \u{1B}[m\u{1B}[2;1H"
            + "\u{1B}[44m\u{1B}[K\u{1B}[m\u{1B}[4;1Hlast e\u{301}\u{1B}[2;3r\u{1B}[3;2H\u{1B}[?25l"
        let terminal = try TmuxTerminal(columns: 12, rows: 4)
        try terminal.feed(Array(text.utf8))
        let seen = try terminal.screen()
        var model = TerminalModel(columns: 12, rows: 4)
        model.feed(text.utf8)
        #expect(seen.lines == model.lines)
        for row in 0..<4 {
            for column in 0..<12 where !seen.cell(column: column, row: row).style.isHidden {
                #expect(
                    seen.cell(column: column, row: row) == model.cell(column: column, row: row), "\(column), \(row)")
            }
        }
        #expect((0..<12).filter { !seen.cell(column: $0, row: 0).style.isHidden } == Array(0..<10))
        #expect(seen.cursor == model.cursor)
        #expect(!seen.cursorIsVisible)
        #expect(!seen.scrollsAsAWhole)
        try terminal.resize(columns: 6, rows: 2)
        try terminal.feed(Array("\u{1B}[r\u{1B}[2J\u{1B}[1;6Hz".utf8))
        #expect(try terminal.screen().lines == ["     z", ""])
    }
}
