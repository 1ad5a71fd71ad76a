// The ways of the cursor: the cheapest is taken, and after the last column only one that does not count from there.

import PseudoTerminal
import Testing

@testable import TerminalKit

@Suite("Cursor moves")
struct CursorMoveTests {
    /// The bytes of a move on a screen of 80 columns; a start in column 80 is behind the last glyph of a row.
    private func bytes(_ start: (column: Int, row: Int)?, _ end: (column: Int, row: Int), columns: Int = 80) -> [UInt8]
    {
        let from = start.map { CursorPosition(column: $0.column, row: $0.row) }
        let isAtEdge = start?.column == columns
        let move = CursorMove(from: from, isAtEdge: isAtEdge, toColumn: end.column, row: end.row)
        var sink = ByteSink()
        sink.reserve(24)
        move.write(into: &sink)
        #expect(move.cost == sink.count)
        return Array(sink.bytes)
    }

    @Test(
        "the cheapest way is taken",
        arguments: [
            ((10, 5), (10, 6), "␊"), ((10, 5), (9, 5), "␈"), ((10, 5), (0, 5), "␍"),
            ((10, 5), (0, 6), "␍␊"), ((10, 5), (9, 6), "␈␊"), ((10, 5), (7, 5), "␈␈␈"),
            ((10, 5), (11, 5), "␛[C"), ((10, 5), (15, 5), "␛[5C"), ((50, 5), (8, 5), "␛[9G"),
            ((10, 5), (10, 4), "␛[A"), ((10, 25), (10, 8), "␛[9d"), ((10, 5), (10, 0), "␛[d"),
            ((10, 5), (0, 0), "␛[H"), ((10, 5), (70, 20), "␛[21;71H"), ((10, 5), (0, 20), "␛[21H"),
            ((12, 15), (12, 20), "␛[5B"), ((60, 5), (55, 5), "␛[5D"), ((99, 5), (105, 5), "␛[6C"),
        ] as [((Int, Int), (Int, Int), String)])
    func cheapest(start: (Int, Int), end: (Int, Int), expected: String) {
        #expect(bytes(start, end, columns: 120).legible == expected)
    }

    @Test("when nobody knows where the cursor is, it is sent by row and column")
    func lost() {
        #expect(bytes(nil, (0, 0)).legible == "␛[H")
        #expect(bytes(nil, (0, 4)).legible == "␛[5H")
        #expect(bytes(nil, (4, 0)).legible == "␛[1;5H")
        #expect(bytes(nil, (79, 23)).legible == "␛[24;80H")
    }

    @Test("behind the last column, where terminals disagree, the column is told from nothing")
    func edge() {
        #expect(bytes((80, 5), (0, 6)).legible == "␍␊")
        #expect(bytes((80, 5), (79, 5)).legible == "␛[80G")
        #expect(bytes((80, 5), (76, 6)).legible == "␛[77G␊")
        #expect(bytes((80, 5), (76, 2)).legible == "␛[3;77H")
    }

    @Test("every move on a small screen ends where it should, and takes no more bytes than telling row and column")
    func everyMove() {
        let (columns, rows) = (13, 12)
        var blank = TerminalModel(columns: columns, rows: rows)
        blank.feed("\u{1B}[?7l".utf8)
        for from in 0..<(columns + 1) * rows {
            let start = (column: from % (columns + 1), row: from / (columns + 1))
            var before = blank
            let isAtEdge = start.column == columns
            before.feed("\u{1B}[\(start.row + 1);\(isAtEdge ? columns : start.column + 1)H\(isAtEdge ? "x" : "")".utf8)
            for to in 0..<columns * rows {
                let end = (column: to % columns, row: to / columns)
                var terminal = before
                let move = bytes(start, end, columns: columns)
                terminal.feed(move)
                #expect(terminal.cursor == TerminalModel.Position(column: end.column, row: end.row))
                #expect(move.count <= bytes(nil, end, columns: columns).count)
            }
        }
    }
}
