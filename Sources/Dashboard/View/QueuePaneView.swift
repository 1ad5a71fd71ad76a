import CaseStore
import Casework
import TerminalKit

/// One queue in its box: title with count and filter, heading, rows, scroll mark.
struct QueuePaneView {
    let context: ViewContext
    let id: PaneID

    func draw(in buffer: inout CellBuffer, region: Region) {
        let state = context.state
        guard let pane = state.queuePanes[id], let queue = id.queue else { return }
        let isFocused = state.focus == id
        PaneFrame(context: context, id: id, isFocused: isFocused, filter: pane.filter).draw(in: &buffer, region: region)
        let inner = region.inset(by: 1)
        guard pane.page != nil else {
            return AbsentRowsView(context: context).draw(in: &buffer, region: inner)
        }
        QueueTable(context: context, pane: id).draw(
            rows: pane.rows, offset: pane.offset, top: pane.top, selected: pane.selected?.reference.id,
            ghost: pane.isGhost
                ? pane.selected.map { QueueTable.Ghost(id: $0.reference.id, departure: pane.departure) } : nil,
            isFocused: isFocused, in: &buffer,
            region: inner.splitVertically(at: inner.width - 1).left)
        if pane.count == 0 {
            let message = pane.filter.isEmpty ? Message.emptyQueue(queue) : .noMatches(pane.filter)
            buffer.putTruncated(
                context.text(message), x: inner.x + 2, y: inner.y + 1, style: context.style(.muted, on: context.ground),
                width: inner.width - 2)
        }
        ScrollWindow.drawMark(
            in: &buffer, track: Region(x: region.maxX - 1, y: inner.y + 1, width: 1, height: inner.height - 1),
            top: pane.top, visible: inner.height - 1, count: pane.count,
            style: context.style(isFocused ? .focusedBorder : .border, on: context.ground),
            glyphs: context.glyphs.widgets)
    }

    /// The count beside a pane's title: with a filter, how many of how many.
    static func count(_ id: PaneID, _ state: DeskState) -> String {
        guard let counters = state.snapshot?.counters else { return "…" }
        if id == .agents { return "\(counters.onDuty)/\(counters.agents)" }
        guard let pane = state.queuePanes[id], let page = pane.page else { return "…" }
        guard pane.filter.isEmpty else { return state.text(.filteredCount(page.total, of: page.unfilteredTotal)) }
        // Where the header has no room for the counters, this is where the overdue ones are counted.
        let overdue = id == .dueSoon && counters.overdue > 0 ? " !\(counters.overdue)" : ""
        return "\(page.unfilteredTotal)\(overdue)"
    }
}

/// The border and title of a pane.
struct PaneFrame {
    let context: ViewContext
    let id: PaneID
    let isFocused: Bool
    let filter: String

    func draw(in buffer: inout CellBuffer, region: Region) {
        let border = context.style(isFocused ? .focusedBorder : .border, on: context.ground)
        let title =
            isFocused
            ? context.style(.focusedBorder, on: context.ground).bold() : context.style(.title, on: context.ground)
        var segments = [
            StyledText("\(id.rawValue) ", context.style(.key, on: context.ground)),
            StyledText("\(context.text(.paneTitle(id))) \(QueuePaneView.count(id, context.state))", title),
        ]
        if !filter.isEmpty {
            segments.append(StyledText("  /\(filter)", context.style(.flag, on: context.ground)))
        }
        Box(lines: context.glyphs.lines, style: border, title: segments).draw(in: &buffer, region: region)
    }
}
