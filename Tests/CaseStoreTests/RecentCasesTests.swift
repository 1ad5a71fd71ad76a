import Casework
import GRDB
import Testing

@testable import CaseStore

@Suite("Cases that were read lately")
struct RecentCasesTests {
    private func recent(_ office: Office, _ id: CaseID) throws -> Case? {
        try office.store.read { try office.store.recentCases.find(id, in: $0) }
    }

    @Test("A case is known as it stands after it was read or changed, and not once somebody else has changed it")
    func standing() throws {
        let office = try Office()
        let other = try CaseStore.open(at: office.path)
        let pending = try office.register()
        #expect(try recent(office, pending.id) == pending)
        let accepted = try other.perform(
            .accept(.confirmed), on: pending.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        #expect(try recent(office, pending.id) == nil)
        // Whoever acts on what they saw is told, and what is there is read.
        #expect {
            try office.store.perform(
                .accept(.confirmed), on: pending.reference, by: office.reviewer, at: Office.morning,
                rules: office.rules)
        } throws: { error in
            guard case ActionError.conflict(let conflict) = error else { return false }
            return conflict.current == accepted && conflict.entries.count == 1
        }
        let seen = try #require(try office.store.detail(of: pending.id)).case
        #expect(seen == accepted)
        #expect(try recent(office, pending.id) == accepted)
        let done = try office.store.perform(
            .complete(note: "齐"), on: seen.reference, by: Actor(office.zhou), at: Office.morning, rules: office.rules)
        #expect(try recent(office, pending.id) == done)
        #expect(try other.detail(of: pending.id)?.case == done)
        #expect(try office.store.verify().isSound)
    }

    @Test("What was not committed is not known, and what stands is acted on")
    func abandoned() throws {
        struct Abandoned: Error {}
        let office = try Office()
        let pending = try office.register()
        #expect(throws: Abandoned.self) {
            try office.store.batch { writer in
                try writer.perform(
                    .accept(.confirmed), on: pending.reference, by: office.reviewer, at: Office.morning,
                    rules: office.rules)
                throw Abandoned()
            }
        }
        #expect(try recent(office, pending.id) == pending)
        let accepted = try office.store.perform(
            .accept(.confirmed), on: pending.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        #expect(accepted.version == pending.version + 1)
        #expect(try recent(office, pending.id) == accepted)
        #expect(try office.store.verify().isSound)
    }

    @Test("A case of the same number in a record that took the place of the first is another one")
    func otherRecord() throws {
        let (office, other) = (try Office(), try Office())
        let mine = try office.register("张三")
        let theirs = try other.register("李四")
        #expect(mine.id == theirs.id)
        let recent = RecentCases()
        let hash = try office.store.read { try #require(try RecordHead.newest(in: $0)).hash }
        recent.keep(mine, upTo: hash)
        #expect(try office.store.read { try recent.find(mine.id, in: $0) } == mine)
        #expect(try other.store.read { try recent.find(mine.id, in: $0) } == nil)
    }
}
