import CaseStore
import Casework

/// Who is at the post: 18 of 22 agents and the clerk of the window, two agents on leave, one who has left for a village, one
/// who has not come yet. On a day off nobody has to come, and one has, to do what cannot wait. The time before has been lived
/// through, two weeks or from the beginning of the month before on: most come in time, some come late, forget to check out,
/// are on leave, or stay away. Attendance is kept from the first of these days on.
extension LivingFront {
    /// So many days of duty before the day of service, at least.
    private static let past = 10

    private var plan: DutyPlan {
        DutyPlan(duty: rules.rulebook.agents.duty, calendar: rules.calendar, offset: rules.offset)
    }

    /// - Parameters:
    ///   - day: the day of service, of which at least 08:20 has passed.
    ///   - first: the day from which on attendance is kept, if that is further back than two weeks.
    mutating func planAttendance(on day: CivilDate, since first: CivilDate? = nil, _ chance: inout SeededGenerator) {
        let agents = chance.shuffled(office.agents)
        let everybody = agents + [office.clerk]
        var before = day
        var count = 0
        while true {
            before = hours.openDay(before: before)
            guard count < Self.past || first.map({ $0 <= before }) == true else { break }
            planPast(before, everybody, &chance)
            count += 1
        }
        guard !plan.sessions(on: day).isEmpty else {
            return planUnasked(by: agents[agents.count - 1], on: day, &chance)
        }
        for (index, agent) in everybody.enumerated() {
            switch index {
            case 0, 1: planLeave(of: agent, from: day, reason: Wording.leaves[index % Wording.leaves.count], &chance)
            case 2: break
            case 3:
                come(agent, on: day, moment(day, 460...480, &chance))
                go(agent, on: day, min(moment(day, 492...498, &chance), now))
            default:
                come(agent, on: day, moment(day, 480...499, &chance))
                planRest(of: agent, on: day, &chance)
            }
        }
    }

    // MARK: The day of service

    /// Away until the evening, granted the day before; what is in hand stays.
    private mutating func planLeave(
        of agent: StaffMember, from day: CivilDate, reason: String, _ chance: inout SeededGenerator
    ) {
        let asked = moment(hours.openDay(before: day), 960...990, &chance)
        grant(agent, day, reason: reason, asked: asked)
        // The desk shows who is on leave now by the word that says so at the time.
        add(moment(day, 450...470, &chance), .leaveTaken(StaffEvent.LeaveTaken(reason: reason)), agent)
    }

    /// Out at the end of each session that is over by now, and in again when the next one has opened.
    private mutating func planRest(of agent: StaffMember, on day: CivilDate, _ chance: inout SeededGenerator) {
        let sessions = plan.sessions(on: day)
        let opensBefore = plan.duty.checks.opensBefore
        for (index, session) in sessions.enumerated() {
            if index > 0 {
                let back = session.from.advanced(minutes: -chance.number(1...max(1, opensBefore * 2 / 3)))
                guard session.from.advanced(minutes: -opensBefore) <= now else { return }
                mark(.into, agent, session.id, back)
            }
            let gone = session.to.advanced(seconds: chance.number(20...480))
            guard gone <= now else { return }
            mark(.out, agent, session.id, gone)
        }
    }

    /// Somebody comes on a day off, by the mark that needs no session.
    private mutating func planUnasked(by agent: StaffMember, on day: CivilDate, _ chance: inout SeededGenerator) {
        let came = moment(day, 530...560, &chance)
        add(came, .checkedIn, agent)
        let gone = moment(day, 1_050...1_080, &chance)
        if gone <= now { add(gone, .checkedOut, agent) }
    }

    // MARK: The days before

    private mutating func planPast(
        _ day: CivilDate, _ people: [StaffMember], _ chance: inout SeededGenerator
    ) {
        let sessions = plan.sessions(on: day)
        guard !sessions.isEmpty else { return }
        for agent in people {
            if chance.chance(4), let reason = chance.pick(Wording.leaves) {
                grant(agent, day, reason: reason, asked: moment(hours.openDay(before: day), 960...990, &chance))
                continue
            }
            for session in sessions {
                if chance.chance(2) { continue }
                let isLate = chance.chance(5)
                let came = session.from.advanced(
                    seconds: isLate ? chance.number(120...2_700) : -chance.number(30...2_100))
                mark(.into, agent, session.id, came)
                if chance.chance(3) { continue }
                let leavesEarly = chance.chance(2)
                mark(
                    .out, agent, session.id,
                    session.to.advanced(seconds: leavesEarly ? -chance.number(120...1_800) : chance.number(10...900)))
            }
        }
    }

    private mutating func grant(_ agent: StaffMember, _ day: CivilDate, reason: String, asked: Instant) {
        let id = "\(LeaveRequest.name(of: agent, at: asked))-\(day.dayNumber)"
        guard let span = try? DutySpan(from: day, to: day),
            let request = try? LeaveRequest(id: id, span: span, reason: reason),
            let decision = try? LeaveDecision(request: id, span: span)
        else { return }
        add(asked, .leaveAsked(request), agent)
        acts.append(
            (min(asked.advanced(minutes: 20), now), .toStaff(.leaveGranted(decision), agent, by: office.supervisor)))
    }

    // MARK: Marks

    /// Comes for the session whose turn it is then.
    private mutating func come(_ agent: StaffMember, on day: CivilDate, _ at: Instant) {
        guard let session = plan.sessions(on: day).first(where: { at < $0.to }) else { return }
        mark(.into, agent, session.id, at)
    }

    private mutating func go(_ agent: StaffMember, on day: CivilDate, _ at: Instant) {
        let sessions = plan.sessions(on: day)
        guard let session = sessions.last(where: { $0.from <= at }) ?? sessions.first else { return }
        mark(.out, agent, session.id, at)
    }

    private mutating func mark(
        _ direction: AttendanceDirection, _ agent: StaffMember, _ session: DutySessionID, _ at: Instant
    ) {
        let at = min(at, now)
        let mark = AttendanceMark(at: at, session: session, source: AttendanceSource(.simulator))
        add(at, direction == .into ? .cameIn(mark) : .wentOut(mark), agent)
    }

    private func moment(_ day: CivilDate, _ minutes: ClosedRange<Int>, _ chance: inout SeededGenerator) -> Instant {
        hours.offset.instant(day, minute: chance.number(minutes)).advanced(seconds: chance.number(0...59))
    }

    private mutating func add(_ at: Instant, _ event: StaffEvent, _ member: StaffMember) {
        acts.append((min(at, now), .toStaff(event, member, by: member)))
    }
}
