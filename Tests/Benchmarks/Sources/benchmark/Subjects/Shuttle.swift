import CaseStore
import Casework
import TownSimulator

/// Commits that a desk shows at once and that leave the township as it is: cases handed to review and sent back again,
/// in turn, through the commands that people use. Each one changes the counter in the header and a row of a pane.
struct Shuttle {
    private let store: CaseStore
    private let rules: Rules
    private let reviewer: Actor
    private var cases: [(value: CaseReference, isInReview: Bool, holder: Actor)]
    private var next = 0

    /// So many cases take turns at most. Each was read before, as by a person who looks at it and then acts.
    private static let size = 128

    init(database: String) throws {
        store = try CaseStore.open(at: database)
        rules = try Workbench.rules()
        guard let reviewer = try store.staff(number: TownFounder.secondReviewerNumber) else {
            throw BenchmarkError.township("there is no second reviewer")
        }
        self.reviewer = Actor(reviewer)
        cases = []
        for row in try store.list(CaseListQuery(states: [.accepted, .returned])) where cases.count < Self.size {
            guard let holder = try row.holder.flatMap(store.staff), let value = try store.detail(of: row.id)?.case,
                Self.isReady(value, Actor(holder))
            else { continue }
            cases.append((row.reference, false, Actor(holder)))
        }
        guard !cases.isEmpty else { throw BenchmarkError.township("no agent has a case in hand") }
    }

    mutating func commit() throws(ActionError) {
        let turn = cases[next]
        let now = Instant(milliseconds: Stopwatch.wallMilliseconds())
        let changed =
            if turn.isInReview {
                try store.perform(.reject(reason: "请补材料"), on: turn.value, by: reviewer, at: now, rules: rules)
            } else {
                try store.perform(
                    .complete(note: nil, lateReason: "多次补材料"), on: turn.value, by: turn.holder, at: now, rules: rules)
            }
        cases[next].value = changed.reference
        cases[next].isInReview.toggle()
        next = (next + 1) % cases.count
    }

    /// Whether nothing stands in the way of its review: no papers away, no department, nothing missing.
    private static func isReady(_ value: Case, _ holder: Actor) -> Bool {
        do {
            try value.permit(.complete, holder)
            return true
        } catch {
            return false
        }
    }
}
