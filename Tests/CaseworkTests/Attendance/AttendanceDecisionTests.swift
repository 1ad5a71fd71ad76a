import Casework
import Testing

@Suite("Checking in and out of the right session")
struct AttendanceDecisionTests {
    private func session(_ number: Int, _ day: String = "2026-11-20") -> DutyPlan.Session {
        AttendanceFixture.plan.sessions(on: PeopleFixture.day(day))[number - 1]
    }

    @Test("J3: from an hour before a session until its end one checks in for it, too early and too late is said")
    func window() {
        let fixture = AttendanceFixture()
        let (first, second) = (session(1), session(2))
        #expect(fixture.decide("07:59") == .refuse(.tooEarly(first, opens: Fixture.at("2026-11-20 08:00"))))
        #expect(fixture.decide("08:00") == .enter(.into, first, notes: []))
        #expect(fixture.decide("09:00") == .enter(.into, first, notes: []))
        #expect(fixture.decide("09:07") == .enter(.into, first, notes: [.late(minutes: 7)]))
        #expect(fixture.decide("11:29") == .enter(.into, first, notes: [.late(minutes: 149)]))
        #expect(fixture.decide("11:30") == .refuse(.over(first, next: second)))
        #expect(fixture.decide("13:29") == .refuse(.over(first, next: second)))
        #expect(fixture.decide("13:30") == .enter(.into, second, notes: []))
        // The next one is on Monday.
        let monday = session(1, "2026-11-23")
        #expect(fixture.decide("17:30") == .refuse(.over(second, next: monday)))
        #expect(fixture.decide("23:59") == .refuse(.over(second, next: monday)))
    }

    @Test("J3: twice in a session enters once; after its end the same number checks out, once")
    func twice() {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "08:55", session: 1)
        let came = Fixture.at("2026-11-20 08:55")
        for time in ["08:55", "09:30", "11:29"] {
            #expect(fixture.decide(time) == .already(.into, session(1), at: came, notes: []), "\(time)")
        }
        #expect(fixture.decide("10:00", .into) == .already(.into, session(1), at: came, notes: []))
        #expect(fixture.decide("11:30") == .enter(.out, session(1), notes: []))
        fixture.mark(.out, "11:31", session: 1)
        let went = Fixture.at("2026-11-20 11:31")
        #expect(fixture.decide("11:40") == .already(.out, session(1), at: went, notes: []))
        #expect(fixture.decide("11:40", .out) == .already(.out, session(1), at: went, notes: []))
        #expect(fixture.decide("13:45") == .enter(.into, session(2), notes: []))
    }

    @Test("J3: leaving before the end has to be said, and so has coming back")
    func early() {
        var fixture = AttendanceFixture()
        #expect(fixture.decide("09:10", .out) == .refuse(.notCheckedIn(session(1))))
        fixture.mark(.into, "08:55", session: 1)
        #expect(fixture.decide("11:00", .out) == .enter(.out, session(1), notes: [.leavesEarly(minutes: 30)]))
        fixture.mark(.out, "11:00", session: 1)
        #expect(
            fixture.decide("11:10") == .already(.out, session(1), at: Fixture.at("2026-11-20 11:00"), notes: []))
        #expect(fixture.decide("11:10", .into) == .enter(.into, session(1), notes: []))
        #expect(fixture.decide("11:31", .into) == .refuse(.over(session(1), next: session(2))))
    }

    @Test("J3: a check-out that was forgotten is said at the next check-in, of yesterday too")
    func forgotten() throws {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "2026-11-19 14:20", session: 2)
        let yesterday = DutySessionID(day: PeopleFixture.day("2026-11-19"), number: 2)
        #expect(fixture.decide("08:50") == .enter(.into, session(1), notes: [.forgotCheckOut(yesterday)]))
        // It was put right since.
        var corrected = fixture
        try corrected.correct("2026-11-19", 2, .onTime)
        #expect(corrected.decide("08:50") == .enter(.into, session(1), notes: []))
        fixture.mark(.into, "08:50", session: 1)
        #expect(fixture.decide("13:50") == .enter(.into, session(2), notes: [.forgotCheckOut(session(1).id)]))
    }

    @Test("J3: a check-out that was forgotten is said once, not again with whatever one does in the session")
    func once() {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "2026-11-19 14:20", session: 2)
        fixture.mark(.into, "08:50", session: 1)
        #expect(fixture.decide("09:30") == .already(.into, session(1), at: Fixture.at("2026-11-20 08:50"), notes: []))
        #expect(fixture.decide("10:00", .out) == .enter(.out, session(1), notes: [.leavesEarly(minutes: 90)]))
        fixture.mark(.out, "10:00", session: 1)
        #expect(fixture.decide("10:20", .into) == .enter(.into, session(1), notes: []))
        fixture.mark(.into, "10:20", session: 1)
        #expect(fixture.decide("11:31") == .enter(.out, session(1), notes: []))
    }

    @Test("J3: leave is for days and sessions that there are; who has no fixed hours is away by days")
    func leave() throws {
        var fixture = AttendanceFixture()
        func permit(_ from: String, _ to: String, _ sessions: [Int]? = nil) throws(StaffRefusal) {
            let span = try DutySpan(from: PeopleFixture.day(from), to: PeopleFixture.day(to), sessions: sessions)
            try fixture.book.permit(span, for: fixture.zhou.member)
        }
        try permit("2026-11-20", "2026-11-22", [2])
        let (saturday, sunday) = (PeopleFixture.day("2026-11-21"), PeopleFixture.day("2026-11-22"))
        #expect(throws: StaffRefusal.leaveWithoutDuty(from: saturday, to: sunday)) {
            try permit("2026-11-21", "2026-11-22")
        }
        #expect(throws: StaffRefusal.leaveWithoutSession(3, most: 2)) {
            try permit("2026-11-20", "2026-11-20", [1, 3])
        }
        try fixture.except("石门村", "2026-11-20", "2026-11-20", .none)
        #expect(throws: StaffRefusal.leaveWithoutDuty(from: PeopleFixture.day("2026-11-20"), to: sunday)) {
            try permit("2026-11-20", "2026-11-22")
        }
        fixture.zhou.member.role = .reviewer
        try permit("2026-11-21", "2026-11-22")
    }

    @Test("J3: nobody is missed before attendance was kept")
    func kept() {
        var book = AttendanceFixture().book
        book.facts.keptSince = PeopleFixture.day("2026-11-19")
        let zhou = AttendanceFixture().zhou
        func states(_ day: String) -> [SessionState] {
            book.outcomes(of: zhou, on: PeopleFixture.day(day), now: Fixture.at("2026-11-30")).map(\.state)
        }
        #expect(states("2026-11-18") == [])
        #expect(states("2026-11-19") == [.absent, .absent])
        let month = book.month(PeopleFixture.month("2026-11"), of: zhou, now: Fixture.at("2026-11-30"))
        // The 19th, the 20th and the week from the 23rd on.
        #expect(month.due == 14 && month.count(.absent) == 14)
    }

    @Test("J3: the spelling of a mark from a desk, which nobody writes, stays readable")
    func spelling() throws {
        #expect(AttendanceSource.Channel(rawValue: "desk") == .desk)
    }

    @Test("J3: on days without duty nothing is entered, and why is said")
    func noDuty() throws {
        var fixture = AttendanceFixture()
        let monday = session(1, "2026-11-23")
        #expect(fixture.decide("2026-11-21 09:00") == .refuse(.noDuty(.weekend, next: monday)))
        guard case .refuse(.noDuty(.holiday(let name), next: _)) = fixture.decide("2026-10-01 09:00") else {
            Issue.record("\(fixture.decide("2026-10-01 09:00"))")
            return
        }
        #expect(!name.isEmpty)
        try fixture.except("石门村", "2026-11-20", "2026-11-20", .none)
        #expect(fixture.decide("09:00") == .refuse(.noDuty(.exception(fixture.exceptions[0]), next: monday)))
    }

    @Test("J3, P3: leave, a stand-in and standing in are told with the entry")
    func notes() throws {
        var fixture = AttendanceFixture()
        try fixture.leave("2026-11-20", "2026-11-20", sessions: [1])
        fixture.standIn("2026-11-20 00:00", "2026-11-21 00:00")
        #expect(fixture.decide("08:50") == .enter(.into, session(1), notes: [.onLeave, .isStoodInFor]))
        #expect(
            fixture.book.decide(nil, for: fixture.he, at: Fixture.at("2026-11-20 08:50"))
                == .enter(.into, session(1), notes: [.standsIn(village: "石门村")]))
    }

    @Test("J3: who has left, and who has no fixed hours, checks in for nothing")
    func others() {
        var fixture = AttendanceFixture()
        fixture.zhou.member.isActive = false
        #expect(fixture.decide("09:00") == .refuse(.notOnStaff))
        fixture.zhou.member.isActive = true
        fixture.zhou.member.role = .reviewer
        #expect(fixture.decide("09:00") == .refuse(.noDeskDuty(.reviewer)))
    }

    @Test("J3: a clock that was set back finds nothing done yet, and enters nothing twice when it is right again")
    func clock() {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "08:55", session: 1)
        #expect(fixture.decide("06:00") == .refuse(.tooEarly(session(1), opens: Fixture.at("2026-11-20 08:00"))))
        #expect(fixture.decide("08:56") == .already(.into, session(1), at: Fixture.at("2026-11-20 08:55"), notes: []))
    }
}

@Suite("PINs")
struct PINTests {
    private let rules = PeopleFixture.duty.pins

    private func fault(_ text: String, of number: String = "A07") -> PIN.Fault? {
        do throws(PIN.Fault) {
            _ = try PIN(text, of: number, rules: rules)
            return nil
        } catch {
            return error
        }
    }

    @Test("J3: a PIN is digits, long enough, not one digit or a count, and not the staff number")
    func faults() {
        #expect(fault("2607") == nil)
        #expect(fault("２６０７") == nil)
        #expect(fault("13579") == nil)
        #expect(fault("") == .notDigits)
        #expect(fault("26a7") == .notDigits)
        #expect(fault("267") == .length(least: 4, most: 12))
        #expect(fault("2607260726072") == .length(least: 4, most: 12))
        for simple in ["0000", "1234", "4321", "456789"] { #expect(fault(simple) == .tooSimple, "\(simple)") }
        #expect(fault("0075", of: "A75") == .isStaffNumber)
        #expect(fault("2650", of: "A2650") == .isStaffNumber)
    }

    @Test(
        "J3: from the third wrong try on one waits, twice as long each time; the sixth locks; a clock set back makes nobody wait"
    )
    func tries() {
        let now = Fixture.at("2026-11-20 09:00")
        func tries(_ count: Int) -> PINTries { PINTries(count: count, last: now) }
        #expect(tries(2).pause(at: now, rules: rules) == nil)
        #expect(tries(3).pause(at: now, rules: rules) == now.advanced(seconds: 30))
        #expect(tries(5).pause(at: now, rules: rules) == now.advanced(seconds: 120))
        #expect(tries(3).pause(at: now.advanced(seconds: 30), rules: rules) == nil)
        #expect(tries(3).pause(at: now.advanced(seconds: -1), rules: rules) == nil)
        #expect(!tries(4).locks(rules))
        #expect(tries(5).locks(rules))
    }
}
