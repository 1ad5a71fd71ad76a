import CaseStore
import Casework

/// What a person has done with the list of agents: the selected one, scroll position and filter.
public struct AgentsPane: Hashable, Sendable {
    public private(set) var agents: [AgentLoad] = []
    public private(set) var selected: StaffID?
    public var top = 0
    public var filter = ""

    public init() {}

    /// The agents that the filter lets through, in the order of lists.
    public var shown: [AgentLoad] {
        AgentsPane.ordered(agents.filter { AgentsPane.matches($0.member, filter) })
    }

    public var index: Int {
        shown.firstIndex { $0.member.id == selected } ?? 0
    }

    /// How many agents are counted for while the screen does not know who there is.
    static let firstLoads = 60

    private var visible = 0

    /// Those whose loads are on the screen, and a page more either way.
    var wanted: Set<StaffID> {
        let count = max(visible, 20)
        return Set(shown.dropFirst(max(0, top - count)).prefix(3 * count).map(\.member.id))
    }

    /// Whether somebody is shown whose load was not asked for.
    var lacksLoads: Bool { shown.dropFirst(top).prefix(visible).contains { !$0.isCounted } }

    mutating func take(_ fresh: [AgentLoad]) {
        let before = index
        let known = Dictionary(agents.map { ($0.member.id, $0) }, uniquingKeysWith: { first, _ in first })
        agents = fresh.map { $0.knowing(known[$0.member.id]) }
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
        self.visible = visible
        top = min(max(top, index - visible + 1), index)
        top = max(0, min(top, shown.count - visible))
    }

    static func matches(_ member: StaffMember, _ filter: String) -> Bool {
        let words = SearchWord.words(filter)
        guard !words.isEmpty else { return true }
        let texts = [
            SearchedText(member.name, isPerson: true), SearchedText(member.number), SearchedText(member.village ?? ""),
        ]
        return words.allSatisfy { word in texts.contains { $0.contains(word) } }
    }

    static func ordered(_ agents: [AgentLoad]) -> [AgentLoad] {
        agents.sorted(by: AgentLoad.isBefore)
    }
}

extension AgentLoad {
    /// With the load that was last asked for, when it was not asked for now.
    func knowing(_ before: AgentLoad?) -> AgentLoad {
        guard !isCounted, let before, before.isCounted else { return self }
        var load = self
        (load.inHand, load.overdue, load.isCounted) = (before.inHand, before.overdue, true)
        return load
    }
}
