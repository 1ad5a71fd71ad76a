import Casework
import Dispatch
import Synchronization
import Testing

@testable import CaseStore

@Suite("Campaigns in the record")
struct CampaignRecordTests {
    private struct Township {
        let office: Office
        let county: Actor
        var store: CaseStore { office.store }

        init() throws {
            office = try Office()
            county = Actor(
                try office.store.batch { writer in
                    try writer.enrol(
                        number: "X01", name: "县办", role: .countyOffice, at: Office.morning, by: .office)
                })
        }

        func opened() throws -> Campaign {
            let due = UTCOffset.china.civil(Office.morning).date.advanced(days: 20)
            let draft = CampaignDraft(title: "集中参保", item: "城乡居民养老参保", department: "县医保局", due: due)
            let campaign = try store.openCampaign(draft, by: county, at: Office.morning)
            return try store.handCampaign(
                campaign.code, to: ["石门垭", "两河口"], by: office.reviewer, at: Office.morning)
        }

        func register(
            _ name: String, _ identity: String? = nil, village: String = "石门垭", by actor: StaffMember? = nil,
            in campaign: Campaign
        ) throws -> Case {
            try store.register(
                Intake.Applicant(name: name, identityNumber: identity), of: village, for: campaign.code,
                by: Actor(actor ?? office.wang), at: Office.morning, rules: office.rules)
        }

        /// The case as a merge with the township's order leaves it.
        func merge(_ value: Case, into after: Case) throws -> Case {
            try store.batch { writer in
                let transaction = writer.transaction
                return try transaction.guarded {
                    let merged = Merged(Case(value, id: after.id, version: after.version))
                    return try transaction.record(
                        .merged(merged), on: after, at: Office.morning.advanced(minutes: 5), by: .office)
                }
            }
        }
    }

    @Test("W9: opened, handed, worked on, closed: each village's progress comes from its cases")
    func life() throws {
        let town = try Township()
        let campaign = try town.opened()
        #expect(campaign.code == "ZX2026-01")
        let first = try town.register("张三", by: town.office.zhou, in: campaign)
        #expect(first.intake.campaign == campaign.code && first.holder == town.office.zhou.id)
        #expect(first.clocks.map(\.kind) == [.acceptance, .target])
        let second = try town.register("李四", in: campaign)
        _ = try town.register("王五", village: "两河口", in: campaign)
        let now = Office.morning.advanced(minutes: 5)
        let accepted = try town.store.perform(
            .accept(.confirmed), on: first.reference, by: town.office.reviewer, at: now, rules: town.office.rules)
        _ = try town.store.perform(
            .complete(note: nil), on: accepted.reference, by: Actor(town.office.zhou), at: now,
            rules: town.office.rules)
        _ = try town.store.perform(
            .decline(Decline(reason: "户口不在本镇")), on: second.reference, by: town.office.reviewer, at: now,
            rules: town.office.rules)
        let progress = try town.store.progress(of: campaign)
        #expect(progress.map(\.village) == ["石门垭", "两河口", "Old_Mill"])
        #expect(progress.map(\.asked) == [2, 1, 0])
        #expect(progress.map(\.inReview) == [1, 0, 0] && progress.map(\.declined) == [1, 0, 0])
        #expect(progress.map(\.pending) == [0, 1, 0])
        #expect(progress.map(\.isHanded) == [true, true, false])
        let closed = try town.store.closeCampaign(
            campaign.code, summary: "三人，一人不符合条件", by: town.county, at: now)
        #expect(closed.isClosed)
        #expect(try town.store.campaigns() == [closed])
        #expect(throws: CampaignError.refused(.isClosed(campaign.code))) { try town.register("赵六", in: campaign) }
        #expect(try town.store.verify().isSound)
    }

    @Test("W9: one case per resident; the second attempt names the first")
    func once() throws {
        let town = try Township()
        let campaign = try town.opened()
        let first = try town.register("张三", "41132519900307001X", in: campaign)
        // The same number under another spelling, another name, another village.
        #expect(throws: CampaignError.refused(.registeredAlready(first.number))) {
            try town.register("张三丰", "41132519900307001x", village: "两河口", in: campaign)
        }
        // The same name in the same village, without a number.
        #expect(throws: CampaignError.refused(.registeredAlready(first.number))) {
            try town.register("张三", in: campaign)
        }
        // A namesake with a number of his own, and one elsewhere, are other people.
        _ = try town.register("张三", "411325198001010010", in: campaign)
        _ = try town.register("张三", village: "两河口", in: campaign)
        // Who took the request back may come again.
        _ = try town.store.perform(
            .withdraw(reason: "过几天再办"), on: first.reference, by: town.office.reviewer, at: Office.morning,
            rules: town.office.rules)
        _ = try town.register("张三丰", "41132519900307001X", in: campaign)
        // Another campaign is another matter.
        let other = try town.opened()
        #expect(other.code == "ZX2026-02")
        _ = try town.register("张三", "41132519900307001X", in: other)
        #expect(try town.store.verify().isSound)
    }

    @Test("Two desks that register the same resident at once make one case")
    func together() throws {
        let town = try Township()
        let campaign = try town.opened()
        let stores = try (0..<4).map { _ in try CaseStore.open(at: town.office.path) }
        let made = Mutex<[String]>([])
        let refused = Mutex<[String]>([])
        let (actor, rules) = (town.office.reviewer, town.office.rules)
        DispatchQueue.concurrentPerform(iterations: stores.count) { index in
            do {
                let one = try stores[index].register(
                    Intake.Applicant(name: "张三"), of: "石门垭", for: campaign.code, by: actor, at: Office.morning,
                    rules: rules)
                made.withLock { $0.append(one.number) }
            } catch {
                guard case .refused(.registeredAlready(let number)) = error as? CampaignError else { return }
                refused.withLock { $0.append(number) }
            }
        }
        #expect(made.withLock { $0 }.count == 1)
        #expect(refused.withLock { $0 } == Array(repeating: made.withLock { $0 }[0], count: 3))
    }

    @Test("A filed case is counted as what it ended with")
    func filed() throws {
        let town = try Township()
        let campaign = try town.opened()
        let now = Office.morning.advanced(minutes: 5)
        func act(_ command: CaseCommand, _ value: Case, _ actor: Actor? = nil) throws -> Case {
            try town.store.perform(
                command, on: value.reference, by: actor ?? town.office.reviewer, at: now, rules: town.office.rules)
        }
        let declined = try act(.decline(Decline(reason: "不符")), try town.register("李四", in: campaign))
        _ = try act(.file(place: "档案柜"), declined)
        var done = try act(.accept(.confirmed), try town.register("张三", in: campaign))
        done = try act(.complete(note: nil), done, Actor(town.office.zhou))
        done = try act(.approve(note: nil), done)
        done = try act(.deliver(Delivery(signedBy: "张三")), done)
        _ = try act(.file(place: "档案柜"), done)
        let village = try #require(try town.store.progress(of: campaign).first)
        #expect(village.approved == 1 && village.declined == 1 && village.asked == 2)
    }

    @Test("What was delivered before a merge that dropped it is no delivery")
    func delivered() throws {
        let town = try Township()
        let campaign = try town.opened()
        let now = Office.morning.advanced(minutes: 5)
        func act(_ command: CaseCommand, _ value: Case, _ actor: Actor? = nil) throws -> Case {
            try town.store.perform(
                command, on: value.reference, by: actor ?? town.office.reviewer, at: now, rules: town.office.rules)
        }
        var ended: [CaseState] = []
        for isDropped in [true, false] {
            let accepted = try act(.accept(.confirmed), try town.register(isDropped ? "张三" : "李四", in: campaign))
            let approved = try act(
                .approve(note: nil), try act(.complete(note: nil), accepted, Actor(town.office.zhou)))
            let delivered = try act(.deliver(Delivery(signedBy: "张三")), approved)
            var merged = try town.merge(isDropped ? accepted : delivered, into: delivered)
            if isDropped { merged = try act(.withdraw(reason: "另办"), merged) }
            ended.append(merged.state)
            _ = try act(.file(place: "档案柜"), merged)
        }
        #expect(ended == [.withdrawn, .delivered])
        let village = try #require(try town.store.progress(of: campaign).first)
        #expect(village.approved == 1 && village.withdrawn == 1 && village.asked == 2)
    }

    @Test(
        "A campaign that was changed behind the journal's back is found",
        arguments: [
            "UPDATE campaigns SET body = replace(body, '集中参保', '别的')", "UPDATE campaigns SET is_closed = 1",
            "DELETE FROM campaigns",
            "INSERT INTO campaigns SELECT 'ZX2026-09', is_closed, body FROM campaigns",
        ])
    func tampering(_ sql: String) throws {
        let town = try Township()
        _ = try town.opened()
        #expect(try town.store.verify().isSound)
        try town.office.tamper(sql)
        let findings = try town.store.verify().findings
        #expect(findings.count == 1)
        #expect(
            findings.first == .centreDiffers(field: "campaign ZX2026-01")
                || findings.first == .centreDiffers(field: "campaign ZX2026-09"))
    }
}
