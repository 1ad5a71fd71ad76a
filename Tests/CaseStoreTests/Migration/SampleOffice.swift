import Casework
import Foundation
import GRDB

@testable import CaseStore

/// The days of a small office from which the sample of the present schema is made: something of everything that the
/// journal can tell.
enum SampleOffice {
    /// - Parameter kinds: leaves out what later schemas brought, for the samples of earlier ones.
    static func make(
        at path: String, items: Bool = true, calendar: Bool = true, messages: Bool = true, campaigns: Bool = true
    ) throws {
        let office = try Office()
        let store = office.store
        func at(_ minutes: Int) -> Instant { Office.morning.advanced(minutes: minutes) }
        func act(_ command: CaseCommand, _ value: Case, _ actor: StaffMember, _ minutes: Int) throws -> Case {
            try store.perform(
                command, on: value.reference, by: Actor(actor), at: at(minutes), rules: office.rules)
        }
        if messages {
            try store.switchMessages(.init(isOn: true, language: .chinese), by: office.reviewer, at: at(1))
        }
        if calendar {
            let day = CivilDate("2026-11-24")!
            let market = CalendarChange(
                layer: CalendarLayer(
                    region: "云溪镇", reason: "赶集",
                    days: CalendarDays(off: [.init(from: day, to: day, name: "赶集")], work: [])))
            _ = try store.addToCalendar([market], at: at(2), by: office.wang.id)
        }
        if items {
            let director = Actor(id: .office, role: .director)
            var item = ServiceItemFixture.full
            _ = try store.batch { try $0.perform(.list(item), by: director, at: at(3)) }
            item.promisedDays = 2
            _ = try store.batch { try $0.perform(.revise(item), by: director, at: at(4)) }
        }
        if campaigns {
            let county = Actor(
                try store.batch { try $0.enrol(number: "X01", name: "县办", role: .countyOffice, at: at(5), by: .office) }
            )
            let draft = CampaignDraft(
                title: "集中参保", item: "城乡居民养老参保", department: "县医保局", due: CivilDate("2026-12-10")!)
            let campaign = try store.openCampaign(draft, by: county, at: at(5))
            _ = try store.handCampaign(campaign.code, to: ["石门垭"], by: office.reviewer, at: at(6))
            _ = try store.register(
                Intake.Applicant(name: "钱一"), of: "石门垭", for: campaign.code, by: Actor(office.wang), at: at(7),
                rules: office.rules)
        }
        _ = try act(.approve(note: "材料齐全"), try office.inReview("张三"), office.wang, 30)
        _ = try act(.reject(reason: "缺一张照片"), try office.inReview("李四", minutes: 12), office.wang, 31)
        let third = try act(.accept(.confirmed), try office.register("王五", village: "两河口"), office.he, 40)
        let urged = try act(.urge, third, office.wang, 41)
        _ = try act(.undo, urged, office.wang, 42)
        let fourth = try act(.reassign(to: office.he), try office.register("赵六", village: "Old_Mill"), office.wang, 50)
        _ = try act(.decline(Decline(reason: "不属本镇")), fourth, office.wang, 51)
        let fifth = try act(
            .askSupplement(missing: ["户口簿"], note: nil, again: nil), try office.register("周八"), office.zhou, 60)
        _ = try act(.supplement, fifth, office.zhou, 90)
        _ = try store.raiseWarnings(at: at(1_500), rules: office.rules)
        try office.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
        try FileManager.default.copyItem(atPath: office.path, toPath: path)
    }
}
