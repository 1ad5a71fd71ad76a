import Testing

@testable import TerminalKit

@Suite("Text field")
struct TextFieldTests {
    private func type(_ keys: [KeyPress], into field: TextField) -> TextField {
        var field = field
        for key in keys { _ = field.handle(key) }
        return field
    }

    private func control(_ character: Character) -> KeyPress { KeyPress(.character(character), .control) }
    private func alt(_ character: Character) -> KeyPress { KeyPress(.character(character), .alt) }

    @Test("typing inserts at the caret")
    func typing() {
        var field = TextField("ac")
        let isTaken = [KeyPress(.left), KeyPress(.character("中"))].map { field.handle($0) }
        #expect(isTaken == [true, true])
        #expect(field.text == "a中c")
        #expect(field.caret == 2)
    }

    @Test("the keys of the line editor")
    func editing() {
        let field = TextField("one two three")
        #expect(type([control("w")], into: field).text == "one two ")
        #expect(type([alt("b"), alt("b"), control("k")], into: field).text == "one ")
        #expect(type([alt("b"), control("u")], into: field).text == "three")
        #expect(type([control("a"), KeyPress(.delete)], into: field).text == "ne two three")
        #expect(type([control("a"), alt("f"), KeyPress(.backspace)], into: field).text == "on two three")
        #expect(type([control("a"), control("e"), KeyPress(.backspace)], into: field).text == "one two thre")
        #expect(type([KeyPress(.home), KeyPress(.backspace), KeyPress(.left)], into: field).caret == 0)
        #expect(type([KeyPress(.right), KeyPress(.delete)], into: field) == field)
    }

    @Test("Alt and Control go by words, Shift alone does not")
    func modifiers() {
        let field = TextField("one two")
        for modifier in [KeyModifiers.alt, .control] {
            #expect(type([KeyPress(.left, modifier)], into: field).caret == 4)
            #expect(type([KeyPress(.home), KeyPress(.right, modifier)], into: field).caret == 3)
            #expect(type([KeyPress(.backspace, modifier)], into: field).text == "one ")
        }
        #expect(type([KeyPress(.left, .shift)], into: field).caret == 6)
        #expect(type([KeyPress(.home), KeyPress(.right, .shift)], into: field).caret == 1)
        #expect(type([KeyPress(.backspace, .shift)], into: field).text == "one tw")
    }

    @Test("keys it has no use for are refused")
    func refused() {
        var field = TextField("a")
        for key in [KeyPress(.enter), KeyPress(.escape), KeyPress(.tab), KeyPress(.up), control("q"), alt("x")] {
            let isTaken = field.handle(key)
            #expect(!isTaken)
        }
        #expect(field == TextField("a"))
    }

    @Test("what is invisible is left out of a paste, and joiners stay in what they join")
    func invisible() {
        #expect(TextField("\u{202D}13812345678\u{202C}").text == "13812345678")
        #expect(TextField("李\u{200B}四\u{FEFF}").text == "李四")
        #expect(TextField("👨‍👩‍👧").text == "👨‍👩‍👧")
    }

    @Test("pasted line ends become blanks and controls are left out")
    func pasted() {
        var field = TextField("x")
        field.insert("a\r\nb\nc\td\u{1B}[31m\u{7}")
        #expect(field.text == "xa b c d[31m")
        #expect(field.caret == field.text.count)
    }

    @Test("the limit counts characters")
    func limit() {
        var field = TextField("中文", limit: 3)
        field.insert("abc")
        #expect(field.text == "中文a")
        _ = field.handle(KeyPress(.character("b")))
        #expect(field.text == "中文a")
    }

    @Test("a combining mark joins the character before the caret")
    func combining() {
        var field = TextField("e")
        field.insert("\u{301}")
        #expect(field.text.count == 1 && field.caret == 1)
        _ = field.handle(KeyPress(.backspace))
        #expect(field.text.isEmpty && field.caret == 0)
    }

    @Test("the field scrolls by display width so that the caret is seen")
    func scrolling() {
        var screen = CellBuffer(size: TerminalSize(columns: 12, rows: 1))
        let region = Region(x: 2, y: 0, width: 6, height: 1)
        var field = TextField("中文字号码")
        #expect(field.draw(in: &screen, region: region, style: .plain) == CursorPosition(column: 6, row: 0))
        #expect(screen.text(row: 0) == "  号码")
        _ = field.handle(KeyPress(.home))
        #expect(field.draw(in: &screen, region: region, style: .plain) == CursorPosition(column: 2, row: 0))
        #expect(screen.text(row: 0) == "  中文字")
        for _ in 0..<20 {
            _ = field.handle(KeyPress(.right))
            let cursor = field.draw(in: &screen, region: region, style: .plain)
            #expect(region.contains(column: cursor.column, row: cursor.row))
        }
    }

    @Test("an empty field shows its placeholder")
    func placeholder() {
        var screen = CellBuffer(size: TerminalSize(columns: 12, rows: 1))
        let cursor = TextField().draw(
            in: &screen, region: Region(x: 1, y: 0, width: 6, height: 1), style: .plain, placeholder: "a long one")
        #expect(screen.text(row: 0) == " a lon…")
        #expect(cursor == CursorPosition(column: 1, row: 0))
        #expect(screen.style(x: 1, y: 0).attributes == .dim)
    }
}
