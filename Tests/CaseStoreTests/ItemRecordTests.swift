import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Lists of service items in the record")
struct ItemRecordTests {
    private static let county = Actor(id: .office, role: .countyOffice)
    private static let director = Actor(id: .office, role: .director)

    private func perform(_ command: ItemCommand, _ office: Office, by actor: Actor = director) throws {
        _ = try office.store.batch { try $0.perform(command, by: actor, at: Office.morning) }
    }

    private func startList(_ office: Office) throws -> ItemListReport {
        try office.store.batch { writer in
            let items = try ItemList.start().items
            var report = try writer.takeOver(
                items.filter { $0.level == .county }, by: Self.county, at: Office.morning)
            let own = try writer.takeOver(
                items.filter { $0.level != .county }, by: Self.director, at: Office.morning)
            report.listed += own.listed
            report.revised += own.revised
            report.unchanged += own.unchanged
            return report
        }
    }

    @Test("N3: a claimed county item stands in the township's list until it is given back")
    func claim() throws {
        let office = try Office()
        _ = try startList(office)
        let before = try office.store.items(level: .township).count
        try perform(.claim(code: "X-MZ-01"), office)
        let township = try office.store.items(level: .township)
        #expect(township.count == before + 1)
        #expect(township.first?.item.code == "X-MZ-01")
        #expect(township.first?.isClaimed == true)
        try perform(.giveBack(code: "X-MZ-01", reason: "无力承接"), office)
        #expect(try office.store.items(level: .township).count == before)
        #expect(try office.store.verify().isSound)
    }

    @Test("W5: a case keeps the version of the item that it started under")
    func versions() throws {
        let office = try Office()
        try perform(.list(ServiceItemFixture.full), office)
        var intake = office.intake(item: ServiceItemFixture.full.name)
        intake.listedItem = try office.store.item(askedFor: ServiceItemFixture.full.name)?.listed
        let taken = intake
        let value = try office.store.batch {
            try $0.register(taken, acceptance: nil, at: Office.morning, by: office.wang.id)
        }
        var changed = ServiceItemFixture.full
        changed.promisedDays = 2
        try perform(.revise(changed), office)
        let kept = try #require(try office.store.detail(of: value.id)?.case.intake.listedItem)
        #expect(kept.version == 1)
        #expect(kept.promisedDays == 5)
        #expect(try office.store.item(code: kept.code)?.version == 2)
        #expect(try office.store.item(code: kept.code, version: kept.version) == ServiceItemFixture.full)
        try perform(.withdraw(code: kept.code, reason: "并入"), office)
        #expect(try office.store.item(code: kept.code) == nil)
        #expect(try office.store.item(code: kept.code, version: 1) == ServiceItemFixture.full)
        #expect(try office.store.itemVersions(code: kept.code).map(\.version) == [1, 2])
        #expect(try office.store.itemListing(code: kept.code)?.isWithdrawn == true)
        #expect(try office.store.verify().isSound)
    }

    @Test("Taking an unchanged list over writes nothing, changed rows become new versions")
    func takeOver() throws {
        let office = try Office()
        let first = try startList(office)
        #expect(first.listed == (try ItemList.start().items.count))
        let entries = try office.entries()
        #expect(try startList(office) == ItemListReport(unchanged: first.listed))
        #expect(try office.entries() == entries)

        var list = try ItemList(bytes: ItemList.csv(try office.store.items(level: .village).map(\.item)), source: "v")
        list.rows[3].item.promisedDays = list.rows[3].item.promisedDays == 7 ? 8 : 7
        list.rows[3].item.kind = .promised
        let report = try list.takeOver(into: office.store, by: Self.director, at: Office.morning)
        #expect(report == ItemListReport(revised: 1, unchanged: list.rows.count - 1))
        #expect(try office.entries() == entries + 1)
        #expect(try office.store.item(code: list.rows[3].item.code)?.version == 2)
        #expect(try office.store.verify().isSound)
    }

    @Test("A file with one row that is not allowed is refused with its row, and nothing of it is taken over")
    func wholeOrNothing() throws {
        let office = try Office()
        let entries = try office.entries()
        let list = try ItemList.start()
        let place = try #require(list.rows.first { $0.item.level == .township })
        #expect(
            throws: ItemListError(
                source: "start-items.csv",
                faults: [
                    .init(
                        row: place.row, line: place.line, column: "level",
                        problem: .refused(.notPermitted(.countyOffice, .township)))
                ])
        ) { try list.takeOver(into: office.store, by: Self.county, at: Office.morning) }
        #expect(try office.entries() == entries)
        #expect(try office.store.items(level: nil).isEmpty)
    }

    @Test("The role that counts is the one in the record, and who has left changes nothing")
    func roles() throws {
        let office = try Office()
        let claimed = Actor(id: office.zhou.id, role: .director)
        #expect(throws: ItemError.refused(.notPermitted(.agent, .township), at: 0)) {
            try perform(.list(ServiceItemFixture.full), office, by: claimed)
        }
        let nobody = Actor(id: StaffID(99), role: .director)
        #expect(throws: ItemError.refused(.notOnStaff, at: 0)) {
            try perform(.list(ServiceItemFixture.full), office, by: nobody)
        }
        #expect(try office.store.items(level: nil).isEmpty)
    }

    @Test("Items are found by name, code and office, and a percent sign means itself")
    func search() throws {
        let office = try Office()
        _ = try startList(office)
        #expect(try office.store.items(matching: "高龄").map(\.item.code).contains("Z-MZ-01"))
        #expect(try office.store.items(matching: "z-mz-01").map(\.item.name) == ["高龄津贴申领"])
        #expect(try office.store.items(matching: "乡镇残联").count == 4)
        #expect(try office.store.items(matching: "%").isEmpty)
        #expect(try office.store.items(matching: " ").count == (try ItemList.start().items.count))
    }

    @Test("The names of the lists join those that were listed by name alone")
    func names() throws {
        let office = try Office()
        #expect(try office.store.items() == ["城乡居民养老参保"])
        try perform(.list(ServiceItemFixture.full), office)
        var second = ServiceItemFixture.full
        second.code = "Z-MZ-02"
        second.name = "城乡居民养老参保"
        try perform(.list(second), office)
        #expect(try office.store.items() == ["城乡居民养老参保", "高龄津贴申领"])
        try perform(.withdraw(code: "Z-MZ-01", reason: "并入"), office)
        #expect(try office.store.items() == ["城乡居民养老参保"])
    }

    @Test("A name that several lists have means the township's item")
    func askedFor() throws {
        let office = try Office()
        var county = ServiceItemFixture.full
        county.code = "X-1"
        county.level = .county
        var village = ServiceItemFixture.full
        village.code = "C-1"
        village.level = .village
        try perform(.list(county), office, by: Self.county)
        try perform(.list(village), office)
        #expect(try office.store.item(askedFor: village.name)?.code == "C-1")
        try perform(.list(ServiceItemFixture.full), office)
        #expect(try office.store.item(askedFor: village.name)?.code == "Z-MZ-01")
        #expect(try office.store.item(askedFor: "X-1")?.code == "X-1")
        #expect(try office.store.item(askedFor: "没有的") == nil)
    }

    @Test(
        "Rows of the lists that are not what the journal gives are found",
        arguments: [
            (
                "UPDATE service_items SET promised_days = 99 WHERE code = 'Z-MZ-01'",
                VerificationReport.Finding.itemDiffers(code: "Z-MZ-01", field: "promised_days")
            ),
            (
                "UPDATE service_items SET is_claimed = 1 WHERE code = 'Z-MZ-01'",
                .itemDiffers(code: "Z-MZ-01", field: "is_claimed")
            ),
            (
                "UPDATE service_item_versions SET body = replace(body, '黑色', '红色')",
                .itemDiffers(code: "Z-MZ-01", field: "version 1")
            ),
            (
                "DELETE FROM service_item_versions; DELETE FROM service_items", .itemMissing(code: "Z-MZ-01")
            ),
            (
                """
                INSERT INTO service_items SELECT 'Q', version, level, name, kind, area, promised_days, 0, 0
                FROM service_items
                """, .itemExtra(code: "Q")
            ),
            (
                "INSERT INTO service_item_versions SELECT code, 7, body FROM service_item_versions",
                .itemDiffers(code: "Z-MZ-01", field: "version 7")
            ),
        ])
    func tampering(_ sql: String, _ finding: VerificationReport.Finding) throws {
        let office = try Office()
        try perform(.list(ServiceItemFixture.full), office)
        #expect(try office.store.verify().isSound)
        try office.tamper(sql)
        #expect(try office.store.verify().findings.contains(finding))
    }
}
