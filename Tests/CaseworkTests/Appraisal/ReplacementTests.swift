import Casework
import Testing

@Suite("Replacing and dismissing agents")
struct ReplacementTests {
    private static let november = PeopleFixture.month("2026-11")

    private func rules(
        _ combination: AgentRules.Replacement.Combination = .any, onFraud: Bool = true
    ) -> AgentRules.Replacement {
        AgentRules.Replacement(idleMonths: 3, overdue: 5, complaints: 3, combination: combination, onFraud: onFraud)
    }

    private func cases(_ count: Int) -> [String] { (0..<count).map { "YX-\($0)" } }

    private func reasons(
        _ months: [MonthOfWork], findings: [ConductFinding] = [], since: String = "2020-01-01",
        _ rules: AgentRules.Replacement? = nil
    ) -> [ReplacementReview.Reason] {
        ReplacementReview(
            months: months, findings: findings, servesSince: PeopleFixture.day(since), through: Self.november,
            rules: rules ?? self.rules()
        ).reasons
    }

    private func busy(_ month: String) -> MonthOfWork {
        MonthOfWork(month: PeopleFixture.month(month), handled: ["YX-9"])
    }

    @Test("W20: three months in a row without a case; one case in any of them keeps the agent")
    func idle() {
        let months = ["2026-09", "2026-10", "2026-11"]
        #expect(reasons([]) == [.idle(months.map(PeopleFixture.month))])
        for month in months { #expect(reasons([busy(month)]) == [], "\(month)") }
        #expect(reasons([busy("2026-08")]).count == 1)
        #expect(ReplacementReview.Reason.idle([]).source == .idle)
    }

    @Test("W20: months before the agent began are no idle ones")
    func newcomer() {
        #expect(reasons([], since: "2026-09-02") == [])
        #expect(reasons([], since: "2026-09-01").count == 1)
    }

    @Test("W21: five online cases overdue through own fault in one month; W22: complaints about three cases")
    func faults() {
        func month(_ overdue: Int, _ complaints: Int) -> [MonthOfWork] {
            [
                MonthOfWork(
                    month: Self.november, handled: ["YX-9"], overdueByOwnFault: cases(overdue),
                    complainedAbout: Set(cases(complaints)))
            ]
        }
        let overdue = ReplacementReview.Reason.overdue(Self.november, cases: cases(5))
        let complaints = ReplacementReview.Reason.complaints(Self.november, cases: cases(3))
        #expect(reasons(month(4, 2)) == [])
        #expect(reasons(month(5, 2)) == [overdue])
        #expect(reasons(month(4, 3)) == [complaints])
        #expect(reasons(month(5, 3)) == [overdue, complaints])
        #expect(reasons(month(5, 2), rules(.all)) == [])
        #expect(reasons(month(4, 3), rules(.all)) == [])
        #expect(reasons(month(5, 3), rules(.all)) == [overdue, complaints])
    }

    @Test("W22: two months do not add up, and a case that is named twice counts once")
    func oneMonth() {
        let october = MonthOfWork(
            month: PeopleFixture.month("2026-10"), handled: ["a"], overdueByOwnFault: cases(9),
            complainedAbout: Set(cases(9)))
        let november = MonthOfWork(
            month: Self.november, handled: ["a"], overdueByOwnFault: ["x", "x", "x", "x", "x"],
            complainedAbout: Set(cases(2)))
        #expect(reasons([october, november]) == [])
    }

    @Test("W23: proven fraud is a reason of its own where the rulebook says so; unproven or reversed it is none")
    func fraud() {
        let work = [busy("2026-11")]
        let proven = PeopleFixture.finding(1, .fraud, "2026-11-03")
        var unproven = proven
        unproven.verification = nil
        #expect(reasons(work, findings: [proven]) == [.fraud([proven])])
        #expect(reasons(work, findings: [unproven]) == [])
        #expect(reasons(work, findings: [PeopleFixture.finding(1, .fraud, "2026-11-03", reversed: "2026-11-09")]) == [])
        #expect(reasons(work, findings: [proven], rules(onFraud: false)) == [])
        #expect(reasons(work, findings: [proven], rules(.all)) == [.fraud([proven])])
    }

    private func dismissed(
        _ findings: [ConductFinding], _ window: AgentRules.Dismissal.Window, on day: String = "2026-11-30",
        since: String = "2020-01-01"
    ) -> [[Int]] {
        DismissalReview(
            findings: findings, servesSince: PeopleFixture.day(since), on: PeopleFixture.day(day),
            rules: AgentRules.Dismissal(count: 3, window: window)
        ).reasons.map { $0.findings.map(\.number) }
    }

    @Test("J8: three of one kind dismiss, three of different kinds do not, and other kinds do not count")
    func kinds() {
        for kind in [ConductFinding.Kind.refusedToAccept, .missedTraining, .notAtPost] {
            let three = (1...3).map { PeopleFixture.finding($0, kind, "2026-11-0\($0)") }
            #expect(dismissed(three, .year) == [[1, 2, 3]], "\(kind)")
            #expect(dismissed(Array(three.dropLast()), .year) == [], "\(kind)")
        }
        let mixed = [
            PeopleFixture.finding(1, .refusedToAccept, "2026-11-01"),
            PeopleFixture.finding(2, .missedTraining, "2026-11-02"),
            PeopleFixture.finding(3, .notAtPost, "2026-11-03"),
        ]
        #expect(dismissed(mixed, .year) == [])
        #expect(dismissed((1...5).map { PeopleFixture.finding($0, .lateSummary, "2026-11-0\($0)") }, .year) == [])
    }

    @Test("J8: a finding that an appeal reversed, or that nobody verified, does not count")
    func appeal() {
        var three = (1...3).map { PeopleFixture.finding($0, .notAtPost, "2026-11-0\($0)") }
        three[1].reversal = ConductFinding.Mark(by: StaffID(9), on: PeopleFixture.day("2026-11-20"))
        #expect(dismissed(three, .year) == [])
        // Before the appeal was granted they were three.
        #expect(dismissed(three, .year, on: "2026-11-19") == [[1, 2, 3]])
        three[1].reversal = nil
        three[2].verification = nil
        #expect(dismissed(three, .year) == [])
    }

    @Test("J8: the window is the tenure, the calendar year or so many months back")
    func windows() {
        let findings = [
            PeopleFixture.finding(1, .notAtPost, "2025-12-31"), PeopleFixture.finding(2, .notAtPost, "2026-01-01"),
            PeopleFixture.finding(3, .notAtPost, "2026-11-30"),
        ]
        #expect(dismissed(findings, .tenure) == [[1, 2, 3]])
        #expect(dismissed(findings, .tenure, since: "2026-01-01") == [])
        #expect(dismissed(findings, .year) == [])
        let fourth = findings + [PeopleFixture.finding(4, .notAtPost, "2026-06-01")]
        #expect(dismissed(fourth, .year) == [[2, 4, 3]])
        #expect(dismissed(fourth, .year, since: "2026-01-02") == [])
        #expect(dismissed(findings, .rollingMonths(11)) == [])
        #expect(dismissed(findings, .rollingMonths(12)) == [[1, 2, 3]])
    }

    @Test("J8: a rolling window of a month that ends on 15 March begins on 16 February")
    func rolling() {
        func three(_ first: String) -> [ConductFinding] {
            [first, "2026-03-01", "2026-03-15"].enumerated().map { PeopleFixture.finding($0 + 1, .notAtPost, $1) }
        }
        #expect(dismissed(three("2026-02-15"), .rollingMonths(1), on: "2026-03-15") == [])
        #expect(dismissed(three("2026-02-16"), .rollingMonths(1), on: "2026-03-15") == [[1, 2, 3]])
        #expect(dismissed(three("2026-02-16"), .rollingMonths(1), on: "2026-03-14") == [])
    }
}
