import Casework
import TerminalKit

/// Whether a command can be given now, and if not, why not: the footer greys it, its key says the reason.
public enum Availability: Hashable, Sendable {
    case available
    case unavailable(Message)

    var isAvailable: Bool { self == .available }
}

extension DeskState {
    /// Whether `command` can be given on this screen with this selection.
    public func availability(of command: CommandID) -> Availability {
        if let kind = command.caseCommand {
            return caseAvailability(kind, command)
        }
        switch command {
        case .open:
            switch screen {
            case .panes: return focus == .agents ? agentAvailability : caseSelectionAvailability
            case .agentCases(let list): return list.selected == nil ? .unavailable(.nothingSelected) : .available
            case .attendance(let attendance):
                return attendance.selectedMonth == nil ? .unavailable(.nothingSelected) : .available
            case .detail: return .unavailable(.notHere(command))
            }
        case .more: return lifeAvailability
        case .appraisal: return appraisalAvailability
        case .newCase:
            return person.role.mayRegister ? .available : .unavailable(.intake(.mayNotRegister(person.role)))
        case .relayTasks: return relayTaskCount > 0 ? .available : .unavailable(.relay(.none))
        case .explain:
            if case .detail = screen { return .available }
            return .unavailable(.notHere(command))
        case .attendance:
            if case .panes = screen, focus == .agents { return .available }
            return .unavailable(.attendance(.month(.inPaneFour)))
        case .nextPane, .previousPane:
            switch screen {
            case .panes, .attendance: return .available
            case .detail, .agentCases: return .unavailable(.notHere(command))
            }
        case .filter, .zoom, .pane1, .pane2, .pane3, .pane4:
            if case .panes = screen { return .available }
            return .unavailable(.notHere(command))
        case .up, .down, .pageUp, .pageDown, .first, .last, .back, .help, .palette, .findAll, .sheets, .redraw,
            .frameCounters,
            .suspend, .quit:
            return .available
        case .accept, .decline, .approve, .reject, .reassign, .urge, .undo, .reveal:
            return .available
        }
    }

    /// Why the selected row takes no action: somebody else acted on its case, and it left the queue.
    private var ghostMessage: Message? {
        guard case .panes = screen, let pane = queuePanes[focus], pane.isGhost, let row = pane.selected else {
            return nil
        }
        return pane.departure.map { changeMessage($0, number: row.number) } ?? .leftQueue
    }

    /// Whether there is a case of which everything that can be done could be listed.
    private var lifeAvailability: Availability {
        switch screen {
        case .detail(let detail): return detail.detail == nil ? .unavailable(.loading) : .available
        case .attendance: return .unavailable(.selectCaseFirst)
        case .panes where focus == .agents: return .unavailable(.selectCaseFirst)
        case .panes where queuePanes[focus]?.isAwaiting == true: return .unavailable(.loading)
        case .panes, .agentCases:
            guard selectedRow != nil else { return .unavailable(.nothingSelected) }
            return ghostMessage.map { .unavailable($0) } ?? .available
        }
    }

    private var agentAvailability: Availability {
        agentsPane.selected == nil ? .unavailable(.nothingSelected) : .available
    }

    private var caseSelectionAvailability: Availability {
        if queuePanes[focus]?.isAwaiting == true { return .unavailable(.loading) }
        return selectedRow == nil ? .unavailable(.nothingSelected) : .available
    }

    private func caseAvailability(_ kind: CaseCommand.Kind, _ command: CommandID) -> Availability {
        if kind == .undo {
            return lastDone == nil ? .unavailable(.nothingDoneYet) : .available
        }
        if kind == .reveal {
            guard case .detail = screen else { return .unavailable(.notHere(command)) }
        }
        guard person.role.may(kind) else { return .unavailable(.refusal(.notPermitted(kind, person.role))) }
        switch screen {
        case .detail(let detail):
            guard let current = detail.detail?.case else { return .unavailable(.loading) }
            do {
                try current.permit(kind, Actor(person))
                return .available
            } catch {
                return .unavailable(.refusal(error))
            }
        case .attendance: return .unavailable(.selectCaseFirst)
        case .panes, .agentCases:
            if case .panes = screen, focus == .agents { return .unavailable(.selectCaseFirst) }
            if case .panes = screen, queuePanes[focus]?.isAwaiting == true { return .unavailable(.loading) }
            guard let row = selectedRow else { return .unavailable(.nothingSelected) }
            if let gone = ghostMessage { return .unavailable(gone) }
            guard Case.states(for: kind).contains(row.state) else {
                return .unavailable(.refusal(.wrongState(kind, row.state)))
            }
            if kind == .urge, row.holder == nil { return .unavailable(.refusal(.noHolder)) }
            return .available
        }
    }
}
