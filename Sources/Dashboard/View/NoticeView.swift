import TerminalKit

/// The line above the footer: what the program last had to say. What is too long for it goes on above, over the end of what
/// lies there: the advice often stands last.
struct NoticeView {
    let context: ViewContext

    private static let mostLines = 6

    func draw(in buffer: inout CellBuffer, line: Region) {
        guard let notice = context.state.notice else { return }
        let style = context.style(notice.tone == .good ? .notice : .warning, on: context.ground)
        let toast = Toast(context.text(notice.message), style: style, glyphs: context.glyphs.widgets)
        guard DisplayWidth.of(toast.text) > line.width - 2 else { return toast.draw(onLine: line, in: &buffer) }
        let box = toast.draw(inCorner: .bottomLeft, of: Self.room(line), in: &buffer, width: line.width)
        // A rest of what lies below would look like a part of it.
        buffer.fill(
            Region(x: box.maxX, y: box.y, width: line.maxX - box.maxX, height: box.height), style: context.ground)
    }

    /// Whether a notice hides what lies at that row: a click there means nothing below it.
    static func covers(row: Int, _ state: DeskState) -> Bool {
        let line = state.layout.notice
        guard let notice = state.notice, state.filterField == nil, row < line.y,
            room(line).contains(column: line.x, row: row)
        else { return false }
        let lines = TextWrap.lines(state.text(notice.message), width: line.width - 2)
        return row > line.y - min(lines.count, mostLines)
    }

    /// What it may cover.
    private static func room(_ line: Region) -> Region {
        let height = min(mostLines, line.y + 1)
        return Region(x: line.x, y: line.y + 1 - height, width: line.width, height: height)
    }
}

/// The same line while a filter is being typed.
struct FilterView {
    let context: ViewContext
    let field: TextField

    func draw(in buffer: inout CellBuffer, line: Region) -> CursorPosition? {
        let prompt = Prompt(
            StyledText(" \(context.text(.filterLabel)) / ", context.style(.key, on: context.ground)),
            hint: StyledText("  \(context.text(.filterHint)) ", context.style(.muted, on: context.ground)),
            fieldStyle: context.style(.field, on: context.ground), glyphs: context.glyphs.widgets)
        return prompt.draw(field, in: &buffer, region: line)
    }
}
