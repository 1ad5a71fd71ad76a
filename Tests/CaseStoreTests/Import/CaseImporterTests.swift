import Casework
import Foundation
import Testing

@testable import CaseStore

/// Reading an export into the record: what comes in, what is rejected and how, and that it can be run again.
struct CaseImporterTests {
    private static let header = "no,asked,done,due,what,where"

    private func file(_ rows: [String], in office: Office, name: String = "export.csv") throws -> String {
        let path = office.folder + "/" + name
        try Data(([Self.header] + rows).joined(separator: "\n").appending("\n").utf8)
            .write(to: URL(fileURLWithPath: path))
        return path
    }

    private func importer(_ office: Office, _ change: (String) -> String = { $0 }) throws -> CaseImporter {
        CaseImporter(
            mapping: try ImportMapping(toml: change(MappingText.plain), source: "map.toml"), store: office.store,
            rules: office.rules, actor: office.wang.id, now: Office.morning)
    }

    @Test func `rows become cases with the deadlines they bring along, or the rulebook's`() throws {
        let office = try Office()
        let path = try file(
            [
                "B-1,2026-11-19 10:00,,2026-11-25 12:00,Street light,石门垭",
                "B-2,2026-11-19 10:00,,,Street light,Back Bay",
                "B-3,2026-11-10 10:00,2026-11-12 10:00,2026-11-11 10:00,Tree,Back Bay",
                "B-4,2025-11-10 10:00,2025-11-12 10:00,,Tree,Back Bay",
            ], in: office)
        let report = try importer(office).run(file: path)
        #expect(report.progress.imported == 4)
        #expect(report.states == [.pending: 2, .inReview: 1, .approved: 1])
        #expect(report.newVillages == 1 && report.newVillageNames == ["Back Bay"])
        #expect(report.newItems == 2)

        let first = try #require(try office.store.detail(number: "B-1")?.case)
        #expect(first.acceptance?.rule.kind == .target)
        #expect(first.acceptance?.rule.clause == "their own targets")
        #expect(first.acceptance?.due.civilText(.china) == "2026-11-25 12:00")
        #expect(first.acceptance?.warnAt.civilText(.china) == "2026-11-25 11:00")
        #expect(first.intake.applicant.name == "(anonymous)")
        // The one agent of the village has it.
        #expect(first.holder == office.zhou.id)

        let second = try #require(try office.store.detail(number: "B-2")?.case)
        #expect(second.acceptance?.rule == office.rules.rulebook.acceptance)
        let third = try #require(try office.store.detail(number: "B-3")?.case)
        #expect(third.completion?.due.civilText(.china) == "2026-11-11 10:00")
        #expect(third.completedAt?.civilText(.china) == "2026-11-12 10:00")
        let fourth = try #require(try office.store.detail(number: "B-4")?.case)
        #expect(fourth.closedAt?.civilText(.china) == "2025-11-12 10:00")
        #expect(try office.store.villages().last == "Back Bay")
        #expect(try office.store.verify().isSound)
    }

    @Test func `imported cases can be worked like any other`() throws {
        let office = try Office()
        let path = try file(
            ["B-1,2026-11-19 10:00,,,Light,石门垭", "B-3,2026-11-10 10:00,2026-11-12 10:00,,Tree,Back Bay"], in: office)
        _ = try importer(office).run(file: path)
        let pending = try #require(try office.store.detail(number: "B-1")?.case)
        let accepted = try office.store.perform(
            .accept(.confirmed), on: pending.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        #expect(accepted.state == .accepted)
        let waiting = try #require(try office.store.detail(number: "B-3")?.case)
        let approved = try office.store.perform(
            .approve(note: nil), on: waiting.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        #expect(approved.state == .approved)
        #expect(try office.store.verify().isSound)
    }

    @Test func `a second run doubles nothing and takes up what is new`() throws {
        let office = try Office()
        let rows = (1...25).map { "B-\($0),2026-11-19 10:00,,,Light,石门垭" }
        let importer = try importer(office)
        let stopped = try importer.run(file: try file(rows, in: office), batchSize: 10) { $0.rowsRead < 10 }
        #expect(stopped.wasStopped)
        #expect(stopped.progress.imported == 10)
        let entries = try office.entries()
        var seen: [Int] = []
        let report = try importer.run(
            file: try file(rows + ["B-25,2026-11-19 10:00,,,Light,石门垭"], in: office), batchSize: 10
        ) {
            seen.append($0.rowsRead)
            return true
        }
        #expect(report.progress.imported == 15)
        #expect(report.progress.alreadyThere == 11)
        #expect(report.progress.bytesRead == report.progress.bytesTotal)
        #expect(seen == [10, 20, 26])
        #expect(try office.entries() == entries + 15)
    }

    @Test func `another case with the same number is rejected, not taken for the same`() throws {
        let office = try Office()
        try office.register("张三", number: "B-1")
        let importer = try importer(office)
        let report = try importer.run(
            file: try file(
                [
                    "B-1,2026-11-19 10:00,,,Light,石门垭", "B-2,2026-11-19 10:00,,,Light,石门垭",
                    "B-2,2026-11-19 10:00,,,Light,石门垭", "B-2,2026-11-19 10:01,,,Light,石门垭",
                ], in: office))
        #expect(report.progress.imported == 1)
        #expect(report.progress.alreadyThere == 1)
        #expect(
            report.rejects.map { "\($0.row) \($0.column) \($0.reason.rawValue) \($0.detail)" } == [
                "2 no number-taken B-1", "5 no number-taken B-2",
            ])
        let other = try self.importer(office) { $0.replacing("\"township\"", with: "\"county\"") }
        let second = try other.run(file: try file(["B-2,2026-11-19 10:00,,,Light,石门垭"], in: office))
        #expect(second.rejects.map(\.reason) == [.numberTaken])
    }

    @Test func `what looks like a formula is the same after it went through a rejects file`() throws {
        let office = try Office()
        let place = office.folder + "/export.rejects.csv"
        let rows = [",2026-11-19 10:00,,,'=1+1,石门垭", "B-2,2026-11-19 10:00,,,-2,石门垭", "B-3,=x,,,@item,石门垭"]
        let importer = try importer(office)
        let first = try importer.run(file: try file(rows, in: office), rejects: place)
        #expect(first.progress.rejected == 2)
        // Mended: a number for the first, a time for the other.
        let mended = try String(contentsOfFile: place, encoding: .utf8)
            .replacing(",2026-11-19 10:00,,,'=1+1", with: "B-1,2026-11-19 10:00,,,'=1+1")
            .replacing("B-3,=x", with: "B-3,2026-11-19 10:00")
        let path = office.folder + "/mended.csv"
        try Data(mended.utf8).write(to: URL(fileURLWithPath: path))
        let second = try importer.run(file: path, rejects: place)
        #expect(second.progress.imported == 2, "\(mended) \(second.rejects)")
        #expect(try office.store.detail(number: "B-1")?.case.intake.item == "'=1+1")
        #expect(try office.store.detail(number: "B-2")?.case.intake.item == "-2")
        #expect(try office.store.detail(number: "B-3")?.case.intake.item == "@item")
    }

    @Test func `a case that stands otherwise here than in the file is told apart and left as it is`() throws {
        let office = try Office()
        let importer = try importer(office)
        let path = try file(
            ["B-1,2026-11-19 10:00,,,Light,石门垭", "B-2,2026-11-19 10:00,,,Light,石门垭"], in: office)
        _ = try importer.run(file: path)
        let value = try #require(try office.store.detail(number: "B-2")?.case)
        try office.store.perform(
            .accept(.confirmed), on: value.reference, by: office.reviewer, at: Office.morning, rules: office.rules)
        let entries = try office.entries()
        let report = try importer.run(file: path)
        #expect(report.progress.alreadyThere == 1 && report.progress.otherState == 1)
        #expect(report.differences.map(\.number) == ["B-2"])
        #expect(report.differences.map(\.found) == [.accepted])
        #expect(try office.entries() == entries)
    }

    @Test func `an unknown word for a state is rejected, or told where the default stands in`() throws {
        let office = try Office()
        let path = try file(
            [
                "B-1,2026-11-19 10:00,,,Closed,石门垭", "B-2,2026-11-19 10:00,,,Odd,石门垭",
                "B-3,2026-11-19 10:00,,,Odd,石门垭", "B-4,2026-11-19 10:00,,,Odd,",
            ], in: office)
        func run(_ fallback: String) throws -> ImportReport {
            try importer(office) {
                $0.replacing("[columns]", with: "[columns]\nstate = \"what\"")
                    .replacing("default = \"pending\"", with: fallback + "values = { Closed = \"accepted\" }")
            }.run(file: path)
        }
        let strict = try run("")
        #expect(strict.rejects.filter { $0.reason == .unknownValue }.map(\.detail) == ["Odd", "Odd"])
        #expect(strict.unknownWords.isEmpty)
        let mild = try run("default = \"pending\"\n")
        #expect(
            mild.unknownWords == [UnknownWord(meaning: .state, word: "Odd"): 2],
            "the fourth row is rejected for its village")
    }

    @Test func `an unknown word for an origin or a kind is told where the default stands in`() throws {
        let office = try Office()
        let path = office.folder + "/export.csv"
        let rows = ["B-1,paper,done by hand", "B-2,paper,", "B-3,,agency", "B-4,tel,agency"]
        try Data(
            ("no,asked,done,due,what,where,how,by\n"
                + rows.map { row in
                    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                    return "\(cells[0]),2026-11-19 10:00,,,Light,石门垭,\(cells[1]),\(cells[2])\n"
                }.joined()).utf8
        ).write(to: URL(fileURLWithPath: path))
        let report = try importer(office) {
            $0.replacing("[columns]", with: "[columns]\norigin = \"how\"\nkind = \"by\"")
                .replacing("default = \"phone\"", with: "default = \"walk-in\"\nvalues = { tel = \"phone\" }")
                .replacing("default = \"agency\"", with: "default = \"window\"\nvalues = { agency = \"agency\" }")
        }.run(file: path)
        #expect(
            report.unknownWords == [
                UnknownWord(meaning: .origin, word: "paper"): 2,
                UnknownWord(meaning: .kind, word: "done by hand"): 1,
            ])
        let intakes = try ["B-1", "B-3", "B-4"].map { try office.store.detail(number: $0)?.case.intake }
        #expect(intakes.map(\.?.origin) == [.walkIn, .walkIn, .phone])
        #expect(intakes.map(\.?.kind) == [.window, .agency, .agency])
    }

    @Test func `a deadline before the request itself is rejected`() throws {
        let office = try Office()
        let path = try file(
            [
                "B-1,2026-11-19 10:00,,2026-11-19 09:59,Light,石门垭",
                "B-2,2026-11-19 10:00,,2026-11-19 10:00,Light,石门垭",
            ], in: office)
        let report = try importer(office).run(file: path)
        #expect(report.progress.imported == 1)
        #expect(report.rejects.map(\.reason) == [.beforeSubmission] && report.rejects.map(\.column) == ["due"])
    }

    @Test func `a rejects file that exists is not overwritten`() throws {
        let office = try Office()
        let path = try file([",2026-11-19 10:00,,,Light,石门垭"], in: office)
        let place = office.folder + "/export.rejects.csv"
        try Data("half mended".utf8).write(to: URL(fileURLWithPath: place))
        for number in 2...3 {
            let report = try importer(office).run(file: path, rejects: place)
            #expect(report.rejectsPath == office.folder + "/export.rejects-\(number).csv")
        }
        #expect(try String(contentsOfFile: place, encoding: .utf8) == "half mended")
        #expect(RejectsFile.numbered("a.b/rejects", 2) == "a.b/rejects-2")
    }

    @Test func `steps in the wrong order and texts without end are rejected`() throws {
        let office = try Office()
        let importer = try importer(office) {
            $0.replacing("closed = \"done\"", with: "accepted = \"done\"\nclosed = \"due\"\nreason = \"what\"")
                .replacing("target = \"due\"\n", with: "").replacing("column = \"done\"", with: "column = \"due\"")
        }
        let report = try importer.run(
            file: try file(
                [
                    "B-1,2026-11-10 10:00,2026-11-12 10:00,2026-11-11 10:00,Tree,石门垭",
                    "B-2,2026-11-10 10:00,2026-11-12 10:00,2026-11-12 10:00,Tree,石门垭",
                    "B-3,2026-11-10 10:00,,,\(String(repeating: "树", count: 501)),石门垭",
                ], in: office))
        #expect(
            report.rejects.map { "\($0.row) \($0.column) \($0.reason.rawValue)" } == [
                "2 due out-of-order", "4 what field-too-long",
            ])
    }

    @Test func `the same village in another normal form is the same village`() throws {
        let office = try Office()
        _ = try importer(office).run(
            file: try file(
                ["B-1,2026-11-19 10:00,,,Caf\u{E9},石门垭", "B-2,2026-11-19 10:00,,,Cafe\u{301},石门垭"], in: office))
        let items = try ["B-1", "B-2"].map { try office.store.detail(number: $0)?.case.intake.item ?? "" }
        #expect(items.map { Array($0.unicodeScalars) }[0] == items.map { Array($0.unicodeScalars) }[1])
        #expect(try office.store.list(CaseListQuery(filter: "Caf\u{E9}")).count == 2)
    }

    @Test func `bad rows go to a rejects file with place and reason, and it can be imported once mended`() throws {
        let office = try Office()
        let path = try file(
            [
                "B-1,2026-11-19 10:00,,,Light,石门垭",
                "B-2,2026-02-30 10:00,,,Light,石门垭",
                "B-3,2026-11-19 10:00,,,\"Li\"\"ght\",",
                "B-4,2026-11-19 10:00",
                "B-5,2026-11-19 10:00,\"2026-11-20,,Light,石门垭",
                "B-6,2026-11-19 10:00,2026-11-18 10:00,,Light,石门垭",
                "B-7,2027-01-01 10:00,,,Light,石门垭",
                ",2026-11-19 10:00,,,Light,石门垭",
                "B-8,2026-11-19 10:00,,,Light,石门垭",
            ], in: office)
        let rejectsPath = office.folder + "/rejects.csv"
        let report = try importer(office).run(file: path, rejects: rejectsPath)
        #expect(report.progress.imported == 2)
        #expect(report.progress.rejected == 7)
        #expect(report.rejectsPath == rejectsPath)
        #expect(
            report.rejects.map { "\($0.row)/\($0.line) \($0.column) \($0.reason.rawValue) \($0.detail)" } == [
                "3/3 asked time 2026-02-30 10:00", "4/4 where blank ", "5/5  field-count 2/6",
                "6/6 done unclosed-quote ", "7/7 done before-submission 2026-11-18 10:00",
                "8/8 asked future 2027-01-01 10:00", "9/9 no blank ",
            ])
        let rejects = try String(contentsOfFile: rejectsPath, encoding: .utf8)
        let lines = rejects.split(separator: "\r\n")
        #expect(lines[0] == "reject.row,reject.line,reject.column,reject.reason,reject.detail,\(Self.header)")
        #expect(lines[2] == "4,4,where,blank,,B-3,2026-11-19 10:00,,,\"Li\"\"ght\",")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: office.folder).filter { $0.hasSuffix("partial") } == [])

        let mended = rejects.replacing("2026-02-30", with: "2026-02-27")
        try Data(mended.utf8).write(to: URL(fileURLWithPath: rejectsPath))
        let again = try importer(office).run(file: rejectsPath, rejects: office.folder + "/rejects-2.csv")
        #expect(again.progress.imported == 1)
        #expect(again.progress.rejected == 6)
        let second = try String(contentsOfFile: office.folder + "/rejects-2.csv", encoding: .utf8)
        #expect(second.split(separator: "\r\n")[0] == lines[0])
    }

    @Test func `a clean run leaves no rejects file`() throws {
        let office = try Office()
        let path = try file(["B-1,2026-11-19 10:00,,,Light,石门垭"], in: office)
        let report = try importer(office).run(file: path, rejects: office.folder + "/rejects.csv")
        #expect(report.rejectsPath == nil)
        #expect(!FileManager.default.fileExists(atPath: office.folder + "/rejects.csv"))
    }

    @Test func `an agent column gives the case to that agent and refuses a stranger`() throws {
        let office = try Office()
        let path = try file(
            ["B-1,2026-11-19 10:00,,,A02,石门垭", "B-2,2026-11-19 10:00,,,A99,石门垭"], in: office)
        let importer = try importer(office) { $0.replacing("[time]", with: "agent = \"what\"\n[time]") }
        let report = try importer.run(file: path)
        #expect(report.rejects.map(\.reason) == [.unknownAgent])
        #expect(try office.store.detail(number: "B-1")?.case.holder == office.he.id)
    }

    @Test func `a header without the mapping's columns is refused before anything is written`() throws {
        let office = try Office()
        let entries = try office.entries()
        let path = try file(["B-1,2026-11-19 10:00,,,Light,石门垭"], in: office)
        let importer = try importer(office) { $0.replacing("number = \"no\"", with: "number = \"id\"") }
        let error = #expect(throws: ImportError.self) { try importer.run(file: path) }
        guard case .missingColumns(let missing, let header) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(missing == [ImportError.MissingColumn(key: "columns.number", column: "id")])
        #expect(header == ["no", "asked", "done", "due", "what", "where"])
        #expect(try office.entries() == entries)
    }

    @Test func `files that are none are refused with their kind`() throws {
        let office = try Office()
        func error(_ path: String, rejects: String? = nil) throws -> ImportError? {
            let importer = try importer(office)
            return #expect(throws: ImportError.self) { try importer.run(file: path, rejects: rejects) }
        }
        guard case .unreadable = try error(office.folder + "/none.csv") else { return #expect(Bool(false)) }
        guard case .unreadable = try error(office.folder) else { return #expect(Bool(false)) }
        let empty = office.folder + "/empty.csv"
        try Data().write(to: URL(fileURLWithPath: empty))
        guard case .empty = try error(empty) else { return #expect(Bool(false)) }
        let binary = office.folder + "/binary.csv"
        try Data([0xFF, 0xFE, 0x41, 0x00, 0x0A]).write(to: URL(fileURLWithPath: binary))
        guard case .notCSV(_, 1, .invalidUTF8) = try error(binary) else { return #expect(Bool(false)) }
        let path = try file([], in: office)
        guard case .rejectsIsTheInput = try error(path, rejects: path) else { return #expect(Bool(false)) }
        guard case .rejects = try error(try file(["B-1"], in: office), rejects: office.folder + "/no/r.csv") else {
            return #expect(Bool(false))
        }
    }

    /// `Tests/DaibanTests/Import` holds the mapping and a sample of a real city's export.
    @Test func `the sample of Boston's requests comes in under its mapping`() throws {
        let office = try Office()
        let folder =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/DaibanTests/Import"
        let toml = try String(contentsOfFile: folder + "/boston311.toml", encoding: .utf8)
        let importer = CaseImporter(
            mapping: try ImportMapping(toml: toml, source: "boston311.toml"), store: office.store, rules: office.rules,
            now: Office.morning)
        let report = try importer.run(
            file: folder + "/boston311-sample.csv", rejects: office.folder + "/rejects.csv")
        #expect(report.progress.imported == 38)
        #expect(report.rejects.map(\.reason) == [.time, .fieldCount])
        #expect((report.states[.pending] ?? 0) == 5)
        #expect((report.states[.accepted] ?? 0) >= 6)
        #expect((report.states[.inReview] ?? 0) >= 6)
        let awkward = try #require(try office.store.detail(number: "990000000001")?.case)
        #expect(awkward.intake.village == "(no neighborhood)")
        #expect(awkward.intake.note?.contains("a text\nof two lines") == true)
        #expect(awkward.intake.submittedAt.iso8601(.utc) == "2024-12-12T18:00:00+00:00")
        #expect(try office.store.verify().isSound)
    }
}
