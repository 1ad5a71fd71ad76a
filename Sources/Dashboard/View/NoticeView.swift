import TerminalKit

/// The line above the footer: what the program last had to say.
struct NoticeView {
    let context: ViewContext

    func draw(in buffer: inout CellBuffer, line: Region) {
        guard let notice = context.state.notice else { return }
        let style = context.style(notice.tone == .good ? .notice : .warning, on: context.ground)
        Toast(context.text(notice.message), style: style, glyphs: context.glyphs.widgets)
            .draw(onLine: line, in: &buffer)
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
