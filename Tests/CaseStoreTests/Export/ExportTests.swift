import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// What comes out, and that it goes in again unchanged.
@Suite("Export and import of our own tables")
struct ExportTests {
    static let hostile = [
        "=cmd|' /C calc'!A0", "\"quoted\", and, commas", "line\nbreak\r\nand return\rhere", "+86 140", "-1", "@SUM(1)",
        "\tTab first", "＝全角", " =behind a blank", "\"=behind a quote", "'apostrophe", "''two", "00123", "1E5",
        "2026-01-02", "MAR1", "true", "👩‍👩‍👧 emoji", "\u{202E}turned\u{202C}", "e\u{301}", "é", "“=quoted”", ".5", "１２３",
        "\u{FEFF}=behind a mark", "ends with blank ", "\\u0041 \\n", "a\"b\"c",
    ]

    private static func export(
        _ office: Office, _ kind: ExportKind, _ format: ExportFormat, masked: Bool = true, by actor: StaffMember? = nil
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let privacy: ExportRequest.Privacy =
            masked ? .masked : .unmasked(Actor(actor ?? office.wang), reason: "交县里归档")
        let request = ExportRequest(kind: kind, format: format, privacy: privacy, now: Office.morning)
        _ = try office.store.export(request) { (more) throws(ExportError) in bytes += more }
        return bytes
    }

    private static func director(_ office: Office) throws -> StaffMember {
        try office.store.batch { writer in
            try writer.enrol(number: "D01", name: "钱主任", role: .director, at: Office.morning, by: .office)
        }
    }

    /// Cases with every hostile text in their free fields, one with a whole life, and one done again.
    private static func fill(_ office: Office) throws {
        try office.store.batch { writer in
            for (index, text) in hostile.enumerated() {
                var intake = office.intake("张三\(index)")
                intake.applicant.identityNumber = "99999919900307001\(index % 10)"
                intake.applicant.phone = "14000001234"
                intake.applicant.address = text
                intake.note = text
                intake.priority = [.old, .sick]
                try writer.register(
                    intake, number: index == 3 ? "000\(index)" : nil, acceptance: office.deadline(60),
                    at: Office.morning,
                    by: office.wang.id)
            }
        }
        let case1 = try office.inReview("李四")
        let later = Office.morning.advanced(minutes: 20)
        let returned = try office.store.perform(
            .reject(reason: "=缺少证明, \"原件\""), on: case1.reference, by: office.reviewer, at: later,
            rules: office.rules)
        let asked = try office.store.perform(
            .askSupplement(missing: ["户口本"], note: "请张三 14000001234 来", again: nil), on: returned.reference,
            by: office.reviewer, at: later, rules: office.rules)
        _ = try office.store.perform(
            .reassign(to: office.he), on: asked.reference, by: office.reviewer, at: later, rules: office.rules)
    }

    @Test(
        "An unmasked export of cases, taken into an empty record with the same people, comes out as the same bytes",
        arguments: ExportFormat.allCases)
    func roundTrip(format: ExportFormat) throws {
        let source = try Office()
        try Self.fill(source)
        let bytes = try Self.export(source, .cases, format, masked: false, by: try Self.director(source))
        let target = try Office()
        let director = try Self.director(target)
        let path = target.folder + "/cases"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let later = Office.morning.advanced(minutes: 60)
        let importer = FormImporter(format: format, store: target.store, actor: nil, now: later)
        let (kind, report) = try importer.run(file: path)
        #expect(kind == .cases)
        #expect(report.progress.rejected == 0, "\(report.rejects)")
        #expect(report.progress.imported == Self.hostile.count + 1)
        #expect(try Self.export(target, .cases, format, masked: false, by: director) == bytes)
        let verification = try target.store.verify()
        #expect(verification.isSound, "\(verification.findings)")
        // Once more: everything is there.
        #expect(try importer.run(file: path).report.progress.alreadyThere == Self.hostile.count + 1)
        let one = try #require(try target.store.detail(number: "YX261120-\(Self.padded(Self.hostile.count))"))
        #expect(one.case.facts.legs.count == 2)
        #expect(one.case.holder == target.he.id)
    }

    @Test("A file that was made for spreadsheets is not taken for a plain one", arguments: [ExportKind.cases, .staff])
    func wrongFormat(kind: ExportKind) throws {
        let source = try Office()
        try Self.fill(source)
        _ = try source.store.batch { writer in
            try writer.enrol(
                number: "A09", name: "钱一", role: .agent, village: "石门垭", phone: "13900000001", at: Office.morning,
                by: .office)
        }
        let bytes = try Self.export(source, kind, .spreadsheet, masked: false, by: try Self.director(source))
        let target = try Office()
        let actor = Actor(try Self.director(target))
        let path = target.folder + "/table"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let entries = try target.entries()
        let importer = FormImporter(format: .csv, store: target.store, actor: actor, now: Office.morning)
        #expect {
            try importer.run(file: path)
        } throws: { error in
            if case ImportError.madeForSpreadsheets(path) = error { true } else { false }
        }
        #expect(try target.entries() == entries)
    }

    private static func padded(_ number: Int) -> String {
        String(repeating: "0", count: 4 - "\(number)".count) + "\(number)"
    }

    @Test("Staff go through, too, with what happened to them", arguments: ExportFormat.allCases)
    func staff(format: ExportFormat) throws {
        let source = try Office()
        try source.store.batch { writer in
            var member = StaffMember(id: StaffID(0), number: "A07", name: "=赵", role: .agent, village: "Old_Mill")
            member.phone = "014000001234"
            member.birthday = CivilDate(year: 1980, month: 3, day: 7)
            member.isGridWorker = true
            let zhao = try writer.enrol(member, at: Office.morning, by: .office)
            try writer.record(.checkedIn, about: zhao.id, at: Office.morning, by: .office)
            try writer.record(
                .left(try .init(reason: "搬走")), about: source.he.id, at: Office.morning.advanced(minutes: 3),
                by: .office)
        }
        let bytes = try Self.export(source, .staff, format, masked: false, by: try Self.director(source))
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/staff"))
        let store = try CaseStore.create(at: folder + "/new.db", centre: Office.centre, now: Office.morning)
        let importer = FormImporter(
            format: format, store: store, actor: Actor(id: .office, role: .director), now: Office.morning)
        let (kind, report) = try importer.run(file: folder + "/staff")
        #expect(kind == .staff)
        #expect(report.progress.imported == 5, "\(report.rejects)")
        var again: [UInt8] = []
        let director = try #require(try store.staff(number: "D01"))
        _ = try store.export(
            ExportRequest(
                kind: .staff, format: format, privacy: .unmasked(Actor(director), reason: "核对"), now: Office.morning)
        ) { (more) throws(ExportError) in again += more }
        #expect(again == bytes)
        #expect(try store.verify().isSound)
    }

    @Test("Items go through", arguments: ExportFormat.allCases)
    func items(format: ExportFormat) throws {
        let source = try Office()
        let director = Actor(try Self.director(source))
        try ItemList.start().items.filter { $0.level == .township }.withStore(source.store, director)
        let bytes = try Self.export(source, .items, format)
        #expect(bytes.count > 1_000)
        let target = try Office()
        let path = target.folder + "/items"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let importer = FormImporter(
            format: format, store: target.store, actor: Actor(try Self.director(target)), now: Office.morning)
        let (kind, report) = try importer.run(file: path)
        #expect(kind == .items)
        #expect(report.progress.rejected == 0, "\(report.rejects)")
        #expect(try Self.export(target, .items, format) == bytes)
    }

    @Test("Masked is the default, in every table and in what people wrote", arguments: ExportFormat.allCases)
    func masked(format: ExportFormat) throws {
        let office = try Office()
        try Self.fill(office)
        for kind in ExportKind.allCases {
            let text = String(decoding: try Self.export(office, kind, format), as: UTF8.self)
            #expect(!text.contains("99999919900307001"), "\(kind)")
            #expect(!text.contains("14000001234"), "\(kind)")
            #expect(!text.contains("李四"), "\(kind)")
        }
    }

    @Test("A masked file is refused as a source before anything is written")
    func maskedIsNoSource() throws {
        let office = try Office()
        try Self.fill(office)
        for kind in [ExportKind.cases, .staff] {
            let path = office.folder + "/masked"
            try Data(try Self.export(office, kind, .csv)).write(to: URL(fileURLWithPath: path))
            let before = try office.entries()
            let importer = FormImporter(format: .csv, store: office.store, actor: office.reviewer, now: Office.morning)
            #expect { try importer.run(file: path) } throws: { error in
                if case ImportError.masked = error { true } else { false }
            }
            #expect(try office.entries() == before)
        }
        for kind in [ExportKind.journal, .attendance, .warnings] {
            let path = office.folder + "/other"
            try Data(try Self.export(office, kind, .csv)).write(to: URL(fileURLWithPath: path))
            let importer = FormImporter(format: .csv, store: office.store, actor: office.reviewer, now: Office.morning)
            #expect { try importer.run(file: path) } throws: { error in
                if case ImportError.noSource(kind) = error { true } else { false }
            }
        }
    }

    @Test("Unmasked is for directors and supervisors, with a reason, and is recorded before it goes out")
    func unmasked() throws {
        let office = try Office()
        try Self.fill(office)
        let director = try Self.director(office)
        let before = try office.entries()
        for (actor, reason) in [(office.wang, "好奇"), (office.zhou, "好奇"), (director, "  ")] {
            let request = ExportRequest(
                kind: .cases, format: .csv, privacy: .unmasked(Actor(actor), reason: reason), now: Office.morning)
            var bytes = 0
            #expect(throws: ExportError.self) {
                try office.store.export(request) { (more) throws(ExportError) in bytes += more.count }
            }
            #expect(bytes == 0)
        }
        #expect(try office.entries() == before)
        // What the sink sees first is a record that knows of it.
        var known: [Int64] = []
        let other = try CaseStore.open(at: office.path, access: .readOnly)
        let request = ExportRequest(
            kind: .cases, format: .csv, privacy: .unmasked(Actor(director), reason: "交县里归档"), now: Office.morning)
        let report = try office.store.export(request) { (_) throws(ExportError) in
            known.append((try? other.lastSequence()) ?? 0)
        }
        #expect(known.first == Int64(before + 1))
        let body = try office.store.read { database in
            try String.fetchOne(
                database, sql: "SELECT actor || kind || body FROM journal ORDER BY seq DESC LIMIT 1")
        }
        #expect(
            body
                == "\(director.id.value)dataExported{\"format\":\"csv\",\"reason\":\"交县里归档\",\"rows\":\(report.rows),\"table\":\"cases\"}"
        )
        #expect(try office.store.verify().isSound)
    }

    @Test("The journal goes out so that anybody can verify it: what was hashed is in the file")
    func journal() throws {
        let office = try Office()
        try Self.fill(office)
        let bytes = try Self.export(office, .journal, .csv, masked: false, by: try Self.director(office))
        var rest = bytes
        var reader = CSVReader {
            defer { rest = [] }
            return rest
        }
        guard case .record(let header) = try reader.next() else { return #expect(Bool(false)) }
        var previous = JournalEntry.origin
        var count = 0
        while case .record(let record) = try reader.next() {
            let cells = Dictionary(zip(header.fields, record.fields), uniquingKeysWith: { first, _ in first })
            let entry = JournalEntry(
                sequence: Int64(cells["seq"]!)!, at: Instant(cells["at"]!, offset: .china)!,
                actor: StaffID(Int64(cells["actor"]!)!), subjectKind: cells["subject_kind"]!,
                subject: Int64(cells["subject"]!)!, kind: cells["kind"]!, body: cells["body"]!, previous: previous)
            previous = entry.hash()
            #expect(previous.map { String(format: "%02x", $0) }.joined() == cells["hash"])
            count += 1
        }
        #expect(count > Self.hostile.count)
    }

    @Test("A file is made whole or not at all, for its owner only, and never over another one")
    func files() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/out.csv"
        do {
            let file = try ExportFile(path: path, replaces: false)
            try file.write(Array("half".utf8))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        let first = try ExportFile(path: path, replaces: false)
        try first.write(Array("one".utf8))
        #expect(!FileManager.default.fileExists(atPath: path))
        try first.finish()
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        do {
            _ = try ExportFile(path: path, replaces: false)
            #expect(Bool(false))
        } catch {
            #expect(error == .exists(path: path))
        }
        let second = try ExportFile(path: path, replaces: true)
        try second.write(Array("two".utf8))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
        try second.finish()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out.csv"])
    }

    @Test("A sealed cell is what no spreadsheet runs or changes, and opens to exactly what it was")
    func cells() {
        for text in Self.hostile + ["", "张三", "plain", "YX261120-0031", "a=b", "'"] {
            #expect(SpreadsheetCell.opened(SpreadsheetCell.sealed(text)) == text)
            #expect(
                Array(SpreadsheetCell.opened(SpreadsheetCell.sealed(text)).utf8) == Array(text.utf8), "\(text)")
        }
        for text in [
            "=1", " =1", "\"=1", "“=1", "'=1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a", "\t1", "\r1", "\n1", "0123",
            "999999199003070012", "14000001234", "1E5", "3/4", "true", "FALSE", "Mar1", "１２", "\u{200B}=1",
        ] {
            #expect(SpreadsheetCell.sealed(text) == "'" + text)
        }
        for text in ["张三", "plain", "YX261120-0031", "a=b"] { #expect(SpreadsheetCell.sealed(text) == text) }
    }
}

extension [ServiceItem] {
    fileprivate func withStore(_ store: CaseStore, _ actor: Actor) throws {
        _ = try store.batch { try $0.takeOver(self, by: actor, at: Office.morning) }
    }
}
