import CaseStore
import Casework

/// The made-up past: closed cases, spread over months or years, entered as they were closed.
///
/// They are registered with the life behind them, as an import would do it, because a hundred thousand of them going
/// through every command would take minutes and show nothing new.
struct ClosedCases {
    let office: Office
    let hours: WorkingHours
    let rules: Rules
    let requests: RequestMaker
    let prefix: String
    /// The one before the month of now.
    let lastMonth: CivilMonth

    /// One life, in instants.
    private struct Life {
        var number: String
        var submitted: Instant
        var accepted: Instant
        var completed: Instant
        var closed: Instant
        var isDeclined: Bool
    }

    private static let batchSize = 500

    /// Over how many days `count` cases are spread: about forty a day, at least three weeks, at most 2,000 days.
    static func days(for count: Int) -> Int {
        min(2_000, max(21, count / 40))
    }

    func record(
        _ count: Int, in store: CaseStore, before now: Instant, _ chance: inout SeededGenerator,
        progress: (Int) -> Bool
    ) throws(SimulationError) {
        let lives = lives(count, before: now, &chance)
        var generator = chance
        var done = 0
        while done < lives.count {
            let slice = lives[done..<min(done + Self.batchSize, lives.count)]
            try store.simulate { writer in
                for life in slice { try register(life, with: &writer, &generator) }
            }
            done += slice.count
            guard progress(done) else { throw .stopped }
        }
        chance = generator
    }

    /// In the order in which they were closed, numbered in the order in which they came in.
    private func lives(_ count: Int, before now: Instant, _ chance: inout SeededGenerator) -> [Life] {
        // Far enough back that each one can have ended before now.
        var last = rules.offset.civil(now).date
        for _ in 0..<7 { last = hours.openDay(before: last) }
        let days = Self.days(for: count)
        var submissions: [Instant] = []
        for _ in 0..<count {
            let day = last.advanced(days: -chance.number(0...days))
            if chance.chance(82) {
                let opening = rules.offset.instant(hours.isOpen(day) ? day : hours.openDay(before: day), minute: 510)
                submissions.append(hours.after(opening, minutes: chance.number(0...419)))
            } else {
                submissions.append(rules.offset.instant(day, minute: chance.number(390...1_360)))
            }
            submissions[submissions.count - 1] = submissions[submissions.count - 1].advanced(
                seconds: chance.number(0...59))
        }
        submissions.sort()
        var sequences: [CivilDate: Int] = [:]
        var lives: [Life] = []
        lives.reserveCapacity(count)
        for submitted in submissions {
            let day = rules.offset.civil(submitted).date
            sequences[day, default: 0] += 1
            let isDeclined = chance.chance(3)
            let accepted = hours.after(submitted, minutes: chance.number(3...240)).advanced(
                seconds: chance.number(0...59))
            let completed = hours.after(accepted, minutes: chance.number(40...(chance.chance(4) ? 1_700 : 860)))
            let closed = hours.after(completed, minutes: chance.number(15...300)).advanced(
                seconds: chance.number(0...59))
            lives.append(
                Life(
                    number: CaseNumber.make(prefix: prefix, date: day, sequence: sequences[day, default: 1]),
                    submitted: submitted, accepted: accepted, completed: completed,
                    closed: isDeclined ? accepted : closed, isDeclined: isDeclined))
        }
        return lives.sorted { ($0.closed, $0.number) < ($1.closed, $1.number) }
    }

    /// Any of the agents; the last of them had nobody come in the last three months, so that there are months with nothing in
    /// them, and somebody to decide about.
    private func agent(for life: Life, _ chance: inout SeededGenerator) -> StaffMember {
        guard let agent = chance.pick(office.agents) else { return office.clerk }
        guard agent.id == office.agents.last?.id, [life.submitted, life.closed].contains(where: isQuiet) else {
            return agent
        }
        return office.agents[0]
    }

    private func isQuiet(_ instant: Instant) -> Bool {
        let month = CivilMonth(of: rules.offset.civil(instant).date)
        return lastMonth.advanced(by: -2) <= month && month <= lastMonth
    }

    private func register(
        _ life: Life, with writer: inout RecordWriter, _ chance: inout SeededGenerator
    ) throws {
        let agent = agent(for: life, &chance)
        let intake = requests.request(
            at: life.submitted, isOpen: hours.isOpen(life.submitted), from: agent.village, &chance)
        let acceptance = rules.rulebook.acceptance.deadline(
            from: life.submitted, calendar: rules.calendar, offset: rules.offset)
        let history: Registration.History
        if life.isDeclined {
            history = Registration.History(
                state: .declined, closedAt: life.closed, reason: chance.pick(Wording.declines))
        } else {
            history = Registration.History(
                state: .approved, acceptedAt: life.accepted, completedAt: life.completed, closedAt: life.closed,
                completion: rules.rulebook.completion.deadline(
                    from: life.accepted, calendar: rules.calendar, offset: rules.offset))
        }
        try writer.register(
            intake, number: life.number, holder: agent.id, history: history, source: Wording.ledger,
            acceptance: acceptance, at: life.closed,
            by: chance.chance(50) ? office.reviewer.id : office.secondReviewer.id)
    }
}
