import Casework
import FaultInjection
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("A damaged file")
struct DamagedPageTests {
    private static let page = 4_096

    /// A record with some cases, whole in one file without a log; its bytes.
    private static let whole: [UInt8] = {
        let folder = NSTemporaryDirectory() + "/daiban-whole-\(UUID().uuidString)"
        let path = folder + "/office.db"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let centre = Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china)
            let store = try CaseStore.create(at: path, centre: centre, now: FaultyOffice.morning)
            let rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
            try store.batch { writer in
                let at = FaultyOffice.morning
                try writer.record(.villageAdded(.init(name: "石门垭")), at: at, by: .office)
                try writer.record(.itemListed(.init(name: "养老参保")), at: at, by: .office)
                _ = try writer.enrol(number: "A01", name: "周桂兰", role: .agent, village: "石门垭", at: at, by: .office)
                let reviewer = try writer.enrol(number: "R01", name: "王敏", role: .reviewer, at: at, by: .office)
                for index in 0..<40 {
                    let intake = Intake(
                        kind: .agency, origin: .walkIn, item: "养老参保", village: "石门垭",
                        applicant: .init(name: "张三\(index)"), submittedAt: at)
                    let made = try writer.register(intake, source: nil, acceptance: nil, at: at, by: reviewer.id)
                    try writer.perform(
                        .accept(.confirmed), on: made.reference, by: Actor(reviewer), at: at, rules: rules)
                }
            }
            try store.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            return []
        }
    }()

    /// Opens `bytes` as a record and reads all that a desk would; the errors that came, by what was read.
    private func readAll(_ bytes: [UInt8], log: [UInt8]? = nil) throws -> (errors: [StoreError], findings: Int) {
        let folder = NSTemporaryDirectory() + "/daiban-damaged-\(UUID().uuidString)"
        let path = folder + "/office.db"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        if let log { try Data(log).write(to: URL(fileURLWithPath: path + "-wal")) }
        var errors: [StoreError] = []
        var findings = 0
        func attempt(_ body: () throws -> Void) throws {
            do { try body() } catch let error as StoreError { errors.append(error) }
        }
        try attempt {
            let store = try CaseStore.open(at: path)
            try attempt {
                let queues = Dictionary(uniqueKeysWithValues: Queue.allCases.map { ($0, QueueRequest(limit: 50)) })
                _ = try store.desk(DeskRequest(now: FaultyOffice.morning, queues: queues))
            }
            try attempt { _ = try store.list(CaseListQuery()) }
            for id in 1...40 { try attempt { _ = try store.detail(of: CaseID(Int64(id))) } }
            try attempt { _ = try store.allStaff() }
            try attempt { _ = try store.centre() }
            try attempt { findings = try store.verify().findings.count }
        }
        return (errors, findings)
    }

    private func isCorrupt(_ error: StoreError) -> Bool {
        switch error {
        case .corrupt, .notADatabase, .foreign: true
        default: false
        }
    }

    /// The leaves of tables and of indexes (sqlite.org/fileformat2.html, 1.6).
    @Test("A page that is torn up is found by verify, and whoever reads it is told", arguments: [13, 10] as [UInt8])
    func tornPage(kind: UInt8) throws {
        let whole = Self.whole
        let pages = (1..<whole.count / Self.page).filter { whole[$0 * Self.page] == kind }
        try #require(pages.count > 5)
        for page in pages {
            var bytes = whole
            for place in 0..<64 { bytes[page * Self.page + place] ^= 0xFF }
            let (errors, findings) = try readAll(bytes)
            #expect(findings > 0 || errors.contains(where: isCorrupt), "page \(page + 1)")
            #expect(errors.allSatisfy(isCorrupt), "page \(page + 1): \(errors.filter { !isCorrupt($0) }.prefix(2))")
        }
    }

    /// A row that is whole for SQLite, with nothing where a word or a number has to be: the head of a record says of each
    /// column what it is (2.1), and 0 is "nothing".
    @Test("A column that does not hold what it should is told, never a crash")
    func wrongColumn() throws {
        let whole = Self.whole
        var told = 0
        for page in (1..<whole.count / Self.page).filter({ whole[$0 * Self.page] == 13 }) {
            let start = page * Self.page
            let cells = min(3, Int(whole[start + 3]) << 8 | Int(whole[start + 4]))
            for cell in 0..<cells {
                let pointer = start + 8 + 2 * cell
                let place = start + (Int(whole[pointer]) << 8 | Int(whole[pointer + 1]))
                // Behind the length of the payload and the row id: the length of the head and the columns.
                for column in 3..<14 where place + column < whole.count {
                    var bytes = whole
                    bytes[place + column] = 0
                    let (errors, findings) = try readAll(bytes)
                    if findings > 0 || !errors.isEmpty { told += 1 }
                    #expect(errors.allSatisfy(isCorrupt), "\(errors.filter { !isCorrupt($0) }.prefix(2))")
                }
            }
        }
        #expect(told > 50)
    }

    @Test("A table with a row that SQLite cannot read is made anew from the journal")
    func rebuilt() throws {
        let folder = NSTemporaryDirectory() + "/daiban-damaged-\(UUID().uuidString)"
        let path = folder + "/office.db"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var bytes = Self.whole
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let root = try DatabaseQueue(path: path).read { database in
            try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'cases'")
        }
        var start = (try #require(root) - 1) * Self.page
        // The last page of the tree stands in the head of a page above (sqlite.org/fileformat2.html, 1.6).
        while bytes[start] == 5 {
            start = (bytes[start + 8..<start + 12].reduce(0) { $0 << 8 | Int($1) } - 1) * Self.page
        }
        let kind = bytes[start]
        try #require(kind == 13)
        let cell = start + (Int(bytes[start + 8]) << 8 | Int(bytes[start + 9]))
        // Behind two bytes of length and one of the row id: a head longer than the row.
        bytes[cell + 3] = 0xFE
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let store = try CaseStore.open(at: path)
        #expect(try !store.verify().isSound)
        let report = try store.rebuild(
            RebuildRequest(person: "R01", reason: "一行读不出", compares: true), at: FaultyOffice.morning)
        #expect(report.changes?.map(\.table) == ["cases"] && report.changes?.first?.before == nil)
        #expect(try CaseStore.open(at: path).verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("A header that is overwritten is refused at the door")
    func header() throws {
        var bytes = Self.whole
        for place in 0..<100 { bytes[place] = 0xA5 }
        let (errors, _) = try readAll(bytes)
        #expect(errors.count == 1 && errors.allSatisfy(isCorrupt))
    }

    @Test("Flipped bytes anywhere end in words, never in a crash")
    func flippedBytes() throws {
        let whole = Self.whole
        try #require(whole.count > 20 * Self.page)
        var chance = Chance(state: 20_261_128)
        var told = 0
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...40, using: &chance) {
                bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            let (errors, findings) = try readAll(bytes)
            if findings > 0 || !errors.isEmpty { told += 1 }
        }
        #expect(told > 50)
    }

    @Test("A damaged log loses only what stands behind the damage")
    func log() throws {
        let office = try FaultyOffice(watchesPower: true)
        for _ in 0..<6 { try office.act() }
        let place = office.folder + "-log"
        defer { try? FileManager.default.removeItem(atPath: place) }
        try #require(office.disk.cuts.last).restore(to: place, luck: .everythingSurvives)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: place + "/office.db")))
        let log = [UInt8](try Data(contentsOf: URL(fileURLWithPath: place + "/office.db-wal")))
        for place in stride(from: 40, to: log.count, by: log.count / 25) {
            var damaged = log
            damaged[place] ^= 0xFF
            let (errors, findings) = try readAll(bytes, log: damaged)
            #expect(errors.isEmpty && findings == 0)
        }
    }
}
