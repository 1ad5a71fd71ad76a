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
        let frame = context.overlay(.life(.menuTitle), hint: .life(.menuHint))
            .drawFrame(in: &buffer, region: region, width: 84, height: 30)
        let inner = frame.inset(horizontal: 1, vertical: 0)

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
        draw(in: &buffer, list, edge: frame.maxX, base)
        return cursor
    }

    private func draw(in buffer: inout CellBuffer, _ list: Region, edge: Int, _ base: Style) {
        let muted = context.style(.muted, on: base)
        let entries = menu.shown(by: Actor(context.state.person), context.state.language)
        let index = menu.index(in: entries)
        let top = ScrollWindow.top(current: 0, selected: index, visible: list.height, count: entries.count)
        let choices = List(
            style: base, selectionStyle: context.style(.selection, on: base),
            emptyText: StyledText(context.text(.noCommandMatches), muted), glyphs: context.glyphs.widgets)
        choices.draw(in: &buffer, region: list, top: top, count: entries.count, selected: index) { place in
            // A mark besides the colour: what can be done begins with one.
            let entry = entries[place]
            let title = context.text(.action(entry.kind))
            if let refusal = entry.refusal {
                return List.Item(
                    context.text(.cannot(title, context.text(.refusal(refusal)))), mark: "-", style: muted)
            }
            let command = CommandID.allCases.first { $0.caseCommand == entry.kind }
            return List.Item(title, mark: "+", trailing: command?.keys.first?.name ?? "")
        }
        ScrollWindow.drawMark(
            in: &buffer, track: Region(x: edge, y: list.y, width: 1, height: list.height), top: top,
            visible: list.height, count: entries.count, style: context.style(.focusedBorder, on: base),
            glyphs: context.glyphs.widgets)
    }
}
