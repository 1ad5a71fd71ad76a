import CaseStore
import Casework
import TerminalKit

/// What each command of the registry does. It is known to be available here.
extension DeskState {
    mutating func run(_ command: CommandID, _ effects: inout [DeskEffect]) {
        switch command {
        case .accept, .decline, .approve, .reject, .reassign, .urge, .undo, .reveal:
            openCard(for: command)
        case .open: open(&effects)
        case .more: openLifeMenu(&effects)
        case .appraisal: openAppraisal(&effects)
        case .newCase: openIntake(&effects)
        case .explain: overlay = .explanation(top: 0)
        case .filter: filterField = TextField(focus == .agents ? agentsPane.filter : queuePanes[focus]?.filter ?? "")
        case .findAll:
            openFind()
            askFind(&effects)
        case .sheets: openSheets(&effects)
        case .relayTasks: openRelayTasks(&effects)
        case .zoom: isZoomed.toggle()
        case .palette: overlay = .palette(CommandPalette())
        case .back: back(&effects)
        case .nextPane: if isAttendance { turnMonth(by: 1, &effects) } else { focus = focus.advanced(by: 1) }
        case .previousPane: if isAttendance { turnMonth(by: -1, &effects) } else { focus = focus.advanced(by: -1) }
        case .attendance: openAttendance(&effects)
        case .pane1: focus = .pending
        case .pane2: focus = .dueSoon
        case .pane3: focus = .inReview
        case .pane4: focus = .agents
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: move(by: -pageHeight)
        case .pageDown: move(by: pageHeight)
        case .first: move(to: 0)
        case .last: move(to: Int.max)
        case .help: overlay = .help(top: 0)
        case .redraw: effects.append(.redraw)
        case .frameCounters: showsFrameCounters.toggle()
        case .suspend: effects.append(.suspend)
        case .quit: effects.append(.quit)
        }
    }

    private var pageHeight: Int {
        switch screen {
        case .panes: max(1, DeskLayout.rows(in: layout.panes[focus] ?? layout.body) - 1)
        case .detail, .agentCases, .attendance: max(1, layout.body.height - 4)
        }
    }

    private var isAttendance: Bool {
        if case .attendance = screen { return true }
        return false
    }

    mutating func move(by distance: Int) {
        switch screen {
        case .panes:
            if focus == .agents {
                agentsPane.move(by: distance)
            } else {
                queuePanes[focus]?.move(by: distance)
            }
        case .detail(var detail):
            detail.top = max(0, min(detail.top + distance, DetailView.lastTop(self)))
            screen = .detail(detail)
        case .agentCases(var list):
            list.move(by: distance)
            screen = .agentCases(list)
        case .attendance(var attendance):
            attendance.move(by: distance)
            screen = .attendance(attendance)
        }
    }

    private mutating func move(to rank: Int) {
        switch screen {
        case .panes:
            if focus == .agents {
                agentsPane.move(to: min(rank, agentsPane.shown.count))
            } else if let count = queuePanes[focus]?.total {
                queuePanes[focus]?.move(to: min(rank, max(count - 1, 0)))
            }
        case .detail, .agentCases, .attendance:
            move(by: rank == 0 ? -1_000_000 : 1_000_000)
        }
    }

    private mutating func open(_ effects: inout [DeskEffect]) {
        // A second Enter after the one that confirmed must not open the next person's case.
        if case .panes = screen, queuePanes[focus]?.isGhost != true, settling?.isUnder(at: now) == true {
            notice = Notice(message: .justChanged, tone: .warning)
            return
        }
        switch screen {
        case .panes where focus == .agents:
            guard let load = agentsPane.shown.first(where: { $0.member.id == agentsPane.selected }) else { return }
            screen = .agentCases(AgentCases(agent: load.member))
            effects.append(.loadAgentCases(load.member.id))
        case .panes:
            openDetail(of: selectedRow?.reference.id, from: nil, &effects)
        case .agentCases(let list):
            openDetail(of: list.selected, from: list, &effects)
        case .attendance(let attendance):
            if let month = attendance.selectedMonth { overlay = .sessions(month, top: 0) }
        case .detail:
            break
        }
    }

    private mutating func openDetail(of id: CaseID?, from list: AgentCases?, _ effects: inout [DeskEffect]) {
        guard let id else { return }
        screen = .detail(DetailScreen(id: id, cameFrom: list))
        effects.append(.loadDetail(id))
    }

    /// Escape: out of the detail, out of the list, out of the zoom, out of the filter, in this order.
    private mutating func back(_ effects: inout [DeskEffect]) {
        switch screen {
        case .detail(let detail):
            if let list = detail.cameFrom {
                screen = .agentCases(list)
                effects.append(.loadAgentCases(list.agent.id))
            } else {
                screen = .panes
            }
        case .agentCases, .attendance:
            screen = .panes
        case .panes:
            if isZoomed {
                isZoomed = false
            } else {
                setFilter("", &effects)
            }
        }
    }
}
