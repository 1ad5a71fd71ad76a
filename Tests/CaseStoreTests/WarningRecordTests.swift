import Casework
import CaseStore
import Dispatch
import Synchronization
import Testing

@Suite("Warnings in the record")
struct WarningRecordTests {
    private func warned(_ number: String, _ office: Office) throws -> [Warning] {
        try #require(try office.store.detail(number: number)).trace.reversed().compactMap { entry in
            guard case .warned(let warning) = entry.event else { return nil }
            return warning
        }
    }

    @Test("W14: a mark that was passed is recorded once, by the office, and leaves the version alone")
    func once() throws {
        let office = try Office()
        let subject = try office.register(dueInMinutes: 100)
        let near = Office.morning.advanced(minutes: 40)
        #expect(try office.store.raiseWarnings(at: near.advanced(minutes: -1), rules: office.rules).isEmpty)
        let raised = try office.store.raiseWarnings(at: near, rules: office.rules)
        #expect(raised.map(\.number) == [subject.number])
        #expect(raised.map(\.warning.mark.mark) == [.near])
        #expect(try office.store.raiseWarnings(at: near, rules: office.rules).isEmpty)
        let detail = try #require(try office.store.detail(of: subject.id))
        #expect(detail.trace.first?.actor == .office)
        #expect(detail.case.version == 1)
        #expect(detail.case.urgings == 1)
        // What was begun before the warning is still about the same case.
        _ = try office.store.perform(
            .accept(.confirmed), on: subject.reference, by: office.reviewer, at: near, rules: office.rules)
        #expect(try office.store.verify().isSound)
    }

    @Test("A case with an entry that cannot be read keeps no other from its warning")
    func unreadable() throws {
        let office = try Office()
        let broken = try office.register("张三", dueInMinutes: 90)
        let whole = try office.register("李四", dueInMinutes: 100)
        try office.forge(
            "UPDATE journal SET kind = 'nothing' WHERE subject_kind = 'case' AND subject = \(broken.id.value)")
        // A process that has not read the case before it was damaged.
        let store = try CaseStore.open(at: office.path)
        let raised = try store.raiseWarnings(at: Office.morning.advanced(minutes: 95), rules: office.rules)
        #expect(Set(raised.map(\.number)) == [whole.number])
    }

    @Test("Nothing to raise writes nothing, and takes no lock")
    func nothing() throws {
        let office = try Office()
        try office.register(dueInMinutes: 100)
        let other = try CaseStore.open(at: office.path)
        let before = try office.entries()
        // Somebody else holds the pen all the while: a write would have to wait for it.
        let (count, raised) = try office.store.batch { _ in
            (
                try other.countUnraised(at: Office.morning),
                try other.raiseWarnings(at: Office.morning, rules: office.rules)
            )
        }
        #expect(count == 0 && raised.isEmpty)
        #expect(try office.entries() == before)
    }

    @Test("W16: two processes that raise at the same moment raise each mark once")
    func together() throws {
        let office = try Office()
        for number in 0..<60 { try office.register("张\(number)", dueInMinutes: 10 + number) }
        let stores = try (0..<4).map { _ in try CaseStore.open(at: office.path) }
        let now = Office.morning.advanced(minutes: 30)
        let raised = Mutex<[RaisedWarning]>([])
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: stores.count) { index in
            do {
                let mine = try stores[index].raiseWarnings(at: now, rules: office.rules)
                raised.withLock { $0 += mine }
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 }.isEmpty)
        let all = raised.withLock { $0 }
        // 60 marks of nearness, and the 21 ends of the first half hour.
        #expect(all.count == 81)
        #expect(Set(all.map { "\($0.number) \($0.warning.mark.mark)" }).count == 81)
        #expect(try office.store.countUnraised(at: now) == 0)
        #expect(try office.store.verify().isSound)
    }

    @Test("Thousands of overdue cases are taken in bounded batches")
    func many() throws {
        let office = try Office()
        try office.store.batch { writer in
            for index in 0..<450 {
                try writer.register(
                    office.intake("李\(index)"), acceptance: office.deadline(-100), at: Office.morning,
                    by: office.wang.id)
            }
        }
        let now = Office.morning
        #expect(try office.store.countUnraised(at: now) == CaseStore.raisingBatch)
        let first = try office.store.raiseWarnings(at: now, rules: office.rules, limit: CaseStore.raisingBatch)
        #expect(Set(first.map(\.caseID)).count == CaseStore.raisingBatch)
        let rest = try office.store.raiseWarnings(at: now, rules: office.rules)
        #expect(Set(rest.map(\.caseID)).count == 250)
        #expect(try office.store.raiseWarnings(at: now, rules: office.rules).isEmpty)
    }

    @Test("W16: the list of open warnings names unit, agent, clock and date, and follows its filters")
    func list() throws {
        let office = try Office()
        let shimen = try office.register("张三", dueInMinutes: 30)
        let lianghe = try office.register("李四", village: "两河口", dueInMinutes: 100)
        try office.register("王五", village: "Old_Mill", dueInMinutes: 5_000)
        let now = Office.morning.advanced(minutes: 50)
        let all = try office.store.openWarnings(WarningQuery(now: now))
        #expect(Set(all.map(\.number)) == [shimen.number, lianghe.number])
        let first = try #require(all.first { $0.number == shimen.number })
        #expect(first.topic == .notAccepted && first.mark == .overdue)
        #expect(first.agent?.number == "A01" && first.village == "石门垭")
        #expect(first.applicant == "张*")
        #expect(all.first { $0.number == lianghe.number }?.mark == .near)
        let village = try office.store.openWarnings(WarningQuery(now: now, village: "两河口"))
        #expect(village.map(\.number) == [lianghe.number])
        let agent = try office.store.openWarnings(WarningQuery(now: now, agent: office.zhou.id))
        #expect(agent.map(\.number) == [shimen.number])
        // 张三's end was passed 20 minutes ago, 李四's mark 10 minutes ago.
        let since = try office.store.openWarnings(WarningQuery(now: now, since: now.advanced(minutes: -15)))
        #expect(since.map(\.number) == [lianghe.number])
    }
}
