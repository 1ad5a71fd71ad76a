import Casework

/// One agent's facts, built up line by line, under the rules of the documents.
struct AttendanceFixture {
    static let plan = DutyPlan(duty: PeopleFixture.duty, calendar: .national, offset: Fixture.offset)
    static let source = AttendanceSource(.kiosk, host: "door")

    var exceptions: [Entered<DutyException>] = []
    var zhou = PersonalDuty(member: PeopleFixture.member(7, "周桂兰"))
    var he = PersonalDuty(member: PeopleFixture.member(8, "何有田", village: "两河村"))
    private var entry: Int64 = 0

    var book: AttendanceBook {
        AttendanceBook(plan: Self.plan, facts: DutyFacts(exceptions: exceptions, people: [zhou, he]))
    }

    private mutating func entered<Value>(_ value: Value) -> Entered<Value> {
        entry += 1
        return Entered(entry: entry, at: Fixture.at("2026-11-01"), actor: StaffID(1), value: value)
    }

    /// 2026-11-20 is a Friday: 09:00–11:30 and 14:30–17:30.
    mutating func mark(
        _ direction: AttendanceDirection, _ time: String, by person: WritableKeyPath<Self, PersonalDuty> = \.zhou,
        session: Int? = nil, isUnverified: Bool = false
    ) {
        let at = Fixture.at(time.count > 5 ? time : "2026-11-20 \(time)")
        let named = session.map { DutySessionID(day: Fixture.offset.civil(at).date, number: $0) }
        let mark = entered(
            DutyMark(direction, at: at, session: named, source: Self.source, isUnverified: isUnverified))
        self[keyPath: person].marks.append(mark)
    }

    mutating func leave(_ from: String, _ to: String, sessions: [Int]? = nil, isGranted: Bool = true) throws {
        let span = try DutySpan(
            from: PeopleFixture.day(from), to: PeopleFixture.day(to), sessions: sessions)
        let request = entered(try LeaveRequest(id: "N7-\(entry)", span: span, reason: "看病"))
        let decision = entered(try LeaveDecision(request: request.value.id, span: span))
        zhou.leaves.append(Leave(request: request, status: isGranted ? .granted(decision) : .refused(decision)))
    }

    mutating func standIn(_ from: String, _ until: String) {
        zhou.standIns.append(
            entered(StandIn(by: StaffID(8), from: Fixture.at(from), until: Fixture.at(until), reason: "看病")))
    }

    mutating func correct(_ day: String, _ session: Int, _ state: SessionState, reason: String = "机器坏了") throws {
        let id = DutySessionID(day: PeopleFixture.day(day), number: session)
        zhou.corrections.append(entered(try SessionCorrection(session: id, state: state, reason: reason)))
    }

    mutating func except(
        _ village: String?, _ from: String, _ to: String, _ kind: DutyException.Kind,
        _ hours: [DutyException.Hours]? = nil
    ) throws {
        exceptions.append(
            entered(
                try DutyException(
                    village: village, from: PeopleFixture.day(from), to: PeopleFixture.day(to), kind: kind,
                    hours: hours, reason: "村里停电")))
    }

    func outcomes(_ day: String = "2026-11-20", now: String = "2026-11-30") -> [SessionOutcome] {
        book.outcomes(of: zhou, on: PeopleFixture.day(day), now: Fixture.at(now))
    }

    func states(_ day: String = "2026-11-20", now: String = "2026-11-30") -> [SessionState] {
        outcomes(day, now: now).map(\.state)
    }

    func decide(_ time: String, _ wanted: AttendanceDirection? = nil) -> AttendanceDecision {
        book.decide(wanted, for: zhou, at: Fixture.at(time.count > 5 ? time : "2026-11-20 \(time)"))
    }
}
