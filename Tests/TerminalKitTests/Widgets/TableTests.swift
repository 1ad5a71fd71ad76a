import Testing

@testable import TerminalKit

@Suite("Table")
struct TableTests {
    private let columns = [
        TableColumn(title: "No", minimum: 4, ideal: 8, priority: 0),
        TableColumn(title: "Name", minimum: 4, ideal: 6, weight: 1, priority: 1),
        TableColumn(title: "Place", minimum: 6, ideal: 10, weight: 3, priority: 2, alignment: .right),
    ]

    @Test("columns get their ideal width, then shares of the rest")
    func ideal() {
        #expect(Table.columnWidths(columns, available: 28, gap: 2) == [8, 6, 10])
        #expect(Table.columnWidths(columns, available: 36, gap: 2) == [8, 8, 16])
    }

    @Test("between least and ideal width they shrink, and the whole width is used")
    func shrinking() {
        for available in 18...28 {
            let widths = Table.columnWidths(columns, available: available, gap: 2)
            #expect(widths.reduce(4, +) == available)
            #expect(zip(widths, columns).allSatisfy { $0 >= $1.minimum && $0 <= $1.ideal })
        }
    }

    @Test("too narrow, the least important columns are dropped, never the last one")
    func dropping() {
        #expect(Table.columnWidths(columns, available: 17, gap: 2) == [8, 7, 0])
        #expect(Table.columnWidths(columns, available: 9, gap: 2) == [8, 0, 0])
        #expect(Table.columnWidths(columns, available: 3, gap: 2) == [3, 0, 0])
        #expect(Table.columnWidths(columns, available: 0, gap: 2) == [0, 0, 0])
        #expect(Table.columnWidths([], available: 10, gap: 2).isEmpty)
    }

    @Test("heading and rows are drawn in their columns, cut with an ellipsis, aligned")
    func drawing() {
        var screen = CellBuffer(size: TerminalSize(columns: 30, rows: 4))
        let rows = [
            Table.Row([StyledText("1"), StyledText("欧阳娜娜"), StyledText("村")]),
            Table.Row([StyledText("2"), StyledText("王")], style: .plain.reverse()),
            Table.Row([StyledText("3")]),
            Table.Row([StyledText("not seen")]),
        ]
        Table(columns: columns, margin: 1).draw(in: &screen, region: screen.region, rows: rows)
        #expect(
            screen.plainText() == """
                 No        Name         Place
                 1         欧阳…           村
                 2         王
                 3

                """)
        #expect(screen.style(x: 29, y: 2) == .plain.reverse())
        #expect(screen.style(x: 1, y: 0) == .plain.bold())
    }
}
