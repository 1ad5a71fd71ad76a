import CaseStore
import Casework

/// The cases that are alive when the township is founded: first planned, each with its steps and their instants, then
/// recorded in the order of the instants through the real commands.
struct LivingFront {
    /// One step of one case.
    enum Step {
        case register(Intake, Deadline, agent: StaffMember)
        case command(CaseCommand, by: StaffMember)
    }

    /// What happens when: to a case of the plan, to a member of the staff, or to the centre.
    enum Act {
        case toCentre(CentreEvent, by: StaffMember)
        case toCase(Int, Step)
        case toStaff(StaffEvent, StaffMember, by: StaffMember)
    }

    let office: Office
    let hours: WorkingHours
    let rules: Rules
    let requests: RequestMaker
    let now: Instant
    var acts: [(at: Instant, act: Act)] = []
    private var cases = 0

    init(office: Office, hours: WorkingHours, rules: Rules, requests: RequestMaker, now: Instant) {
        self.office = office
        self.hours = hours
        self.rules = rules
        self.requests = requests
        self.now = now
    }

    /// The cases, from those nobody has taken to those approved today and yesterday.
    mutating func plan(_ chance: inout SeededGenerator) {
        var near = 0
        for left in [140, 420, 900] { near += planNearCompletion(minutesLeft: left + chance.number(-20...40), &chance) }
        for late in [125, 380] { planOverdueCompletion(minutesLate: late + chance.number(0...50), &chance) }
        planOverdueAcceptance(minutesLate: 64 + chance.number(0...30), &chance)
        for left in [23, 145, 95, 60, 210].prefix(5 - near) {
            planNearAcceptance(minutesLeft: left + chance.number(0...15), &chance)
        }
        for left in [290, 345, 410, 520, 640, 790, 930, 1_120, 1_330] {
            planAcceptance(minutesLeft: left + chance.number(0...30), &chance)
        }
        for _ in 0..<18 { planCase(rounds: 0, isHandedOver: false, isApproved: false, &chance) }
        for _ in 0..<3 { planCase(rounds: 1, isHandedOver: false, isApproved: false, &chance) }
        for _ in 0..<16 { planCase(rounds: 0, isHandedOver: true, isApproved: false, &chance) }
        for _ in 0..<4 { planCase(rounds: 1, isHandedOver: true, isApproved: false, &chance) }
        planCase(rounds: 2, isHandedOver: true, isApproved: false, &chance)
        for index in 0..<24 { planCase(rounds: index % 6 == 0 ? 1 : 0, isHandedOver: true, isApproved: true, &chance) }
        for _ in 0..<2 { planDeclined(&chance) }
        planSpecials(&chance)
    }

    // MARK: Cases in hand, in review, closed

    /// An accepted case that is `rounds` times handed over and sent back, and then where the flags say.
    private mutating func planCase(
        rounds: Int, isHandedOver: Bool, isApproved: Bool, _ chance: inout SeededGenerator
    ) {
        let steps = rounds * 2 + (isHandedOver ? 1 : 0) + (isApproved ? 1 : 0)
        let accepted = freshAcceptance(atLeast: 20 + steps * 12, &chance)
        let (index, agent) = begin(before: accepted, &chance)
        add(accepted, index, .command(.accept(.confirmed), by: agent))
        let moments = moments(steps, after: accepted, &chance)
        let reviewer = chance.chance(40) ? office.reviewer : office.secondReviewer
        for (position, moment) in moments.enumerated() {
            let command: CaseCommand
            let isReview = position % 2 == 1
            if !isReview {
                let notes = position == 0 ? Wording.completions : Wording.mended
                command = .complete(note: position > 0 || chance.chance(60) ? chance.pick(notes) : nil)
            } else if position / 2 < rounds {
                command = .reject(reason: chance.pick(Wording.returns) ?? "")
            } else {
                command = .approve(note: chance.chance(40) ? chance.pick(Wording.approvals) : nil)
            }
            add(moment, index, .command(command, by: isReview ? reviewer : agent))
        }
        // Most results are brought home soon; the freshest are still on their way.
        guard isApproved, let approved = moments.last, chance.chance(60) else { return }
        let delivered = hours.after(approved, minutes: chance.number(20...240))
        guard delivered < now else { return }
        let signer = chance.pick(Wording.signers) ?? ""
        add(delivered, index, .command(.deliver(Delivery(signedBy: signer)), by: agent))
    }

    private mutating func planDeclined(_ chance: inout SeededGenerator) {
        let declined = freshAcceptance(atLeast: 20, &chance)
        let (index, agent) = begin(before: declined, &chance)
        let reason = chance.pick(Wording.declines) ?? ""
        add(declined, index, .command(.decline(Decline(reason: reason)), by: agent))
    }

    /// - Returns: 1 when there is such an instant, 0 when no clock runs out then (a day off).
    private mutating func planNearCompletion(minutesLeft: Int, _ chance: inout SeededGenerator) -> Int {
        let rule = rules.rulebook.completion
        let start = ClockSearch(rules: rules, now: now).earliestStart(of: rule, due: now.advanced(minutes: minutesLeft))
        // The next moment at which somebody was at the desk.
        let accepted = hours.after(start, minutes: 0)
        let deadline = rule.deadline(from: accepted, calendar: rules.calendar, offset: rules.offset)
        guard accepted < now, deadline.warnAt <= now, deadline.due > now else { return 0 }
        let (index, agent) = begin(before: accepted, &chance)
        add(accepted, index, .command(.accept(.confirmed), by: agent))
        return 1
    }

    private mutating func planOverdueCompletion(minutesLate: Int, _ chance: inout SeededGenerator) {
        let start = ClockSearch(rules: rules, now: now).latestStart(
            of: rules.rulebook.completion, due: now.advanced(minutes: -minutesLate))
        let accepted = hours.before(start, minutes: 0)
        let (index, agent) = begin(before: accepted, &chance)
        add(accepted, index, .command(.accept(.confirmed), by: agent))
        let urged = hours.before(now, minutes: chance.number(25...90))
        if chance.chance(60), urged > accepted { add(urged, index, .command(.urge, by: office.supervisor)) }
    }

    /// An open moment within the time in which an accepted case is not yet near its deadline.
    private func freshAcceptance(atLeast minutes: Int, _ chance: inout SeededGenerator) -> Instant {
        var longest = 760
        while longest > minutes + 20 {
            let moment = hours.before(now, minutes: chance.number(minutes...longest))
            let deadline = rules.rulebook.completion.deadline(
                from: moment, calendar: rules.calendar, offset: rules.offset)
            if deadline.warnAt > now.advanced(minutes: 20) { return moment.advanced(seconds: chance.number(0...59)) }
            longest -= 60
        }
        return hours.before(now, minutes: minutes)
    }

    /// `count` moments in open hours between `start` and now, in order.
    private func moments(_ count: Int, after start: Instant, _ chance: inout SeededGenerator) -> [Instant] {
        let minutes = hours.minutes(from: start, to: now)
        var marks: [Int] = []
        for _ in 0..<count { marks.append(chance.number(1...max(2, minutes - count - 1))) }
        marks.sort()
        return marks.enumerated().map { position, mark in
            min(hours.after(start, minutes: mark + position), now.advanced(seconds: position - count))
        }
    }

    // MARK: Cases that nobody has taken

    private mutating func planAcceptance(minutesLeft: Int, _ chance: inout SeededGenerator) {
        let due = now.advanced(minutes: minutesLeft)
        let rule = rules.rulebook.acceptance
        let start = ClockSearch(rules: rules, now: now).earliestStart(of: rule, due: due)
        let end = rule.deadline(from: start, calendar: rules.calendar, offset: rules.offset).due
        // Before days off no clock runs out within a day: then the request simply came in during the last open hours.
        let isNatural = end.minutes(since: due) < 60
        pend(at: isNatural ? daytime(start, &chance) : hours.before(now, minutes: chance.number(5...400)), &chance)
    }

    private mutating func planNearAcceptance(minutesLeft: Int, _ chance: inout SeededGenerator) {
        let rule = rules.rulebook.acceptance
        let due = now.advanced(minutes: minutesLeft)
        let start = daytime(ClockSearch(rules: rules, now: now).earliestStart(of: rule, due: due), &chance)
        let deadline = rule.deadline(from: start, calendar: rules.calendar, offset: rules.offset)
        if deadline.due > now, deadline.warnAt <= now {
            pend(at: start, &chance)
        } else {
            let agent = agent(&chance)
            let submitted = hours.before(now, minutes: chance.number(60...300))
            let (intake, target) = requests.campaign(
                at: submitted, due: due, from: agent.village, rules: rules, &chance)
            add(submitted, cases, .register(intake, target, agent: agent))
            cases += 1
        }
    }

    private mutating func planOverdueAcceptance(minutesLate: Int, _ chance: inout SeededGenerator) {
        let start = ClockSearch(rules: rules, now: now).latestStart(
            of: rules.rulebook.acceptance, due: now.advanced(minutes: -minutesLate))
        // A minute earlier, because the seconds are added: at the edge of a day off they would move the end by days.
        pend(at: start.advanced(minutes: -1), &chance)
    }

    private mutating func pend(at submitted: Instant, _ chance: inout SeededGenerator) {
        let agent = agent(&chance)
        let submitted = min(submitted.advanced(seconds: chance.number(0...59)), now.advanced(seconds: -40))
        register(at: submitted, agent: agent, &chance)
    }

    /// Nobody writes in between midnight and half past six, if it can be avoided.
    private func daytime(_ instant: Instant, _ chance: inout SeededGenerator) -> Instant {
        let (date, millisecond) = rules.offset.civil(instant)
        guard millisecond < 390 * 60_000 else { return instant }
        let morning = rules.offset.instant(date, minute: 390 + chance.number(0...50))
        return morning < now ? morning : instant
    }

    // MARK: Parts

    /// A request that came in some time before it was accepted.
    private mutating func begin(
        before accepted: Instant, _ chance: inout SeededGenerator
    ) -> (index: Int, agent: StaffMember) {
        let agent = agent(&chance)
        let submitted = hours.before(accepted, minutes: chance.number(8...300)).advanced(
            seconds: -chance.number(1...50))
        return (register(at: submitted, agent: agent, &chance), agent)
    }

    @discardableResult
    private mutating func register(at submitted: Instant, agent: StaffMember, _ chance: inout SeededGenerator) -> Int {
        let intake = requests.request(
            at: submitted, isOpen: hours.isOpen(submitted), from: agent.village, &chance)
        let acceptance = rules.rulebook.acceptance.deadline(
            from: submitted, calendar: rules.calendar, offset: rules.offset)
        add(submitted, cases, .register(intake, acceptance, agent: agent))
        cases += 1
        return cases - 1
    }

    /// The same for a given intake.
    mutating func begin(_ intake: Intake, by agent: StaffMember, at submitted: Instant) -> Int {
        let acceptance = rules.rulebook.acceptance.deadline(
            from: submitted, calendar: rules.calendar, offset: rules.offset)
        add(submitted, cases, .register(intake, acceptance, agent: agent))
        cases += 1
        return cases - 1
    }

    private func agent(_ chance: inout SeededGenerator) -> StaffMember {
        chance.pick(office.agents) ?? office.clerk
    }

    mutating func add(_ at: Instant, _ index: Int, _ step: Step) {
        acts.append((at, .toCase(index, step)))
    }
}
