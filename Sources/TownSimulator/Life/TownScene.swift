import CaseStore
import Casework

/// How the township stands at one moment: what the next happening is chosen from.
struct TownScene {
    let now: Instant
    let agents: [AgentLoad]
    let pending: [QueueRow]
    let accepted: [QueueRow]
    let returned: [QueueRow]
    let inReview: [QueueRow]
    /// Approved, and the applicant has not got the result yet.
    let undelivered: [QueueRow]
    /// Open and past the warning mark, overdue ones included.
    let pressing: Int
    /// Past the warning mark, not overdue.
    let near: Int
    private let working: Set<StaffID>

    /// More open cases than this are not looked at: those with the nearest deadlines come first.
    private static let limit = 600

    /// So many cases may wait for an agent who is not there.
    private static let patience = 8

    init(store: CaseStore, rules: Rules, now: Instant) throws(StoreError) {
        self.now = now
        let plan = DutyPlan(duty: rules.rulebook.agents.duty, calendar: rules.calendar, offset: rules.offset)
        agents = try store.agents(now: now, plan: plan)
        let open = try store.list(
            CaseListQuery(states: [.pending, .accepted, .returned, .inReview], limit: Self.limit))
        pending = open.filter { $0.state == .pending }
        accepted = open.filter { $0.state == .accepted }
        returned = open.filter { $0.state == .returned }
        inReview = open.filter { $0.state == .inReview }
        undelivered = try store.list(CaseListQuery(states: [.approved], isOpen: true, limit: Self.limit))
        let isPressing = { (row: QueueRow) in row.warnAt.map { $0 <= now } ?? false }
        let isOverdue = { (row: QueueRow) in row.dueAt.map { $0 < now } ?? false }
        let all = open + undelivered
        pressing = all.count(where: isPressing)
        near = all.count { isPressing($0) && !isOverdue($0) }
        working = Set(agents.filter { !$0.presence.isMissing }.map(\.id))
    }

    var openCount: Int { pending.count + accepted.count + returned.count + inReview.count }

    /// Those who work: at the post while a session runs, and otherwise wherever they are.
    var atWork: [AgentLoad] { agents.filter { working.contains($0.id) } }

    /// Whether the case is in the hands of somebody who works. Nobody is missing outside the hours: what is taken then
    /// counts as well (班外受理).
    func isAttended(_ row: QueueRow) -> Bool {
        row.holder.map(working.contains) ?? false
    }

    func isPressing(_ row: QueueRow) -> Bool {
        row.warnAt.map { $0 <= now } ?? false
    }

    /// Cases that nobody at work has in hand and that cannot wait: because they press, or have no agent at all, or
    /// because there are too many of them.
    var orphans: [QueueRow] {
        let unattended = (pending + accepted + returned).filter { !isAttended($0) }
        guard unattended.count <= Self.patience else { return unattended }
        return unattended.filter { $0.holder == nil || isPressing($0) }
    }

    /// The agent at work with the least in hand.
    var leastLoaded: StaffMember? {
        atWork.min { ($0.inHand, $0.member.number) < ($1.inHand, $1.member.number) }?
            .member
    }
}
