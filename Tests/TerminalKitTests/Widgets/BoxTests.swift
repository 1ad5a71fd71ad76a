import Testing

@testable import TerminalKit

@Suite("Box, scrolling and pieces of text")
struct BoxTests {
    @Test("a box draws its lines and titles and returns its inside")
    func box() {
        var screen = CellBuffer(size: TerminalSize(columns: 24, rows: 3))
        let box = Box(title: [StyledText("待办", .plain.bold())], trailingTitle: [StyledText("1/9")])
        #expect(box.draw(in: &screen, region: screen.region) == Region(x: 1, y: 1, width: 22, height: 1))
        #expect(
            screen.plainText() == """
                ┌─ 待办 ───────── 1/9 ─┐
                │                      │
                └──────────────────────┘

                """)
    }

    @Test("a box narrower than its title cuts it; one too small is not drawn")
    func narrow() {
        var screen = CellBuffer(size: TerminalSize(columns: 12, rows: 2))
        Box(title: [StyledText("a long title")]).draw(in: &screen, region: screen.region)
        #expect(screen.text(row: 0) == "┌─ a lon… ─┐")
        screen.clear()
        Box().draw(in: &screen, region: Region(x: 0, y: 0, width: 1, height: 2))
        #expect(screen.plainText() == "\n\n")
        for width in 0...12 {
            Box(title: [StyledText("标题")]).draw(in: &screen, region: Region(x: 0, y: 0, width: width, height: 2))
        }
    }

    @Test("the window follows the selection and moves as little as possible")
    func window() {
        #expect(ScrollWindow.top(current: 0, selected: 4, visible: 5, count: 9) == 0)
        #expect(ScrollWindow.top(current: 0, selected: 5, visible: 5, count: 9) == 1)
        #expect(ScrollWindow.top(current: 4, selected: 2, visible: 5, count: 9) == 2)
        #expect(ScrollWindow.top(current: 4, selected: 8, visible: 5, count: 9) == 4)
        #expect(ScrollWindow.top(current: 7, selected: 3, visible: 5, count: 4) == 0)
        #expect(ScrollWindow.top(current: 3, selected: 99, visible: 5, count: 9) == 4)
        #expect(ScrollWindow.top(current: 3, selected: 0, visible: 0, count: 9) == 0)
    }

    @Test("the scroll mark touches an end only when that end is seen")
    func mark() {
        #expect(ScrollWindow.mark(top: 0, visible: 5, count: 5, length: 5) == nil)
        for count in 6...200 {
            for top in 0...(count - 5) {
                guard let mark = ScrollWindow.mark(top: top, visible: 5, count: count, length: 5) else {
                    Issue.record("no mark")
                    return
                }
                #expect(mark.start >= 0 && mark.start + mark.length <= 5)
                #expect((top == 0) == (mark.start == 0) || mark.length >= 4)
                #expect((top == count - 5) == (mark.start + mark.length == 5) || mark.length >= 4)
            }
        }
    }

    @Test("pieces of text follow each other, and the cut is shown")
    func pieces() {
        var screen = CellBuffer(size: TerminalSize(columns: 20, rows: 3))
        let pieces = [StyledText("待办"), StyledText(" 12", .plain.bold()), StyledText(" more")]
        #expect(screen.put(pieces, x: 0, y: 0, width: 20) == 12)
        #expect(screen.put(pieces, x: 0, y: 1, width: 9) == 9)
        #expect(screen.put(pieces, x: 0, y: 2, width: 7) == 7)
        #expect(screen.plainText() == "待办 12 more\n待办 12 …\n待办 1…\n")
        #expect(screen.style(x: 5, y: 0) == .plain.bold())
    }
}
