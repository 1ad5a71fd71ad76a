import CaseStore
import Casework

/// What happens in the county, one entry after the other.
struct CountyChronicle {
    let staff: CountyStaff
    let requests: RequestMaker
    let hours: WorkingHours
    let rules: Rules
    let seed: UInt64
    let now: Instant
    private var queue = EventHeap()
    /// The summaries of the months that have been planned, the latest first.
    private var summaries: [(at: Instant, summary: SummaryHandedIn, agent: StaffMember)] = []
    /// The newest of those months.
    private var summarised: CivilMonth?
    private var cases: [Int: Pending] = [:]

    /// A case that has not come to its end.
    private struct Pending {
        /// Drawn from the seed and the number of the case, so that no case depends on another.
        var chance: SeededGenerator
        var life: CountyLife
        var next = 0
        var agent: Int
        /// Before it is registered: what was asked for.
        var intake: Intake?
        var reference: CaseReference?
    }

    init(staff: CountyStaff, requests: RequestMaker, hours: WorkingHours, rules: Rules, seed: UInt64, now: Instant) {
        self.staff = staff
        self.requests = requests
        self.hours = hours
        self.rules = rules
        self.seed = seed
        self.now = now
    }

    /// When the next thing happens.
    var nextAt: Instant? {
        switch (queue.first?.at, summaries.last?.at) {
        case (let next?, let summary?): min(next, summary)
        case (let one, let other): one ?? other
        }
    }

    /// Lets so many cases come in on that day; `first` is the number of the first of them.
    mutating func plan(_ count: Int, on day: CivilDate, from first: Int) {
        planSummaries(of: CivilMonth(of: day))
        let isOpen = hours.isOpen(day)
        for index in first..<(first + count) {
            var chance = SeededGenerator(seed: seed ^ (UInt64(index) &+ 1) &* 0xD6E8_FEB8_6659_FD93)
            let agent = chance.number(0...(staff.agents.count - 1))
            let minute = isOpen && chance.chance(85) ? chance.number(510...1_040) : chance.number(390...1_360)
            // Nothing of today is still to come.
            let at = min(now, rules.offset.instant(day, minute: minute).advanced(seconds: chance.number(0...59)))
            let intake = requests.request(
                at: at, isOpen: hours.isOpen(at), from: staff.agents[agent].village, &chance)
            let life = CountyLife(&chance)
            cases[index] = Pending(chance: chance, life: life, agent: agent, intake: intake)
            queue.push(EventHeap.Event(at: at, index: index))
        }
    }

    /// The villages hand in this month, when it ends.
    private mutating func planSummaries(of month: CivilMonth) {
        guard summarised != month else { return }
        summarised = month
        var chance = SeededGenerator(seed: seed ^ UInt64(month.firstDay.dayNumber))
        for handIn in SummaryPost(hours: hours).handIns(of: month, villages: staff.agents.count, &chance)
        where handIn.at <= now {
            let agent = staff.agents[handIn.village]
            guard let village = agent.village else { continue }
            summaries.append((handIn.at, SummaryHandedIn(village: village, month: month), agent))
        }
        // The late ones of the month before may still be there.
        summaries.sort { ($1.at, $1.agent.id) < ($0.at, $0.agent.id) }
    }

    /// Records the next thing that happens; `false` when nothing is left before `now`.
    mutating func step(_ writer: inout RecordWriter) throws -> Bool {
        if let next = summaries.last, next.at <= now, queue.first.map({ next.at <= $0.at }) ?? true {
            summaries.removeLast()
            try writer.record(.summaryHandedIn(next.summary), at: next.at, by: next.agent.id)
            return true
        }
        guard let event = queue.first, event.at <= now else { return false }
        queue.pop()
        guard var pending = cases.removeValue(forKey: event.index) else { return true }
        if let intake = pending.intake {
            pending.intake = nil
            pending.reference = try register(intake, pending, at: event.at, &writer).reference
        } else {
            try advance(&pending, at: event.at, &writer)
        }
        guard pending.next < pending.life.steps.count else { return true }
        let minutes = pending.life.steps[pending.next].minutes
        let at = hours.after(event.at, minutes: minutes).advanced(seconds: pending.chance.number(0...59))
        cases[event.index] = pending
        queue.push(EventHeap.Event(at: at, index: event.index))
        return true
    }

    private func register(
        _ intake: Intake, _ pending: Pending, at: Instant, _ writer: inout RecordWriter
    ) throws -> Case {
        let agent = staff.agents[pending.agent]
        let acceptance = rules.rulebook.acceptance.deadline(from: at, calendar: rules.calendar, offset: rules.offset)
        let registrar: StaffID =
            switch intake.origin {
            case .online, .campaign: .office
            case .walkIn: staff.clerks[pending.agent % staff.clerks.count].id
            case .phone, .found: agent.id
            }
        return try writer.register(intake, holder: agent.id, acceptance: acceptance, at: at, by: registrar)
    }

    /// Takes the next step; one that the rules do not allow then is left out, as people would.
    private func advance(_ pending: inout Pending, at: Instant, _ writer: inout RecordWriter) throws {
        guard let reference = pending.reference else { return }
        let step = pending.life.steps[pending.next].0
        pending.next += 1
        let (command, actor) = try command(for: step, of: &pending, reference, at: at, writer)
        do {
            pending.reference = try writer.perform(command, on: reference, by: actor, at: at, rules: rules).reference
        } catch ActionError.refused(_) {
            return
        }
    }

    private func command(
        for step: CountyLife.Step, of pending: inout Pending, _ reference: CaseReference, at: Instant,
        _ writer: RecordWriter
    ) throws -> (CaseCommand, Actor) {
        let agent = Actor(staff.agents[pending.agent])
        let reviewer = Actor(staff.reviewers[pending.agent % staff.reviewers.count])
        let clerk = Actor(staff.clerks[pending.agent % staff.clerks.count])
        switch step {
        case .accept: return (.accept(.confirmed), agent)
        case .decline:
            return (.decline(Decline(reason: pending.chance.pick(Wording.declines) ?? "")), agent)
        case .askSupplement:
            return (.askSupplement(missing: ["银行卡复印件"], note: nil, again: nil), agent)
        case .supplement: return (.supplement, agent)
        case .takeOriginals: return (.takeOriginals(["户口簿"]), agent)
        case .returnOriginals: return (.returnOriginals(["户口簿"]), agent)
        case .feedBack: return (.feedBack("正在办理，请放心。"), agent)
        case .urge: return (.urge, reviewer)
        case .complete:
            let isLate = try writer.find(reference.id)?.isLate(at: at) ?? false
            let note = pending.chance.chance(50) ? pending.chance.pick(Wording.completions) : nil
            let why = isLate ? pending.chance.pick(Wording.lateReasons) : nil
            return (.complete(note: note, lateReason: why), agent)
        case .reject: return (.reject(reason: pending.chance.pick(Wording.returns) ?? ""), reviewer)
        case .approve: return (.approve(note: nil), reviewer)
        case .deliver:
            return (.deliver(Delivery(signedBy: pending.chance.pick(Wording.signers) ?? "")), agent)
        case .rate:
            // From very good to very bad.
            let level = 5 - pending.chance.index(weights: [78, 18, 2, 1, 1])
            return (.rate(Rating(level: level, channel: .counter)), clerk)
        case .file: return (.file(place: "档案柜"), agent)
        }
    }
}
