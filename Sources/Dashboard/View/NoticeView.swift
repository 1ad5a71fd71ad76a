import TerminalKit

/// The line above the footer: what the program last had to say.
struct NoticeView {
    let context: ViewContext

    func draw(in buffer: inout CellBuffer, line: Region) {
        guard let notice = context.state.notice else { return }
        let style = context.style(notice.tone == .good ? .notice : .warning, on: context.ground)
        let text = " \(context.text(notice.message)) "
        buffer.putTruncated(text, x: line.x, y: line.y, style: style, width: line.width)
    }
}

/// The same line while a filter is being typed.
struct FilterView {
    let context: ViewContext
    let field: TextField

    func draw(in buffer: inout CellBuffer, line: Region) -> CursorPosition? {
        let label = " \(context.text(.filterLabel)) / "
        let used = buffer.put(
            label, x: line.x, y: line.y, style: context.style(.key, on: context.ground), width: line.width)
        let hint = "  \(context.text(.filterHint)) "
        let hintWidth = DisplayWidth.of(hint)
        let width = max(10, min(40, line.width - used - hintWidth))
        buffer.put(
            hint, x: line.x + used + width, y: line.y, style: context.style(.muted, on: context.ground),
            width: line.width - used - width)
        return field.draw(
            in: &buffer, region: Region(x: line.x + used, y: line.y, width: width, height: 1),
            style: context.style(.field, on: context.ground))
    }
}
