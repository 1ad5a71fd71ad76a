import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Acting on a case")
struct ActingTests {
    @Test("An action changes the case, its row and its trace together")
    func approve() throws {
        let office = try Office()
        let value = try office.inReview()
        let now = Office.morning.advanced(minutes: 20)
        let approved = try office.store.perform(
            .approve(note: "齐全"), on: value.reference, by: office.reviewer, at: now, rules: office.rules)
        #expect(approved.state == .approved)
        let detail = try #require(try office.store.detail(number: value.number))
        #expect(detail.case == approved)
        #expect(detail.trace.map(\.event.kind) == [.approved, .completed, .accepted, .registered])
        #expect(detail.trace[0].actorName == "王敏")
        #expect(detail.trace[0].at == now)
        #expect(detail.holder == office.zhou)
        #expect(detail.staffNames == [office.zhou.id: "周桂兰", office.wang.id: "王敏"])
        #expect(try office.desk(.inReview, QueueRequest(limit: 10)).total == 0)
    }

    @Test("A refused action writes nothing")
    func refusal() throws {
        let office = try Office()
        let value = try office.register()
        let entries = try office.entries()
        #expect(throws: ActionError.refused(.wrongState(.approve, .pending))) {
            try office.store.perform(
                .approve(note: nil), on: value.reference, by: office.reviewer, at: Office.morning,
                rules: office.rules)
        }
        #expect(try office.entries() == entries)
        #expect(try office.store.detail(of: value.id)?.case == value)
    }

    @Test("Who is unknown or has left does nothing, and a role counts as the record has it")
    func actors() throws {
        let office = try Office()
        let value = try office.inReview()
        func approve(_ actor: Actor) throws -> Case {
            try office.store.perform(
                .approve(note: nil), on: value.reference, by: actor, at: Office.morning, rules: office.rules)
        }
        #expect(throws: ActionError.refused(.notOnStaff)) { try approve(Actor(id: StaffID(99), role: .reviewer)) }
        #expect(throws: ActionError.refused(.notPermitted(.approve, .agent))) {
            try approve(Actor(id: office.he.id, role: .reviewer))
        }
        var left = office.wang
        left.isActive = false
        try office.store.batch { try $0.record(.enrolled(left), about: left.id, at: Office.morning, by: .office) }
        #expect(throws: ActionError.refused(.notOnStaff)) { try approve(office.reviewer) }
        #expect(try office.store.detail(of: value.id)?.case == value)
    }

    @Test("An action on an older version is a conflict that tells what came after, and writes nothing")
    func conflict() throws {
        let office = try Office()
        let seen = try office.inReview()
        _ = try office.store.perform(
            .reveal(reason: "核对电话"), on: seen.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        let rejected = try office.store.perform(
            .reject(reason: "照片不清"), on: seen.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        let entries = try office.entries()
        let error = #expect(throws: ActionError.self) {
            try office.store.perform(
                .approve(note: nil), on: seen.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        }
        guard case .conflict(let conflict) = error else { throw try #require(error) }
        #expect(conflict.current == rejected)
        #expect(conflict.entries.map(\.event.kind) == [.rejected])
        #expect(conflict.entries[0].actorName == "王敏")
        #expect(try office.entries() == entries)
    }

    @Test("A look at masked data is recorded without moving the version")
    func reveal() throws {
        let office = try Office()
        let value = try office.register()
        let after = try office.store.perform(
            .reveal(reason: "核对电话"), on: value.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        #expect(after == value)
        #expect(try office.store.detail(of: value.id)?.trace.first?.event == .revealed(Reveal(reason: "核对电话")))
    }

    @Test("Undo writes a compensating entry and brings the case back into its queue")
    func undo() throws {
        let office = try Office()
        let value = try office.inReview()
        let approved = try office.store.perform(
            .approve(note: nil), on: value.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        let undone = try office.store.perform(
            .undo, on: approved.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        #expect(undone.state == .inReview)
        #expect(undone.closedAt == nil)
        #expect(undone.version == value.version + 2)
        #expect(try office.desk(.inReview, QueueRequest(limit: 10)).rows.map(\.id) == [value.id])
        #expect(
            try office.store.detail(of: value.id)?.trace.prefix(2).map(\.event.kind) == [.undone, .approved])
    }

    @Test("A case that does not exist is named")
    func missing() throws {
        let office = try Office()
        #expect(throws: ActionError.missing(CaseID(77))) {
            try office.store.perform(
                .accept(.confirmed), on: CaseReference(id: CaseID(77), version: 1), by: office.reviewer,
                at: Office.morning,
                rules: office.rules)
        }
    }

    @Test("A case is reassigned to the person as the record knows them, not as the screen did")
    func reassign() throws {
        let office = try Office()
        let value = try office.register()
        var stale = office.wang
        stale.role = .agent
        #expect(throws: ActionError.refused(.notAnAgent)) {
            try office.store.perform(
                .reassign(to: stale), on: value.reference, by: office.reviewer, at: Office.morning,
                rules: office.rules)
        }
        let moved = try office.store.perform(
            .reassign(to: office.he), on: value.reference, by: office.reviewer, at: Office.morning,
            rules: office.rules)
        #expect(moved.holder == office.he.id)
        #expect(try office.desk(.pending, QueueRequest(limit: 1)).rows[0].holderName == "何有田")
        let names = try office.store.detail(of: value.id)?.staffNames
        #expect(names?[office.zhou.id] == "周桂兰")
        #expect(names?[office.he.id] == "何有田")
    }

    @Test(
        "A case of which the journal has lost the beginning is not called unknown: the record is out of step, and says so"
    )
    func lostBeginning() throws {
        let office = try Office()
        let value = try office.register("张三")
        _ = try office.register("李四")
        try office.forge("DELETE FROM journal WHERE subject_kind = 'case' AND subject = \(value.id.value)")
        let store = try CaseStore.open(at: office.path)
        let wanted = StoreError.outOfStep(
            path: office.path, detail: "case \(value.id.value) has a row and no beginning in the journal")
        #expect(throws: ActionError.store(wanted)) {
            try store.perform(
                .accept(.confirmed), on: value.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        }
        #expect(throws: wanted) { try store.detail(number: value.number) }
        #expect(throws: wanted) { try store.detail(of: value.id) }
    }

    @Test(
        "The first entry behind a journal that was cut off would hide the cut, and is refused",
        arguments: ["a case", "a row of a ledger", "a step of an older case"])
    func cutJournal(_ what: String) throws {
        let office = try Office()
        _ = try office.store.batch { writer in
            try writer.enrol(number: "D01", name: "程主任", role: .director, at: Office.morning, by: office.wang.id)
        }
        let known = try office.register("张三")
        let older = try office.register("钱五")
        let entries = try office.entries()
        switch what {
        case "a case": _ = try office.register("李四")
        case "a step of an older case":
            _ = try office.store.perform(
                .accept(.confirmed), on: older.reference, by: Actor(office.zhou), at: Office.morning,
                rules: office.rules)
        default:
            let day = try #require(CivilDate("2026-12-01"))
            let exception = try DutyException(village: nil, from: day, to: day, kind: .none, reason: "停电")
            try office.store.batch { try $0.record(.dutyExcepted(exception), at: Office.morning, by: office.wang.id) }
        }
        try office.forge("DELETE FROM journal WHERE seq > \(entries)")
        let store = try CaseStore.open(at: office.path)
        func accept() throws -> Case {
            try store.perform(
                .accept(.confirmed), on: known.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        }
        do {
            _ = try accept()
            Issue.record("written behind the cut")
        } catch ActionError.store(.outOfStep(let path, let detail)) {
            #expect(path == office.path && detail.contains("\(entries)"), "\(detail)")
        }
        // Nor does a process that was at work before.
        #expect(throws: ActionError.self) {
            try office.store.perform(
                .accept(.confirmed), on: known.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        }
        #expect(try office.entries() == entries)
        // What is missing there is found, and made anew as far as it goes.
        #expect(throws: RebuildError.self) {
            try store.rebuild(RebuildRequest(person: "R01", reason: "停电后核对"), at: Office.morning)
        }
        _ = try store.rebuild(
            RebuildRequest(person: "D01", reason: "停电后核对", despiteBrokenChain: true), at: Office.morning)
        #expect(try accept().state == .accepted)
    }

    @Test("Of two desks that race for one case, one acts and the other is told; the record stays whole")
    func race() async throws {
        let office = try Office()
        let cases = try (0..<20).map { try office.inReview("赵\($0)") }
        let other = try CaseStore.open(at: office.path)
        let rules = office.rules
        let reviewer = office.reviewer
        func decide(_ store: CaseStore, _ command: CaseCommand) -> (acted: Int, conflicts: Int) {
            var (acted, conflicts) = (0, 0)
            for value in cases {
                do throws(ActionError) {
                    try store.perform(
                        command, on: value.reference, by: reviewer, at: Office.morning, rules: rules)
                    acted += 1
                } catch {
                    if case .conflict = error { conflicts += 1 }
                }
            }
            return (acted, conflicts)
        }
        async let first = Task.detached { decide(office.store, .approve(note: nil)) }.value
        async let second = Task.detached { decide(other, .reject(reason: "照片不清")) }.value
        let (one, two) = await (first, second)
        #expect(one.acted + two.acted == cases.count)
        #expect(one.conflicts + two.conflicts == cases.count)
        #expect(try office.store.verify().isSound)
    }
}
