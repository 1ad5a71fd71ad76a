@testable import Casework

/// One sheet of each kind, of made-up figures.
enum SheetSamples {
    static let centre = Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china)
    static let now = Township.now

    static func month(_ text: String) -> CivilMonth { CivilMonth(text) ?? CivilMonth(of: day(text + "-01")) }
    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }
    static func at(_ text: String) -> Instant { Instant(text, offset: .china) ?? now }

    static func member(_ id: Int64, _ name: String, _ village: String?, _ role: Role = .agent) -> StaffMember {
        StaffMember(id: StaffID(id), number: "A0\(id)", name: name, role: role, village: village)
    }

    static func sheet(_ kind: SheetKind) throws -> Sheet {
        let rulebook = try Rulebook.embedded("standard")
        let october = ReportPeriod.month(month("2026-10"))
        switch kind {
        case .summary:
            return SummarySheet(
                [
                    .init(
                        summary: VillageSummary(
                            village: "石门垭村", month: month("2026-10"),
                            items: ["城乡居民养老参保": 12, "高龄津贴申领": 3, "残疾人证换领（含到期换证、遗失补办）": 2]),
                        agents: ["周桂兰"], approved: 15, handedIn: at("2026-10-30 16:00")),
                    .init(
                        summary: VillageSummary(village: "两河口村", month: month("2026-10"), items: [:]),
                        agents: [], approved: 0, handedIn: nil),
                ], late: [.init(village: "两河口村", month: month("2026-09"), at: at("2026-10-08 09:00"))],
                rule: rulebook.agents.summary
            ).sheet(october, centre: centre, village: nil, standing: .fixed, now: at("2026-11-05 09:00"))
        case .attendance:
            return attendance(Rules(rulebook: rulebook, calendar: .national, offset: .china))
        case .allowance: return allowance
        case .performance:
            var bank = member(3, "钱有方", nil, .bankAuxiliary)
            bank.employer = "云溪农商银行"
            let people = [StaffID(1): member(1, "周桂兰", "石门垭村"), StaffID(3): bank]
            return PerformanceSheet(
                [
                    ApprovedCount(staff: StaffID(1), month: month("2026-10"), item: "城乡居民养老参保", count: 12),
                    ApprovedCount(staff: StaffID(1), month: month("2026-10"), item: "高龄津贴申领", count: 3),
                    ApprovedCount(staff: StaffID(3), month: month("2026-10"), item: "城乡居民养老参保", count: 4),
                ],
                rates: PayRates(
                    settings: [
                        try PaySetting(
                            kind: .piece, name: "城乡居民养老参保", fen: 350, from: month("2026-01"), ground: "办法")
                    ], yearly: nil), review: .gate
            ) { people[$0] }.sheet(october, centre: centre, village: nil, standing: .fixed)
        case .circular:
            let agent = OpenWarning.Agent(id: StaffID(1), number: "A01", name: "周桂兰")
            let warnings = [
                ("YX261119-0001", WarningTopic.notCompleted, WarningMark.Mark.overdue),
                ("YX261119-0002", .notAccepted, .near),
            ].map { number, topic, mark in
                OpenWarning(
                    caseID: CaseID(1), number: number, item: "养老参保", village: "石门垭村", applicant: "张*", agent: agent,
                    topic: topic, mark: mark, due: now, isProvisional: false, urgings: 0)
            }
            return CircularSheet.sheet(
                WarningCircular(warnings, since: nil, at: now), .month(month("2026-11")), centre: centre, village: nil)
        case .roster:
            let changes = [
                RosterChange(
                    at: at("2026-10-12 09:00"), actor: StaffID(9), number: "A04", name: "孙禾", kind: .enrolled,
                    before: nil, after: "两河口村"),
                RosterChange(
                    at: at("2026-10-13 09:00"), actor: StaffID(9), number: "A01", name: "周桂兰", kind: .post,
                    before: "village-agent", after: "grid-agent"),
            ]
            return RosterSheet.sheet(
                changes, october, centre: centre, standing: .fixed, names: [StaffID(9): "王敏"])
        case .staffing:
            let check = StaffingCheck(
                rulebook.agents.staffing, places: .init(villages: ["石门垭村", "两河口村"]),
                staff: [member(1, "周桂兰", "石门垭村")])
            return StaffingSheet.sheet(check, october, centre: centre, village: nil, standing: .fixed)
        case .training:
            let training = try TrainingHeld(
                number: 4, on: day("2026-10-20"), holder: .township, topic: "养老参保经办",
                invited: [StaffID(1), StaffID(2), StaffID(3)], attended: [StaffID(1)],
                excused: [.init(staff: StaffID(2), reason: "住院")], today: day("2026-10-20"))
            return TrainingSheet(
                [training], rule: rulebook.agents.training,
                people: [StaffID(1): member(1, "周桂兰", "石门垭村"), StaffID(3): member(3, "李四", "两河口村")]
            ).sheet(october, centre: centre, village: nil, standing: .running(at("2026-11-05 09:00")))
        case .stars:
            var rules = rulebook.agents
            rules.checklists = AgentRules.Checklists(
                villagePoint: ["窗口", "代办员", "台账"], centre: ["大厅", "窗口"], hall: 40, leaderOnSite: 1)
            let point = ServicePoint(
                name: "石门垭村便民服务点", kind: .village, village: "石门垭村", has: ["窗口": true, "代办员": false])
            let hall = ServicePoint(
                name: "云溪镇便民服务中心", kind: .centre, hall: 32, has: ["大厅": true, "窗口": true])
            return StarSheet([.init(point, rules: rules), .init(hall, rules: rules)]).sheet(
                .year(2026), centre: centre, villages: ["石门垭村", "两河口村"], village: nil, standing: .fixed)
        }
    }

    /// October of one who came late, left early, forgot to check out, had leave and accepted a case at night, and of one
    /// who never came.
    private static func attendance(_ rules: Rules) -> Sheet {
        let october = month("2026-10")
        var busy = PersonalDuty(member: member(1, "周桂兰", "石门垭村"))
        let marks: [(AttendanceDirection, String)] = [
            (.into, "2026-10-09 08:55"), (.out, "2026-10-09 11:30"), (.into, "2026-10-09 14:33"),
            (.out, "2026-10-09 17:30"), (.into, "2026-10-13 08:58"), (.out, "2026-10-13 11:10"),
            (.into, "2026-10-14 09:00"),
        ]
        busy.marks = marks.enumerated().map { place, mark in
            Entered(
                entry: Int64(100 + place), at: at(mark.1), actor: StaffID(1), value: DutyMark(mark.0, at: at(mark.1)))
        }
        busy.taken = [Entered(entry: 120, at: at("2026-10-12 08:30"), actor: StaffID(1), value: "看病")]
        let idle = PersonalDuty(member: member(2, "何有田", "两河口村"))
        let book = AttendanceBook(
            plan: DutyPlan(duty: rules.rulebook.agents.duty, calendar: rules.calendar, offset: rules.offset),
            facts: DutyFacts(people: [busy, idle]))
        let now = at("2026-11-05 09:00")
        let lines = [busy, idle].map { person in
            AttendanceSheet.Line(
                member: person.member,
                months: [
                    book.month(
                        october, of: person,
                        accepted: OutsideDuty.Count(outside: person.member.id == StaffID(1) ? 1 : 0), now: now)
                ])
        }
        return AttendanceSheet(lines)
            .sheet(.month(october), centre: centre, village: nil, standing: .running(now))
    }

    /// A signed quarter of two people, with a refund, a correction, an item without a rate, and a bank's line.
    static let allowance: Sheet = {
        func months(
            _ share: [Int], _ change: (inout AllowanceSheet.Month) -> Void = { _ in }
        ) -> [AllowanceSheet.Month] {
            zip(["2026-07", "2026-08", "2026-09"], share).map { name, share in
                var made = AllowanceSheet.Month(
                    month: month(name), days: month(name).length, share: share, ofVillage: 0, pieces: [],
                    deductions: [],
                    refunds: [])
                change(&made)
                return made
            }
        }
        let first = AllowanceSheet.Line(
            staff: StaffID(1), number: "A01", name: "周桂兰", post: .villageAgent, village: "石门垭村", employer: nil,
            months: months([41_666, 41_667, 41_667]) { month in
                guard month.month.month == 8 else { return }
                month.deductions = [
                    .init(finding: 2, kind: .notAtPost, on: day("2026-08-05"), nominal: 5_000, amount: 5_000)
                ]
                month.refunds = [
                    .init(
                        finding: 1, kind: .lateSummary, dockedIn: CivilMonth(of: day("2026-06-01")), amount: 3_000)
                ]
                month.pieces = [
                    .init(item: "城乡居民养老参保", count: 12, rate: 350), .init(item: "建房审批", count: 1, rate: nil),
                ]
            },
            entries: [
                .init(
                    sequence: 812, kind: .correction, period: CivilMonth(of: day("2026-05-01")), fen: -1_200,
                    amount: -1_200)
            ])
        let second = AllowanceSheet.Line(
            staff: StaffID(3), number: "A03", name: "钱有方", post: .bankAuxiliary, village: nil, employer: "云溪农商银行",
            months: months([0, 0, 0]) { month in
                month.days = 0
                if month.month.month == 9 { month.pieces = [.init(item: "城乡居民养老参保", count: 4, rate: 350)] }
            }, entries: [])
        let quarter = CivilQuarter(of: month("2026-07"))
        let sheet = AllowanceSheet(
            quarter: quarter, rulebook: "standard", rule: .init(remainder: .spread, partMonth: .days), through: 9_120,
            lines: [second, first])
        var process = AllowanceProcess(quarter: quarter)
        let step = AllowanceStep(quarter: quarter, sheet: 9_121, note: nil)
        for (place, event) in [PayEvent.prepared(sheet), .reviewed(step), .signed(step)].enumerated() {
            process.apply(
                event, sequence: Int64(9_121 + place), at: at("2026-10-0\(place + 2) 10:00"),
                by: StaffID(Int64(20 + place)))
        }
        return sheet.report(
            process, centre: centre, village: nil, standing: .fixed,
            names: [StaffID(20): "王敏", StaffID(21): "刘督", StaffID(22): "陈主任"])
    }()
}
