import CaseStore
import Casework

/// Coming and going. About four in five agents are at their post by day; nobody comes or goes at night.
extension TownLife {
    mutating func attend(_ scene: TownScene) throws -> Happening {
        // A new day begins for those who were there, or on leave, since an earlier one.
        let stale = scene.agents.filter { isStale($0, scene) }
        if let agent = chance.pick(stale) { return try come(agent, scene) }
        let wanted = max(1, scene.agents.count * 9 / 11)
        let present = scene.agents.filter { $0.presence == .onDuty }
        let away = scene.agents.filter { $0.presence == .away }
        let comes = present.count < wanted || (present.count == wanted && chance.chance(50))
        if comes, let agent = chance.pick(away) { return try come(agent, scene) }
        guard present.count >= wanted, let agent = chance.pick(present) else {
            return Happening(.quiet, at: scene.now)
        }
        let onLeave = scene.agents.count { $0.presence == .leave }
        if onLeave < scene.agents.count / 11, chance.chance(15), let reason = chance.pick(Wording.leaves) {
            return try record(.leaveTaken(StaffEvent.LeaveTaken(reason: reason)), agent, as: .leaveTaken, scene)
        }
        return try mark(.out, .checkedOut, agent, as: .checkedOut, scene)
    }

    private func come(_ agent: AgentLoad, _ scene: TownScene) throws -> Happening {
        try mark(.into, .checkedIn, agent, as: .checkedIn, scene)
    }

    /// Checks in or out of the session whose turn it is. Between sessions and on days off, when none takes a mark, the
    /// town still has people who come and go: by the mark that needs no session.
    private func mark(
        _ direction: AttendanceDirection, _ otherwise: StaffEvent, _ agent: AgentLoad, as kind: Happening.Kind,
        _ scene: TownScene
    ) throws -> Happening {
        let call = AttendanceCall(
            agent.id, direction, at: scene.now, source: AttendanceSource(.simulator))
        if case .enter = try store.attend(call, rules: rules, now: scene.now) {
            return Happening(kind, at: scene.now, staff: agent.id)
        }
        return try record(otherwise, agent, as: kind, scene)
    }

    private func record(
        _ event: StaffEvent, _ agent: AgentLoad, as kind: Happening.Kind, _ scene: TownScene
    ) throws -> Happening {
        try store.batch { writer in try writer.record(event, about: agent.id, at: scene.now, by: agent.id) }
        return Happening(kind, at: scene.now, staff: agent.id)
    }

    /// 07:30 to 19:00, civil time.
    func isDaytime(_ now: Instant) -> Bool {
        let minute = rules.offset.civil(now).millisecondOfDay / 60_000
        return (450..<1_140).contains(minute)
    }

    func hasStalePresence(_ scene: TownScene) -> Bool {
        scene.agents.contains { isStale($0, scene) }
    }

    private func isStale(_ agent: AgentLoad, _ scene: TownScene) -> Bool {
        guard agent.presence != .away, let since = agent.since else { return false }
        return rules.offset.civil(since).date < rules.offset.civil(scene.now).date
    }
}
