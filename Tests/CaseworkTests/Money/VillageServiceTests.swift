import Casework
import Testing

@Suite("Whose a village's money is")
struct VillageServiceTests {
    private let november = PeopleFixture.month("2026-11")

    private func entry(_ event: StaffEvent, on day: String) -> RosterChange.Entry {
        RosterChange.Entry(at: Fixture.at("\(day) 09:00"), actor: StaffID(9), member: StaffID(1), event: event)
    }

    private func agent(isDeputyCadre: Bool?) -> StaffMember {
        PeopleFixture.member(1, "周桂兰") { $0.isDeputyCadre = isDeputyCadre }
    }

    private func portion(_ entries: [RosterChange.Entry]) -> VillageService.Portion? {
        VillageService(entries, offset: Fixture.offset)
            .divide(november, of: "石门村", share: 30_000, ofVillage: 6_000, by: .days)[StaffID(1)]
    }

    @Test("J6: that somebody is no deputy cadre holds for the time before it was said, too")
    func saidLate() throws {
        let enrolled = entry(.enrolled(agent(isDeputyCadre: nil)), on: "2026-01-05")
        #expect(portion([enrolled])?.ofVillage == 0)
        let late = try #require(portion([enrolled, entry(.changed(agent(isDeputyCadre: false)), on: "2026-11-20")]))
        #expect(late.ofVillage == 6_000 && late.daysOfVillage == 30)
        let other = try #require(portion([enrolled, entry(.changed(agent(isDeputyCadre: true)), on: "2026-11-20")]))
        #expect(other.ofVillage == 0 && other.daysOfVillage == 0 && other.days == 30)
        // A word that was changed or taken back, or that was said in another village, holds from its day on.
        for last in [true, nil] {
            let corrected = try #require(
                portion([
                    enrolled, entry(.changed(agent(isDeputyCadre: false)), on: "2026-11-11"),
                    entry(.changed(agent(isDeputyCadre: last)), on: "2026-11-21"),
                ]))
            #expect(corrected.daysOfVillage == 10)
        }
        let elsewhere = entry(
            .enrolled(PeopleFixture.member(1, "周桂兰", village: "两河村")), on: "2026-01-05")
        let moved = try #require(portion([elsewhere, entry(.changed(agent(isDeputyCadre: false)), on: "2026-11-21")]))
        #expect(moved.days == 10 && moved.daysOfVillage == 10)
        let before = VillageService(
            [elsewhere, entry(.changed(agent(isDeputyCadre: false)), on: "2026-11-21")], offset: Fixture.offset
        ).divide(november, of: "两河村", share: 30_000, ofVillage: 6_000, by: .days)[StaffID(1)]
        #expect(before?.days == 20 && before?.daysOfVillage == 0)
    }

    @Test("J6: whoever becomes or ceases to be one within a month has the village's money for those days alone")
    func changed() throws {
        let before = entry(.enrolled(agent(isDeputyCadre: true)), on: "2026-01-05")
        let ceased = try #require(portion([before, entry(.changed(agent(isDeputyCadre: false)), on: "2026-11-21")]))
        // The day of the change belongs to who one is at its end.
        #expect(ceased.days == 30 && ceased.share == 30_000)
        #expect(ceased.daysOfVillage == 10 && ceased.ofVillage == 2_000)
        let after = entry(.enrolled(agent(isDeputyCadre: false)), on: "2026-01-05")
        let became = try #require(portion([after, entry(.changed(agent(isDeputyCadre: true)), on: "2026-11-21")]))
        #expect(became.daysOfVillage == 20 && became.ofVillage == 4_000)
    }

    @Test("J6, S13: a new amount names the one whose place it takes")
    func replaced() throws {
        func setting(_ fen: Int, _ from: String, _ name: String? = "石门村") throws -> PaySetting {
            try PaySetting(kind: .village, name: name, fen: fen, from: PeopleFixture.month(from), ground: "决定")
        }
        let rates = PayRates(
            settings: [
                try setting(1, "2026-01"), try setting(2, "2026-07"), try setting(3, "2026-07"),
                try setting(4, "2026-12"), try setting(5, "2026-08", nil), try setting(6, "2026-08", "云台村"),
            ], yearly: nil)
        #expect(rates.replaced(by: try setting(9, "2026-06"))?.fen == 1)
        #expect(rates.replaced(by: try setting(9, "2026-11"))?.fen == 3)
        #expect(rates.replaced(by: try setting(9, "2025-12")) == nil)
        #expect(rates.replaced(by: try setting(9, "2026-11", nil))?.fen == 5)
        // A first amount of its own takes the place of the one for all.
        #expect(rates.replaced(by: try setting(9, "2026-11", "两河村"))?.fen == 5)
        #expect(rates.remaining(after: try setting(9, "2026-06")).map(\.fen) == [3, 4])
    }
}
