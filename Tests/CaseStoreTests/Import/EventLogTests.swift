import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Event logs of other systems")
struct EventLogTests {
    private static func time(_ slot: Int) -> String {
        UTCOffset.china.instant(CivilDate(year: 2026, month: 3, day: 2)!, minute: 480).advanced(minutes: slot * 400)
            .iso8601(.china)
    }

    private static func log(_ office: Office, cases: Int) throws -> String {
        var text = ""
        MadeUpLog.make(cases: cases, time: time) { text += $0 }
        return try file(office, text)
    }

    private static func file(_ office: Office, _ text: String, name: String = "log.csv") throws -> String {
        let path = office.folder + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private static func importer(_ office: Office, mapping: String = MadeUpLog.mapping) throws -> EventLogImporter {
        EventLogImporter(
            mapping: try EventLogMapping(toml: mapping, source: "map.toml"), store: office.store, rules: office.rules,
            actor: office.wang.id, now: Office.morning)
    }

    /// Rows of one case and more, in a log with the columns of the mapping.
    private static func rows(_ rows: [(case: String, activity: String, time: String)], remark: String = "") -> String {
        MadeUpLog.header
            + rows.map { "\($0.case),\($0.activity),\($0.time),,Pension,石门垭,张三,14000001234,\(remark),\n" }.joined()
    }

    /// Everything that the journal says about cases and what it made of them.
    private static func record(_ office: Office) throws -> [String] {
        try office.store.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT seq || at || actor || subject_kind || subject || kind || body || hex(hash) FROM journal \
                    ORDER BY seq
                    """)
                + String.fetchAll(database, sql: "SELECT id || number || state || version FROM cases ORDER BY id")
                + String.fetchAll(database, sql: "SELECT case_id || position || due || rule FROM clocks ORDER BY 1")
        }
    }

    @Test("A log whose rows are scattered over the file becomes whole histories, one entry for each event")
    func whole() throws {
        let office = try Office()
        let before = try office.entries()
        let report = try Self.importer(office).run(file: try Self.log(office, cases: 60), batchSize: 50)
        #expect(report.progress.cases == 60)
        #expect(report.progress.events == 20 * (9 + 7 + 8))
        #expect(report.progress.rows == report.progress.events)
        #expect(report.progress.rowsDone == report.progress.rows)
        #expect(report.progress.casesRejected == 0)
        #expect(report.states == [.filed: 60])
        // The villages and items that were new have an entry each.
        #expect(try office.entries() == before + report.progress.events + report.newVillages + report.newItems)
        #expect(report.newVillages > 0 && report.newVillageNames.count == min(report.newVillages, 5))
        let verification = try office.store.verify()
        #expect(verification.isSound, "\(verification.findings)")
        let detail = try #require(try office.store.detail(number: "C1000002"))
        #expect(detail.case.returns == 1)
        #expect(detail.case.reason == "the form, page 2, is empty")
        #expect(
            detail.trace.reversed().map(\.event.kind) == [
                .registered, .accepted, .completed, .rejected, .completed, .approved, .delivered, .filed,
            ])
        #expect(detail.trace.allSatisfy { $0.actor == office.wang.id })
        #expect(detail.trace.last?.at.iso8601(.china) == Self.time(2))
        #expect(detail.case.facts.rating == nil)
        #expect(try office.store.detail(number: "C1000000")?.case.facts.rating?.level == 5)
    }

    @Test("The histories have the deadlines that the rulebook gives any case")
    func deadlines() throws {
        let office = try Office()
        let log = Self.rows([
            ("C1", "Take in", "2026-11-17T10:00:00+08:00"), ("C1", "Submit", "2026-11-16T10:00:00+08:00"),
        ])
        _ = try Self.importer(office).run(file: try Self.file(office, log))
        let submitted = try #require(Instant("2026-11-16T10:00:00+08:00", offset: .china))
        let accepted = try #require(Instant("2026-11-17T10:00:00+08:00", offset: .china))
        let value = try #require(try office.store.detail(number: "C1")).case
        let same = office.rules
        #expect(
            value.completion
                == same.rulebook.completion.deadline(from: accepted, calendar: same.calendar, offset: same.offset))
        #expect(
            value.acceptance
                == same.rulebook.acceptance.deadline(from: submitted, calendar: same.calendar, offset: same.offset))
        #expect(value.holder == office.zhou.id)
        #expect(value.isOpen)
    }

    @Test("Events of the same instant keep the order of the file")
    func ties() throws {
        let office = try Office()
        let at = "2026-11-16T10:00:00+08:00"
        let log = Self.rows([
            ("C1", "Submit", at), ("C1", "Take in", at), ("C1", "Hand to review", at), ("C1", "Approve", at),
        ])
        let report = try Self.importer(office).run(file: try Self.file(office, log))
        #expect(report.states == [.approved: 1])
    }

    @Test("A history that cannot have been goes to the rejects file whole, with the place and the reason")
    func impossible() throws {
        let office = try Office()
        let log = Self.rows([
            ("C1", "Submit", "2026-11-16T10:00:00+08:00"), ("C2", "Submit", "2026-11-16T10:01:00+08:00"),
            ("C1", "Approve", "2026-11-16T11:00:00+08:00"), ("C3", "Dance", "2026-11-16T10:00:00+08:00"),
            ("C3", "Submit", "2026-11-16T09:00:00+08:00"), ("C4", "Take in", "2026-11-16T09:00:00+08:00"),
            ("C5", "Submit", "yesterday"), ("C6", "Submit", "2027-11-16T10:00:00+08:00"),
            ("C7", "Print label", "never"), ("", "Submit", "2026-11-16T10:00:00+08:00"),
        ])
        let path = office.folder + "/rejects.csv"
        let report = try Self.importer(office).run(file: try Self.file(office, log), rejects: path)
        #expect(report.progress.cases == 1)
        #expect(report.progress.casesRejected == 5)
        #expect(report.progress.rowsRejected == 8)
        let byRow = Dictionary(uniqueKeysWithValues: report.rejects.map { ($0.row, $0.reason) })
        #expect(
            byRow == [
                4: .history, 5: .unknownValue, 7: .noRegistration, 8: .time, 9: .future, 11: .blank,
            ])
        #expect(report.rejects.first { $0.row == 4 }?.detail == "Approve: wrongState (pending)")
        // The first row of C1 is as it should be, and is there to be mended with the other one.
        let rejects = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
        #expect(rejects.count == 9)
        #expect(rejects.contains { $0.hasPrefix("2,2,concept:name,other-row,4,C1,Submit") })
        #expect(try office.store.detail(number: "C1") == nil)
        #expect(try office.store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("Broken off at any batch and run again, it gives the record of an uninterrupted run")
    func resuming() throws {
        let whole = try Office()
        let bad = Self.rows([("C0000001", "Dance", "2026-11-16T10:00:00+08:00")]).split(separator: "\n")[1] + "\n"
        func log(_ office: Office) throws -> String {
            var text = ""
            MadeUpLog.make(cases: 40, time: Self.time) { text += $0 }
            return try Self.file(office, text + bad)
        }
        let report = try Self.importer(whole).run(file: try log(whole), batchSize: 20)
        #expect(report.progress.cases == 40)
        let expected = try Self.record(whole)
        for stop in [1, 3, 7] {
            let office = try Office()
            let path = try log(office)
            var batches = 0
            let first = try Self.importer(office).run(file: path, batchSize: 20) { progress in
                if progress.phase == .recording, progress.rowsDone > 0 { batches += 1 }
                return batches < stop
            }
            #expect(first.wasStopped)
            #expect((1..<40).contains(first.progress.cases))
            let second = try Self.importer(office).run(file: path, rejects: office.folder + "/r.csv", batchSize: 20)
            #expect(second.progress.alreadyThere == first.progress.cases)
            #expect(second.progress.cases + first.progress.cases == 40)
            #expect(second.progress.rowsRejected == 1)
            #expect(second.rejectsPath != nil)
            #expect(try Self.record(office) == expected)
            let third = try Self.importer(office).run(file: path)
            #expect(third.progress.alreadyThere == 40)
            #expect(third.progress.cases == 0)
            #expect(try Self.record(office) == expected)
        }
    }

    @Test("What is passed over is not decided anew; the same cases from another file are known by their source")
    func known() throws {
        let office = try Office()
        let one = Self.rows([("C1", "Submit", "2026-11-16T10:00:00+08:00")])
        _ = try Self.importer(office).run(file: try Self.file(office, one))
        let more = one + "C2,Submit,2026-11-16T10:00:00+08:00,,Pension,石门垭,李四,,,\n"
        let again = try Self.importer(office).run(file: try Self.file(office, more))
        #expect(again.progress.alreadyThere == 1)
        #expect(again.progress.cases == 1)
        try office.register(number: "C3")
        let taken = more + "C3,Submit,2026-11-16T10:00:00+08:00,,Pension,石门垭,王五,,,\n"
        let report = try Self.importer(office).run(file: try Self.file(office, taken))
        #expect(report.rejects.map(\.reason) == [.numberTaken])
    }

    @Test("A case that stands otherwise here than a newer log leads to is told apart and left as it is")
    func otherState() throws {
        let office = try Office()
        let one = Self.rows([
            ("C1", "Submit", "2026-11-16T10:00:00+08:00"), ("C2", "Submit", "2026-11-16T10:00:00+08:00"),
        ])
        _ = try Self.importer(office).run(file: try Self.file(office, one))
        let more = one + "C2,Take in,2026-11-17T10:00:00+08:00,,Pension,石门垭,张三,14000001234,,\n"
        let entries = try office.entries()
        let report = try Self.importer(office).run(file: try Self.file(office, more))
        #expect(report.progress.alreadyThere == 1 && report.progress.otherState == 1)
        let difference = try #require(report.differences.first)
        #expect(difference.number == "C2" && difference.said == .accepted && difference.found == .pending)
        #expect(try office.entries() == entries)
    }

    @Test("Run again, the import still tells of the cases whose numbers are another source's")
    func takenAgain() throws {
        let office = try Office()
        try office.register(number: "C2")
        let elsewhere = MadeUpLog.mapping.replacingOccurrences(of: "\"made-up-log\"", with: "\"another-log\"")
        let third = Self.rows([("C3", "Submit", "2026-11-16T10:00:00+08:00")])
        _ = try Self.importer(office, mapping: elsewhere).run(file: try Self.file(office, third, name: "other.csv"))
        let fourth = Self.rows([("C4", "Submit", "2026-11-13T10:00:00+08:00")])
        _ = try Self.importer(office).run(file: try Self.file(office, fourth, name: "earlier.csv"))
        let log = Self.rows(
            (1...4).flatMap { number in
                [
                    ("C\(number)", "Print label", "2026-11-15T10:00:00+08:00"),
                    ("C\(number)", "Submit", "2026-11-16T10:00:00+08:00"),
                ]
            })
        let path = try Self.file(office, log)
        for run in 0..<2 {
            let rejects = office.folder + "/rejects-of-run-\(run).csv"
            let report = try Self.importer(office).run(file: path, rejects: rejects)
            #expect(report.progress.cases == (run == 0 ? 1 : 0))
            #expect(report.progress.alreadyThere == run)
            #expect(report.progress.casesRejected == 3)
            #expect(report.rejects.map(\.detail) == ["C2", "C2", "C3", "C3", "C4", "C4"])
            #expect(report.rejects.allSatisfy { $0.reason == .numberTaken })
            #expect(report.rejectsPath == rejects)
        }
    }

    @Test("JSON Lines say the same as CSV")
    func lines() throws {
        let office = try Office()
        let mapping = MadeUpLog.mapping.replacingOccurrences(
            of: "format = \"csv\"\ndelimiter = \",\"", with: "format = \"jsonl\"")
        func line(_ activity: String, _ time: String) -> String {
            """
            {"case:concept:name": "C\\u0031", "concept:name": "\(activity)", "time:timestamp": "\(time)", \
            "case:village": "石门垭", "case:item": "Pension", "stars": 4, "more": {"deep": ["}", 1]}, "none": null}

            """
        }
        let text =
            line("Take in", "2026-11-17T10:00:00+08:00") + "not json\n\n" + line("Submit", "2026-11-16T10:00:00+08:00")
        let report = try Self.importer(office, mapping: mapping).run(
            file: try Self.file(office, text, name: "log.jsonl"))
        #expect(report.states == [.accepted: 1])
        #expect(report.rejects.map(\.reason) == [.notAnObject])
        #expect(report.rejects.map(\.line) == [2])
    }

    @Test("A mapping with a mistake names its key; a header without a column names both")
    func mistakes() throws {
        let office = try Office()
        #expect(throws: ConfigurationError.self) {
            try EventLogMapping(
                toml: MadeUpLog.mapping.replacingOccurrences(of: "\"filed\"", with: "\"eaten\""), source: "m")
        }
        #expect(throws: ConfigurationError.self) {
            try EventLogMapping(
                toml: MadeUpLog.mapping.replacingOccurrences(of: "\"registered\"", with: "\"accepted\""), source: "m")
        }
        let path = try Self.file(office, "a,b,c\n1,2,3\n")
        #expect(throws: ImportError.self) { try Self.importer(office).run(file: path) }
        #expect(throws: ImportError.self) { try Self.importer(office).run(file: office.folder + "/none.csv") }
        let empty = try Self.file(office, "")
        #expect(throws: ImportError.self) { try Self.importer(office).run(file: empty) }
    }

    @Test("A case with more events than any has does not fill the memory, and the next one is itself again")
    func endless() throws {
        let office = try Office()
        var text = MadeUpLog.header
        for _ in 0...(EventLogImporter.eventLimit + 5) { text += "C1,Submit,2026-11-16T10:00:00+08:00,,P,石门垭,张三,,,\n" }
        text += "C2,Submit,2026-11-16T10:00:00+08:00,,P,石门垭,张三,,,\n"
        let report = try Self.importer(office).run(file: try Self.file(office, text))
        #expect(report.progress.cases == 1)
        #expect(report.progress.rowsRejected == EventLogImporter.eventLimit + 6)
        #expect(report.rejects.first?.reason == .tooManyEvents)
    }
}
