import Testing

@testable import TerminalKit

@Suite("Wrapping")
struct TextWrapTests {
    @Test("Chinese breaks anywhere, but no line starts with a closing mark or ends with an opening one")
    func chinese() {
        #expect(TextWrap.lines("申请人王小明", width: 5) == ["申请", "人王", "小明"])
        #expect(TextWrap.lines("材料齐全，受理。", width: 8) == ["材料齐", "全，受", "理。"])
        #expect(TextWrap.lines("见《办法》一", width: 4) == ["见", "《办", "法》", "一"])
    }

    @Test("Latin words stay whole")
    func latin() {
        #expect(TextWrap.lines("one two three", width: 8) == ["one two", "three"])
        #expect(TextWrap.lines("案号 MZ2026-1 已办结", width: 10) == ["案号", "MZ2026-1", "已办结"])
        #expect(TextWrap.lines("编号MZ2026已办", width: 8) == ["编号", "MZ2026已", "办"])
    }

    @Test("a word wider than the line is cut between glyphs")
    func longWord() {
        #expect(TextWrap.lines("abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
        #expect(TextWrap.lines("中", width: 1) == ["中"])
    }

    @Test("a word of any length is cut into full lines")
    func endlessWord() {
        let word = String(repeating: "abcde", count: 100_000)
        let lines = TextWrap.lines(word, width: 10)
        #expect(lines.count == 50_000)
        #expect(lines.joined() == word)
    }

    @Test("line feeds end lines; an empty text is one empty line")
    func lineFeeds() {
        #expect(TextWrap.lines("a\n\nb\r\nc", width: 9) == ["a", "", "b", "c"])
        #expect(TextWrap.lines("", width: 9) == [""])
        #expect(TextWrap.lines("a", width: 0).isEmpty)
        #expect(TextWrap.lines("  a  b  ", width: 9) == ["  a  b"])
    }

    @Test("no line is wider than asked, and no glyph is lost")
    func bounded() {
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("中文办理，。（）abc de 👍🏽é1-")
        for _ in 0..<300 {
            let text = String((0..<40).compactMap { _ in alphabet.randomElement(using: &generator) })
            let width = Int.random(in: 2...30, using: &generator)
            let lines = TextWrap.lines(text, width: width)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }
}
