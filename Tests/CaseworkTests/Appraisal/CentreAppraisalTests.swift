import Casework
import Testing

@Suite("Appraisal of centres and points")
struct CentreAppraisalTests {
    private static let sixOnes = ["窗口", "坐班代办员", "登记簿", "明白卡", "制度和流程", "公示牌"]
    private static let eightHaves = ["窗口", "人员", "设备", "指南", "事项清单", "责任清单", "制度", "台账", "能办事"]
    private static let checklists = AgentRules.Checklists(
        villagePoint: sixOnes, centre: eightHaves, hall: 40, leaderOnSite: 1)

    private func point(_ kind: ServicePoint.Kind, _ has: [String], not: [String] = [], hall: Int? = nil) -> ServicePoint
    {
        var states: [String: Bool] = [:]
        for item in has { states[item] = true }
        for item in not { states[item] = false }
        return ServicePoint(name: "点", kind: kind, hall: hall, has: states)
    }

    @Test("J20: a village point has six ones; what is missing and what nobody has looked at is told apart")
    func sixOnes() {
        let all = PointChecklist(point(.village, Self.sixOnes), rules: Self.checklists)
        #expect(all.isComplete && all.score == (6, 6))
        let some = PointChecklist(
            point(.village, Array(Self.sixOnes.prefix(4)), not: ["制度和流程"]), rules: Self.checklists)
        #expect(some.missing == ["制度和流程"] && some.unknown == ["公示牌"])
        #expect(!some.isComplete && some.score == (4, 6))
    }

    @Test("P1: a centre has eight and can one, in a hall of 40 square metres or more")
    func centre() {
        func hall(_ area: Int?) -> PointChecklist {
            PointChecklist(point(.centre, Self.eightHaves, hall: area), rules: Self.checklists)
        }
        #expect(hall(40).isComplete)
        #expect(hall(39).hall == .tooSmall(39, least: 40))
        #expect(!hall(39).isComplete)
        #expect(hall(nil).hall == .unknown && !hall(nil).isComplete)
        #expect(hall(40).score == (9, 9))
        #expect(
            !PointChecklist(point(.centre, Array(Self.eightHaves.dropLast()), hall: 99), rules: Self.checklists)
                .isComplete)
    }

    @Test("P11: mobile points and the post reach remote places without counter or hall")
    func remote() {
        for kind in [ServicePoint.Kind.mobile, .postal] {
            #expect(PointChecklist(point(kind, []), rules: Self.checklists).isComplete)
        }
    }

    @Test("P8: stars follow the levels of the rulebook, and from three stars up there is a plaque")
    func stars() {
        let rules = AgentRules.Stars(
            levels: ["基础级", "三星级", "四星级", "五星级"], plaqueFrom: "三星级", leastPercent: [0, 60, 80, 100])
        #expect(rules.levels.map { StarRating(level: $0, rules: rules)?.hasPlaque } == [false, true, true, true])
        #expect(StarRating(level: "六星级", rules: rules) == nil)
        #expect(StarRating(points: 0, of: 9, rules: rules)?.level == "基础级")
        #expect(StarRating(points: 5, of: 9, rules: rules)?.level == "基础级")
        #expect(StarRating(points: 6, of: 9, rules: rules)?.level == "三星级")
        #expect(StarRating(points: 8, of: 9, rules: rules)?.level == "四星级")
        #expect(StarRating(points: 9, of: 9, rules: rules)?.level == "五星级")
        #expect(StarRating(points: 10, of: 9, rules: rules) == nil)
        #expect(StarRating(points: 0, of: 0, rules: rules) == nil)
    }

    @Test("P4: a leader is on site once a month; the same day counts once, another month not at all")
    func leader() {
        let november = PeopleFixture.month("2026-11")
        func missing(_ days: [String], asked: Int = 1) -> Int {
            var rules = Self.checklists
            rules.leaderOnSite = asked
            return LeaderOnSite(
                month: november,
                visits: days.map { LeaderOnSite.Visit(on: PeopleFixture.day($0), recorded: PeopleFixture.day($0)) },
                rules: rules
            ).missing
        }
        #expect(missing([]) == 1)
        #expect(missing(["2026-10-31", "2026-12-01"]) == 1)
        #expect(missing(["2026-11-30"]) == 0)
        #expect(missing(["2026-11-30", "2026-11-30"], asked: 2) == 1)
        #expect(missing([], asked: 0) == 0)
    }

    @Test("P6: the county trains once a year and the township twice; who was absent without excuse is counted")
    func training() {
        func session(
            _ on: String, _ holder: TrainingYear.Holder, attended: Set<StaffID>, excused: Set<StaffID> = []
        ) -> TrainingYear.Session {
            TrainingYear.Session(
                on: PeopleFixture.day(on), holder: holder, topic: "养老参保",
                invited: [StaffID(1), StaffID(2), StaffID(3)], attended: attended, excused: excused)
        }
        let year = TrainingYear(
            year: 2026,
            sessions: [
                session("2026-09-01", .township, attended: [StaffID(1)], excused: [StaffID(2)]),
                session("2026-03-01", .township, attended: [StaffID(1), StaffID(2)]),
                session("2025-12-31", .county, attended: []),
            ], rule: AgentRules.Training(byCounty: 1, byTownship: 2))
        #expect(year.missing(by: .township) == 0)
        #expect(year.missing(by: .county) == 1)
        #expect(year.absences == [StaffID(3): 2])
        #expect(year.sessions.map(\.on) == [PeopleFixture.day("2026-03-01"), PeopleFixture.day("2026-09-01")])
    }

    @Test("P7: ratings enter the personal appraisal, whichever channel they came by")
    func ratings() {
        let appraisal = RatingAppraisal(levels: [5, 5, 4, 2, 1], badRating: 2)
        #expect(appraisal.count == 5 && appraisal.bad == 2 && appraisal.average == 340)
        #expect(RatingAppraisal(levels: [5, 4, 4], badRating: 2).average == 433)
        #expect(RatingAppraisal(levels: [5, 5, 4], badRating: 2).average == 467)
        #expect(RatingAppraisal(levels: [], badRating: 2).average == nil)
    }

    @Test("J21: the audit's results are published by village, in numbers, villages without a case included")
    func audit() {
        let results = AuditResults(
            villages: ["石门村", "两河村"], ledger: ["石门村", "石门村", "石门村"],
            audits: [("石门村", true), ("石门村", false)])
        #expect(results.lines.map(\.cases) == [3, 0])
        #expect(results.lines.map(\.audited) == [2, 0])
        #expect(results.lines.map(\.passed) == [1, 0])
        #expect(
            Mirror(reflecting: results.lines[0]).children.compactMap(\.label)
                == ["village", "cases", "audited", "passed"])
    }
}
