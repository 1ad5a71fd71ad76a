import Casework
import TerminalKit

/// The list of everything that can be done with a case: which case, what was typed, what can be done now, and below it,
/// dimmed, what cannot and why.
struct LifeMenuView {
    let context: ViewContext
    let menu: LifeMenu

    func draw(in buffer: inout CellBuffer, region: Region) -> CursorPosition? {
        let base = context.style(.card, on: context.ground)
        let muted = context.style(.muted, on: base)
        let box = region.centred(width: min(region.width, 84), height: min(region.height, 30))
        buffer.fill(box, style: base)
        let edge = context.style(.focusedBorder, on: base)
        let inner = Box(
            lines: context.glyphs.lines, style: edge, title: [StyledText(context.text(.life(.menuTitle)), edge.bold())],
            trailingTitle: [StyledText(context.text(.life(.menuHint)), muted)]
        ).draw(in: &buffer, region: box).inset(horizontal: 1, vertical: 0)

        let subject = menu.subject
        buffer.putTruncated(
            "\(subject.number)   \(subject.applicant)   \(subject.village)   \(subject.item)", x: inner.x, y: inner.y,
            style: base.bold(), width: inner.width)
        if menu.isOutdated {
            buffer.putTruncated(
                context.text(.changedMeanwhile), x: inner.x, y: inner.y + 1, style: context.style(.warning, on: base),
                width: inner.width)
        } else {
            let state = menu.current?.state ?? subject.state
            let holder = subject.holderName.map { "   \(context.text(.detailField(.holder))) \($0)" } ?? ""
            buffer.putTruncated(
                context.text(.state(state)) + holder, x: inner.x, y: inner.y + 1, style: muted, width: inner.width)
        }
        let cursor = menu.field.draw(in: &buffer, region: inner.row(2), style: context.style(.field, on: base))
        let list = Region(x: inner.x, y: inner.y + 3, width: inner.width, height: max(0, inner.height - 3))
        guard menu.current != nil else {
            buffer.put(context.text(.loading), x: list.x, y: list.y, style: muted, width: list.width)
            return cursor
        }
        draw(in: &buffer, list, edge: box.maxX - 1, base)
        return cursor
    }

    private func draw(in buffer: inout CellBuffer, _ list: Region, edge: Int, _ base: Style) {
        let muted = context.style(.muted, on: base)
        let entries = menu.shown(by: Actor(context.state.person), context.state.language)
        guard !entries.isEmpty else {
            buffer.put(context.text(.noCommandMatches), x: list.x, y: list.y, style: muted, width: list.width)
            return
        }
        let index = menu.index(in: entries)
        let top = ScrollWindow.top(current: 0, selected: index, visible: list.height, count: entries.count)
        for (line, entry) in entries.dropFirst(top).prefix(list.height).enumerated() {
            let row = list.row(line)
            let isSelected = top + line == index
            let style = isSelected ? context.style(.selection, on: base) : entry.refusal == nil ? base : muted
            buffer.fill(row, style: style)
            let title = context.text(.action(entry.kind))
            // A mark besides the colour: what can be done begins with one.
            let mark = isSelected ? context.glyphs.selected : entry.refusal == nil ? "+" : "-"
            let text = entry.refusal.map { context.text(.cannot(title, context.text(.refusal($0)))) } ?? title
            buffer.putTruncated("\(mark) \(text)", x: row.x, y: row.y, style: style, width: row.width - 1)
            if entry.refusal == nil,
                let key = CommandID.allCases.first(where: { $0.caseCommand == entry.kind })?.keys.first
            {
                buffer.drawTrailing("\(key.name) ", in: row, style: style)
            }
        }
        ScrollWindow.drawMark(
            in: &buffer, track: Region(x: edge, y: list.y, width: 1, height: list.height), top: top,
            visible: list.height, count: entries.count, style: context.style(.focusedBorder, on: base))
    }
}
