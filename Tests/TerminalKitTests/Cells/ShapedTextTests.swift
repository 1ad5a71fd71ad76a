// Text that was shaped before: it is drawn as if it had not been.

import Testing

@testable import TerminalKit

@Suite("Shaped text")
struct ShapedTextTests {
    private static let texts = [
        "", "a", "中", "欧阳娜娜", "a中b文c", " a  中 ", "e\u{301}té", "👨‍👩‍👧‍👦 家", "1️⃣2", "𠮷野家", "……", "\u{1B}[31mred",
        "tab\tnew\nline",
        "\u{301}a", "x\u{304}\u{301}中", "case MZ2026-0001234",
    ]

    @Test("its width is the columns it takes, its text what is shown")
    func width() {
        #expect(ShapedText("欧阳娜娜").width == 8)
        #expect(ShapedText("a中e\u{301}").width == 4)
        #expect(ShapedText("").width == 0)
        #expect(ShapedText("a中e\u{301}").text == "a中e\u{301}")
        #expect(ShapedText("a\u{202E}b").text == "a\u{FFFD}b")
        for text in Self.texts { #expect(ShapedText(text).width == DisplayWidth.of(text)) }
    }

    @Test("its blanks show the background of the style and nothing else")
    func blanks() {
        var screen = CellBuffer(size: TerminalSize(columns: 9, rows: 1))
        screen.put(ShapedText("a b"), x: 0, y: 0, style: Style(foreground: .indexed(1), background: .indexed(4)).bold())
        #expect(screen.style(x: 0, y: 0) == Style(foreground: .indexed(1), background: .indexed(4)).bold())
        #expect(screen.style(x: 1, y: 0) == Style(background: .indexed(4)))
        screen.put(ShapedText("a b"), x: 0, y: 0, style: .plain.underline())
        #expect(screen.style(x: 1, y: 0) == .plain.underline())
    }

    @Test("a glyph that is cut by the screen or the limit leaves a blank")
    func cut() {
        var screen = CellBuffer(size: TerminalSize(columns: 6, rows: 2))
        #expect(screen.put(ShapedText("中文"), x: -1, y: 0, style: .plain) == 4)
        #expect(screen.text(row: 0) == " 文")
        #expect(screen.put(ShapedText("中文"), x: 3, y: 1, style: .plain) == 3)
        #expect(screen.text(row: 1) == "   中")
        #expect(screen.put(ShapedText("中文"), x: 0, y: 1, style: .plain, width: 3) == 3)
        #expect(screen.text(row: 1) == "中 中")
    }

    @Test("wherever it is put and cut, it draws and takes the same as the text itself", arguments: texts)
    func sameAsText(text: String) {
        let styles = [Style.plain, Style(foreground: .indexed(1)), .plain.reverse()]
        for columns in [1, 2, 9] {
            for style in styles {
                for x in -24...columns + 1 {
                    for limit in [0, 1, 2, 3, 5, 8, 30, Int.max] {
                        var (drawn, shaped) = (CellBuffer(columns: columns), CellBuffer(columns: columns))
                        let columnsOfText = drawn.put(text, x: x, y: 0, style: style, width: limit)
                        let columnsOfShaped = shaped.put(ShapedText(text), x: x, y: 0, style: style, width: limit)
                        #expect(drawn.cells == shaped.cells, "x \(x), limit \(limit)")
                        #expect(columnsOfText == columnsOfShaped, "x \(x), limit \(limit)")
                    }
                }
            }
        }
    }
}

extension CellBuffer {
    /// A row of wide glyphs, whose halves have to be taken care of.
    fileprivate init(columns: Int) {
        self.init(size: TerminalSize(columns: columns, rows: 1))
        put(String(repeating: "宽", count: columns), x: 0, y: 0, style: .plain.bold())
    }
}
