import CaseStore
import Casework
import TerminalKit

/// A question about one case, open on the screen: what is to be done with it, and what has been typed so far.
///
/// The card carries the case and the version that the person saw when the key was first pressed; nothing that happens
/// while it is open can change them.
public struct ActionCard: Hashable, Sendable {
    /// What the card asks for besides Enter.
    public enum Question: Hashable, Sendable {
        case confirm
        case reason(TextField)
        case agent(AgentPicker)
    }

    public let kind: CaseCommand.Kind
    public let reference: CaseReference
    public let number: String
    /// Masked.
    public let applicant: String
    public let item: String
    public let village: String
    public let holderName: String?
    /// What an undo takes back.
    public let undoes: UndoableAction.Kind?
    public let dueAt: Instant?
    /// How often review sent it back.
    public let returns: Int
    public var question: Question
    /// Sent to the store; the answer is awaited.
    public var isRecording = false
    /// Why the last try was refused.
    public var problem: Message?
}

/// The searchable list of agents that a case can be given to.
public struct AgentPicker: Hashable, Sendable {
    public var field = TextField("")
    public private(set) var selected: StaffID?
    public private(set) var agents: [AgentLoad]
    /// Who has the case now, and so cannot be chosen.
    public let holder: StaffID?

    init(agents: [AgentLoad], holder: StaffID?) {
        self.agents = AgentsPane.ordered(agents)
        self.holder = holder
        selected = shown.first?.member.id
    }

    public var shown: [AgentLoad] {
        agents.filter { $0.member.isActive && $0.member.id != holder && AgentsPane.matches($0.member, field.text) }
    }

    /// Those whose loads are on the screen: around the selected one.
    var wanted: Set<StaffID> { Set(shown.dropFirst(max(0, index - 20)).prefix(60).map(\.member.id)) }

    /// Whether somebody near the selected one was not counted for.
    var lacksLoads: Bool { shown.dropFirst(max(0, index - 20)).prefix(40).contains { !$0.isCounted } }

    public var index: Int { shown.firstIndex { $0.member.id == selected } ?? 0 }

    public var choiceLoad: AgentLoad? { shown.first { $0.member.id == selected } }

    public var choice: StaffMember? { choiceLoad?.member }

    /// New facts about the same agents. The order stays as it was when the list was opened: rows do not jump under the
    /// finger; who is new comes last.
    mutating func take(_ fresh: [AgentLoad]) {
        let byID = Dictionary(fresh.map { ($0.member.id, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(agents.map(\.member.id))
        agents =
            agents.compactMap { before in byID[before.member.id]?.knowing(before) }
            + fresh.filter { !known.contains($0.member.id) }
        if selected == nil { settle() }
    }

    mutating func move(by distance: Int) {
        let list = shown
        guard !list.isEmpty else { return }
        selected = list[min(max(index + distance, 0), list.count - 1)].member.id
    }

    /// After typing: the selection stays while it still matches.
    mutating func settle() {
        let list = shown
        if !list.contains(where: { $0.member.id == selected }) { selected = list.first?.member.id }
    }
}
