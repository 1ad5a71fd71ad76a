import Casework
import Testing

@Suite("Work that changes hands")
struct HandoverTests {
    private let now = Fixture.at("2026-11-20 09:41")
    private let zhou = PeopleFixture.member(1, "周桂兰")
    private let he = PeopleFixture.member(2, "何有田")

    private func handover(
        from: StaffMember, to: StaffMember, cases: [Int64] = [3, 1], originals: [String] = [], reason: String = "调整",
        given: String = "周桂兰", taken: String = "何有田"
    ) throws(StaffRefusal) -> Handover {
        try Handover(
            id: Handover.name(from: from, at: now), from: from, to: to, reason: reason, cases: cases.map { CaseID($0) },
            originals: originals.map { Handover.Original(name: $0) },
            given: Handover.Signature(name: given, at: now), taken: Handover.Signature(name: taken, at: now))
    }

    @Test("N15: a handover takes everything in one act that both have signed")
    func oneAct() throws {
        let act = try handover(from: zhou, to: he, originals: ["身份证 张三"])
        #expect(act.id == "N1-20261120T014100Z")
        #expect(act.cases == [CaseID(1), CaseID(3)])
        #expect(act.originals.map(\.name) == ["身份证 张三"])
        #expect(act.given.name == "周桂兰" && act.taken.name == "何有田")
        #expect(try JSON.value(Handover.self, try JSON.text(act)) == act)
    }

    @Test("N15: without both signatures, to oneself, to another role, with nothing in hand, by leavers: refused")
    func refused() throws {
        var gone = he
        gone.isActive = false
        let reviewer = PeopleFixture.member(3, "何有田", role: .reviewer)
        #expect(throws: StaffRefusal.signatureMissing) { try handover(from: zhou, to: he, given: "") }
        #expect(throws: StaffRefusal.signatureMissing) { try handover(from: zhou, to: he, taken: "周桂兰") }
        #expect(throws: StaffRefusal.handsOverToSelf) { try handover(from: zhou, to: zhou) }
        #expect(throws: StaffRefusal.notOnStaff) { try handover(from: zhou, to: gone) }
        #expect(throws: StaffRefusal.receiverOfAnotherRole(.reviewer)) { try handover(from: zhou, to: reviewer) }
        #expect(throws: StaffRefusal.nothingInHand) { try handover(from: zhou, to: he, cases: []) }
        #expect(throws: StaffRefusal.unfit(.reason, .missing)) { try handover(from: zhou, to: he, reason: " ") }
        _ = try handover(from: zhou, to: he, cases: [], originals: ["户口本"])
    }

    @Test(
        "N15: a person leaves only with no case and no original in hand",
        arguments: [(1, 0), (0, 1), (2, 3)])
    func leaving(_ cases: Int, _ originals: Int) throws {
        #expect(throws: StaffRefusal.stillInHand(cases: cases, originals: originals)) {
            try Leaving.check(zhou, cases: cases, originals: originals)
        }
        try Leaving.check(zhou, cases: 0, originals: 0)
    }

    @Test("P3: while the first is away the second is responsible, and afterwards the first again")
    func standIn() {
        var record = StaffRecord(member: zhou)
        let until = now.advanced(minutes: 60)
        record.apply(.standInSet(StandIn(by: he.id, from: now, until: until, reason: "开会")), at: now)
        let standIns = StandIns([record])
        #expect(standIns.responsible(for: zhou.id, at: now.advanced(seconds: -1)) == zhou.id)
        #expect(standIns.responsible(for: zhou.id, at: now) == he.id)
        #expect(standIns.responsible(for: zhou.id, at: until.advanced(seconds: -1)) == he.id)
        #expect(standIns.responsible(for: zhou.id, at: until) == zhou.id)
        #expect(standIns.responsible(for: he.id, at: now) == he.id)
        record.apply(.standInEnded, at: now.advanced(minutes: 10))
        #expect(StandIns([record]).responsible(for: zhou.id, at: now.advanced(minutes: 10)) == zhou.id)
    }

    @Test("P3: standing in goes on to the next, comes to an end even in a circle, and never to somebody who has left")
    func chains() {
        func record(_ id: Int64, by other: Int64) -> StaffRecord {
            var record = StaffRecord(member: PeopleFixture.member(id))
            record.apply(.standInSet(StandIn(by: StaffID(other), from: now, reason: "病假")), at: now)
            return record
        }
        #expect(StandIns([record(1, by: 2), record(2, by: 3)]).responsible(for: StaffID(1), at: now) == StaffID(3))
        let circle = StandIns([record(1, by: 2), record(2, by: 1)])
        #expect(circle.responsible(for: StaffID(1), at: now) == StaffID(2))
        var gone = StaffRecord(member: PeopleFixture.member(2))
        gone.member.isActive = false
        #expect(StandIns([record(1, by: 2), gone]).responsible(for: StaffID(1), at: now) == StaffID(1))
    }

    @Test("P3: who stands in has the same role, is there, and nobody else stands in at that time")
    func guards() throws {
        var away = StaffRecord(member: he)
        away.apply(.standInSet(StandIn(by: StaffID(9), from: now, reason: "产假")), at: now)
        let later = now.advanced(minutes: 60)
        func check(
            _ records: [StaffRecord] = [], of other: StaffMember, from: Instant? = nil, until: Instant? = nil
        ) throws(StaffRefusal) -> StandIn {
            try StandIns(records).check(
                StandIn(by: other.id, from: from ?? now, until: until, reason: "开会"), of: other, for: zhou, now: now)
        }
        #expect(throws: StaffRefusal.standsInForSelf) { try check(of: zhou) }
        #expect(throws: StaffRefusal.standInOfAnotherRole(.reviewer)) {
            try check(of: PeopleFixture.member(4, role: .reviewer))
        }
        #expect(throws: StaffRefusal.standInAbsent) { try check([away], of: he) }
        #expect(throws: StaffRefusal.standInPeriod) { try check(of: he, from: later, until: later) }
        #expect(throws: StaffRefusal.standInPeriod) {
            try check(of: he, from: now.advanced(minutes: -9), until: now.advanced(minutes: -1))
        }
        var served = StaffRecord(member: zhou)
        served.apply(.standInSet(StandIn(by: StaffID(9), from: now, until: later, reason: "学习")), at: now)
        #expect(throws: StaffRefusal.standInRunning) { try check([served], of: he) }
        #expect(try check([served], of: he, from: later).by == he.id)
        #expect(throws: StaffRefusal.notOnStaff) { try check(of: PeopleFixture.member(5) { $0.isActive = false }) }
    }

    @Test("P4: who was asked first stays named, whoever has the case now; a collector goes before the registrar")
    func firstAsked() throws {
        let pending = try Fixture.pending()
        func entries(_ collector: StaffID?) -> [(actor: StaffID, event: CaseEvent)] {
            var intake = pending.intake
            intake.collector = collector
            let registration = Registration(
                number: pending.number, intake: intake, holder: zhou.id, acceptance: pending.acceptance)
            return [
                (he.id, .reassigned(Reassignment(from: zhou.id, to: he.id))), (zhou.id, .registered(registration)),
            ]
        }
        #expect(FirstAsked.responsible(entries(nil)) == zhou.id)
        #expect(FirstAsked.responsible(entries(StaffID(7))) == StaffID(7))
        #expect(FirstAsked.responsible(entries(nil).dropLast()) == nil)
    }

    @Test("S2: a request goes from the village upward or from the county downward, and keeps its direction")
    func directions() throws {
        for direction in Intake.Direction.allCases {
            var intake = try Fixture.pending().intake
            intake.direction = direction
            let registration = Registration(number: "YX1", intake: intake, holder: nil, acceptance: nil)
            let read = try JSON.value(Registration.self, try JSON.text(registration))
            let value = Case(id: CaseID(1), registration: read, at: now)
            #expect(value.intake.direction == direction)
        }
        #expect(Intake.Direction.allCases.count == 2)
    }
}
