import Casework
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("Making the tables anew")
struct RebuildTests {
    private let request = RebuildRequest(person: "R01", reason: "停电后核对")
    private let comparing = RebuildRequest(person: "R01", reason: "停电后核对", compares: true)

    private func worked() throws -> Office {
        let office = try Office()
        _ = try office.inReview("张三")
        try office.register("李四", village: "两河口")
        try office.register("王五", dueInMinutes: nil)
        try office.store.batch { writer in
            try writer.record(.checkedIn, about: office.zhou.id, at: Office.morning, by: office.zhou.id)
            try writer.record(
                .leaveTaken(.init(reason: "病")), about: office.he.id, at: Office.morning, by: office.he.id)
        }
        let month = try #require(CivilMonth(year: 2026, month: 11))
        let entry = try MoneyEntry(kind: .allowance, fen: 120_000, period: month, ground: "月补助", note: nil)
        try office.store.enterMoney(entry, for: office.zhou.id, by: office.reviewer, at: Office.morning)
        return office
    }

    private func isSound(_ office: Office) throws -> Bool {
        let report = try office.store.verify(VerificationOptions(isFull: true))
        for finding in report.findings { Issue.record("\(finding)") }
        return report.isSound
    }

    @Test("What was whole comes out the same, and the journal says that it was done")
    func same() throws {
        let office = try worked()
        let before = try office.projections()
        let entries = try office.entries()
        let report = try office.store.rebuild(request, at: Office.morning)
        #expect(report == RebuildReport(entries: Int64(entries), cases: 3, withoutBeginning: 0, brokenAt: nil))
        #expect(try office.projections() == before)
        #expect(try office.entries() == entries + 1)
        let last = try office.store.read { database in
            try Row.fetchOne(database, sql: "SELECT kind, actor, body FROM journal ORDER BY seq DESC LIMIT 1")
        }
        #expect(last?[0] == "projectionsRebuilt")
        #expect(last?[1] == office.wang.id.value)
        #expect(last?[2] == #"{"entries":\#(entries),"reason":"停电后核对"}"#)
        #expect(try isSound(office))
    }

    @Test(
        "Rows that are missing, wrong or too many are put right, and so are tables, indexes and triggers",
        arguments: [
            "DELETE FROM cases", "DELETE FROM clocks", "DELETE FROM clock_rules",
            "DELETE FROM staff", "DELETE FROM centre", "DELETE FROM villages WHERE position = 2",
            "UPDATE cases SET state = 'approved', number = number || 'x'",
            "UPDATE staff SET number = 'Q' || id, role = 'agent'", "DELETE FROM attendance", "DELETE FROM money_sums",
            "UPDATE money SET fen = fen + 1",
            """
            INSERT INTO cases SELECT 0, 'X', version, state, is_open, holder, item, village, applicant, submitted_at, \
            completed_at, closed_at, due_at, warn_at, is_provisional, is_urgent, returns, urgings, due_order, \
            review_order, item_kind, campaign, is_priority, clock, originals FROM cases LIMIT 1
            """,
            "ALTER TABLE case_work RENAME COLUMN seq TO entry", "DROP TABLE outbox", "DROP TABLE relay_origins",
            "DROP INDEX cases_in_review", "DROP TABLE villages", "DROP INDEX journal_by_subject",
            "DROP TRIGGER journal_refuses_delete",
            "CREATE TRIGGER quiet AFTER INSERT ON journal BEGIN DELETE FROM villages; END",
            "CREATE TRIGGER loud AFTER INSERT ON cases BEGIN UPDATE cases SET applicant = 'x'; END",
        ])
    func damage(_ sql: String) throws {
        let office = try worked()
        let before = try office.projections()
        try office.tamper("PRAGMA foreign_keys = OFF; \(sql)")
        #expect(try !office.store.verify().isSound)
        _ = try office.store.rebuild(request, at: Office.morning)
        #expect(try office.projections() == before)
        #expect(try isSound(office))
    }

    @Test("Stopped at any point it leaves all as it was", arguments: [0, 1, 2, 3, 5, 8])
    func stopped(_ calls: Int) throws {
        let office = try worked()
        try office.tamper("UPDATE cases SET applicant = '某'")
        let before = try office.projections()
        let parts = try office.store.read { try Schema.parts(in: $0) }
        let entries = try office.entries()
        var told = 0
        #expect(throws: RebuildError.stopped) {
            try office.store.rebuild(request, at: Office.morning) { _ in
                told += 1
                return told <= calls
            }
        }
        #expect(try office.projections() == before)
        #expect(try office.store.read { try Schema.parts(in: $0) } == parts)
        #expect(try office.entries() == entries)
    }

    @Test("It says which tables it has put right, and that nothing was different when nothing was")
    func changes() throws {
        let office = try worked()
        #expect(try office.store.rebuild(comparing, at: Office.morning).changes == [])
        let rows = try office.store.read { try Int64.fetchOne($0, sql: "SELECT count(*) FROM clocks") ?? 0 }
        try office.tamper(
            """
            UPDATE cases SET applicant = '某' WHERE id = 1; DELETE FROM clocks WHERE case_id = 1; DROP TABLE campaigns;
            """)
        let changes = try #require(try office.store.rebuild(comparing, at: Office.morning).changes)
        #expect(changes.map(\.table) == ["clocks", "cases", "campaigns"])
        #expect(changes[0].after == rows && changes[0].before.map { $0 < rows } == true)
        #expect(changes[1].before == changes[1].after)
        #expect(changes[2].before == nil)
        #expect(try office.store.rebuild(comparing, at: Office.morning).changes == [])
    }

    @Test("Who may not, or is not there, is refused")
    func refused() throws {
        let office = try worked()
        #expect(throws: RebuildError.notPermitted(.rebuild, .agent)) {
            try office.store.rebuild(RebuildRequest(person: "A01", reason: "试"), at: Office.morning)
        }
        #expect(throws: RebuildError.noSuchPerson("R99")) {
            try office.store.rebuild(RebuildRequest(person: "R99", reason: "试"), at: Office.morning)
        }
    }

    @Test("Nothing is made from an entry that a later program has written")
    func unreadable() throws {
        let office = try worked()
        try office.forge("UPDATE journal SET kind = 'accepted@2' WHERE kind = 'accepted'")
        let sequence = try #require(
            try office.store.read { database in
                try Int64.fetchOne(database, sql: "SELECT seq FROM journal WHERE kind = 'accepted@2'")
            })
        try office.rehash(from: sequence)
        let before = try office.projections()
        let finding = VerificationReport.Finding.entryNewer(sequence: sequence, kind: "accepted", version: 2)
        #expect(throws: RebuildError.unreadable(finding)) {
            try office.store.rebuild(request, at: Office.morning)
        }
        #expect(try office.projections() == before)
        #expect(try office.store.verify().findings == [finding])
    }
}
