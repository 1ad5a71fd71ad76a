import Casework
import FaultInjection
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("A damaged record made anew in another file")
struct SalvageTests {
    private static let page = 4_096
    private let request = RebuildRequest(person: "R01", reason: "磁盘有坏道")

    /// A record with cases in all stages, a PIN and messages that wait, whole in one file.
    private final class Damaged {
        let folder = NSTemporaryDirectory() + "/daiban-salvage-\(UUID().uuidString)"
        let path: String
        let roots: [(name: String, table: String, page: Int)]
        let head: RecordHead
        let cases: [Case]
        private let whole: Data

        init(count: Int = 60) throws {
            path = folder + "/office.db"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let centre = Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china)
            let rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
            let at = FaultyOffice.morning
            do {
                let store = try CaseStore.create(at: path, centre: centre, now: at)
                let (agent, reviewer) = try store.batch { writer in
                    try writer.record(.villageAdded(.init(name: "石门垭")), at: at, by: .office)
                    try writer.record(.itemListed(.init(name: "养老参保")), at: at, by: .office)
                    let agent = try writer.enrol(
                        number: "A01", name: "周桂兰", role: .agent, village: "石门垭", at: at, by: .office)
                    let reviewer = try writer.enrol(number: "R01", name: "王敏", role: .reviewer, at: at, by: .office)
                    _ = try writer.enrol(number: "D01", name: "程主任", role: .director, at: at, by: .office)
                    return (agent, reviewer)
                }
                let pins = rules.rulebook.agents.duty.pins
                try store.switchMessages(.init(isOn: true, language: .chinese), by: Actor(reviewer), at: at)
                try store.setPIN(
                    try PIN("4071", of: agent.number, rules: pins), of: agent.id, by: Actor(reviewer),
                    source: AttendanceSource(.desk), rules: pins, at: at, rounds: 1_024)
                try store.batch { writer in
                    for index in 0..<count {
                        let intake = Intake(
                            kind: .agency, origin: .walkIn, item: "养老参保", village: "石门垭",
                            applicant: .init(name: "张三\(index)"), submittedAt: at)
                        let made = try writer.register(intake, source: nil, acceptance: nil, at: at, by: reviewer.id)
                        guard index % 3 > 0 else { continue }
                        let accepted = try writer.perform(
                            .accept(.confirmed), on: made.reference, by: Actor(agent), at: at, rules: rules)
                        guard index % 3 > 1 else { continue }
                        try writer.perform(
                            .complete(note: nil), on: accepted.reference, by: Actor(agent), at: at, rules: rules)
                    }
                }
                cases = try (1...count).compactMap { try store.detail(of: CaseID(Int64($0)))?.case }
            }
            head = try RecordFacts.read(path).head
            let queue = try DatabaseQueue(path: path)
            roots = try queue.inDatabase { database in
                _ = try String.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                return try Row.fetchAll(
                    database, sql: "SELECT name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0"
                ).map { ($0[0], $0[1], $0[2]) }
            }
            try queue.close()
            whole = try Data(contentsOf: URL(fileURLWithPath: path))
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        /// The whole record again, but for these pages.
        func tear(_ pages: [Int]) throws {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                try FileManager.default.removeItem(atPath: folder + "/" + name)
            }
            var bytes = whole
            for page in pages {
                let start = (page - 1) * SalvageTests.page
                for place in start..<start + 64 { bytes[place] ^= 0xFF }
            }
            try bytes.write(to: URL(fileURLWithPath: path))
        }

        /// The whole record again, changed, and then with that tree torn.
        func change(
            tearing name: String, _ body: (Database) throws -> Void, then: (CaseStore) throws -> Void = { _ in }
        ) throws {
            try tear([])
            // A desk that has written before the record is changed, and goes on.
            let store = try CaseStore.open(at: path)
            try store.batch { writer in
                try writer.record(.villageAdded(.init(name: "石门垭")), at: FaultyOffice.morning, by: .office)
            }
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.write(body)
            try queue.close()
            // As a program that did not look at the journal's end.
            try store.current().lastSeen.store(1, ordering: .relaxed)
            try then(store)
            try store.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try store.close()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let start = (try root(name) - 1) * SalvageTests.page
            for place in start..<start + 64 { bytes[place] ^= 0xFF }
            try bytes.write(to: URL(fileURLWithPath: path))
        }

        /// The last leaf of a table, which stands in the heads of the pages above it (sqlite.org/fileformat2.html, 1.6).
        func lastLeaf(of table: String) throws -> Int {
            var page = try root(table)
            while whole[(page - 1) * SalvageTests.page] == 5 {
                let start = (page - 1) * SalvageTests.page
                page = whole[start + 8..<start + 12].reduce(0) { $0 << 8 | Int($1) }
            }
            return page
        }

        func root(_ name: String) throws -> Int { try #require(roots.first { $0.name == name }).page }

        /// The rows of what follows from nothing.
        func ownRows() throws -> [String: [Row]] {
            try DatabaseQueue(path: path).read { database in
                try Dictionary(
                    uniqueKeysWithValues: Rebuilding.followingFromNothing.map { table in
                        (table, try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1, 2"))
                    })
            }
        }

        /// Nothing was left beside it.
        func isAlone() throws -> Bool {
            try FileManager.default.contentsOfDirectory(atPath: folder)
                .allSatisfy { ["office.db", "office.db-shm", "office.db-wal"].contains($0) }
        }
    }

    private func salvage(_ record: Damaged) throws -> SalvageReport {
        try RecordSalvage(record.path, request).run(at: { FaultyOffice.morning }, account: "zhou")
    }

    @Test("Whatever page outside the journal is torn, all that was acknowledged is there afterwards")
    func everyTree() throws {
        let record = try Damaged()
        for root in record.roots where root.name != "journal" {
            try record.tear([root.page])
            let before = try Data(contentsOf: URL(fileURLWithPath: record.path))
            let found = try CaseStore.verify(at: record.path, VerificationOptions(isFull: true))
            #expect(!found.isSound && found.isJournalWhole, "\(root.name)")
            let report: SalvageReport
            do {
                report = try salvage(record)
            } catch {
                Issue.record("\(root.name): \(error)")
                continue
            }
            #expect(report.unread == (Rebuilding.followingFromNothing.contains(root.name) ? [root.name] : []))
            let store = try CaseStore.open(at: record.path)
            let checked = try store.verify(VerificationOptions(isFull: true))
            // A PIN can only be set anew.
            let expected: [VerificationReport.Finding] = root.name == "pins" ? [.pinMissing(number: "A01")] : []
            #expect(checked.findings == expected, "\(root.name)")
            #expect(try (1...60).compactMap { try store.detail(of: CaseID($0))?.case } == record.cases, "\(root.name)")
            let kept = try #require(report.kept)
            #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == before, "\(root.name)")
            // What was written is told by two entries behind the old ones.
            let (hash, restores) = try store.read { database in
                (
                    try Data.fetchOne(
                        database, sql: "SELECT hash FROM journal WHERE seq = ?", arguments: [record.head.sequence]),
                    try RestoreEntry.all(in: database)
                )
            }
            #expect(hash == record.head.hash && restores.map(\.sequence) == [record.head.sequence + 2])
            #expect(restores.first?.word.isSalvaged == true && restores.first?.word.lost == 0)
            // Only the tables could tell of more than the journal.
            let isSilent = ["cases", "case_work", "staff", "centre"].contains(root.table)
            #expect(isSilent || report.lostCases?.isEmpty == true, "\(root.name)")
            #expect(report.withoutPIN == (root.name == "pins" ? ["A01"] : []))
        }
    }

    @Test("What follows from nothing is brought along: PINs, messages that wait, how far imports are")
    func ownRows() throws {
        let record = try Damaged()
        try record.tear([try record.root("cases")])
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: record.path)
        let before = try record.ownRows()
        #expect(before["pins"]?.count == 1 && before["outbox"]?.isEmpty == false)
        _ = try salvage(record)
        #expect(try record.ownRows() == before)
        // Those who may use the old file may use the new one.
        let mode = try FileManager.default.attributesOfItem(atPath: record.path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test("A journal that cannot be read, or lacks an entry, is left as it is")
    func journal() throws {
        let record = try Damaged()
        try record.tear([try record.root("journal")])
        #expect(try !CaseStore.verify(at: record.path).isJournalWhole)
        #expect(throws: RebuildError.self) { try salvage(record) }
        try record.tear([])
        let queue = try DatabaseQueue(path: record.path)
        try queue.inDatabase { database in
            try database.execute(
                sql: "DROP TRIGGER journal_refuses_delete; PRAGMA foreign_keys = OFF; DELETE FROM journal WHERE seq = 9"
            )
        }
        try queue.close()
        #expect(throws: RebuildError.brokenChain(.entryMissing(sequence: 9), losing: nil)) { try salvage(record) }
        #expect(try record.isAlone())
    }

    @Test("Nobody who may not, nobody unknown, and nothing left behind when it is stopped")
    func refused() throws {
        let record = try Damaged()
        let torn = try record.root("cases")
        try record.tear([torn])
        for (person, error) in [
            ("A01", RebuildError.notPermitted(.rebuild, .agent)), ("X99", RebuildError.noSuchPerson("X99")),
        ] {
            let salvage = RecordSalvage(record.path, RebuildRequest(person: person, reason: "试试"))
            #expect(throws: error) { try salvage.run(at: { FaultyOffice.morning }, account: "zhou") }
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: record.path))
        for stop in [0, 1, 3, 6] {
            var told = 0
            #expect(throws: RebuildError.stopped) {
                try RecordSalvage(record.path, request).run(at: { FaultyOffice.morning }, account: "zhou") { _ in
                    told += 1
                    return told <= stop
                }
            }
            #expect(told == stop + 1)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: record.path)) == bytes)
        #expect(try record.isAlone())
    }

    @Test("A desk that is open goes over to the new file, and what it writes afterwards stands in it")
    func others() throws {
        let record = try Damaged()
        // Pages that an action does not touch.
        try record.tear([try record.root("cases_approved_by_closing")])
        let desk = try CaseStore.open(at: record.path)
        let reviewer = try #require(try desk.staff(number: "R01"))
        func add(_ name: String) throws {
            try desk.batch { writer in
                try writer.record(.villageAdded(.init(name: name)), at: FaultyOffice.morning, by: reviewer.id)
            }
        }
        try add("杨柳坪")
        let report = try salvage(record)
        #expect(report.rebuilt.entries == record.head.sequence + 1)
        // The first write is refused, so that the person looks again.
        #expect(throws: StoreError.replaced(path: record.path)) { try add("桐梓坳") }
        try add("桐梓坳")
        let fresh = try CaseStore.open(at: record.path)
        #expect(try fresh.verify(VerificationOptions(isFull: true)).isSound)
        let names = try fresh.read { try String.fetchAll($0, sql: "SELECT name FROM villages ORDER BY name") }
        #expect(Set(names).isSuperset(of: ["杨柳坪", "桐梓坳", "石门垭"]))
    }

    @Test("A journal that lacks its end is not taken for whole, although its chain holds")
    func cutEnd() throws {
        let record = try Damaged()
        try record.change(tearing: "cases_approved_by_closing") { database in
            try database.execute(
                sql: "DROP TRIGGER journal_refuses_delete; DELETE FROM journal WHERE seq > \(record.head.sequence - 5)")
        }
        #expect(try !CaseStore.verify(at: record.path).isJournalWhole)
        do {
            _ = try salvage(record)
            Issue.record("made anew behind a cut")
        } catch RebuildError.brokenChain(.journalCut(let entries, let known), let lost) {
            #expect(entries == record.head.sequence - 5 && known <= record.head.sequence)
            #expect(lost?.isEmpty == false)
        }
        #expect(try record.isAlone())
        // The director may go on, and it is told at each verification.
        var despite = RebuildRequest(person: "R01", reason: "没有备份", despiteBrokenChain: true)
        #expect(throws: RebuildError.notPermitted(.rebuildDespiteBrokenChain, .reviewer)) {
            try RecordSalvage(record.path, despite).run(at: { FaultyOffice.morning }, account: "zhou")
        }
        despite.person = "D01"
        let report = try RecordSalvage(record.path, despite).run(at: { FaultyOffice.morning }, account: "zhou")
        #expect(report.rebuilt.brokenAt != nil && report.lostCases?.isEmpty == false && report.list != nil)
        let checked = try CaseStore.verify(at: record.path, VerificationOptions(isFull: true))
        #expect(checked.isSound && checked.remade.map(\.word.reason) == ["没有备份"])
    }

    @Test("Cases that only the tables know, since later entries hide the cut, are listed, and their numbers stay taken")
    func hiddenCut() throws {
        let record = try Damaged()
        let gone = try #require(record.cases.last)
        try record.change(tearing: "cases_approved_by_closing") { database in
            // Its first entry and all behind it.
            let begun = try Int64.fetchOne(
                database, sql: "SELECT min(seq) FROM journal WHERE subject_kind = 'case' AND subject = ?",
                arguments: [gone.id.value])
            try database.execute(
                sql: """
                    DROP TRIGGER journal_refuses_delete; DELETE FROM journal WHERE seq >= \(try #require(begun));
                    """)
        } then: { store in
            try store.batch { writer in
                for number in 1...9 {
                    try writer.record(.villageAdded(.init(name: "新村\(number)")), at: FaultyOffice.morning, by: .office)
                }
                _ = try writer.register(
                    gone.intake, source: nil, acceptance: nil, at: FaultyOffice.morning, by: .office)
            }
        }
        let report = try salvage(record)
        #expect(report.lostCases?.cases.map(\.number) == [gone.number])
        let list = try String(contentsOfFile: try #require(report.list), encoding: .utf8)
        #expect(list.contains(gone.number))
        let store = try CaseStore.open(at: record.path)
        let reviewer = try #require(try store.staff(number: "R01"))
        let made = try store.batch { writer in
            try writer.register(
                gone.intake, source: nil, acceptance: nil, at: FaultyOffice.morning, by: reviewer.id)
        }
        #expect(made.id > gone.id && made.number > gone.number)
    }

    @Test("In the file itself, torn pages are told as that")
    func inPlace() throws {
        let record = try Damaged()
        try record.tear([try record.root("cases_in_review")])
        do {
            _ = try CaseStore.open(at: record.path).rebuild(request, at: FaultyOffice.morning)
            Issue.record("made anew")
        } catch RebuildError.damaged(let path, _) {
            #expect(path == record.path)
        }
    }

    @Test("Of a table that follows from nothing, what can be read is brought along")
    func partly() throws {
        let record = try Damaged(count: 200)
        try record.tear([])
        let all = try #require(try record.ownRows()["outbox"])
        let leaf = try record.lastLeaf(of: "outbox")
        let root = try record.root("outbox")
        try #require(leaf != root)
        try record.tear([leaf])
        let report = try salvage(record)
        #expect(report.unread == ["outbox"])
        let left = try #require(try record.ownRows()["outbox"])
        #expect(!left.isEmpty && left.count < all.count && left == Array(all.prefix(left.count)))
    }

    @Test(
        "A file that somebody puts there meanwhile stays, and so does one that was taken away",
        arguments: [true, false])
    func exchangedMeanwhile(_ puts: Bool) throws {
        let record = try Damaged()
        try record.tear([try record.root("cases")])
        let other = record.folder + "/other.db"
        try Data("another file".utf8).write(to: URL(fileURLWithPath: other))
        var isDone = false
        #expect(throws: RebuildError.store(.replaced(path: record.path))) {
            try RecordSalvage(record.path, request).run(at: { FaultyOffice.morning }, account: "zhou") { progress in
                if case .verifying = progress, !isDone {
                    isDone = true
                    rename(record.path, record.folder + "/moved.db")
                    if puts { rename(other, record.path) }
                }
                return true
            }
        }
        #expect((try? String(contentsOfFile: record.path, encoding: .utf8)) == (puts ? "another file" : nil))
        #expect(FileManager.default.fileExists(atPath: record.folder + "/moved.db"))
    }

    @Test("Without room for it nothing is begun; the new file's entries have the moments when they were made")
    func roomAndTime() throws {
        let record = try Damaged()
        try record.tear([try record.root("cases")])
        var salvage = RecordSalvage(record.path, request)
        salvage.room = { _ in 4_096 }
        do {
            _ = try salvage.run(at: { FaultyOffice.morning }, account: "zhou")
            Issue.record("made without room")
        } catch RebuildError.store(StoreError.noRoom(_, let needed, let free)) {
            #expect(free == 4_096 && needed > free)
        }
        #expect(try record.isAlone())
        var asked = 0
        _ = try RecordSalvage(record.path, request).run(
            at: {
                asked += 1
                return FaultyOffice.morning.advanced(minutes: asked)
            }, account: "zhou")
        let restore = try CaseStore.open(at: record.path).read { try RestoreEntry.all(in: $0) }.first
        #expect(asked == 2 && restore?.at == FaultyOffice.morning.advanced(minutes: 2))
    }

    @Test("What follows from nothing is named, and everything else is made by a rebuild")
    func tables() throws {
        let made = Set(Rebuilding.tables + DerivedTables.all.flatMap { $0.tables } + ["journal"])
        // Those that SQLite makes for the words are not ours.
        let all = Set(try Schema.blueprint().filter { $0.kind == "table" }.map(\.name))
            .filter { name in !DerivedTables.all.contains { name.hasPrefix($0.name + "_") } }
        #expect(all.subtracting(made) == Set(Rebuilding.followingFromNothing))
    }
}
