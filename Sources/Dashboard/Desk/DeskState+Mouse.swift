import CaseStore
import TerminalKit

/// The mouse: a click selects a row or presses a footer command, the wheel moves the selection of the pane below it.
extension DeskState {
    mutating func handle(_ mouse: MouseEvent, _ effects: inout [DeskEffect]) {
        guard !layout.isTooSmall else { return }
        guard replacement == nil else {
            if case .press(.left) = mouse.action, layout.footer.contains(column: mouse.column, row: mouse.row),
                let press = FooterView.hintKey(self, column: mouse.column)
            {
                replacementKey(press, &effects)
            }
            return
        }
        if card != nil {
            // Only the words Enter and Esc of the card itself: a stray click must not answer a question.
            if case .press(.left) = mouse.action { clickCard(column: mouse.column, row: mouse.row, &effects) }
            return
        }
        // A form is filled in by keys; a click beside it must not act on what lies below.
        guard form == nil else { return }
        if let overlay {
            if case .press(.left) = mouse.action { click(overlay, column: mouse.column, row: mouse.row, &effects) }
            settleScroll()
            return
        }
        switch mouse.action {
        case .press(.left):
            let isOnNotice = NoticeView.covers(row: mouse.row, self)
            notice = nil
            guard !isOnNotice else { break }
            // As Enter does: what is typed stays the filter of the pane it was typed for.
            filterField = nil
            click(column: mouse.column, row: mouse.row, &effects)
        case .scrollUp:
            wheel(by: -3, mouse)
        case .scrollDown:
            wheel(by: 3, mouse)
        case .press, .release, .drag:
            return
        }
        settleScroll()
    }

    /// The words of the footer are its keys; a click elsewhere puts away what is only read.
    private mutating func click(_ open: DeskOverlay, column: Int, row: Int, _ effects: inout [DeskEffect]) {
        if layout.footer.contains(column: column, row: row) {
            if let press = FooterView.hintKey(self, column: column) { overlayKey(press, &effects) }
            return
        }
        // What is typed on a card is not thrown away by a stray click.
        if case .appraisal(let screen, let top) = open, screen.card != nil {
            clickTenure(screen, top: top, column: column, row: row)
        } else {
            overlay = nil
        }
    }

    private mutating func clickCard(column: Int, row: Int, _ effects: inout [DeskEffect]) {
        guard let hints = CardView.hints(self) else { return }
        if hints.confirm.contains(column: column, row: row) {
            cardKey(KeyPress(.enter), &effects)
        } else if hints.cancel.contains(column: column, row: row) {
            cardKey(KeyPress(.escape), &effects)
        } else {
            notice = Notice(message: .answerTheCard, tone: .warning)
        }
    }

    private mutating func click(column: Int, row: Int, _ effects: inout [DeskEffect]) {
        if layout.footer.contains(column: column, row: row) {
            let items = FooterView.items(self, width: layout.footer.width)
            if let item = items.first(where: { ($0.x..<$0.x + $0.width).contains(column) }) {
                give(item.command, &effects)
            }
            return
        }
        if let tabs = layout.tabs, tabs.contains(column: column, row: row) {
            if let index = HeaderView.tabs(self).index(at: column, in: tabs) {
                (focus, screen) = (PaneID.allCases[index], .panes)
            }
            return
        }
        switch screen {
        case .panes:
            if let (pane, line) = layout.hit(column: column, row: row) {
                focus = pane
                if let line { selectLine(line, in: pane) }
            }
        case .agentCases(var list):
            let line = row - layout.body.y - 2
            guard let rows = list.rows, line >= 0, rows.indices.contains(list.top + line) else { return }
            list.select(rows[list.top + line].reference.id)
            screen = .agentCases(list)
        case .attendance(var attendance):
            let line = row - layout.body.y - 3
            guard let months = attendance.months, line >= 0, line < AttendanceView.rows(in: layout.body),
                months.indices.contains(attendance.top + line)
            else { return }
            attendance.selected = months[attendance.top + line].member.id
            screen = .attendance(attendance)
        case .detail:
            break
        }
    }

    private mutating func selectLine(_ line: Int, in pane: PaneID) {
        if pane == .agents {
            let rank = agentsPane.top + line
            if agentsPane.shown.indices.contains(rank) { agentsPane.move(to: rank) }
        } else if let queue = queuePanes[pane] {
            queuePanes[pane]?.select(place: queue.top + line - queue.offset)
        }
    }

    private mutating func wheel(by distance: Int, _ mouse: MouseEvent) {
        if case .panes = screen {
            guard let (pane, _) = layout.hit(column: mouse.column, row: mouse.row) else { return }
            if pane == .agents {
                agentsPane.move(by: distance)
            } else {
                queuePanes[pane]?.move(by: distance)
            }
        } else {
            move(by: distance)
        }
    }
}
