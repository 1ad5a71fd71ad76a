import CaseStore
import Casework
import TerminalKit

/// The list of what came from villages and was not simply taken over: what, about which case, by whom; below it, of the
/// selected one, what stood in its way and what can be done.
struct RelayTasksView {
    let context: ViewContext
    let list: RelayTaskList

    func draw(in buffer: inout CellBuffer, region: Region) {
        let base = context.style(.card, on: context.ground)
        let muted = context.style(.muted, on: base)
        let frame = context.overlay(.relay(.listTitle), hint: .relay(.listHint))
            .drawFrame(in: &buffer, region: region, width: 110, height: 24)
        let inner = frame.inset(horizontal: 1, vertical: 0)
        guard let rows = list.rows else {
            buffer.put(context.text(.loading), x: inner.x, y: inner.y, style: muted, width: inner.width)
            return
        }
        guard !rows.isEmpty else {
            buffer.put(context.text(.relay(.none)), x: inner.x, y: inner.y, style: muted, width: inner.width)
            return
        }
        let text = list.selectedRow.map { explanation($0, base, width: inner.width) } ?? []
        let (top, bottom) = inner.splitHorizontally(at: max(2, inner.height - text.count - 1))
        draw(rows, in: &buffer, top, edge: frame.maxX, base)
        for (line, words) in text.enumerated() where line + 1 < bottom.height {
            buffer.put(
                words.text, x: bottom.x, y: bottom.y + 1 + line, style: words.style, width: bottom.width)
        }
    }

    private func draw(_ rows: [RelayTaskRow], in buffer: inout CellBuffer, _ region: Region, edge: Int, _ base: Style) {
        func title(_ column: RelayMessage.Column) -> String { context.text(.relay(.column(column))) }
        let numberWidth = rows.map { DisplayWidth.of($0.task.entry.subject) }.max() ?? 0
        let table = Table(
            columns: [
                TableColumn(title: "", minimum: 1, ideal: 1),
                TableColumn(title: title(.subject), minimum: max(10, numberWidth), ideal: max(14, numberWidth)),
                TableColumn(title: title(.what), minimum: 8, ideal: 14, weight: 1),
                TableColumn(title: title(.who), minimum: 6, ideal: 10, priority: 1),
                TableColumn(title: title(.at), minimum: 16, ideal: 16, priority: 2),
            ], gap: 2, headingStyle: context.style(.heading, on: base), glyphs: context.glyphs.widgets)
        let visible = table.visibleRows(in: region)
        let top = ScrollWindow.top(current: 0, selected: list.index, visible: visible, count: rows.count)
        table.draw(
            in: &buffer, region: region,
            rows: rows.enumerated().dropFirst(top).prefix(visible).map { place, row in
                let isSelected = place == list.index
                let style = isSelected ? context.style(.selection, on: base) : base
                let entry = row.task.entry
                let what = CaseEvent.Kind(rawValue: entry.kind).map { context.text(.event($0)) } ?? entry.kind
                let cells = [
                    isSelected ? context.glyphs.selected : " ", entry.subject, what,
                    row.actor ?? context.text(.office), context.civil(Instant(milliseconds: entry.at)),
                ]
                return Table.Row(cells.map { StyledText($0, style) }, style: style)
            })
        ScrollWindow.drawMark(
            in: &buffer, track: Region(x: edge, y: region.y + 1, width: 1, height: visible), top: top,
            visible: visible, count: rows.count, style: context.style(.focusedBorder, on: base),
            glyphs: context.glyphs.widgets)
    }

    private func explanation(_ row: RelayTaskRow, _ base: Style, width: Int) -> [StyledText] {
        let task = row.task
        let isMine = row.isOurs && context.state.person.role.may(.settle, atVillage: false)
        let help: RelayMessage = isMine ? .settle(task.name) : row.isOurs ? .tellReviewer : .tellTownship
        let parts: [(String, Style)] = [
            (
                "\(context.text(.relay(.about(task.name))))  \(context.text(.relay(.status(task.status))))",
                context.style(.heading, on: base)
            ),
            (context.text(.relay(.obstacle(task.obstacle))), context.style(.warning, on: base)),
            (context.text(.relay(help)), base),
        ]
        return parts.flatMap { text, style in
            TextWrap.lines(text, width: width).map { StyledText($0, style) }
        }
    }
}
