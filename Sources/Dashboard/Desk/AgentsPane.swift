import CaseStore
import Casework

/// What a person has done with the list of agents: the selected one, scroll position and filter.
public struct AgentsPane: Hashable, Sendable {
    public private(set) var agents: [AgentLoad] = []
    public private(set) var selected: StaffID?
    public var top = 0
    public var filter = ""

    public init() {}

    /// The agents that the filter lets through: on duty first, then away, then on leave, by number within each.
    public var shown: [AgentLoad] {
        AgentsPane.ordered(agents.filter { AgentsPane.matches($0.member, filter) })
    }

    public var index: Int {
        shown.firstIndex { $0.member.id == selected } ?? 0
    }

    mutating func take(_ fresh: [AgentLoad]) {
        let before = index
        agents = fresh
        if selected == nil { selected = shown.first?.member.id }
        top = max(0, top + index - before)
    }

    mutating func move(by distance: Int) {
        let list = shown
        guard !list.isEmpty else { return }
        selected = list[min(max(index + distance, 0), list.count - 1)].member.id
    }

    mutating func move(to rank: Int) {
        move(by: rank - index)
    }

    mutating func refilter(_ text: String) {
        filter = text
        let list = shown
        if !list.contains(where: { $0.member.id == selected }) {
            selected = list.first?.member.id
            top = 0
        }
    }

    mutating func reveal(visible: Int) {
        guard visible > 0 else { return }
        top = min(max(top, index - visible + 1), index)
        top = max(0, min(top, shown.count - visible))
    }

    static func matches(_ member: StaffMember, _ filter: String) -> Bool {
        guard !filter.isEmpty else { return true }
        let wanted = filter.lowercased()
        return [member.name, member.number, member.village ?? ""].contains { $0.lowercased().contains(wanted) }
    }

    static func ordered(_ agents: [AgentLoad]) -> [AgentLoad] {
        agents.sorted {
            ($0.presence.rank, $0.member.number, $0.member.id) < ($1.presence.rank, $1.member.number, $1.member.id)
        }
    }
}

extension Presence {
    /// The order in which lists show people.
    var rank: Int {
        switch self {
        case .onDuty: 0
        case .away: 1
        case .leave: 2
        }
    }
}
