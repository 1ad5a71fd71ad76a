import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Work that changes hands in the record")
struct StaffHandoverTests {
    private let now = Office.morning.advanced(minutes: 30)

    @discardableResult
    private func handOver(
        _ office: Office, originals: [String] = [], given: String = "周桂兰", taken: String = "何有田"
    ) throws -> Handover {
        try office.store.batch { writer in
            try writer.handOver(
                from: office.zhou.id, to: office.he.id, reason: "调整", originals: originals.map { .init(name: $0) },
                given: .init(name: given, at: now), taken: .init(name: taken, at: now), at: now, by: office.reviewer)
        }
    }

    @Test("N15: one act takes all open cases in hand, whatever their state, and touches no clock")
    func all() throws {
        let office = try Office()
        let pending = try office.register("甲")
        let review = try office.inReview("乙")
        let other = try office.register("丙", village: "两河口")
        let accepted = try office.store.perform(
            .accept(.confirmed), on: office.register("丁").reference, by: office.reviewer, at: now, rules: office.rules)
        let closed = try office.register("戊", history: .init(state: .approved, closedAt: Office.morning))
        let before = try [pending, review, accepted].map { try #require(try office.store.detail(of: $0.id)).case }
        let entries = try office.entries()
        let act = try handOver(office, originals: ["身份证 甲"])
        #expect(act.cases == [pending.id, review.id, accepted.id])
        // One entry a case, and one about the act.
        #expect(try office.entries() == entries + 4)
        for old in before {
            let new = try #require(try office.store.detail(of: old.id)).case
            #expect(new.holder == office.he.id)
            #expect(new.state == old.state)
            #expect(new.acceptance == old.acceptance && new.completion == old.completion)
            #expect(new.currentDeadline == old.currentDeadline)
        }
        #expect(try office.store.detail(of: closed.id)?.case.holder == office.zhou.id)
        #expect(try office.store.detail(of: other.id)?.case.version == other.version)
        #expect(try office.store.verify().isSound)
    }

    @Test("N15: a handover that is not signed, or with nothing in hand, writes nothing")
    func refused() throws {
        let office = try Office()
        #expect(throws: RecordError.refused(.nothingInHand)) { try handOver(office) }
        let value = try office.register()
        let entries = try office.entries()
        #expect(throws: RecordError.refused(.signatureMissing)) { try handOver(office, taken: "") }
        #expect(try office.entries() == entries)
        #expect(try office.store.detail(of: value.id)?.case.holder == office.zhou.id)
    }

    @Test("N15: a person leaves only with nothing in hand, is in the list still, and is given no more cases")
    func leave() throws {
        let office = try Office()
        try office.register()
        func leave(originals: Int = 0) throws {
            try office.store.batch { writer in
                _ = try writer.leave(
                    office.zhou.id, reason: "年龄到了", originals: originals, at: now, by: office.reviewer)
            }
        }
        #expect(throws: RecordError.refused(.stillInHand(cases: 1, originals: 0))) { try leave() }
        try handOver(office)
        #expect(throws: RecordError.refused(.stillInHand(cases: 0, originals: 2))) { try leave(originals: 2) }
        try leave()
        #expect(throws: RecordError.refused(.notOnStaff)) { try leave() }
        #expect(try office.store.staff(role: .agent).map(\.number) == ["A02"])
        #expect(try office.store.allStaff().count == 3)
        #expect(try office.store.staffRecord(number: "A01")?.leftAt == now)
        #expect(try office.register().holder == nil)
        #expect(try office.store.rosterChanges(since: now).map(\.kind) == [.left])
        #expect(try office.store.verify().isSound)
    }

    @Test("P3: who stands in gets the work in hand and what is asked for meanwhile; afterwards the first one again")
    func standIn() throws {
        let office = try Office()
        let before = try office.register("甲")
        let until = now.advanced(minutes: 60)
        let moved = try office.store.batch { writer in
            try writer.standIn(
                StandIn(by: office.he.id, from: now, until: until, reason: "开会"), for: office.zhou.id, at: now,
                by: office.reviewer)
        }
        #expect(moved == 1)
        #expect(try office.store.detail(of: before.id)?.case.holder == office.he.id)
        func register(at: Instant) throws -> StaffID? {
            try office.store.batch { writer in
                try writer.register(office.intake(at: at), acceptance: nil, at: at, by: office.wang.id).holder
            }
        }
        #expect(try register(at: now.advanced(minutes: 1)) == office.he.id)
        #expect(try register(at: until) == office.zhou.id)
        // What an import brings along was done before anybody stood in.
        let imported = try office.register(number: "OLD-1", history: .init(state: .approved, closedAt: Office.morning))
        #expect(imported.holder == office.zhou.id)
        #expect(try office.store.verify().isSound)
    }

    @Test("P3: one that begins later moves nothing now, and one that was ended covers nothing")
    func later() throws {
        let office = try Office()
        let value = try office.register()
        try office.store.batch { writer in
            let moved = try writer.standIn(
                StandIn(by: office.he.id, from: now.advanced(minutes: 60), reason: "产假"), for: office.zhou.id, at: now,
                by: office.reviewer)
            #expect(moved == 0)
        }
        #expect(try office.store.detail(of: value.id)?.case.holder == office.zhou.id)
        try office.store.batch { writer in
            try writer.endStandIn(for: office.zhou.id, at: now.advanced(minutes: 1), by: office.reviewer)
            #expect(throws: RecordError.refused(.noStandIn)) {
                try writer.endStandIn(for: office.zhou.id, at: now.advanced(minutes: 2), by: office.reviewer)
            }
        }
        let holder = try office.store.batch { writer in
            try writer.register(
                office.intake(), acceptance: nil, at: now.advanced(minutes: 90), by: office.wang.id
            ).holder
        }
        #expect(holder == office.zhou.id)
        #expect(try office.store.verify().isSound)
    }

    @Test("P4: who registered a case stays named on it after it has gone elsewhere")
    func firstAsked() throws {
        let office = try Office()
        let value = try office.register()
        try handOver(office)
        #expect(try office.store.detail(of: value.id)?.firstAsked == office.wang.id)
    }
}
