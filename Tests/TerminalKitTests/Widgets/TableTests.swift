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

    @Test("columns with a floor shrink, the least important first, before any is dropped")
    func floors() {
        let columns = [
            TableColumn(title: "No", minimum: 8, ideal: 8),
            TableColumn(title: "Name", minimum: 6, ideal: 6, priority: 1, floor: 3),
            TableColumn(title: "Place", minimum: 6, ideal: 10, priority: 2, floor: 2),
        ]
        #expect(Table.columnWidths(columns, available: 28, gap: 2) == [8, 6, 10])
        #expect(Table.columnWidths(columns, available: 24, gap: 2) == [8, 6, 6])
        #expect(Table.columnWidths(columns, available: 21, gap: 2) == [8, 6, 3])
        #expect(Table.columnWidths(columns, available: 18, gap: 2) == [8, 4, 2])
        #expect(Table.columnWidths(columns, available: 17, gap: 2) == [8, 3, 2])
        #expect(Table.columnWidths(columns, available: 16, gap: 2) == [8, 6, 0])
        #expect(Table.columnWidths(columns, available: 12, gap: 2) == [8, 0, 0])
        #expect(Table.columnWidths(columns, available: 5, gap: 2) == [5, 0, 0])
        for available in 0...40 {
            let widths = Table.columnWidths(columns, available: available, gap: 2)
            let gaps = 2 * max(0, widths.filter { $0 > 0 }.count - 1)
            #expect(widths.reduce(gaps, +) <= available)
        }
    }

    @Test("a cell is cut between glyphs, never inside of one", arguments: WidgetGlyphs.allCases)
    func cuts(glyphs: WidgetGlyphs) {
        let texts = ["👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "e\u{301}o\u{308}u\u{304}\u{301}i", "中文字号", "a👍🏽中e\u{301}", "각각각"]
        for text in texts {
            let glyphsOfText = Set(text.map(String.init) + [" ", "…", "~", ""])
            for width in 1...8 {
                var screen = CellBuffer(size: TerminalSize(columns: 10, rows: 1))
                Table(
                    columns: [TableColumn(title: "", minimum: width, ideal: width)], showsHeading: false, glyphs: glyphs
                ).draw(
                    in: &screen, region: Region(x: 0, y: 0, width: width, height: 1),
                    rows: [Table.Row([StyledText(text)])])
                let shown = (0..<10).map { screen.cell(x: $0, y: 0).text }
                #expect(shown.allSatisfy(glyphsOfText.contains), "\(text) at \(width): \(shown)")
                #expect(shown[width...].allSatisfy { $0 == " " })
                #expect(DisplayWidth.of(text) <= width || shown.contains(glyphs.ellipsis))
            }
        }
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
