import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("A year of a township, worked by hand")
struct TownshipYearTests {
    @Test(
        "J6, J7, J9, W19, N15: every sheet of the year is the hand-worked one to the fen, and no allowance lost a fen")
    func money() throws {
        let year = try TownshipYear()
        try year.live()
        let lines = TownshipYear.money.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let heading = try #require(lines.first)
        var found: [[String]] = []
        for quarter in ["2026Q1", "2026Q2", "2026Q3", "2026Q4"] {
            let sheet = try year.sheet(.allowance, quarter)
            #expect(sheet.standing == .fixed)
            for row in sheet.rows {
                let cells = try heading.dropFirst(2).map { column in
                    let cell = try #require(sheet.cell(row.key, column))
                    guard case .money(let fen) = cell.value else { return "-" }
                    // A sum is what it is made of.
                    let parts = cell.parts.reduce(0) { sum, part in
                        if case .money(let fen) = part.amount { return sum + fen }
                        return sum
                    }
                    #expect(column == "net" && cell.parts.count == 3 || parts == fen, "\(quarter) \(row.key) \(column)")
                    return Yuan.text(fen: fen)
                }
                found.append([quarter, row.key] + cells)
            }
        }
        #expect(Set(found) == Set(lines.dropFirst()))
        #expect(found.count == lines.count - 1)
        #expect(try year.store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("J8: the three findings that the year's dismissal rests on are the ones in the record")
    func dismissal() throws {
        let year = try TownshipYear()
        try year.live()
        let record = try #require(try year.store.staffRecord(number: "A02"))
        let rule = try #require(year.rules.rulebook.agents.dismissal)
        let review = DismissalReview(
            findings: record.findings ?? [], servesSince: TownshipYear.day("2025-12-30"),
            on: TownshipYear.day("2026-05-12"), rules: rule)
        #expect(review.reasons.map(\.kind) == [.notAtPost])
        #expect(review.reasons.first?.findings.map(\.number) == [1, 2, 3])
        #expect(!record.member.isActive)
    }

    @Test("J9: what comes after the signature changes nothing in the signed quarter and stands in the next one alone")
    func corrections() throws {
        let year = try TownshipYear()
        try year.firstQuarter()
        try year.sign("2026Q1", on: "2026-04-03")
        let signed = try year.sheet(.allowance, "2026Q1", now: "2026-04-03")
        try year.secondQuarter()
        #expect(try year.sheet(.allowance, "2026Q1", now: "2026-07-01") == signed)
        try year.sign("2026Q2", on: "2026-07-03")
        try year.thirdQuarter()
        try year.sign("2026Q3", on: "2026-10-09")
        #expect(try year.sheet(.allowance, "2026Q1") == signed)
        let corrections = try ["2026Q1", "2026Q2", "2026Q3"].map { quarter in
            try #require(try year.sheet(.allowance, quarter).cell("A01", "corrections")).value
        }
        #expect(corrections == [.money(0), .money(-1_200), .money(0)])
        // Also after everything was made anew from the journal.
        _ = try year.store.rebuild(
            RebuildRequest(person: "R01", reason: "试"), at: TownshipYear.at("2026-10-10 09:00"))
        #expect(try year.sheet(.allowance, "2026Q1") == signed)
        #expect(try year.store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("J9: three different people stand behind a sheet, in their order, and a signed one is not touched again")
    func threePeople() throws {
        let year = try TownshipYear()
        try year.firstQuarter()
        let quarter = try #require(CivilQuarter("2026Q1"))
        let store = year.store
        let at = TownshipYear.at("2026-04-03 15:00")
        func refused(_ refusal: PayRefusal, _ body: () throws -> Void) {
            #expect(throws: PayError.refused(refusal)) { try body() }
        }
        func prepare(_ who: String, _ at: Instant = at) throws {
            _ = try store.prepareAllowance(quarter, by: year.actor(who), at: at, rulebook: year.rules.rulebook)
        }
        func review(_ who: String) throws {
            _ = try store.reviewAllowance(quarter, note: nil, by: year.actor(who), at: at)
        }
        func sign(_ who: String) throws {
            _ = try store.signAllowance(quarter, note: nil, by: year.actor(who), at: at)
        }
        refused(.notOver(quarter)) { try prepare("R01", TownshipYear.at("2026-03-31 23:59")) }
        refused(.notPermitted(.prepare, .agent)) { try prepare("A01") }
        refused(.notPrepared(quarter)) { try review("S01") }
        try prepare("D01")
        refused(.prepared(quarter)) { try prepare("R01") }
        refused(.notReviewed(quarter)) { try sign("D01") }
        refused(.samePerson(.prepare)) { try review("D01") }
        try review("S01")
        refused(.reviewed(quarter)) { try review("R01") }
        refused(.samePerson(.prepare)) { try sign("D01") }
        refused(.notPermitted(.sign, .supervisor)) { try sign("S01") }
        _ = try store.returnAllowance(quarter, reason: "少一人", by: year.actor("S01"), at: at)
        refused(.notPrepared(quarter)) { try sign("D01") }
        try prepare("R01")
        try review("S01")
        try sign("D01")
        refused(.signed(quarter)) { try prepare("R01") }
        refused(.signed(quarter)) {
            _ = try store.returnAllowance(quarter, reason: "晚了", by: year.actor("S01"), at: at)
        }
        refused(.signed(quarter)) { try year.pay(.township, nil, 1, from: "2026-03", on: "2026-04-04") }
        let earlier = try #require(CivilQuarter("2025Q4"))
        refused(.laterSigned(quarter)) {
            _ = try store.prepareAllowance(earlier, by: year.actor("R01"), at: at, rulebook: year.rules.rulebook)
        }
        let process = try store.allowance(of: quarter)
        #expect(process.state == .signed)
        let signatures = try year.sheet(.allowance, "2026Q1").signatures
        #expect(signatures.map(\.name) == ["王敏", "刘督", "陈主任"])
        #expect(try store.verify().isSound)
    }

    @Test(
        "J5, J14: the summary has a line for a village without a case, names who is late, and a late one stands in its month"
    )
    func summary() throws {
        let year = try TownshipYear()
        try year.firstQuarter()
        let february = try year.sheet(.summary, "2026-02")
        #expect(february.rows.map(\.key) == ["石门村", "两河村", "云台村"])
        #expect(february.cell("石门村", "received")?.value == .count(2))
        #expect(february.cell("石门村", "approved")?.value == .count(2))
        #expect(february.cell("石门村", "state")?.value == .term(.summary(.missing)))
        #expect(february.cell("两河村", "topics")?.value == .term(.nilReturn))
        #expect(february.cell("两河村", "state")?.value == .term(.summary(.onTime)))
        let march = try year.sheet(.summary, "2026-03")
        #expect(march.notes.last?.term == .noteLateReturns)
        // It was the same before the late one came.
        let other = try TownshipYear()
        for day in ["2026-02-03", "2026-02-04"] {
            try other.complete(other.request("石门村", on: day, by: "A01"), on: day, by: "A01")
        }
        for village in ["两河村", "云台村"] { try other.handIn(village, "2026-02", on: "2026-02-28") }
        #expect(try other.sheet(.summary, "2026-02", now: "2026-03-01") == february)
        #expect(try year.store.summaryReturns(of: CivilMonth(of: TownshipYear.day("2026-02-01"))).count == 3)
    }

    @Test("W8, W10, W19: pieces are those of who did the work; an approval taken back is taken off")
    func performance() throws {
        let year = try TownshipYear()
        try year.live()
        let sheet = try year.sheet(.performance, "2026")
        #expect(sheet.rows.map(\.key).sorted() == ["A01/养老参保", "A04/养老参保"])
        #expect(sheet.cell("A01/养老参保", "pay")?.value == .money(700))
        #expect(sheet.cell("A04/养老参保", "approved")?.value == .count(1))
        let cases = try year.store.approvals(
            of: year.person("A01").id, item: "养老参保", village: nil, in: .year(2026), limit: 10)
        #expect(cases.map(\.factor) == [1, 1])
        let last = try year.request("石门村", on: "2027-01-11", by: "A01")
        try year.complete(last, on: "2027-01-11", by: "A01")
        let approved = try #require(try year.store.detail(of: last.id)?.case)
        _ = try year.store.perform(
            .undo, on: approved.reference, by: year.actor("R01"), at: TownshipYear.at("2027-02-01 09:00"),
            rules: year.rules)
        #expect(try year.sheet(.performance, "2027-01").cell("A01/养老参保", "approved")?.value == .count(1))
        let february = try year.sheet(.performance, "2027-02")
        #expect(february.cell("A01/养老参保", "approved")?.value == .count(-1))
        // A rate can be set for it until its quarter is signed; the months of signed quarters are fixed.
        // So long it is the same whenever one asks, as of its end.
        #expect(february.standing == .running(TownshipYear.at("2027-03-01 00:00")))
        #expect(february.notes.contains(SheetNote(.noteRatesOpen)))
        #expect(try year.sheet(.performance, "2027-02", now: "2027-03-20") == february)
        try year.sign("2027Q1", on: "2027-04-05")
        let signed = try year.sheet(.performance, "2027-02", now: "2027-04-06")
        #expect(signed.standing == .fixed && signed.rows == february.rows)
        #expect(sheet.standing == .fixed && !sheet.notes.contains(SheetNote(.noteRatesOpen)))
    }

    @Test("W8, W10, W19: pieces are the approvals that appraisals count")
    func oneFigure() throws {
        let year = try TownshipYear()
        try year.live()
        let last = try year.request("石门村", on: "2027-01-11", by: "A01")
        try year.complete(last, on: "2027-01-11", by: "A01")
        let approved = try #require(try year.store.detail(of: last.id)?.case)
        _ = try year.store.perform(
            .undo, on: approved.reference, by: year.actor("R01"), at: TownshipYear.at("2027-02-01 09:00"),
            rules: year.rules)
        let query = WorkQuery(
            from: CivilMonth(of: TownshipYear.day("2025-12-01")),
            through: CivilMonth(of: TownshipYear.day("2027-03-01")))
        let counted = try year.store.approved(query).map {
            ApprovedCount(staff: $0.staff, month: $0.month, item: $0.item, count: $0.count)
        }
        let paid = try year.store.read { database in
            try CountedCases(database: database).approved(from: query.from, through: query.through)
        }
        #expect(paid == counted && paid.count == 4)
    }

    @Test("W4, N2: roster changes of a period, and the gaps at its end")
    func roster() throws {
        let year = try TownshipYear()
        try year.live()
        let may = try year.sheet(.roster, "2026-05")
        #expect(may.rows.map { $0.cells[1].value } == [.text("A04"), .text("A02")])
        #expect(may.standing == .fixed)
        let gaps = try year.sheet(.staffing, "2026-05")
        #expect(gaps.rows.allSatisfy { !$0.key.hasPrefix("两河村/village-agent") })
    }

    @Test("What cannot be made says why")
    func refused() throws {
        let year = try TownshipYear()
        #expect(throws: SheetError.quarterNeeded(.allowance)) { try year.sheet(.allowance, "2026-05") }
        #expect(throws: SheetError.noPast(.circular)) { try year.sheet(.circular, "2026-05") }
        #expect(throws: SheetError.notBegun(.year(2031))) { try year.sheet(.summary, "2031") }
        let request = SheetRequest(kind: .summary, period: .year(2026), village: "别处")
        #expect(throws: SheetError.villageUnknown("别处")) {
            try year.store.sheet(request, at: TownshipYear.at("2026-05-01 08:00"), rules: year.rules)
        }
        #expect(throws: PayError.refused(.otherVillage("两河村"))) {
            try year.store.handInSummary(
                of: "两河村", for: CivilMonth(of: TownshipYear.day("2026-01-01")), by: year.actor("A01"),
                at: TownshipYear.at("2026-02-01 08:00"))
        }
    }
}

@Suite("What sheets count")
struct CountedCaseTests {
    private static func month(_ text: String) -> CivilMonth { CivilMonth(of: TownshipYear.day("\(text)-01")) }

    /// Takes a case over from another system, as an import does.
    private func takeOver(
        _ number: String, of agent: String, submitted: String, approved: String?, on day: String, _ year: TownshipYear
    ) throws {
        try year.store.batch { writer in
            let history = approved.map { approved in
                Registration.History(
                    state: .approved, acceptedAt: TownshipYear.at("\(submitted) 10:00"),
                    completedAt: TownshipYear.at("\(approved) 10:00"), closedAt: TownshipYear.at("\(approved) 11:00"))
            }
            _ = try writer.register(
                Intake(
                    kind: .agency, origin: .walkIn, item: "养老参保", village: "石门村", applicant: .init(name: "某人"),
                    submittedAt: TownshipYear.at("\(submitted) 09:00")), number: number,
                holder: year.person(agent).id, history: history, source: "旧系统", acceptance: nil,
                at: TownshipYear.at("\(day) 09:00"), by: year.person("R01").id)
        }
    }

    @Test("W8, W10, J14: what was taken over counts in the months that it tells, in every sheet and in the appraisal")
    func imported() throws {
        let year = try TownshipYear()
        try year.pay(.piece, "养老参保", 350, from: "2026-01", on: "2026-01-05")
        try takeOver("JX-1", of: "A01", submitted: "2026-02-20", approved: "2026-03-03", on: "2026-06-15", year)
        try takeOver("JX-2", of: "A01", submitted: "2026-05-28", approved: nil, on: "2026-06-15", year)
        func summary(_ period: String) throws -> [SheetValue?] {
            let sheet = try year.sheet(.summary, period)
            return [sheet.cell("石门村", "received")?.value, sheet.cell("石门村", "approved")?.value]
        }
        #expect(try summary("2026-02") == [.count(1), .count(0)])
        #expect(try summary("2026-03") == [.count(0), .count(1)])
        #expect(try summary("2026-05") == [.count(1), .count(0)])
        #expect(try summary("2026-06") == [.count(0), .count(0)])
        let march = try year.sheet(.performance, "2026-03")
        #expect(march.cell("A01/养老参保", "approved")?.value == .count(1))
        #expect(march.cell("A01/养老参保", "pay")?.value == .money(350))
        // Who took it over is nobody's agent.
        #expect(march.rows.map(\.key) == ["A01/养老参保"])
        for sheet in [march, try year.sheet(.summary, "2026-03")] {
            #expect(sheet.notes.contains(SheetNote(.noteImported, [.count(1)])))
        }
        let appraisal = try #require(
            try year.store.appraisal(
                of: year.person("A01").id, in: Self.month("2026-06"), rules: year.rules,
                at: TownshipYear.at("2027-03-01 08:00")))
        #expect(appraisal.trend(.approved).suffix(4) == [1, 0, 0, 0] && appraisal.current[.accepted] == 0)
        #expect(try year.store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("J5, J14: for months before the record began nobody is late, and there is no line of nothing")
    func beforeTheRecord() throws {
        let year = try TownshipYear()
        // The record begins on 30 December 2025.
        let quarter = try year.sheet(.summary, "2025Q4")
        #expect(quarter.rows.map(\.key) == ["石门村/2025-12", "两河村/2025-12", "云台村/2025-12"])
        #expect(quarter.notes.contains(SheetNote(.noteRecordBegins, [.date(TownshipYear.day("2025-12-30"))])))
        let before = try year.sheet(.summary, "2025-11")
        #expect(before.rows.isEmpty && !before.notes.contains { $0.term == .noteMissingVillages })
        // What was taken over has its line; late it is not.
        try takeOver("JX-1", of: "A01", submitted: "2025-11-20", approved: "2025-11-21", on: "2026-06-15", year)
        let after = try year.sheet(.summary, "2025-11")
        #expect(after.rows.map(\.key) == ["石门村"] && after.cell("石门村", "state")?.value == SheetValue.none)
        #expect(!after.notes.contains { $0.term == .noteMissingVillages })
    }

    @Test("W10, W19: of a case that changed hands the piece is who sent it to review's, the approval who had it's")
    func twoNumbers() throws {
        let year = try TownshipYear()
        let accepted = try year.request("石门村", on: "2026-02-03", by: "A01")
        let at = TownshipYear.at("2026-02-03 10:30")
        let done = try year.store.perform(
            .complete(note: nil, lateReason: "等材料"), on: accepted.reference, by: year.actor("A01"), at: at,
            rules: year.rules)
        _ = try year.store.batch { writer in
            try writer.handOver(
                from: year.person("A01").id, to: year.person("A03").id, reason: "调村", originals: [],
                given: .init(name: "周桂兰", at: at), taken: .init(name: "李四", at: at), at: at, by: year.actor("R01"))
        }
        let current = try #require(try year.store.detail(of: done.id)?.case)
        _ = try year.store.perform(
            .approve(note: nil), on: current.reference, by: year.actor("R01"), at: at.advanced(minutes: 30),
            rules: year.rules)
        let sheet = try year.sheet(.performance, "2026-02")
        #expect(sheet.rows.map(\.key) == ["A01/养老参保"])
        #expect(sheet.notes.contains(SheetNote(.notePieces)))
        let sums = try year.store.work(WorkQuery(from: Self.month("2026-02"), through: Self.month("2026-02")))
        #expect(sums.filter { $0.kind == .approved }.map(\.staff) == [year.person("A03").id])
        let behind = try year.store.approvals(
            of: year.person("A01").id, item: nil, village: nil, in: .year(2026), limit: 10)
        #expect(behind.map(\.number) == [done.number])
    }

    @Test(
        "J3, J5: sheets of a time that is over go by the rulebook and the calendar of that time, or say that they cannot"
    )
    func rulesOfTheTime() throws {
        let year = try TownshipYear()
        let director = year.actor("D01")
        func rules(_ name: String) throws -> Rules {
            Rules(rulebook: try .embedded(name), calendar: year.rules.calendar, offset: .china)
        }
        let others = ["neixiang", "jianning", "pingli", "wuyi", "sichuan"]
        let name = try #require(try others.first { try rules($0).rulebook.review != year.rules.rulebook.review })
        let other = try rules(name)
        func february(_ rules: Rules) throws -> Sheet {
            try year.store.sheet(
                SheetRequest(kind: .performance, period: .month(Self.month("2026-02"))),
                at: TownshipYear.at("2026-12-01 08:00"), rules: rules)
        }
        let before = try february(year.rules)
        _ = try year.store.adoptRulebook(
            RulebookAdopted(other.rulebook, overrides: [], reason: "新规"), by: director,
            at: TownshipYear.at("2026-06-01 09:00"))
        #expect(try february(other) == before)
        // A rulebook of the centre's own, of which the record has the name and the digest alone.
        _ = try year.store.adoptRulebook(
            RulebookAdopted(name: "自定", digest: String(repeating: "0", count: 64), overrides: [], reason: "自定"),
            by: director, at: TownshipYear.at("2026-07-01 09:00"))
        let july = try year.store.sheet(
            SheetRequest(kind: .performance, period: .month(Self.month("2026-07"))),
            at: TownshipYear.at("2026-12-01 08:00"), rules: other)
        #expect(july.notes.contains(SheetNote(.noteRulebookLost, [.list([.text("自定"), .text(name)])])))
        #expect(!before.notes.contains { $0.term == .noteRulebookLost || $0.term == .noteRulebookNotRecorded })

        // A day off that was put down when the month was over stays out of it.
        func attendance(_ month: String) throws -> Sheet { try year.sheet(.attendance, month) }
        let march = try attendance("2026-03").rows
        let day = TownshipYear.day("2026-03-10")
        let layer = CalendarLayer(
            region: "云溪镇", reason: "庙会", days: CalendarDays(off: [.init(from: day, to: day, name: "庙会")], work: []))
        _ = try year.store.addToCalendar(
            [CalendarChange(layer: layer)], at: TownshipYear.at("2026-04-02 09:00"), by: year.person("R01").id)
        var now = year.rules
        now.calendar = now.calendar.with(try year.store.calendarChanges())
        let after = try year.store.sheet(
            SheetRequest(kind: .attendance, period: .month(Self.month("2026-03"))),
            at: TownshipYear.at("2027-03-01 08:00"), rules: now)
        #expect(after.rows == march && after.notes.contains(SheetNote(.noteCalendarLater, [.count(1)])))
    }

    @Test("J10: an inspection is of a place of the centre; another is refused with those that there are")
    func places() throws {
        let year = try TownshipYear()
        func inspect(_ place: String) throws {
            _ = try year.store.batch { writer in
                try writer.inspect(
                    at: TownshipYear.at("2026-03-10 09:30"), by: year.actor("S01"), rules: year.rules
                ) {
                    number, inspector throws(StaffRefusal) in
                    try Inspection(
                        number: number, at: TownshipYear.at("2026-03-10 09:30"), by: inspector, place: place,
                        found: "无人")
                }
            }
        }
        try inspect("石门村")
        try inspect("云溪镇便民服务中心")
        #expect(
            throws: RecordError.refused(
                .placeUnknown("别处", known: ["云溪镇便民服务中心", "石门村", "两河村", "云台村"]))
        ) { try inspect("别处") }
    }

    @Test("W19: a year of a large record is found by keys: nothing is gone through from end to end, nothing is sorted")
    func plans() throws {
        let year = try TownshipYear()
        for sql in [CountedCases.approvals, CountedCases.requests, AttendanceReader.acceptances] {
            let plan = try year.store.read { database in
                try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: ["2026-01", "2026-12"])
                    .map { $0["detail"] as String }
            }
            // The people of an office are few.
            #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("staff") }, "\(plan)")
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }
}
