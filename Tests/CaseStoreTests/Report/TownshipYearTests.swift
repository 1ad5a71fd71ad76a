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
        #expect(try year.sheet(.performance, "2027-02").cell("A01/养老参保", "approved")?.value == .count(-1))
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
            try CaseMovements(database: database).approved(
                from: TownshipYear.at("2025-12-01 00:00"), to: TownshipYear.at("2027-04-01 00:00"), offset: .china)
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

@Suite("What sheets read of a large record")
struct CaseMovementTests {
    @Test("W19: approvals are read from an index that holds all that is asked; only cases have entries of its kinds")
    func covering() throws {
        let year = try TownshipYear()
        let kinds = ["registered", "completed", "approved", "undone"]
        for kind in kinds {
            #expect(JournalFact.isKnown(kind, of: .case))
            #expect(!JournalFact.isKnown(kind, of: .staff) && !JournalFact.isKnown(kind, of: .centre))
        }
        let plan = try year.store.read { database in
            try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(CaseMovements.query(isIndexed: true))")
                .map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains("COVERING INDEX \(CaseMovements.index)") })
        #expect(!plan.contains { $0.contains("TEMP B-TREE") })
    }
}
