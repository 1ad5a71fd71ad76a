import CaseStore
import Casework
import Foundation

@testable import TownSimulator

/// A founded township in a temporary folder, which goes when the town does.
final class Town {
    let store: CaseStore
    let rules: Rules
    let now: Instant
    private let folder: String

    init(
        seed: UInt64 = 7, now text: String = "2026-11-20 09:41", history: Int = 50, founds: Bool = true,
        rulebook: String = "standard"
    ) throws {
        folder = NSTemporaryDirectory() + "/daiban-town-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        now = Instant(text, offset: .china)!
        rules = Rules(rulebook: try .embedded(rulebook), calendar: .national, offset: .china)
        store = try CaseStore.create(
            at: folder + "/town.db", centre: Township.yunxi.centre, now: TownFounder.opening(history: history, now: now)
        )
        if founds { try TownFounder.found(in: store, seed: seed, now: now, history: history, rules: rules) }
    }

    var plan: DutyPlan {
        DutyPlan(duty: rules.rulebook.agents.duty, calendar: rules.calendar, offset: rules.offset)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func counters(at instant: Instant? = nil) throws -> Counters {
        try store.desk(DeskRequest(now: instant ?? now, queues: [:], plan: plan)).counters
    }

    func count(_ states: Set<CaseState>) throws -> Int {
        try store.list(CaseListQuery(states: states)).count
    }

    /// The traces of all cases, and the agents: everything that the journal says, by subject.
    func traces() throws -> ([[TraceEntry]], [AgentLoad]) {
        (
            try store.list(CaseListQuery()).map { try store.detail(of: $0.id)!.trace },
            try store.agents(now: now, plan: plan)
        )
    }
}
