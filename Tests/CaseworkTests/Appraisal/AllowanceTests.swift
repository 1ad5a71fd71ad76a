import Casework
import Testing

@Suite("Allowance")
struct AllowanceTests {
    private static let allowance = Allowance(yearly: 500_000, deductions: PeopleFixture.deductions)

    private func month(
        _ month: String, _ findings: [ConductFinding] = [], _ allowance: Allowance = allowance,
        isDeputyCadre: Bool? = true
    ) -> Allowance.Month {
        allowance.month(PeopleFixture.month(month), findings: findings, isDeputyCadre: isDeputyCadre)
    }

    private func months(of year: Int) -> [String] { (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } }

    @Test("J6: twelve months of 5,000 yuan are 5,000 yuan, to the fen, and no two differ by more than one fen")
    func twelve() {
        let shares = months(of: 2026).map { month($0).share }
        #expect(shares.reduce(0, +) == 500_000)
        #expect(Set(shares) == [41_666, 41_667])
    }

    @Test("J6: no yearly sum loses a fen, in months or in quarters", arguments: [0, 1, 11, 12, 13, 499_999, 1_000_001])
    func remainders(_ yearly: Int) {
        let allowance = Allowance(yearly: yearly, deductions: nil)
        #expect(months(of: 2026).reduce(0) { $0 + month($1, [], allowance).net } == yearly)
        let quarters = ["2026-01", "2026-05", "2026-09", "2026-12"].map {
            allowance.quarter(of: PeopleFixture.month($0), findings: [], isDeputyCadre: true).net
        }
        #expect(quarters.reduce(0, +) == yearly)
    }

    @Test("J6: the village adds its own money only for an agent who is no deputy cadre")
    func village() {
        let allowance = Allowance(yearly: 500_000, yearlyOfVillage: 120_000, deductions: nil)
        #expect(month("2026-01", [], allowance, isDeputyCadre: false).net == 41_666 + 10_000)
        #expect(month("2026-01", [], allowance, isDeputyCadre: true).net == 41_666)
        #expect(month("2026-01", [], allowance, isDeputyCadre: nil).net == 41_666)
    }

    @Test(
        "J7: 30, 30, 50, 30 and 10 yuan are docked, each with its fact and its clause",
        arguments: [
            (ConductFinding.Kind.refusedToAccept, 3_000), (.missedTraining, 3_000), (.notAtPost, 5_000),
            (.lateSummary, 3_000), (.incompleteLedger, 1_000),
        ])
    func deductions(_ kind: ConductFinding.Kind, _ amount: Int) throws {
        let result = month("2026-11", [PeopleFixture.finding(7, kind, "2026-11-09")])
        let deduction = try #require(result.deductions.first)
        #expect(result.deductions.count == 1)
        #expect(deduction.amount == amount)
        #expect(deduction.fact == "事实7")
        #expect(deduction.source == .deductions)
        #expect(result.net == result.share - amount)
        #expect(month("2026-10", [PeopleFixture.finding(7, kind, "2026-11-09")]).deductions.isEmpty)
    }

    @Test("J7: what nobody verified costs nothing, and what is no such fact costs nothing")
    func unverified() {
        var finding = PeopleFixture.finding(1, .notAtPost, "2026-11-09")
        finding.verification = nil
        #expect(month("2026-11", [finding, PeopleFixture.finding(2, .shirking, "2026-11-09")]).deductions.isEmpty)
    }

    @Test("J7: a month never goes below zero; the last deduction takes what is left, the next ones nothing")
    func floor() {
        let findings = (1...10).map { PeopleFixture.finding($0, .notAtPost, "2026-11-0\(min($0, 9))") }
        let result = month("2026-11", findings)
        #expect(result.share == 41_667 || result.share == 41_666)
        #expect(result.net == 0)
        #expect(result.deductions.map(\.nominal) == Array(repeating: 5_000, count: 10))
        #expect(result.deductions.map(\.amount) == Array(repeating: 5_000, count: 8) + [result.share - 40_000, 0])
        // The village's money is not the township's to dock.
        let both = Allowance(yearly: 500_000, yearlyOfVillage: 120_000, deductions: PeopleFixture.deductions)
        #expect(month("2026-11", findings, both, isDeputyCadre: false).net == 10_000)
    }

    @Test("J7: an appeal granted in the same month leaves the month whole")
    func earlyAppeal() {
        let finding = PeopleFixture.finding(1, .notAtPost, "2026-11-09", reversed: "2026-11-30")
        #expect(month("2026-11", [finding]).deductions.isEmpty)
        #expect(month("2026-11", [finding]).refunds.isEmpty)
    }

    @Test(
        "J7: a finished month is fixed: a later appeal brings the money back in its own month, exactly what was taken")
    func lateAppeal() {
        var findings = (1...9).map { PeopleFixture.finding($0, .notAtPost, "2026-11-0\($0)") }
        let before = month("2026-11", findings)
        findings[8].reversal = ConductFinding.Mark(by: StaffID(92), on: PeopleFixture.day("2026-12-01"))
        let after = month("2026-11", findings)
        #expect(after.net == before.net && after.deducted == before.deducted)
        let december = month("2026-12", findings)
        // The ninth took only what the other eight had left.
        #expect(december.refunds.map(\.amount) == [before.share - 40_000])
        #expect(december.refunds.map(\.dockedIn) == [PeopleFixture.month("2026-11")])
        #expect(december.net == december.share + december.refunded)
        #expect(month("2027-01", findings).refunds.isEmpty)
    }

    @Test("J7: what is verified after its month has ended is docked in the month of the verification, and once")
    func lateVerification() {
        let finding = PeopleFixture.finding(1, .lateSummary, "2026-10-31", verified: "2026-11-02")
        let docked = months(of: 2026).filter { !month($0, [finding]).deductions.isEmpty }
        #expect(docked == ["2026-11"])
    }

    @Test(
        "J9: whatever comes later, a finished month gives the same sheet; no month is below zero; refunds undo what was taken"
    )
    func finishedMonths() {
        var seed: UInt64 = 20_260_611
        func random(_ range: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(range))
        }
        let start = PeopleFixture.day("2026-01-01")
        let kinds = ConductFinding.Kind.allCases
        for _ in 0..<300 {
            let allowance = Allowance(yearly: random(200_000), deductions: PeopleFixture.deductions)
            let findings = (1...(1 + random(20))).map { number in
                let on = start.advanced(days: random(150))
                let verified = on.advanced(days: random(60))
                let reversed = verified.advanced(days: random(90))
                return PeopleFixture.finding(
                    number, kinds[random(kinds.count)], on.description, verified: verified.description,
                    reversed: random(3) == 0 ? reversed.description : nil)
            }
            var taken: [Int: Int] = [:]
            for name in months(of: 2026) {
                let last = PeopleFixture.month(name).lastDay
                let known = findings.filter { $0.on <= last }.map { finding in
                    var known = finding
                    if let mark = finding.verification, mark.on > last { known.verification = nil }
                    if let mark = finding.reversal, mark.on > last { known.reversal = nil }
                    return known
                }
                let then = month(name, known, allowance)
                let later = month(name, findings, allowance)
                #expect(then.net == later.net && later.net >= 0)
                #expect(then.deductions.map(\.finding.number) == later.deductions.map(\.finding.number))
                #expect(then.deductions.map(\.amount) == later.deductions.map(\.amount))
                #expect(then.refunds.map(\.amount) == later.refunds.map(\.amount))
                for deduction in later.deductions { taken[deduction.finding.number, default: 0] += deduction.amount }
                for refund in later.refunds { taken[refund.finding.number, default: 0] -= refund.amount }
            }
            for finding in findings where finding.reversal != nil {
                #expect(taken[finding.number, default: 0] == 0)
            }
        }
    }

    @Test("J9: the quarterly sheet adds up its three months")
    func quarter() {
        let findings = [
            PeopleFixture.finding(1, .notAtPost, "2026-10-09"), PeopleFixture.finding(2, .missedTraining, "2026-12-09"),
            PeopleFixture.finding(3, .missedTraining, "2026-09-30"),
        ]
        let quarter = Self.allowance.quarter(
            of: PeopleFixture.month("2026-11"), findings: findings, isDeputyCadre: true)
        #expect(quarter.months.map(\.month.description) == ["2026-10", "2026-11", "2026-12"])
        #expect(quarter.net == 125_000 - 5_000 - 3_000)
    }

    @Test("J9: a village's file says whether anything stands in the way of the sheet")
    func file() throws {
        func file(
            attended: Int = 40, incomplete: Int = 0, summary: SummaryDeadline.State = .onTime,
            inspections: [Inspection] = []
        ) -> VillageFile {
            VillageFile(
                village: "石门村", month: PeopleFixture.month("2026-11"), attended: attended, sessions: 40, ledger: 12,
                incomplete: incomplete, summary: summary, inspections: inspections)
        }
        let absence = try Inspection(
            at: Fixture.at("2026-11-20 09:30"), by: StaffID(2), place: "石门村", found: "无人", agent: StaffID(1),
            wasAtPost: false)
        #expect(file().isClean)
        #expect(!file(attended: 39).isClean)
        #expect(!file(incomplete: 1).isClean)
        #expect(!file(summary: .late).isClean)
        #expect(!file(inspections: [absence]).isClean)
    }

    @Test("W19: pay by the piece adds up approved cases by item; an item without a rate is told and not paid")
    func pieces() {
        let rates = PieceRates(byItem: ["养老参保": 500, "低保": 1_250])
        let pay = rates.pay(forApproved: ["低保", "养老参保", "低保", "高龄津贴"])
        #expect(pay.lines.map(\.item) == ["低保", "养老参保"])
        #expect(pay.lines.map(\.sum) == [2_500, 500])
        #expect(pay.sum == 3_000)
        #expect(pay.withoutRate == ["高龄津贴": 1])
        #expect(PieceRates(byItem: [:], other: 300).pay(forApproved: ["甲", "乙", "甲"]).sum == 900)
        #expect(rates.pay(forApproved: []).sum == 0)
    }

    @Test("S13: support money follows size, distance and performance, and not a fen of it is lost")
    func support() {
        let villages = [
            SupportShares.Village(name: "甲", size: 1_000, distance: 5, performance: 90),
            SupportShares.Village(name: "乙", size: 3_000, distance: 5, performance: 90),
            SupportShares.Village(name: "丙", size: 1_000, distance: 30, performance: 90),
        ]
        let shares = SupportShares(size: 2, distance: 1, performance: 1)
        for total in [0, 1, 2, 100, 999_999] {
            #expect(shares.divide(total, among: villages).reduce(0, +) == total)
        }
        #expect(SupportShares(size: 1, distance: 0, performance: 0).divide(500, among: villages) == [100, 300, 100])
        let far = SupportShares(size: 0, distance: 1, performance: 0).divide(400, among: villages)
        #expect(far == [50, 50, 300])
        #expect(SupportShares(size: 0, distance: 0, performance: 0).divide(10, among: villages) == [4, 3, 3])
        #expect(shares.divide(10, among: []) == [])
    }
}
