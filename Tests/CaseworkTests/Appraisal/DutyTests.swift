import Casework
import Testing

@Suite("Duty and summaries")
struct DutyTests {
    private static let plan = DutyPlan(duty: PeopleFixture.duty, calendar: .national, offset: Fixture.offset)

    private func sessions(_ day: String, _ plan: DutyPlan = plan) -> [String] {
        plan.sessions(on: PeopleFixture.day(day)).map {
            "\($0.number) \($0.from.clockText(Fixture.offset))-\($0.to.clockText(Fixture.offset))"
        }
    }

    private static let summer = ["1 09:00-11:30", "2 15:00-18:00"]
    private static let winter = ["1 09:00-11:30", "2 14:30-17:30"]

    @Test("J3: two sessions a day, later in the afternoon of summer; summer's first and last day are summer")
    func seasons() {
        #expect(sessions("2026-04-30") == Self.winter)
        // 1 May is off; the season shows on the first day of duty.
        #expect(Self.plan.season(on: PeopleFixture.day("2026-05-01")) == .summer)
        #expect(sessions("2026-05-06") == Self.summer)
        #expect(sessions("2026-09-30") == Self.summer)
        #expect(Self.plan.season(on: PeopleFixture.day("2026-10-01")) == .winter)
        #expect(sessions("2026-10-08") == Self.winter)
    }

    @Test("J3: no duty on weekends and public holidays, and on make-up workdays as the rulebook says")
    func days() {
        #expect(sessions("2026-11-21") == [])
        #expect(sessions("2026-10-01") == [])
        // Saturday 2026-02-14 is a make-up workday.
        #expect(sessions("2026-02-14") == Self.winter)
        var duty = PeopleFixture.duty
        duty.onMakeUpWorkdays = false
        #expect(sessions("2026-02-14", DutyPlan(duty: duty, calendar: .national, offset: Fixture.offset)) == [])
    }

    @Test("J3: a summer over the end of the year is one too")
    func southern() {
        var duty = PeopleFixture.duty
        (duty.summerFrom, duty.summerTo) = (.init(month: 11, day: 1), .init(month: 2, day: 28))
        let plan = DutyPlan(duty: duty, calendar: .national, offset: Fixture.offset)
        #expect(plan.season(on: PeopleFixture.day("2026-12-31")) == .summer)
        #expect(plan.season(on: PeopleFixture.day("2026-02-28")) == .summer)
        #expect(plan.season(on: PeopleFixture.day("2028-02-29")) == .winter)
        #expect(plan.season(on: PeopleFixture.day("2026-06-01")) == .winter)
    }

    @Test("J4: an acceptance outside duty hours counts like any other, and one can tell which it was")
    func outside() {
        let times = [
            ("2026-11-20 09:00", true), ("2026-11-20 11:29", true), ("2026-11-20 11:30", false),
            ("2026-11-20 08:59", false), ("2026-11-20 14:30", true), ("2026-11-20 21:00", false),
            ("2026-11-21 10:00", false),
        ]
        for (time, isInside) in times {
            #expect((Self.plan.session(at: Fixture.at(time)) != nil) == isInside, "\(time)")
        }
        let acceptances = times.map { OutsideDuty.Acceptance(at: Fixture.at($0.0)) }
        var outside = OutsideDuty(plan: Self.plan, exceptions: [])
        let all = outside.count(acceptances, in: "石门村")
        #expect(all == OutsideDuty.Count(outside: 4, onDuty: 3))
        // One that was taken back is taken off on the side on which it stood.
        let undone = OutsideDuty.Acceptance(at: Fixture.at("2026-11-20 21:00"), factor: -1)
        let less = outside.count(acceptances + [undone], in: "石门村")
        #expect(less == OutsideDuty.Count(outside: 3, onDuty: 3))
        // The day alone, of an import without a time.
        let day = outside.contains(Fixture.at("2026-11-21 00:00"), in: "石门村")
        #expect(!day)
    }

    @Test("J4: a village's own days and hours decide what is outside for its agents, and for nobody else")
    func outsideByVillage() throws {
        var fixture = AttendanceFixture()
        try fixture.except("石门村", "2026-11-20", "2026-11-20", .none)
        try fixture.except("两河村", "2026-11-21", "2026-11-21", .hours, [.init(from: 540, to: 720)])
        var outside = OutsideDuty(plan: Self.plan, exceptions: fixture.exceptions)
        let found = [
            ("2026-11-20 09:30", "石门村"), ("2026-11-20 09:30", "两河村"), ("2026-11-20 09:30", nil),
            ("2026-11-21 10:00", "两河村"), ("2026-11-21 10:00", "石门村"),
        ].map { outside.contains(Fixture.at($0), in: $1) }
        #expect(found == [true, false, false, false, true])
    }

    @Test("J5: the summary is due by the end of the month's last day, in leap years too")
    func summary() {
        func state(_ handedIn: String?, _ now: String, month: String = "2026-11") -> SummaryDeadline.State {
            SummaryDeadline(month: PeopleFixture.month(month), offset: Fixture.offset)
                .state(handedIn: handedIn.map(Fixture.at), now: Fixture.at(now))
        }
        #expect(state("2026-11-30 24:00", "2026-12-02") == .onTime)
        #expect(state("2026-12-01 00:01", "2026-12-02") == .late)
        #expect(state(nil, "2026-11-30 23:59") == .open)
        #expect(state(nil, "2026-12-01 00:01") == .missing)
        #expect(state("2028-02-29 23:00", "2028-03-02", month: "2028-02") == .onTime)
        #expect(state("2027-03-01 01:00", "2027-03-02", month: "2027-02") == .late)
    }

    @Test("J5: a month without a matter is handed in empty")
    func nilReturn() {
        let month = PeopleFixture.month("2026-11")
        #expect(VillageSummary(village: "石门村", month: month, matters: []).isNilReturn)
        #expect(!VillageSummary(village: "石门村", month: month, matters: ["低保"]).isNilReturn)
    }

    @Test("J14: one record a matter; the table counts them by item, and what is asked most is told to the village")
    func hotTopics() {
        let summary = VillageSummary(
            village: "石门村", month: PeopleFixture.month("2026-11"),
            matters: ["低保", "养老参保", "低保", "证明", "养老参保", "低保", "水费"])
        #expect(summary.total == 7)
        #expect(summary.items["低保"] == 3)
        #expect(summary.hotTopics().map(\.item) == ["低保", "养老参保"])
        #expect(summary.hotTopics().map(\.count) == [3, 2])
        #expect(summary.hotTopics(least: 1, limit: 3).count == 3)
    }

    @Test("J10: an inspection says who, when, where and what, and whether somebody was missed")
    func inspections() throws {
        func inspection(_ at: String, agent: StaffID? = StaffID(1), _ wasAtPost: Bool?) throws -> Inspection {
            try Inspection(
                at: Fixture.at(at), by: StaffID(2), place: "石门村", found: "无人", agent: agent, wasAtPost: wasAtPost)
        }
        #expect(try inspection("2026-11-20 09:30", false).missed == StaffID(1))
        #expect(try inspection("2026-11-20 09:30", true).missed == nil)
        #expect(try inspection("2026-11-20 09:30", agent: nil, nil).missed == nil)
        #expect(throws: StaffRefusal.unfit(.note, .missing)) {
            try Inspection(at: Fixture.at("2026-11-20 09:30"), by: StaffID(2), place: "石门村", found: " ")
        }
        #expect(throws: StaffRefusal.unfit(.village, .missing)) {
            try Inspection(at: Fixture.at("2026-11-20 09:30"), by: StaffID(2), place: "", found: "好")
        }
    }
}
