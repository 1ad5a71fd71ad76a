import CaseStore
import Casework

/// Coming and going. About four in five agents are at their post while a session runs, and they leave it when the session is
/// over; nobody comes or goes at night.
extension TownLife {
    /// So many come on a day off or between the sessions, to do what cannot wait.
    private static let unasked = 2

    mutating func attend(_ scene: TownScene) throws -> Happening {
        if chance.chance(8), let clerk = try store.staff(role: .windowClerk).first {
            return try mark(nil, clerk.id, scene)
        }
        let here = scene.agents.filter { $0.presence == .onDuty }
        switch session(scene.now) {
        case .running:
            let wanted = wanted(scene)
            let missing = scene.agents.filter {
                $0.presence == .away || !$0.presence.isPresent && !$0.presence.isMissing
            }
            let comes = here.count < wanted || (here.count == wanted && chance.chance(50))
            if comes, let agent = chance.pick(missing) { return try mark(.into, agent.id, scene) }
            guard here.count >= wanted, let agent = chance.pick(here) else { return Happening(.quiet, at: scene.now) }
            let onLeave = scene.agents.count { $0.presence == .leave }
            if onLeave < scene.agents.count / 11, chance.chance(15), let reason = chance.pick(Wording.leaves) {
                return try record(.leaveTaken(StaffEvent.LeaveTaken(reason: reason)), agent, as: .leaveTaken, scene)
            }
            return try mark(.out, agent.id, scene)
        case .over:
            if let agent = chance.pick(here) { return try mark(.out, agent.id, scene) }
            return try attendUnasked(scene)
        case .none:
            return try attendUnasked(scene)
        }
    }

    /// Whether many come or go now: a session has begun to open, or is over.
    func isRush(_ scene: TownScene) -> Bool {
        let here = scene.agents.count { $0.presence == .onDuty }
        return switch session(scene.now) {
        case .running: here < wanted(scene) - 1
        case .over: here > 0
        case .none: false
        }
    }

    private func wanted(_ scene: TownScene) -> Int { max(1, scene.agents.count * 9 / 11) }

    private enum SessionTime { case running, over, none }

    /// By the hours of the rulebook; a village that has others is asked by the record itself.
    private func session(_ now: Instant) -> SessionTime {
        let duty = rules.rulebook.agents.duty
        let plan = DutyPlan(duty: duty, calendar: rules.calendar, offset: rules.offset)
        let begun = plan.sessions(on: rules.offset.civil(now).date).last {
            $0.from.advanced(minutes: -duty.checks.opensBefore) <= now
        }
        guard let begun else { return .none }
        return now < begun.to ? .running : .over
    }

    /// Somebody is there although nobody has to be, for a while.
    private mutating func attendUnasked(_ scene: TownScene) throws -> Happening {
        let here = scene.agents.filter { $0.presence == .outsideDuty }
        if chance.chance(30), let agent = chance.pick(here) {
            return try record(.checkedOut, agent, as: .checkedOut, scene)
        }
        guard here.count < Self.unasked, chance.chance(5),
            let agent = chance.pick(scene.agents.filter { $0.presence == .offDuty })
        else { return Happening(.quiet, at: scene.now) }
        return try record(.checkedIn, agent, as: .checkedIn, scene)
    }

    /// Checks in or out by the rules; what they refuse, such as coming twice, is not done.
    private func mark(
        _ direction: AttendanceDirection?, _ person: StaffID, _ scene: TownScene
    ) throws -> Happening {
        let call = AttendanceCall(person, direction, at: scene.now, source: AttendanceSource(.simulator))
        guard case .enter(let done, _, _) = try store.attend(call, rules: rules, now: scene.now) else {
            return Happening(.quiet, at: scene.now)
        }
        return Happening(done == .into ? .checkedIn : .checkedOut, at: scene.now, staff: person)
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
}
