import CaseStore
import Casework
import TerminalKit

/// The open cases that one agent has in hand.
struct AgentCasesView {
    let context: ViewContext
    let list: AgentCases

    func draw(in buffer: inout CellBuffer, region: Region) {
        let edge = context.style(.focusedBorder, on: context.ground)
        let title = context.text(.agentCasesTitle("\(list.agent.village ?? "") \(list.agent.name)"))
        let inner = Box(lines: context.glyphs.lines, style: edge, title: [StyledText(title, edge.bold())])
            .draw(in: &buffer, region: region)
        guard let rows = list.rows else {
            buffer.put(
                context.text(.loading), x: inner.x + 2, y: inner.y + 1, style: context.style(.muted, on: context.ground)
            )
            return
        }
        QueueTable(context: context, columns: [.number, .applicant, .item, .state, .flags, .remaining]).draw(
            rows: rows, offset: 0, top: list.top, selected: list.selected, ghost: nil, isFocused: true, in: &buffer,
            region: inner.splitVertically(at: inner.width - 1).left)
        if rows.isEmpty {
            buffer.put(
                context.text(.agentHasNoCases), x: inner.x + 2, y: inner.y + 1,
                style: context.style(.muted, on: context.ground))
        }
    }
}
