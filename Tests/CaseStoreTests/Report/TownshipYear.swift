import Casework
import Foundation

@testable import CaseStore

/// A year of one township, 2026, told entry by entry: three villages, a dismissal with a handover, two appeals, leave, a
/// yearly allowance of 5,000 yuan that twelve does not divide, and what comes in after a quarter was signed.
final class TownshipYear: Sendable {
    let folder: String
    let store: CaseStore
    let rules: Rules
    let people: [String: StaffMember]

    static let centre = Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china)

    /// The money of the year, to be checked with a pencil. 5,000 yuan a year are 416.66, 416.67, 416.67 … a month, and every
    /// quarter 1,250.00.
    ///
    /// - A01 石门村, deputy cadre, so nothing from the village. Docked 30 in March (summary of February, verified on 2
    ///   March); the appeal was granted on 10 April. 2 cases of 3.50 in February. On 20 April, with the first quarter
    ///   signed, 12 yuan of February are taken back.
    /// - A02 两河村, no deputy cadre: 1,000 yuan a year from the village besides. Not at post on 15 January, 10 March and 12
    ///   May: 50 each, and dismissed on 18 May. May has 31 days, 17 of them A02's: 22,849 of 41,667 fen, and 4,569 of the
    ///   village's 8,333.
    /// - A04 takes over on 18 May: the other 18,818 and 3,764 fen. 1 case of 3.50 in June.
    /// - A03 云台村: 6,000 yuan a year from July on. Docked 30 for March by a word of 31 March that was recorded on 15 April,
    ///   behind the signature: it stands in April. Refused on 5 August, the appeal granted on 20 August: nothing. Ledger
    ///   incomplete in November: 10.
    static let money = """
        quarter  who  share    deducted  refunded  of-village  pieces  corrections  net
        2026Q1   A01  1250.00  -30.00    0.00      0.00        7.00    0.00         1227.00
        2026Q1   A02  1250.00  -100.00   0.00      250.00      0.00    0.00         1400.00
        2026Q1   A03  1250.00  0.00      0.00      0.00        0.00    0.00         1250.00
        2026Q2   A01  1250.00  0.00      30.00     0.00        0.00    -12.00       1268.00
        2026Q2   A02  645.15   -50.00    0.00      129.02      0.00    0.00         724.17
        2026Q2   A04  604.85   0.00      0.00      120.98      3.50    0.00         729.33
        2026Q2   A03  1250.00  -30.00    0.00      0.00        0.00    0.00         1220.00
        2026Q3   A01  1250.00  0.00      0.00      0.00        0.00    0.00         1250.00
        2026Q3   A04  1250.00  0.00      0.00      250.00      0.00    0.00         1500.00
        2026Q3   A03  1500.00  0.00      0.00      0.00        0.00    0.00         1500.00
        2026Q4   A01  1250.00  0.00      0.00      0.00        0.00    0.00         1250.00
        2026Q4   A04  1250.00  0.00      0.00      250.00      0.00    0.00         1500.00
        2026Q4   A03  1500.00  -10.00    0.00      0.00        0.00    0.00         1490.00
        """

    static func at(_ text: String) -> Instant {
        Instant(text, offset: .china) ?? Instant(milliseconds: 0)
    }

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

    /// The founding, and the people.
    init() throws {
        folder = try temporaryFolder()
        let begin = Self.at("2025-12-30 09:00")
        store = try CaseStore.create(at: folder + "/year.db", centre: Self.centre, now: begin)
        rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
        people = try store.batch { writer in
            for village in ["石门村", "两河村", "云台村"] {
                try writer.record(.villageAdded(.init(name: village)), at: begin, by: .office)
            }
            var people: [String: StaffMember] = [:]
            for (number, name, role, village, isDeputy) in [
                ("R01", "王敏", Role.reviewer, nil, nil), ("S01", "刘督", .supervisor, nil, nil),
                ("D01", "陈主任", .director, nil, nil), ("A01", "周桂兰", .agent, "石门村", true),
                ("A02", "何有田", .agent, "两河村", false), ("A03", "李四", .agent, "云台村", nil),
            ] as [(String, String, Role, String?, Bool?)] {
                var member = StaffMember(id: StaffID(0), number: number, name: name, role: role, village: village)
                member.isDeputyCadre = isDeputy
                people[number] = try writer.enrol(member, at: begin, by: .office)
            }
            return people
        }
        _ = try store.adoptRulebook(
            RulebookAdopted(rules.rulebook, overrides: [], reason: "开办"),
            by: Actor(id: person("D01").id, role: .director),
            at: begin)
        // Attendance is kept from the first Monday of the year on.
        try store.batch { writer in
            let id = person("A01").id
            try writer.record(.checkedIn, about: id, at: Self.at("2026-01-05 08:50"), by: id)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func actor(_ number: String) -> Actor { Actor(person(number)) }

    func person(_ number: String) -> StaffMember {
        (try? store.staff(number: number)) ?? StaffMember(id: StaffID(-1), number: number, name: "", role: .collector)
    }

    // MARK: What happens

    func pay(_ kind: PaySetting.Kind, _ name: String?, _ fen: Int, from: String, on day: String) throws {
        let month = CivilMonth(from) ?? CivilMonth(of: Self.day(day))
        try store.setPay(
            PaySetting(kind: kind, name: name, fen: fen, from: month, ground: "镇长办公会"), by: actor("D01"),
            at: Self.at("\(day) 10:00"))
    }

    func find(
        _ who: String, _ number: Int, _ kind: ConductFinding.Kind, on day: String, verified: String,
        recorded: String? = nil
    ) throws {
        let id = person(who).id
        let finding = ConductFinding(
            number: number, kind: kind, fact: "事实\(number)", on: Self.day(day),
            recorded: .init(by: person("S01").id, on: Self.day(day)))
        let mark = ConductFinding.Mark(by: person("R01").id, on: Self.day(verified))
        let at = Self.at("\(recorded ?? verified) 16:00")
        try store.batch { writer in
            try writer.record(.findingRecorded(finding), about: id, at: at, by: person("S01").id)
            try writer.record(
                .findingVerified(.init(number: number, mark: mark)), about: id, at: at, by: person("R01").id)
        }
    }

    func appeal(_ who: String, _ number: Int, granted day: String) throws {
        let mark = ConductFinding.Mark(by: person("D01").id, on: Self.day(day), note: "申诉成立")
        try store.batch { writer in
            try writer.record(
                .findingReversed(.init(number: number, mark: mark)), about: person(who).id,
                at: Self.at("\(day) 11:00"), by: person("D01").id)
        }
    }

    /// A case of the village, from the request to review.
    @discardableResult
    func request(_ village: String, on day: String, at time: String = "09:30", by agent: String) throws -> Case {
        let at = Self.at("\(day) \(time)")
        let pending = try store.batch { writer in
            try writer.register(
                Intake(
                    kind: .agency, origin: .walkIn, item: "养老参保", village: village, applicant: .init(name: "某人"),
                    submittedAt: at), number: nil, history: nil, source: nil,
                acceptance: rules.rulebook.acceptance.deadline(from: at, calendar: .national, offset: .china), at: at,
                by: person(agent).id)
        }
        return try store.perform(
            .accept(.confirmed), on: pending.reference, by: actor(agent), at: at.advanced(minutes: 10), rules: rules)
    }

    func complete(_ value: Case, on day: String, by agent: String) throws {
        let at = Self.at("\(day) 10:30")
        let current = try store.detail(of: value.id)?.case ?? value
        let done = try store.perform(
            .complete(note: nil, lateReason: "等材料"), on: current.reference, by: actor(agent), at: at, rules: rules)
        _ = try store.perform(
            .approve(note: nil), on: done.reference, by: actor("R01"), at: at.advanced(minutes: 30), rules: rules)
    }

    func sign(_ quarter: String, on day: String) throws {
        let quarter = CivilQuarter(quarter) ?? CivilQuarter(of: CivilMonth(of: Self.day(day)))
        let at = Self.at("\(day) 15:00")
        _ = try store.prepareAllowance(quarter, by: actor("R01"), at: at, rulebook: rules.rulebook)
        _ = try store.reviewAllowance(quarter, note: nil, by: actor("S01"), at: at)
        _ = try store.signAllowance(quarter, note: nil, by: actor("D01"), at: at)
    }

    func sheet(_ kind: SheetKind, _ period: String, now: String = "2027-03-01") throws -> Sheet {
        let period = ReportPeriod(period) ?? .year(1)
        return try store.sheet(SheetRequest(kind: kind, period: period), at: Self.at("\(now) 08:00"), rules: rules)
    }

    // MARK: The year

    func firstQuarter() throws {
        try pay(.village, "两河村", 100_000, from: "2026-01", on: "2026-01-05")
        try pay(.piece, "养老参保", 350, from: "2026-01", on: "2026-01-05")
        try find("A02", 1, .notAtPost, on: "2026-01-15", verified: "2026-01-15")
        for day in ["2026-02-03", "2026-02-04"] {
            try complete(request("石门村", on: day, by: "A01"), on: day, by: "A01")
        }
        for village in ["两河村", "云台村"] { try handIn(village, "2026-02", on: "2026-02-28") }
        try handIn("石门村", "2026-02", on: "2026-03-01")
        try find("A01", 1, .lateSummary, on: "2026-02-28", verified: "2026-03-02")
        try find("A02", 2, .notAtPost, on: "2026-03-10", verified: "2026-03-10")
    }

    func handIn(_ village: String, _ month: String, on day: String) throws {
        let month = CivilMonth(month) ?? CivilMonth(of: Self.day(day))
        try store.handInSummary(of: village, for: month, by: actor("R01"), at: Self.at("\(day) 17:00"))
    }

    func secondQuarter() throws {
        try appeal("A01", 1, granted: "2026-04-10")
        try find("A03", 1, .lateSummary, on: "2026-03-20", verified: "2026-03-31", recorded: "2026-04-15")
        let correction = try MoneyEntry(
            kind: .correction, fen: -1_200, period: CivilMonth(of: Self.day("2026-02-01")), ground: "二月多计", note: nil)
        try store.enterMoney(correction, for: person("A01").id, by: actor("R01"), at: Self.at("2026-04-20 09:00"))
        try find("A02", 3, .notAtPost, on: "2026-05-12", verified: "2026-05-12")
        let unfinished = try request("两河村", on: "2026-05-15", by: "A02")
        let now = Self.at("2026-05-18 09:00")
        try store.batch { writer in
            var member = StaffMember(id: StaffID(0), number: "A04", name: "孙禾", role: .agent, village: "两河村")
            member.isDeputyCadre = false
            let successor = try writer.enrol(member, at: now, by: .office)
            try writer.handOver(
                from: person("A02").id, to: successor.id, reason: "解聘", originals: [],
                given: .init(name: "何有田", at: now), taken: .init(name: "孙禾", at: now), at: now, by: actor("R01"))
            try writer.leave(person("A02").id, reason: "三次不在岗", at: now, by: actor("R01"))
        }
        try complete(unfinished, on: "2026-06-02", by: "A04")
        try pay(.township, "云台村", 600_000, from: "2026-07", on: "2026-06-20")
    }

    func thirdQuarter() throws {
        try store.batch { writer in
            let id = person("A03").id
            for day in ["2026-07-13", "2026-07-14"] {
                try writer.record(
                    .leaveTaken(.init(reason: "看病")), about: id, at: Self.at("\(day) 08:30"), by: id)
            }
            // Summer hours in July, winter hours in November.
            for (day, hour) in [("2026-07-15", "15:02"), ("2026-07-16", "08:55"), ("2026-11-04", "14:31")] {
                try writer.record(.checkedIn, about: id, at: Self.at("\(day) \(hour)"), by: id)
            }
        }
        try find("A03", 2, .refusedToAccept, on: "2026-08-05", verified: "2026-08-06")
        try appeal("A03", 2, granted: "2026-08-20")
    }

    func fourthQuarter() throws {
        try find("A03", 3, .incompleteLedger, on: "2026-11-03", verified: "2026-11-03")
    }

    /// The whole year, each quarter signed a few days behind its end.
    func live() throws {
        try firstQuarter()
        try sign("2026Q1", on: "2026-04-03")
        try secondQuarter()
        try sign("2026Q2", on: "2026-07-03")
        try thirdQuarter()
        try sign("2026Q3", on: "2026-10-09")
        try fourthQuarter()
        try sign("2026Q4", on: "2027-01-05")
    }
}
