import Casework
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("Making the tables anew although the chain is broken")
struct RebuildDespiteBreakTests {
    private let request = RebuildRequest(person: "R01", reason: "停电后核对")
    private let despite = RebuildRequest(person: "D01", reason: "找不到备份", despiteBrokenChain: true)

    private func office() throws -> Office {
        let office = try Office()
        _ = try office.store.batch { writer in
            try writer.enrol(number: "D01", name: "程主任", role: .director, at: Office.morning, by: office.wang.id)
        }
        _ = try office.inReview("张三")
        return office
    }

    /// Takes the entries behind that one away.
    private func cut(_ office: Office, behind last: Int) throws {
        try office.forge("DELETE FROM journal WHERE seq > \(last)")
    }

    private func applicants(_ store: CaseStore) throws -> [String] {
        try store.read { try String.fetchAll($0, sql: "SELECT applicant FROM cases ORDER BY id") }
    }

    private func refusal(_ office: Office) throws -> (VerificationReport.Finding, LostCases?) {
        do {
            _ = try office.store.rebuild(request, at: Office.morning)
        } catch .brokenChain(let finding, let lost) {
            return (finding, lost)
        }
        throw CocoaError(.featureUnsupported)
    }

    @Test("A case, or a row of work, that is newer than the journal's end is not swept away, and is named")
    func cutJournal() throws {
        let office = try office()
        let entries = try office.entries()
        try office.register("孙七")
        try cut(office, behind: entries)
        let cut = VerificationReport.Finding.journalCut(entries: Int64(entries), known: Int64(entries) + 1)
        let (finding, lost) = try refusal(office)
        #expect(finding == cut)
        #expect(lost?.cases.map(\.number) == ["YX261120-0002"])
        try office.tamper("DELETE FROM case_work WHERE seq > \(entries)")
        #expect(try refusal(office).0 == cut)
        #expect(try applicants(office.store) == ["张三", "孙七"])
        let names = try FileManager.default.contentsOfDirectory(atPath: office.folder)
        #expect(!names.contains { $0.contains("before-rebuild") }, "\(names)")
    }

    @Test("What goes is kept beside the record and listed, and its numbers and ids are never given again")
    func listed() throws {
        let office = try office()
        func register(_ store: CaseStore) throws -> Case {
            try store.batch { writer in
                try writer.register(office.intake("赵六"), acceptance: nil, at: Office.morning, by: .office)
            }
        }
        // Another process that has registered cases before, and goes on afterwards.
        let other = try CaseStore.open(at: office.path)
        _ = try register(other)
        let entries = try office.entries()
        let gone = [try office.register("孙七"), try office.register("周八")]
        try cut(office, behind: entries)
        let report = try office.store.rebuild(despite, at: Office.morning)
        let aside = try #require(report.aside)
        #expect(aside.lost?.cases.map(\.number) == gone.map(\.number))
        let copy = try CaseStore.open(at: aside.kept, access: .readOnly)
        #expect(try applicants(copy) == ["张三", "赵六", "孙七", "周八"])
        let list = try String(contentsOfFile: #require(aside.list), encoding: .utf8)
        #expect(list.contains(gone[0].number) && list.contains(gone[1].number) && !list.contains("孙七"), "\(list)")
        let mode = try FileManager.default.attributesOfItem(atPath: #require(aside.list))[.posixPermissions] as? Int
        #expect(mode == 0o600)

        for store in [other, office.store, try CaseStore.open(at: office.path)] {
            let made = try register(store)
            #expect(made.id > gone[1].id && made.number > gone[1].number, "\(made.number)")
        }
        #expect(try office.store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("The numbers stay taken over a restore that loses the entry that tells them")
    func restored() throws {
        let office = try office()
        let entries = try office.entries()
        let backup = office.folder + "/copy.sqlite"
        _ = try RecordBackup(database: office.path).write(to: backup)
        let gone = try office.register("孙七")
        try cut(office, behind: entries)
        _ = try office.store.rebuild(despite, at: Office.morning)
        let restore = try RecordRestore(from: backup, over: office.path)
        _ = try restore.place(at: Office.morning, by: .office, account: "zhou")
        let made = try CaseStore.open(at: office.path).batch { writer in
            try writer.register(office.intake("赵六"), acceptance: nil, at: Office.morning, by: .office)
        }
        #expect(made.number > gone.number && made.id > gone.id, "\(made.number)")
    }

    @Test("A broken chain is refused, gone on from only by who leads the centre, and told at each verification")
    func brokenChain() throws {
        let office = try office()
        try office.forge("UPDATE journal SET at = at + 1 WHERE seq = 3")
        #expect(try refusal(office).0 == .entryAltered(sequence: 3))
        var wrong = despite
        wrong.person = "R01"
        #expect(throws: RebuildError.notPermitted(.rebuildDespiteBrokenChain, .reviewer)) {
            try office.store.rebuild(wrong, at: Office.morning)
        }
        let report = try office.store.rebuild(despite, at: Office.morning)
        #expect(report.brokenAt == .entryAltered(sequence: 3))
        #expect(report.aside?.lost?.isEmpty == true && report.aside?.list == nil)
        let remade = try #require(try office.store.verify().remade.first)
        #expect(remade.person == "D01 程主任" && remade.word.reason == "找不到备份" && remade.word.brokenAt == 3)
        #expect(remade.word.lostCases == 0)
        #expect(remade.word.kept.map { report.aside?.kept.hasSuffix("/" + $0) } == true)
    }

    @Test(
        "What the journal does not tell of is kept and named also where entries came behind the cut and the chain is whole"
    )
    func healed() throws {
        let office = try office()
        let entries = try office.entries()
        let gone = try office.register("孙七")
        try cut(office, behind: entries)
        // Somebody checks in at the place of what was cut off, and somebody registers: with a program that did not look at
        // the journal's end.
        try office.store.current().lastSeen.store(1, ordering: .relaxed)
        try office.store.batch { writer in
            try writer.record(.checkedIn, about: office.zhou.id, at: Office.morning, by: office.zhou.id)
        }
        try office.register("周八")
        #expect(try office.store.firstBreak() == nil)
        let report = try office.store.rebuild(request, at: Office.morning)
        #expect(report.brokenAt == nil && report.aside?.lost?.cases.map(\.number) == [gone.number])
        #expect(try office.store.verify().remade.map(\.word.lostCases) == [1])
    }

    @Test(
        "A step that was taken out of the middle is told, with or without the index of the journal",
        arguments: [true, false])
    func hole(_ hasIndex: Bool) throws {
        let office = try office()
        let step = try #require(
            try office.store.read { database in
                try Int64.fetchOne(database, sql: "SELECT max(seq) FROM case_work")
            })
        try office.register("孙七")
        try office.forge("DELETE FROM journal WHERE seq = \(step)")
        if !hasIndex { try office.tamper("DROP INDEX journal_by_subject") }
        let (_, lost) = try refusal(office)
        #expect(lost?.cases == [] && lost?.shortened.map(\.number) == ["YX261120-0001"])
        let report = try office.store.rebuild(despite, at: Office.morning)
        #expect(report.aside?.lost?.shortened.count == 1 && report.aside?.list != nil)
    }

    @Test("A run that is stopped leaves nothing beside the record")
    func stopped() throws {
        let office = try office()
        try office.forge("UPDATE journal SET at = at + 1 WHERE seq = 3")
        #expect(throws: RebuildError.stopped) {
            try office.store.rebuild(despite, at: Office.morning) { $0.stage == .chain }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: office.folder)
        #expect(!names.contains { $0.contains("before-rebuild") }, "\(names)")
    }
}
