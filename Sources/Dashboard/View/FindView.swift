import CaseStore
import Casework
import TerminalKit

/// The list of the cases that were looked for: what is typed, how many there are, and the newest of them.
struct FindView {
    let context: ViewContext
    let find: FindList

    func draw(in buffer: inout CellBuffer, region: Region) -> CursorPosition? {
        let base = context.style(.card, on: context.ground)
        let muted = context.style(.muted, on: base)
        let frame = context.overlay(.commandTitle(.findAll), hint: .findHint)
            .drawFrame(in: &buffer, region: region, width: 110, height: 30)
        let inner = frame.inset(horizontal: 1, vertical: 0)
        let cursor = find.field.draw(in: &buffer, region: inner.row(0), style: context.style(.field, on: base))
        let list = Region(x: inner.x, y: inner.y + 2, width: inner.width, height: max(0, inner.height - 2))
        buffer.putTruncated(context.text(summary), x: inner.x, y: inner.y + 1, style: muted, width: inner.width)
        let rows = find.rows
        guard !rows.isEmpty else { return cursor }
        let visible = max(0, list.height - 1)
        let top = ScrollWindow.top(current: 0, selected: find.index, visible: visible, count: rows.count)
        QueueTable(
            context: context, columns: [.number, .state, .applicant, .item, .village, .agent], ground: base
        ).draw(
            rows: rows, offset: 0, top: top, selected: find.selectedRow?.id, ghost: nil, isFocused: true, in: &buffer,
            region: list)
        ScrollWindow.drawMark(
            in: &buffer, track: Region(x: frame.maxX, y: list.y + 1, width: 1, height: visible), top: top,
            visible: visible, count: rows.count, style: context.style(.focusedBorder, on: base),
            glyphs: context.glyphs.widgets)
        return cursor
    }

    private var summary: Message {
        guard !SearchWord.words(find.field.text).isEmpty else { return .findWhat }
        if let failure = find.failure { return .storeProblem(failure) }
        guard find.isCurrent, let result = find.result else { return .loading }
        return .findCount(result.total, hasMore: result.hasMore)
    }
}
