import Casework
import GRDB
import Testing

@testable import CaseStore

/// Damage that SQLite goes on with as if nothing were.
@Suite("Damage that does not show")
struct HiddenDamageTests {
    private let request = RebuildRequest(person: "R01", reason: "停电后核对")

    /// Changes what SQLite believes an object to be, each statement on a connection of its own, as a tool would.
    private func rewrite(_ office: Office, _ statements: [String]) throws {
        for statement in statements { try office.tamper("PRAGMA writable_schema = ON; \(statement)") }
    }

    @Test("A table under another table's name is told of, and keeps nobody from looking at the anchors")
    func otherTable() throws {
        let office = try Office()
        try office.register()
        try office.tamper("UPDATE cases SET applicant = '李四'")
        try rewrite(office, ["UPDATE sqlite_schema SET tbl_name = 'Cases' WHERE type = 'table' AND name = 'cases'"])
        let report = try office.store.verify()
        #expect(report.findings.contains(.schemaDiffers(name: "cases")))
    }

    /// Makes the index by which subjects are gone through show what one of `columns` would.
    private func index(_ columns: String, in office: Office) throws {
        func set(_ columns: String) -> String {
            """
            UPDATE sqlite_schema SET sql = 'CREATE INDEX journal_by_subject ON journal \(columns)' \
            WHERE name = 'journal_by_subject'
            """
        }
        try rewrite(office, [set(columns)])
        try office.tamper("REINDEX journal_by_subject")
        try rewrite(office, [set("(subject_kind, subject, seq)")])
    }

    @Test("An index that shows every entry, but in the wrong order, is not believed by a rebuild")
    func misorderedIndex() throws {
        let office = try Office()
        let subject = try office.inReview()
        try index("(subject_kind, subject, seq DESC)", in: office)
        let shown = try office.store.read { database in
            try Int64.fetchAll(
                database,
                sql: """
                    SELECT seq FROM journal INDEXED BY journal_by_subject \
                    WHERE subject_kind = 'case' AND subject = ? ORDER BY seq
                    """, arguments: [subject.id.value])
        }
        #expect(shown == shown.sorted().reversed() && shown.count > 1)
        _ = try office.store.rebuild(request, at: Office.morning)
        #expect(try office.store.detail(of: subject.id)?.case.state == .inReview)
        #expect(try office.store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("An index that shows an entry under another subject is not believed by a rebuild")
    func misplacedEntry() throws {
        let office = try Office()
        let first = try office.inReview()
        let second = try office.register("王杰")
        let last = try office.store.read { database in
            try Int64.fetchOne(
                database, sql: "SELECT max(seq) FROM journal WHERE subject_kind = 'case' AND subject = ?",
                arguments: [first.id.value]) ?? 0
        }
        let distance = second.id.value - first.id.value
        try index("(subject_kind, subject + \(distance) * (seq = \(last)), seq)", in: office)
        let shown = try office.store.read { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM journal INDEXED BY journal_by_subject \
                    WHERE subject_kind = 'case' AND subject = ?
                    """, arguments: [second.id.value])
        }
        #expect(shown == 2)
        _ = try office.store.rebuild(request, at: Office.morning)
        #expect(try office.store.detail(of: first.id)?.case.state == .inReview)
        #expect(try office.store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("An index that does not show an entry is told of, and a rebuild does not believe it")
    func hiddenEntry() throws {
        let office = try Office()
        let value = try office.inReview()
        let last = Int64(try office.entries())
        try index("(subject_kind, subject, seq) WHERE seq <> \(last)", in: office)
        // What a replay by the index alone would see.
        let shown = try office.store.read { database in
            try Int64.fetchOne(
                database,
                sql: "SELECT max(seq) FROM journal INDEXED BY journal_by_subject WHERE subject_kind >= ''") ?? 0
        }
        #expect(shown < last)
        #expect(try office.store.verify().findings.contains(.schemaDiffers(name: "journal_by_subject")))
        _ = try office.store.rebuild(request, at: Office.morning)
        #expect(try office.store.detail(of: value.id)?.case.state == .inReview)
        #expect(try office.store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("What the index does not show of the newest case is not taken for a journal that was cut off")
    func hiddenBeginning() throws {
        let office = try Office()
        let value = try office.register("张三")
        try index("(subject_kind, subject, seq) WHERE subject <> \(value.id.value)", in: office)
        let store = try CaseStore.open(at: office.path)
        let shown = try store.read { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM journal INDEXED BY journal_by_subject WHERE subject_kind >= '' \
                    AND subject = \(value.id.value) AND subject_kind = 'case'
                    """)
        }
        #expect(shown == 0)
        #expect(try store.journalEnd() == nil && store.firstBreak() == nil)
        try store.batch { writer in
            try writer.record(.villageAdded(.init(name: "杨柳坪")), at: Office.morning, by: office.wang.id)
        }
        _ = try store.rebuild(request, at: Office.morning)
        #expect(try store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test(
        "A counter or an index of words that is gone is a finding, and a rebuild makes it",
        arguments: [
            "DROP TABLE ranks", "DROP TABLE search_names", "DROP TABLE case_search_terms; DROP TABLE case_search",
            "DROP INDEX cases_open_by_due",
            "CREATE TRIGGER odd AFTER INSERT ON ranks BEGIN UPDATE ranks SET count = count + 1; END",
        ])
    func derived(_ damage: String) throws {
        let office = try Office()
        try office.register()
        try office.tamper(damage)
        #expect(try !office.store.verify(VerificationOptions(isFull: true)).isSound)
        _ = try office.store.rebuild(request, at: Office.morning)
        let report = try office.store.verify(VerificationOptions(isFull: true))
        #expect(report.isSound, "\(report.findings)")
    }

    @Test("A column that holds nothing where something must be is told of, and ends no process")
    func nothing() throws {
        let office = try Office()
        try office.register()
        let whole = "count INTEGER NOT NULL"
        func replace(_ old: String, by new: String) -> String {
            "UPDATE sqlite_schema SET sql = replace(sql, '\(old)', '\(new)') WHERE name = 'ranks'"
        }
        try rewrite(office, [replace(whole, by: "count INTEGER")])
        try office.tamper("UPDATE ranks SET count = NULL")
        try rewrite(office, [replace("count INTEGER", by: whole)])
        let reopened = try CaseStore.open(at: office.path)
        #expect {
            try reopened.desk(DeskRequest(now: Office.morning, queues: [.pending: QueueRequest(limit: 5)]))
        } throws: { error in
            if case .corrupt = error as? StoreError { true } else { false }
        }
    }

    @Test("A moment that cannot be is told of, and ends no process")
    func moment() throws {
        let office = try Office()
        try office.register()
        try office.forge("UPDATE journal SET at = 9223372036854775807 WHERE seq = 1")
        let report = try office.store.verify(VerificationOptions(isFull: true))
        #expect(report.findings.contains(.entryAltered(sequence: 1)))
        #expect(UTCOffset.china.civil(Instant(milliseconds: .max)).date > UTCOffset.china.civil(Office.morning).date)
        #expect(UTCOffset.china.civil(Instant(milliseconds: .min)).date < UTCOffset.china.civil(Office.morning).date)
    }

    @Test("A case with a moment that cannot be is not acted on, also by who knew it before", arguments: [true, false])
    func momentOfCase(isKnown: Bool) throws {
        let office = try Office()
        let value = try office.register()
        try office.forge("UPDATE journal SET at = 9223372036854775807 WHERE subject_kind = 'case'")
        let store = isKnown ? office.store : try CaseStore.open(at: office.path)
        #expect(throws: StoreError.self) { try store.detail(of: value.id) }
        #expect(throws: ActionError.self) {
            try store.perform(
                .accept(.confirmed), on: value.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        }
    }

    @Test("A clock that should not be there keeps nobody from acting on its case")
    func surplusClock() throws {
        let office = try Office()
        let value = try office.register()
        try office.tamper(
            """
            INSERT INTO clocks SELECT case_id, \(value.clocks.count), kind, rule, start, due, warn_at, is_provisional, \
            is_stopped, has_pauses, attention_at FROM clocks WHERE case_id = \(value.id.value)
            """)
        #expect(try !office.store.verify().isSound)
        try office.store.perform(
            .accept(.confirmed), on: value.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        #expect(try office.store.verify().isSound)
    }

    @Test("A rebuild that would leave a case in nobody's hands is refused, and leaves all as it was")
    func dangling() throws {
        let office = try Office()
        try office.register()
        _ = try office.store.batch { writer in
            try writer.enrol(number: "D01", name: "程主任", role: .director, at: Office.morning, by: office.wang.id)
        }
        try office.forge("DELETE FROM journal WHERE kind = 'enrolled' AND subject = \(office.zhou.id.value)")
        var despite = RebuildRequest(person: "D01", reason: "停电后核对")
        despite.despiteBrokenChain = true
        let entries = try office.entries()
        #expect(throws: RebuildError.self) { try office.store.rebuild(despite, at: Office.morning) }
        #expect(try office.entries() == entries)
        #expect(try office.store.staff(office.zhou.id) != nil)
    }

    @Test("An error about a body does not repeat what stands in it")
    func words() throws {
        do {
            _ = try CanonicalJSON.value([Int64].self, from: #"["999999198703091418"]"#)
            Issue.record("read")
        } catch {
            #expect(!"\(error)".contains("9999"))
        }
    }
}
