import Casework
import GRDB
import Testing

@testable import CaseStore

@Suite("Support money, and leaders on site, in the record")
struct SupportRecordTests {
    private let december = CivilMonth(year: 2026, month: 12)!
    private let weights = SupportShares(size: 2, distance: 1, performance: 1)

    private func at(_ text: String) -> Instant { Instant(text, offset: .china)! }

    private func director(of office: Office) throws -> Actor {
        Actor(
            try office.store.batch { writer in
                try writer.enrol(number: "D01", name: "何远山", role: .director, at: Office.morning, by: .office)
            })
    }

    private func isSound(_ office: Office) throws -> Bool {
        try office.store.verify(VerificationOptions(isFull: true)).isSound
    }

    @Test("S13: shares follow from the record and the rulebook's weights, are only shown at first, and lose no fen")
    func shares() throws {
        let office = try Office()
        let (store, director) = (office.store, try director(of: office))
        let villages = try store.villages()
        #expect(throws: PayError.refused(.villagesUndescribed(villages))) {
            try store.supportPlan(100_001, from: december, weights: weights)
        }
        #expect(throws: PayError.refused(.notPermitted(.setRate, .reviewer))) {
            try store.describeVillage(
                villages[0], residents: 900, kilometres: 3, by: office.reviewer, at: Office.morning)
        }
        #expect(throws: PayError.refused(.villageUnknown("山那边"))) {
            try store.describeVillage("山那边", residents: 900, kilometres: 3, by: director, at: Office.morning)
        }
        #expect(throws: PayError.refused(.factsUnfit)) {
            try store.describeVillage(villages[0], residents: 0, kilometres: 3, by: director, at: Office.morning)
        }
        for (place, village) in villages.enumerated() {
            // What is said last counts.
            for residents in [1, 300 * (place + 1)] {
                try store.describeVillage(
                    village, residents: residents, kilometres: 2 * place, by: director, at: Office.morning)
            }
        }
        // One approved case, of a village that is not the last.
        let value = try office.inReview()
        _ = try store.perform(
            .approve(note: nil), on: value.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        let before = try store.lastSequence()
        let plan = try store.supportPlan(100_001, from: december, weights: weights)
        #expect(plan.lines.map(\.facts.village) == villages)
        #expect(plan.lines.reduce(0) { $0 + $1.share } == 100_001)
        #expect(plan.lines.reduce(0) { $0 + $1.approved } == 1)
        #expect(plan.lines.map(\.facts.residents) == villages.indices.map { 300 * ($0 + 1) })
        #expect(
            plan.lines.map(\.share)
                == weights.divide(
                    100_001,
                    among: plan.lines.map {
                        SupportShares.Village(
                            name: $0.facts.village, size: $0.facts.residents, distance: $0.facts.kilometres,
                            performance: $0.approved)
                    }))
        // A month that the approval does not lie before.
        let early = try store.supportPlan(100_001, from: december.advanced(by: -1), weights: weights)
        #expect(early.lines.allSatisfy { $0.approved == 0 })
        #expect(try store.lastSequence() == before)

        func enter(_ actor: Actor) throws -> SupportPlan {
            try store.shareSupport(
                100_001, from: december, weights: weights, ground: "镇办 7 号", by: actor, at: Office.morning)
        }
        #expect(throws: PayError.refused(.notPermitted(.setRate, .reviewer))) { try enter(office.reviewer) }
        #expect(try store.lastSequence() == before)
        #expect(try enter(director) == plan)
        let settings = try store.paySettings().map(\.setting)
        #expect(settings.map(\.name) == villages && settings.allSatisfy { $0.kind == .village && $0.from == december })
        #expect(settings.reduce(0) { $0 + $1.fen } == 100_001)
        #expect(try isSound(office))
        let tables = try office.projections()
        _ = try store.rebuild(RebuildRequest(person: "R01", reason: "核对"), at: Office.morning)
        #expect(try office.projections() == tables)
        try office.tamper("UPDATE village_facts SET residents = residents + 1")
        #expect(try !isSound(office))
    }

    @Test("S13: weights are no part of what an adopted rulebook is known by, since no sheet rests on them")
    func digest() throws {
        let standard = try Rulebook.embedded("standard")
        #expect(standard.entries.contains { $0.section == "support" })
        var other = standard
        other.entries.removeAll { $0.section == "support" }
        #expect(
            RulebookAdopted(other, overrides: [], reason: "").digest
                == RulebookAdopted(standard, overrides: [], reason: "").digest)
    }

    @Test(
        "P4: the summary names the months in which no leader was on site at the centre, by what was written down in time"
    )
    func leader() throws {
        let office = try Office()
        let director = try director(of: office)
        func missing(_ period: ReportPeriod, village: String? = nil, at time: String) throws -> [SheetValue]? {
            let sheet = try office.store.sheet(
                SheetRequest(kind: .summary, period: period, village: village), at: at(time), rules: office.rules)
            return sheet.notes.first { $0.term == .noteLeaderMissing }?.values
        }
        func visit(_ time: String, by actor: Actor, place: String = Office.centre.name, recorded: String) throws {
            try office.store.batch { writer in
                _ = try writer.inspect(at: at(recorded), by: actor, rules: office.rules) {
                    number, who throws(StaffRefusal) in
                    try Inspection(number: number, at: at(time), by: who, place: place, found: "现场办公")
                }
            }
        }
        let november = december.advanced(by: -1)
        // A month that runs is not over yet.
        #expect(try missing(.month(november), at: "2026-11-30 20:00") == nil)
        #expect(try missing(.month(november), at: "2026-12-01 08:00") == [.list([.month(november)])])
        #expect(try missing(.month(november), village: "石门垭", at: "2026-12-01 08:00") == nil)
        // Neither a reviewer nor a village is meant.
        try visit("2026-11-24 09:00", by: office.reviewer, recorded: "2026-11-24 10:00")
        try visit("2026-11-24 09:00", by: director, place: "石门垭", recorded: "2026-11-24 10:00")
        #expect(try missing(.month(november), at: "2026-12-01 08:00") != nil)
        try visit("2026-11-25 09:00", by: director, recorded: "2026-11-25 12:00")
        #expect(try missing(.month(november), at: "2026-12-01 08:00") == nil)
        // December's was written down after its end: December's own sheet stays, the year's is not over.
        try visit("2026-12-20 09:00", by: director, recorded: "2027-01-03 09:00")
        #expect(try missing(.month(december), at: "2027-01-05 08:00") == [.list([.month(december)])])
        let quarter = CivilQuarter(of: december)
        #expect(try missing(.quarter(quarter), at: "2027-01-05 08:00") == [.list([.month(december)])])
        // It is told where it was written down, and nowhere else.
        func late(_ period: ReportPeriod) throws -> [SheetValue]? {
            let sheet = try office.store.sheet(
                SheetRequest(kind: .summary, period: period), at: at("2027-02-05 08:00"), rules: office.rules)
            return sheet.notes.first { $0.term == .noteLeaderLate }?.values
        }
        let days = ["2026-12-20", "2027-01-03"].compactMap { CivilDate($0).map { SheetValue.date($0) } }
        #expect(try late(.month(december.advanced(by: 1))) == [.list([.list(days)])])
        #expect(try late(.month(december)) == nil && late(.quarter(quarter)) == nil)
    }
}
