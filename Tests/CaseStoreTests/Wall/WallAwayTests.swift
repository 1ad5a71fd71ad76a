import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("A wall whose record goes away and comes back")
struct WallAwayTests {
    private func isReadable(_ wall: WallRecord) -> Bool { (try? wall.board(at: Office.morning)) != nil }

    private func whole(_ office: Office, at name: String) throws -> String {
        let path = office.folder + "/" + name
        try office.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
        try FileManager.default.copyItem(atPath: office.path, toPath: path)
        return path
    }

    @Test("It may be switched on before there is a record, and shows it once it is there")
    func later() throws {
        let office = try Office()
        let path = office.folder + "/later.db"
        let wall = WallRecord(path: path, rules: office.rules)
        #expect(throws: StoreError.notFound(path: path)) { try wall.board(at: Office.morning) }
        #expect(throws: StoreError.notFound(path: path)) { try WallRecord.open(at: path, rules: office.rules) }
        _ = try whole(office, at: "later.db")
        #expect(try wall.board(at: Office.morning).centre == Office.centre.name)
    }

    @Test("While the file is gone it says so; the one that takes its place is read from the next board on")
    func replaced() throws {
        let office = try Office()
        let other = try Office()
        try other.register("张三", dueInMinutes: -5)
        let backup = try whole(other, at: "backup.db")
        let path = try whole(office, at: "wall.db")
        let wall = WallRecord(path: path, rules: office.rules)
        #expect(try wall.board(at: Office.morning).villages.isEmpty)
        for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
        #expect(throws: StoreError.notFound(path: path)) { try wall.board(at: Office.morning) }
        #expect(rename(backup, path) == 0)
        #expect(try wall.board(at: Office.morning).villages.map(\.overdue) == [1])
        // Put in its place in one step, as a restore does it.
        let again = try whole(office, at: "again.db")
        for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
        #expect(rename(again, path) == 0)
        #expect(try wall.board(at: Office.morning).villages.isEmpty)
    }

    @Test("A record of an earlier or a later program is named as such, also when it becomes one while the wall hangs")
    func otherVersions() throws {
        let office = try Office()
        let old = office.folder + "/old.db"
        try SampleFile.make(schema: 1, at: old)
        #expect(throws: StoreError.older(path: old, found: 1, known: Schema.version)) {
            try WallRecord(path: old, rules: office.rules).board(at: Office.morning)
        }
        let wall = WallRecord(path: office.path, rules: office.rules)
        _ = try wall.board(at: Office.morning)
        try office.tamper("PRAGMA user_version = \(Schema.version + 1)")
        let newer = StoreError.newer(path: office.path, found: Schema.version + 1, known: Schema.version)
        #expect(throws: newer) { try wall.board(at: Office.morning) }
        try office.tamper("PRAGMA user_version = \(Schema.version)")
        #expect(isReadable(wall))
        let foreign = office.folder + "/foreign.db"
        try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE t (a)") }
        #expect(throws: StoreError.foreign(path: foreign)) {
            try WallRecord(path: foreign, rules: office.rules).board(at: Office.morning)
        }
    }

    @Test("A record on a disk that takes no writes is read without its log, and nothing is made beside it")
    func still() throws {
        let office = try Office()
        try office.register("张三", dueInMinutes: -5)
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/wall.db"
        #expect(rename(try whole(office, at: "copy.db"), path) == 0)
        let connection = try WallConnection(path: path, isStill: true, patience: 1_000)
        let board = try connection.read {
            var reader = WallReader(
                connection: connection, rules: office.rules, now: Office.morning, known: WallMemory())
            return try reader.board(supervisionPhone: nil)
        }
        #expect(board.villages.map(\.overdue) == [1])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["wall.db"])
    }

    @Test(
        "A file that is damaged in its place is not shown from memory, though nobody commits: it was touched, and is refused"
    )
    func damaged() throws {
        let office = try Office()
        try office.register("张三")
        let path = try whole(office, at: "wall.db")
        let wall = WallRecord(path: path, rules: office.rules)
        _ = try wall.board(at: Office.morning)
        #expect(!wall.isTouched)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        let size = try file.seekToEnd()
        try file.seek(toOffset: 0)
        try file.write(contentsOf: Data(repeating: 0x5A, count: Int(size)))
        try file.close()
        #expect(wall.isTouched)
        #expect(throws: StoreError.self) { try wall.board(at: Office.morning) }
        #expect(!isReadable(wall))
    }
}
