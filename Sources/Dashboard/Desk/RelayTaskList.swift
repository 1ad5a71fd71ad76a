import CaseStore
import Casework
import TerminalKit

/// The entries of villages that were not simply taken over and wait for a person, oldest first.
public struct RelayTaskList: Hashable, Sendable {
    /// `nil` until the store has answered.
    public private(set) var rows: [RelayTaskRow]?
    private var selected: String?

    public var index: Int { rows?.firstIndex { $0.task.name == selected } ?? 0 }

    public var selectedRow: RelayTaskRow? {
        guard let rows, rows.indices.contains(index) else { return nil }
        return rows[index]
    }

    mutating func take(_ fresh: [RelayTaskRow]) {
        rows = fresh
        if !fresh.contains(where: { $0.task.name == selected }) { selected = fresh.first?.task.name }
    }

    mutating func move(by distance: Int) {
        guard let rows, !rows.isEmpty else { return }
        selected = rows[min(max(index + distance, 0), rows.count - 1)].task.name
    }
}

extension DeskState {
    /// How many wait, as the store last told.
    var relayTaskCount: Int { snapshot?.counters.relayTasks ?? 0 }

    mutating func openRelayTasks(_ effects: inout [DeskEffect]) {
        overlay = .relayTasks(RelayTaskList())
        effects.append(.loadRelayTasks)
    }

    mutating func relayTasksKey(_ press: KeyPress, _ list: RelayTaskList, _ effects: inout [DeskEffect]) {
        var list = list
        switch press.key {
        case .escape:
            overlay = nil
            return
        case .enter:
            guard let row = list.selectedRow else { return }
            guard let id = row.caseID else {
                notice = Notice(message: .relay(.noCase), tone: .warning)
                return
            }
            overlay = nil
            screen = .detail(DetailScreen(id: id, cameFrom: nil))
            effects.append(.loadDetail(id))
            return
        default:
            switch CommandID.named(by: press) {
            case .up: list.move(by: -1)
            case .down: list.move(by: 1)
            case .pageUp: list.move(by: -8)
            case .pageDown: list.move(by: 8)
            default: break
            }
        }
        overlay = .relayTasks(list)
    }

    mutating func take(_ result: Result<[RelayTaskRow], StoreError>) {
        guard case .relayTasks(var list) = overlay else { return }
        switch result {
        case .success(let rows):
            list.take(rows)
            overlay = .relayTasks(list)
        case .failure(let error):
            notice = Notice(message: .storeProblem(error), tone: .warning)
        }
    }
}
