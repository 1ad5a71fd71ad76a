import CaseStore
import Casework

/// A supervisor's week shortly before now: a training session, inspections, findings in every state, ratings and
/// complaints about cases of the past, so that an appraisal has something to say.
struct TownConduct {
    let office: Office
    let hours: WorkingHours
    let rules: Rules
    /// The name of the centre.
    let centre: String
    /// Closed cases of the past, by their ids from 1.
    let history: Int

    func record(in store: CaseStore, before now: Instant) throws(SimulationError) {
        var day = rules.offset.civil(now).date
        for _ in 0..<6 { day = hours.openDay(before: day) }
        let today = day
        func at(_ minute: Int) -> Instant { rules.offset.instant(today, minute: minute) }
        try store.simulate { writer in
            try train(with: &writer, on: today, at: at(1_020))
            try inspect(with: &writer, on: today, at: visit(on: today, by: at(585)), recorded: at(1_030))
            try lead(with: &writer, at: at(620), recorded: at(1_035))
            try find(with: &writer, on: today, at: at(1_040))
            try rate(with: &writer, at: at(1_050))
        }
    }

    private var supervisor: Actor { Actor(office.supervisor) }

    /// A moment at which agents sit at their posts, and half an hour later still: the one that is usual, or, where other hours
    /// are in force, one in the longest session of the day.
    private func visit(on day: CivilDate, by usual: Instant) -> Instant {
        let plan = DutyPlan(duty: rules.rulebook.agents.duty, calendar: rules.calendar, offset: rules.offset)
        let sessions = plan.sessions(on: day)
        if sessions.contains(where: { $0.from <= usual && usual.advanced(minutes: 30) < $0.to }) { return usual }
        return sessions.max { $0.to.minutes(since: $0.from) < $1.to.minutes(since: $1.from) }?.from ?? usual
    }

    private func train(with writer: inout RecordWriter, on today: CivilDate, at: Instant) throws {
        let everybody = Set(office.agents.map(\.id))
        guard office.agents.count > 6 else { return }
        let (absent, away) = (office.agents[3].id, office.agents[5].id)
        try writer.train(at: at, by: supervisor) { number throws(StaffRefusal) in
            try TrainingHeld(
                number: number, on: today, holder: .township, topic: Wording.training, invited: everybody,
                attended: everybody.subtracting([absent, away]),
                excused: [TrainingHeld.Excuse(staff: away, reason: Wording.leaves[1])], today: today)
        }
    }

    /// The director works in the hall, and writes down what was done there.
    private func lead(with writer: inout RecordWriter, at: Instant, recorded: Instant) throws {
        try writer.inspect(at: recorded, by: Actor(office.director), rules: rules) {
            number, leader throws(StaffRefusal) in
            try Inspection(number: number, at: at, by: leader, place: centre, found: Wording.onSite)
        }
    }

    private func inspect(
        with writer: inout RecordWriter, on today: CivilDate, at: Instant, recorded: Instant
    ) throws {
        for (index, agent) in office.agents.prefix(3).enumerated() {
            let isThere = index != 1
            let inspection = try writer.inspect(at: recorded, by: supervisor, rules: rules) {
                number, inspector throws(StaffRefusal) in
                try Inspection(
                    number: number, at: at.advanced(minutes: index * 25), by: inspector, place: agent.village ?? "",
                    found: isThere ? Wording.inspections[0] : Wording.inspections[1], agent: agent.id,
                    wasAtPost: isThere)
            }
            guard !isThere else { continue }
            let proposal = FindingProposal(
                member: agent.id, kind: .notAtPost, on: today, evidence: .inspection(inspection.number),
                fact: .absent(place: inspection.place, at: inspection.at))
            try writer.take(proposal, fact: Wording.inspections[1], rules: rules, at: recorded, by: supervisor)
            try verify(1, of: agent, with: &writer, on: today, at: recorded)
        }
    }

    /// One that waits for a second person, and one that its person appeals against.
    private func find(with writer: inout RecordWriter, on today: CivilDate, at: Instant) throws {
        guard office.agents.count > 4 else { return }
        for (agent, kind, words) in [
            (office.agents[2], ConductFinding.Kind.refusedToAccept, Wording.findings[0]),
            (office.agents[4], .incompleteLedger, Wording.findings[1]),
        ] {
            let evidence = try Evidence(.document, Wording.findings[2])
            try writer.find(about: agent.id, at: at, by: supervisor) { book, actor throws(StaffRefusal) in
                try book.record(kind, fact: words, on: today, evidence: evidence, by: actor, today: today)
            }
        }
        let appealing = office.agents[4]
        try verify(1, of: appealing, with: &writer, on: today, at: at)
        let limit = rules.rulebook.agents.appeal.days
        try writer.find(about: appealing.id, at: at, by: Actor(appealing)) {
            book, actor throws(StaffRefusal) in
            try book.appeal(1, reason: Wording.findings[3], by: actor, today: today, limit: limit)
        }
    }

    private func verify(
        _ number: Int, of agent: StaffMember, with writer: inout RecordWriter, on today: CivilDate, at: Instant
    ) throws {
        try writer.find(about: agent.id, at: at, by: Actor(office.reviewer)) {
            book, actor throws(StaffRefusal) in
            try book.verify(number, by: actor, today: today)
        }
    }

    /// What applicants say of the newest cases of the past.
    private func rate(with writer: inout RecordWriter, at: Instant) throws {
        let clerk = Actor(office.clerk)
        let newest = max(1, history - 47)
        guard history >= 60 else { return }
        for (place, id) in (newest...history).enumerated() {
            guard var current = try writer.find(CaseID(Int64(id))), current.state == .approved else { continue }
            func act(_ command: CaseCommand, _ actor: Actor) throws {
                current = try writer.perform(command, on: current.reference, by: actor, at: at, rules: rules)
            }
            switch place % 16 {
            case 3:
                try act(.rate(Rating(level: 2, channel: .phone, words: Wording.complaints[0])), clerk)
                try act(.followUp(Wording.complaints[1]), supervisor)
            case 7:
                try act(.complain(place < 16 ? .shirking : .attitude, words: Wording.complaints[2]), clerk)
                try act(
                    .decideComplaint(number: 1, isUpheld: place < 16, finding: Wording.complaints[3]), supervisor)
            case let rest where rest % 2 == 0:
                try act(.rate(Rating(level: rest % 4 == 0 ? 5 : 4, channel: .counter)), clerk)
            default: break
            }
        }
    }
}
