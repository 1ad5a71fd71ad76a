import CaseStore
import Casework
import TerminalKit

/// The first line (centre, counters, date, clock, person) and the line of tabs below it.
struct HeaderView {
    let context: ViewContext

    func draw(in buffer: inout CellBuffer, layout: DeskLayout) {
        let state = context.state
        let base = context.theme[.header].over(context.ground)
        buffer.fill(layout.header, style: base)

        let (date, _) = state.centre.offset.civil(state.now)
        let clock = "\(date) \(context.text(.weekday(date.weekday))) \(state.now.clockText(state.centre.offset))"
        let person = "\(context.text(.role(state.person.role))) \(state.person.name)"
        let right = Segment.fitting(
            [
                Segment(text: clock, style: base), Segment(text: "  \(person)", style: base, priority: 1),
                Segment(text: " ", style: base),
            ], columns: layout.header.width / 2 + 10)
        let rightWidth = right.reduce(0) { $0 + $1.width }

        var left = [Segment(text: " \(state.centre.name)", style: base)]
        if layout.tabs == nil, let counters = state.snapshot?.counters {
            let numbers: [(Counter, Int, Theme.Role, Int)] = [
                (.pending, counters.pending, .header, 3), (.near, counters.near, .headerNear, 2),
                (.overdue, counters.overdue, .headerOverdue, 1), (.inReview, counters.inReview, .header, 4),
            ]
            for (counter, number, role, priority) in numbers {
                let style = number > 0 ? context.style(role, on: base) : base
                let text = " \(context.text(.counter(counter, number))) "
                left.append(Segment(text: " ", style: base, priority: priority))
                left.append(Segment(text: text, style: style, priority: priority))
            }
            left.append(
                Segment(
                    text: "  \(context.text(.onDutyCounter(counters.onDuty, counters.agents)))", style: base,
                    priority: 5))
        }
        if state.relayTaskCount > 0 {
            left.append(Segment(text: "  ", style: base))
            left.append(
                Segment(
                    text: " \(context.text(.relay(.counter(state.relayTaskCount)))) ",
                    style: context.style(.headerNear, on: base)))
        }
        let room = layout.header.width - rightWidth - 2
        buffer.draw(Segment.fitting(left, columns: room), in: Region(x: 0, y: layout.header.y, width: room, height: 1))
        buffer.draw(
            right, in: Region(x: layout.header.width - rightWidth, y: layout.header.y, width: rightWidth, height: 1))

        if let line = layout.tabs {
            var tabs = Self.tabs(state)
            tabs.ground = context.ground
            tabs.style = context.style(.unfocusedSelection, on: context.ground)
            tabs.selectedStyle = context.style(.selection, on: context.ground)
            tabs.draw(in: &buffer, region: line)
        }
    }

    /// The panes as tabs, in order, without their styles; a mouse click finds its tab by them.
    static func tabs(_ state: DeskState) -> Tabs {
        Tabs(
            PaneID.allCases.map { "\($0.rawValue) \(state.text(.paneTab($0))) \(QueuePaneView.count($0, state))" },
            selected: PaneID.allCases.firstIndex(of: state.focus) ?? 0, hasBrackets: false)
    }
}
