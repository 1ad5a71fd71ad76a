import CaseStore
import Casework
import TerminalKit

/// Cases as lines of a table: which columns a list has, and what stands in each.
struct QueueTable {
    let context: ViewContext
    let columns: [Column]
    /// What the table stands on.
    let ground: Style

    /// The columns of a pane.
    init(context: ViewContext, pane: PaneID) {
        self.context = context
        ground = context.ground
        columns =
            switch pane {
            case .pending: [.number, .applicant, .item, .village, .agent, .flags, .due, .remaining]
            case .dueSoon: [.number, .applicant, .item, .agent, .flags, .state, .due, .remaining]
            case .inReview: [.number, .applicant, .item, .agent, .flags, .waiting, .due, .remaining]
            case .agents: []
            }
    }

    init(context: ViewContext, columns: [Column], ground: Style? = nil) {
        self.context = context
        self.columns = columns
        self.ground = ground ?? context.ground
    }

    /// Draws the heading and as many rows as fit; `top` is the rank of the first visible row, `offset` that of `rows.first`.
    func draw(
        rows: [QueueRow], offset: Int, top: Int, selected: CaseID?, ghost: Ghost?, isFocused: Bool,
        in buffer: inout CellBuffer, region: Region
    ) {
        // The number names the case: it is never cut.
        let numberWidth = rows.lazy.map { DisplayWidth.of($0.number) }.max() ?? 0
        // Neither are the marks, which say why a row is here.
        let flagsWidth = rows.lazy.map { DisplayWidth.of(flags($0)) }.max() ?? 0
        // Nor what became of a case that has left: it stands in the item's place. The item itself gives way to marks only
        // when they are many.
        let itemWidth = max(flagsWidth > 8 ? 10 : 14, min(24, ghost.map { DisplayWidth.of(text($0)) } ?? 0))
        let table = Table(
            columns: [TableColumn(title: "", minimum: 2, ideal: 2)]
                + columns.map { column($0, numberWidth, flagsWidth, itemWidth) }, gap: 1,
            headingStyle: context.style(.heading, on: ground), glyphs: context.glyphs.widgets)
        let first = top - offset
        let shown = rows.dropFirst(max(0, first)).prefix(table.visibleRows(in: region))
        table.draw(
            in: &buffer, region: region,
            rows: shown.map {
                line(
                    $0, isSelected: $0.reference.id == selected, ghost: $0.reference.id == ghost?.id ? ghost : nil,
                    isFocused: isFocused
                )
            })
    }

    private func line(_ row: QueueRow, isSelected: Bool, ghost: Ghost?, isFocused: Bool) -> Table.Row {
        let isGhost = ghost != nil
        var base = ground
        if isSelected { base = context.style(isFocused ? .selection : .unfocusedSelection, on: base) }
        if isGhost { base = context.style(isSelected && isFocused ? .warning : .gone, on: base) }
        // On the selection bar everything is in its own colours: marks and words still tell.
        let isPlain = isGhost || (isSelected && isFocused)
        let urgency = context.urgency(due: row.dueAt, warnAt: row.warnAt)
        let mark = isGhost ? context.glyphs.gone : urgency.mark
        let marks = StyledText(
            (isSelected && isFocused ? context.glyphs.selected : " ") + mark,
            isPlain ? base : context.style(urgency.role, on: base))
        let cells = columns.map { column in
            let (text, role) = cell(column, row, ghost)
            return StyledText(text, role.map { isPlain ? base : context.style($0, on: base) } ?? base)
        }
        return Table.Row([marks] + cells, style: base)
    }

    private func cell(_ column: Column, _ row: QueueRow, _ ghost: Ghost?) -> (String, Theme.Role?) {
        switch column {
        case .number: return (row.number, nil)
        case .applicant: return (row.applicant, nil)
        case .item: return (ghost.map(text) ?? row.item, nil)
        case .village: return (row.village, .muted)
        case .agent: return (row.holderName ?? "—", .muted)
        case .state: return (context.text(row.clock.map { .standing(row.state, $0) } ?? .state(row.state)), .muted)
        case .flags: return (flags(row), .flag)
        case .due: return (row.dueAt.map(context.shortDueText) ?? "—", .muted)
        case .remaining:
            guard let due = row.dueAt else { return ("—", .muted) }
            return (context.remaining(due), context.urgency(due: due, warnAt: row.warnAt).role)
        case .waiting:
            guard let since = row.completedAt else { return ("—", .muted) }
            return (context.text(.remaining(minutes: context.now.minutes(since: since))), .muted)
        case .presence, .since, .today, .inHand, .overdue: return ("", nil)
        }
    }

    /// A row whose case is not in the queue any more, and how it left, once that is known.
    struct Ghost {
        var id: CaseID
        var departure: TraceEntry?
    }

    private func text(_ ghost: Ghost) -> String {
        guard let entry = ghost.departure else { return context.text(.leftQueue) }
        return context.text(.leftBy(who: entry.actorName ?? context.text(.office), what: entry.event.kind))
    }

    /// Why the row is here, most pressing first.
    private func flags(_ row: QueueRow) -> String {
        var flags: [Message] = []
        if row.isUrgent { flags.append(.flagUrgent) }
        if row.returns > 0 { flags.append(.flagReturned(row.returns)) }
        if row.urgings > 0 { flags.append(.flagUrged(row.urgings)) }
        if row.isProvisional { flags.append(.flagProvisional) }
        if row.reference.version == 1, row.state == .pending, context.now.minutes(since: row.submittedAt) < 30 {
            flags.append(.flagNew)
        }
        return flags.map(context.text).joined(separator: " ")
    }

    private func column(
        _ column: Column, _ numberWidth: Int, _ flagsWidth: Int, _ itemWidth: Int
    ) -> TableColumn {
        let title = context.text(.column(column))
        return switch column {
        case .number: TableColumn(title: title, minimum: max(8, min(numberWidth, 24)), ideal: max(8, numberWidth))
        case .applicant: TableColumn(title: title, minimum: 6, ideal: 9, weight: 0, priority: 1, alignment: .left)
        case .item:
            TableColumn(
                title: title, minimum: itemWidth, ideal: max(18, itemWidth), weight: 3, priority: 0, alignment: .left)
        case .village: TableColumn(title: title, minimum: 6, ideal: 8, weight: 1, priority: 2, alignment: .left)
        case .agent: TableColumn(title: title, minimum: 6, ideal: 8, weight: 1, priority: 2, alignment: .left)
        case .state: TableColumn(title: title, minimum: 8, ideal: 9, weight: 0, priority: 5, alignment: .left)
        case .flags:
            TableColumn(title: title, minimum: max(4, flagsWidth), ideal: max(5, flagsWidth), priority: 1)
        case .remaining: TableColumn(title: title, minimum: 8, ideal: 8, alignment: .right)
        case .waiting: TableColumn(title: title, minimum: 8, ideal: 8, priority: 4, alignment: .right)
        case .due: TableColumn(title: title, minimum: 11, ideal: 11, priority: 6, alignment: .right)
        case .presence, .since, .today, .inHand, .overdue:
            TableColumn(title: title, minimum: 6, ideal: 8, weight: 0, priority: 3, alignment: .left)
        }
    }
}
