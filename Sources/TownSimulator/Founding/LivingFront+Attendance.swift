import CaseStore
import Casework

/// Who is at the post: 18 of 22 agents, two on leave, one who has left for a village, one who has not come yet. The time
/// before has been lived through, two weeks or from the beginning of the month before on: most come in time, some come late,
/// forget to check out, are on leave, or stay away. Attendance is kept from the first of these days on.
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
        var before = day
        var count = 0
        while true {
            before = hours.openDay(before: before)
            guard count < Self.past || first.map({ $0 <= before }) == true else { break }
            planPast(before, agents, &chance)
            count += 1
        }
        for (index, agent) in agents.enumerated() {
            switch index {
            case 0, 1: planLeave(of: agent, from: day, reason: Wording.leaves[index % Wording.leaves.count], &chance)
            case 2: break
            case 3:
                come(agent, on: day, moment(day, 460...480, &chance))
                go(agent, on: day, min(moment(day, 492...498, &chance), now))
            default:
                come(agent, on: day, moment(day, 465...499, &chance))
                planAfternoon(of: agent, on: day, &chance)
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

    /// Out at noon and in again, where both lie before now: otherwise everybody would be at lunch.
    private mutating func planAfternoon(
        of agent: StaffMember, on day: CivilDate, _ chance: inout SeededGenerator
    ) {
        let sessions = plan.sessions(on: day)
        guard sessions.count == 2, sessions[1].from <= now else { return }
        let noon = sessions[0].to.advanced(seconds: chance.number(20...900))
        let back = sessions[1].from.advanced(seconds: -chance.number(60...2_400))
        go(agent, on: day, noon)
        come(agent, on: day, back)
    }

    // MARK: The days before

    private mutating func planPast(
        _ day: CivilDate, _ agents: [StaffMember], _ chance: inout SeededGenerator
    ) {
        for agent in agents {
            if chance.chance(4), let reason = chance.pick(Wording.leaves) {
                grant(agent, day, reason: reason, asked: moment(hours.openDay(before: day), 960...990, &chance))
                continue
            }
            for session in plan.sessions(on: day) {
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

    /// Comes for the session whose turn it is then; on a day without duty by the mark that needs none.
    private mutating func come(_ agent: StaffMember, on day: CivilDate, _ at: Instant) {
        let session = plan.sessions(on: day).first { at < $0.to }
        guard let session else { return add(at, .checkedIn, agent) }
        mark(.into, agent, session.id, at)
    }

    private mutating func go(_ agent: StaffMember, on day: CivilDate, _ at: Instant) {
        let sessions = plan.sessions(on: day)
        guard let session = sessions.last(where: { $0.from <= at }) ?? sessions.first else {
            return add(at, .checkedOut, agent)
        }
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
