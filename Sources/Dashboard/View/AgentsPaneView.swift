import CaseStore
import Casework
import TerminalKit

/// The agents in their box: who is at the post, since when, with how many cases in hand.
struct AgentsPaneView {
    let context: ViewContext

    func draw(in buffer: inout CellBuffer, region: Region) {
        let state = context.state
        let pane = state.agentsPane
        let isFocused = state.focus == .agents
        PaneFrame(context: context, id: .agents, isFocused: isFocused, filter: pane.filter).draw(
            in: &buffer, region: region)
        let inner = region.inset(by: 1)
        guard state.snapshot != nil else { return AbsentRowsView(context: context).draw(in: &buffer, region: inner) }
        let agents = pane.shown
        AgentTable(context: context, ground: context.ground, isWide: inner.width >= 100).draw(
            agents: agents, top: pane.top, selected: pane.selected, isFocused: isFocused, in: &buffer,
            region: inner.splitVertically(at: inner.width - 1).left)
        if agents.isEmpty {
            let message = pane.filter.isEmpty ? Message.emptyAgents : .noAgentMatches
            buffer.putTruncated(
                context.text(message), x: inner.x + 2, y: inner.y + 1, style: context.style(.muted, on: context.ground),
                width: inner.width - 2)
        }
        ScrollWindow.drawMark(
            in: &buffer, track: Region(x: region.maxX - 1, y: inner.y + 1, width: 1, height: inner.height - 1),
            top: pane.top, visible: inner.height - 1, count: agents.count,
            style: context.style(isFocused ? .focusedBorder : .border, on: context.ground),
            glyphs: context.glyphs.widgets)
    }
}

/// Agents as lines of a table: for the pane and for the list one chooses from.
struct AgentTable {
    let context: ViewContext
    /// What the table stands on: the screen or a card.
    let ground: Style
    /// Whether there is room for words.
    var isWide = false

    func draw(
        agents: [AgentLoad], top: Int, selected: StaffID?, isFocused: Bool, in buffer: inout CellBuffer, region: Region
    ) {
        let table = Table(
            columns: [TableColumn(title: "", minimum: 1, ideal: 1)] + Self.columns.map(column), gap: 1,
            headingStyle: context.style(.heading, on: ground), glyphs: context.glyphs.widgets)
        let shown = agents.dropFirst(top).prefix(table.visibleRows(in: region))
        table.draw(
            in: &buffer, region: region,
            rows: shown.map { line($0, isSelected: $0.member.id == selected, isFocused: isFocused) })
    }

    private func line(_ agent: AgentLoad, isSelected: Bool, isFocused: Bool) -> Table.Row {
        var base = ground
        if isSelected { base = context.style(isFocused ? .selection : .unfocusedSelection, on: base) }
        let isPlain = isSelected && isFocused
        let cells = Self.columns.map { column in
            let (text, role) = cell(column, agent)
            return StyledText(text, role.map { isPlain ? base : context.style($0, on: base) } ?? base)
        }
        return Table.Row([StyledText(isPlain ? context.glyphs.selected : " ", base)] + cells, style: base)
    }

    private static let columns: [Column] = [.presence, .village, .agent, .since, .today, .inHand, .overdue]

    private func cell(_ column: Column, _ agent: AgentLoad) -> (String, Theme.Role?) {
        switch column {
        case .presence:
            let (mark, role) = presence(agent.presence)
            return ("\(mark) \(context.text(.presence(agent.presence)))", role)
        case .village: return (agent.member.village ?? "—", nil)
        case .agent: return (agent.member.name, nil)
        case .since: return (since(agent), .muted)
        case .today: return today(agent)
        case .inHand: return (agent.isCounted ? "\(agent.inHand)" : "…", nil)
        case .overdue: return (agent.isCounted ? "\(agent.overdue)" : "…", agent.overdue > 0 ? .overdue : .muted)
        case .number, .applicant, .item, .state, .remaining, .waiting, .flags, .due: return ("", nil)
        }
    }

    private func presence(_ presence: DutyPresence) -> (String, Theme.Role) {
        switch presence {
        case .onDuty, .outsideDuty: (context.glyphs.onDuty, .onDuty)
        case .away: (context.glyphs.away, .away)
        case .scheduled, .offDuty: (context.glyphs.away, .muted)
        case .leave: (context.glyphs.leave, .leave)
        }
    }

    /// What today's sessions are: in words where there is room, else by their signs.
    private func today(_ agent: AgentLoad) -> (String, Theme.Role?) {
        let states = context.state.today(of: agent.member.id).map(\.state)
        guard !states.isEmpty else { return ("—", .muted) }
        let words = states.map { context.text(.attendance(isWide ? .state($0) : .stateSign($0))) }
        let worst: [SessionState] = [.absent, .late, .leftEarly, .onLeave, .stoodInFor, .onTime, .excused, .toCome]
        return (words.joined(separator: " "), worst.first(where: states.contains).map(AttendanceView.role))
    }

    /// The clock time today, the date before.
    private func since(_ agent: AgentLoad) -> String {
        guard let since = agent.since else { return context.text(.neverSeen) }
        let offset = context.state.centre.offset
        let isToday = offset.civil(since).date == offset.civil(context.now).date
        return isToday ? since.clockText(offset) : since.shortCivilText(offset)
    }

    private func column(_ column: Column) -> TableColumn {
        let title = context.text(.column(column))
        return switch column {
        case .presence: TableColumn(title: title, minimum: 10, ideal: 10)
        case .village: TableColumn(title: title, minimum: 6, ideal: 8, weight: 2, priority: 1)
        case .agent: TableColumn(title: title, minimum: 8, ideal: 8, weight: 2)
        case .since: TableColumn(title: title, minimum: 10, ideal: 14, weight: 1, priority: 3)
        case .today: TableColumn(title: title, minimum: 5, ideal: isWide ? 16 : 5, priority: 4)
        case .inHand: TableColumn(title: title, minimum: 4, ideal: 5, alignment: .right)
        case .overdue: TableColumn(title: title, minimum: 4, ideal: 5, priority: 2, alignment: .right)
        case .number, .applicant, .item, .state, .remaining, .waiting, .flags, .due:
            TableColumn(title: title, minimum: 6, ideal: 8)
        }
    }
}
