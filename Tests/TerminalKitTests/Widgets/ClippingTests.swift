import Testing

@testable import TerminalKit

/// A widget and how it is drawn into a region.
private struct Drawing: CustomTestStringConvertible, Sendable {
    var name: String
    var draw: @Sendable (inout CellBuffer, Region) -> Void
    var testDescription: String { name }

    private static let texts = ["申请人", "👨‍👩‍👧‍👦 family", "e\u{301}", ""]
    private static let styled = texts.map { StyledText($0) }

    static let all: [Drawing] =
        WidgetGlyphs.allCases.flatMap { glyphs in
            [
                Drawing(name: "box \(glyphs)") {
                    _ = Box(lines: glyphs.lines, title: styled, trailingTitle: [StyledText("1/9")]).draw(
                        in: &$0, region: $1)
                },
                Drawing(name: "table \(glyphs)") { screen, region in
                    let columns = texts.map { TableColumn(title: $0, minimum: 4, ideal: 9, weight: 1, floor: 2) }
                    Table(columns: columns, margin: 1, glyphs: glyphs).draw(
                        in: &screen, region: region, rows: (0..<5).map { _ in Table.Row(styled) })
                },
                Drawing(name: "list \(glyphs)") { screen, region in
                    List(glyphs: glyphs).draw(in: &screen, region: region, count: 4, selected: 1) {
                        List.Item(texts[$0], mark: "+", trailing: "RS-1")
                    }
                    List(emptyText: styled[0], glyphs: glyphs).draw(
                        in: &screen, region: region, count: 0, selected: nil
                    ) {
                        List.Item(texts[$0])
                    }
                },
                Drawing(name: "picker \(glyphs)") { screen, region in
                    let picker = Picker(texts.map { Picker.Option($0, trailing: "a") }, text: "a")
                    _ = picker.draw(in: &screen, region: region, look: Picker.Look(list: List(glyphs: glyphs)))
                },
                Drawing(name: "gauge \(glyphs)") {
                    Gauge(part: 3, whole: 7, label: "3/7", glyphs: glyphs).draw(in: &$0, region: $1)
                },
                Drawing(name: "sparkline \(glyphs)") {
                    Sparkline([1, 2, nil, 9, 4, 7, 3, 5], glyphs: glyphs).draw(in: &$0, region: $1)
                },
                Drawing(name: "small digits \(glyphs)") {
                    BigDigits("1:2", size: .small, alignment: .centre, glyphs: glyphs).draw(in: &$0, region: $1)
                },
                Drawing(name: "large digits \(glyphs)") {
                    BigDigits("8", alignment: .right, glyphs: glyphs).draw(in: &$0, region: $1)
                },
                Drawing(name: "field \(glyphs)") { screen, region in
                    let field = LabelledField("申请人", fault: "缺少 a name", isFocused: true, glyphs: glyphs)
                    if let cursor = field.draw(TextField("欧阳娜娜"), in: &screen, region: region) {
                        #expect(region.contains(column: cursor.column, row: cursor.row))
                    }
                },
                Drawing(name: "prompt \(glyphs)") { screen, region in
                    let prompt = Prompt(
                        StyledText("查找 "), hint: StyledText(" Esc 清除"), fieldWidth: 4...9, glyphs: glyphs)
                    _ = prompt.draw(TextField("石门垭"), in: &screen, region: region)
                },
                Drawing(name: "overlay \(glyphs)") {
                    Overlay(title: styled, hint: styled, glyphs: glyphs, dimsGround: true).draw(
                        [styled, styled, styled], top: 1, in: &$0, region: $1)
                },
                Drawing(name: "toast \(glyphs)") {
                    for corner in Toast.Corner.allCases {
                        Toast("已退回 the case", count: 2, glyphs: glyphs).draw(
                            inCorner: corner, of: $1, in: &$0, width: 9)
                    }
                    Toast("已退回 the case", count: 2, glyphs: glyphs).draw(onLine: $1, in: &$0)
                },
            ]
        } + [
            Drawing(name: "tabs") { Tabs(["待受理", "Near", "代办员"], selected: 1).draw(in: &$0, region: $1) },
            Drawing(name: "question") {
                let choices = [
                    Question.Choice(key: KeyPress(.enter), keyName: "Enter", title: "好"),
                    Question.Choice(key: KeyPress(.escape), keyName: "Esc", title: "不好"),
                ]
                Question("退回吗？ Really?", choices: choices).draw(in: &$0, region: $1)
            },
        ]
}

@Suite("Clipping of widgets")
struct ClippingTests {
    @Test("no widget draws outside of its region, whatever the region's size and place", arguments: Drawing.all)
    fileprivate func outside(drawing: Drawing) {
        let size = TerminalSize(columns: 24, rows: 9)
        var blank = CellBuffer(size: size)
        blank.fill(blank.region, glyph: "·", style: .plain)
        for width in [0, 1, 2, 3, 4, 6, 9, 12, 18] {
            for height in 0...4 {
                for (x, y) in [(3, 2), (0, 0), (size.columns - width, size.rows - height)] {
                    let region = Region(x: x, y: y, width: width, height: height)
                    var screen = blank
                    drawing.draw(&screen, region)
                    let isClean = (0..<size.rows).allSatisfy { row in
                        (0..<size.columns).allSatisfy { column in
                            region.contains(column: column, row: row)
                                || screen.cell(x: column, y: row) == blank.cell(x: column, y: row)
                        }
                    }
                    #expect(isClean, "\(region):\n\(screen.plainText())")
                }
            }
        }
    }
}
