import Casework
import Testing

@Suite("What a session of duty was")
struct SessionOutcomeTests {
    @Test(
        "J3: a session with both marks in time is on time; a minute after its beginning is late, before its end early"
    )
    func punctual() {
        let table: [(String, String, SessionState, Int, Int)] = [
            ("08:55", "11:31", .onTime, 0, 0), ("09:00", "11:30", .onTime, 0, 0), ("09:01", "11:30", .late, 1, 0),
            ("09:20", "11:10", .late, 20, 20), ("08:50", "11:29", .leftEarly, 0, 1),
        ]
        for (came, went, state, late, early) in table {
            var fixture = AttendanceFixture()
            fixture.mark(.into, came)
            fixture.mark(.out, went)
            let first = fixture.outcomes()[0]
            #expect(first.state == state, "\(came)–\(went)")
            #expect(first.minutesLate == late && first.minutesEarly == early, "\(came)–\(went)")
            #expect(!first.forgotCheckOut)
            #expect(fixture.states()[1] == .absent)
        }
    }

    @Test("J3: a check-out that never came is a fact from when the next session opens, and no absence")
    func forgotten() {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "08:55")
        #expect(!fixture.outcomes(now: "2026-11-20 13:29")[0].forgotCheckOut)
        let after = fixture.outcomes(now: "2026-11-20 13:30")[0]
        #expect(after.forgotCheckOut && after.state == .onTime)
        #expect(after.grounds.last == .forgotCheckOut)
        // The last session of the day can be left until midnight.
        fixture.mark(.into, "14:20")
        #expect(!fixture.outcomes(now: "2026-11-20 23:59")[1].forgotCheckOut)
        #expect(fixture.outcomes(now: "2026-11-21")[1].forgotCheckOut)
    }

    @Test("J3: whoever goes and comes back is there again until they go for good")
    func backAgain() {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "08:55")
        fixture.mark(.out, "10:00")
        #expect(fixture.outcomes(now: "2026-11-20 10:30")[0].state == .leftEarly)
        fixture.mark(.into, "10:40")
        #expect(fixture.outcomes(now: "2026-11-20 11:00")[0].state == .onTime)
        fixture.mark(.out, "11:35")
        let outcome = fixture.outcomes()[0]
        #expect(outcome.state == .onTime)
        // The time between is told with its two marks.
        let gaps: [Int] = outcome.grounds.compactMap {
            guard case .cameBack(let went, let back) = $0 else { return nil }
            return back.value.at.minutes(since: went.value.at)
        }
        #expect(gaps == [40])
    }

    @Test("J3: before its end a session without a mark is to come, afterwards an absence")
    func absence() {
        let fixture = AttendanceFixture()
        #expect(fixture.states(now: "2026-11-20 11:29") == [.toCome, .toCome])
        #expect(fixture.states(now: "2026-11-20 11:30") == [.absent, .toCome])
        #expect(fixture.outcomes(now: "2026-11-20 11:30")[0].grounds.last == .nobodyCame)
    }

    @Test("J3: holidays and weekends have no session, make-up workdays do")
    func days() {
        let fixture = AttendanceFixture()
        #expect(fixture.states("2026-11-21") == [])
        #expect(fixture.states("2026-10-01") == [])
        #expect(fixture.states("2026-02-14", now: "2026-02-14 12:00") == [.absent, .toCome])
    }

    @Test("J3: granted leave covers whole days or single sessions; refused leave covers nothing")
    func leave() throws {
        var fixture = AttendanceFixture()
        try fixture.leave("2026-11-19", "2026-11-20", sessions: [2])
        #expect(fixture.states() == [.absent, .onLeave])
        try fixture.leave("2026-11-20", "2026-11-20", isGranted: false)
        #expect(fixture.states() == [.absent, .onLeave])
        try fixture.leave("2026-11-20", "2026-11-20")
        #expect(fixture.states() == [.onLeave, .onLeave])
        // Whoever comes all the same was there.
        fixture.mark(.into, "08:55")
        #expect(fixture.states() == [.onTime, .onLeave])
    }

    @Test(
        "P3, J3: a session is stood in for when the stand-in was at a post then, and on leave otherwise")
    func standIn() throws {
        var fixture = AttendanceFixture()
        try fixture.leave("2026-11-20", "2026-11-20")
        fixture.standIn("2026-11-20 00:00", "2026-11-21 00:00")
        fixture.mark(.into, "08:50", by: \.he)
        let outcomes = fixture.outcomes()
        #expect(outcomes.map(\.state) == [.stoodInFor, .onLeave])
        guard case .standInCame = outcomes[0].grounds.last else {
            Issue.record("\(outcomes[0].grounds)")
            return
        }
        #expect(outcomes[0].grounds.last?.source == .standIn)
        #expect(outcomes[1].grounds.contains { if case .standInMissing = $0 { true } else { false } })
    }

    @Test("J3: a village without duty is excused, other hours are judged by them, and the newest word counts")
    func exceptions() throws {
        var fixture = AttendanceFixture()
        try fixture.except("石门村", "2026-11-20", "2026-11-22", .none)
        #expect(fixture.states() == [.excused, .excused])
        try fixture.except("两河村", "2026-11-20", "2026-11-20", .usual)
        #expect(fixture.states() == [.excused, .excused])
        try fixture.except(nil, "2026-11-20", "2026-11-21", .hours, [.init(from: 480, to: 600)])
        fixture.mark(.into, "08:10")
        fixture.mark(.out, "10:05")
        #expect(fixture.outcomes().map(\.minutesLate) == [10])
        // Also on a Saturday that has no duty otherwise.
        #expect(fixture.states("2026-11-21") == [.absent])
        try fixture.except("石门村", "2026-11-20", "2026-11-20", .usual)
        #expect(fixture.states().count == 2)
    }

    @Test("J3, J9: a correction counts whatever the marks say, the newest one, and names its entry")
    func corrections() throws {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "09:30")
        try fixture.correct("2026-11-20", 1, .onTime)
        try fixture.correct("2026-11-20", 2, .excused)
        try fixture.correct("2026-11-20", 2, .onLeave)
        let outcomes = fixture.outcomes()
        #expect(outcomes.map(\.state) == [.onTime, .onLeave])
        #expect(outcomes[0].minutesLate == 0 && outcomes[0].isCorrected && !outcomes[0].forgotCheckOut)
        // What was marked is still told.
        #expect(outcomes[0].grounds.contains(.late(minutes: 30)))
        guard case .corrected(let correction) = outcomes[1].grounds.last else {
            Issue.record("\(outcomes[1].grounds)")
            return
        }
        #expect(correction.entry == 4)
        #expect(throws: StaffRefusal.stateUnfit) {
            try SessionCorrection(
                session: DutySessionID(day: PeopleFixture.day("2026-11-20"), number: 1), state: .toCome, reason: "x")
        }
    }

    @Test("J3: marks of the time when only their moment was kept are read by their time")
    func oldMarks() {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "07:50")
        fixture.mark(.out, "17:40")
        // One mark in the morning and one at night are half of each session.
        let outcomes = fixture.outcomes()
        #expect(outcomes.map(\.state) == [.onTime, .absent])
        #expect(outcomes[0].forgotCheckOut)
        fixture.zhou.taken = [Entered(entry: 9, at: Fixture.at("2026-11-20 12:00"), actor: StaffID(7), value: "看病")]
        #expect(fixture.states() == [.onTime, .onLeave])
    }

    @Test("J3: nobody is absent before they served, or after they left")
    func service() {
        var fixture = AttendanceFixture()
        fixture.zhou.since = Fixture.at("2026-11-20 12:00")
        #expect(fixture.outcomes().map(\.session.number) == [2])
        fixture.zhou.until = Fixture.at("2026-11-20 14:30")
        #expect(fixture.outcomes().isEmpty)
    }

    @Test("J4, J5: a month adds its sessions up, and the cases accepted outside duty hours count beside them")
    func month() throws {
        var fixture = AttendanceFixture()
        fixture.mark(.into, "2026-11-02 08:55")
        fixture.mark(.out, "2026-11-02 11:30")
        fixture.mark(.into, "2026-11-02 14:40", isUnverified: true)
        try fixture.leave("2026-11-03", "2026-11-03")
        // The last came in by file from a village, later.
        let accepted = ["2026-11-02 10:00", "2026-11-02 12:00", "2026-11-07 10:00", "2026-10-31 10:00"]
            .map { OutsideDuty.Acceptance(at: Fixture.at($0)) }
        var outside = OutsideDuty(plan: AttendanceFixture.plan, exceptions: [])
        let month = fixture.book.month(
            PeopleFixture.month("2026-11"), of: fixture.zhou, accepted: outside.count(accepted, in: "石门村"),
            now: Fixture.at("2026-11-04 00:00"))
        #expect(month.days.count == 30)
        #expect(month.outcomes.count == 42)
        #expect(month.due == 4 && month.present == 2)
        #expect(month.count(.onTime) == 1 && month.count(.late) == 1 && month.count(.onLeave) == 2)
        #expect(month.forgotten == 1 && month.minutesLate == 10 && month.unverified == 1)
        #expect(month.acceptedOnDuty == 1 && month.acceptedOutside == 3)
    }

    @Test("J3: spans and hours that cannot be are refused")
    func unfit() {
        let day = PeopleFixture.day("2026-11-20")
        #expect(throws: StaffRefusal.spanUnfit) { try DutySpan(from: day, to: day.advanced(days: -1)) }
        #expect(throws: StaffRefusal.spanUnfit) { try DutySpan(from: day, to: day.advanced(days: 366)) }
        #expect(throws: StaffRefusal.spanUnfit) { try DutySpan(from: day, to: day, sessions: []) }
        #expect(throws: StaffRefusal.spanUnfit) { try DutySpan(from: day, to: day, sessions: [0]) }
        func except(_ kind: DutyException.Kind, _ hours: [DutyException.Hours]?) throws {
            _ = try DutyException(village: nil, from: day, to: day, kind: kind, hours: hours, reason: "停电")
        }
        #expect(throws: StaffRefusal.hoursUnfit) { try except(.hours, nil) }
        #expect(throws: StaffRefusal.hoursUnfit) { try except(.hours, []) }
        #expect(throws: StaffRefusal.hoursUnfit) { try except(.none, [.init(from: 1, to: 2)]) }
        #expect(throws: StaffRefusal.hoursUnfit) {
            try except(.hours, [.init(from: 540, to: 600), .init(from: 599, to: 660)])
        }
        #expect(throws: StaffRefusal.hoursUnfit) { try except(.hours, [.init(from: 1_400, to: 1_441)]) }
    }
}
