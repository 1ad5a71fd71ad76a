import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("What else lies in a folder of backups")
struct OtherBackupsTests {
    @Test("Its path is one way to write it, however it was given", arguments: ["/a/b", "/a//b/", "/a/b//"])
    func paths(_ given: String) {
        #expect(BackupShelf(folder: given).path(of: "x") == "/a/b/x")
    }

    @Test("Roots and relative folders keep what they are")
    func otherPaths() {
        #expect(BackupShelf(folder: "/").path(of: "x") == "/x")
        #expect(BackupShelf(folder: "a/").path(of: "x") == "a/x")
        #expect(BackupShelf(folder: ".").path(of: "x") == "./x")
    }

    @Test("Other records are found by what is in them; the record itself, logs and drafts are none")
    func others() throws {
        let office = try Office()
        let shelf = BackupShelf(folder: office.folder)
        _ = try RecordBackup(database: office.path).write(to: office.folder + "/mine.sqlite")
        let name = BackupName(prefix: "YX", at: Office.morning, offset: .china).text
        _ = try RecordBackup(database: office.path).write(to: office.folder + "/" + name)
        for other in [
            name + ".unsound", name + ".unsound-2", "notes.txt", name + ".unsound.txt", name + ".unsound-wal",
        ] {
            try Data("x".utf8).write(to: URL(fileURLWithPath: office.folder + "/" + other))
        }
        let others = try shelf.others(besides: office.path)
        let found = others.map { $0.path.split(separator: "/").last.map(String.init) ?? "" }
        #expect(Set(found) == ["mine.sqlite", name + ".unsound", name + ".unsound-2"])
        #expect(others.last?.kind == .named)
        #expect(try shelf.backups().map(\.name.text) == [name])
    }

    @Test("Of unsound copies of a centre the two newest stay, and all of another centre")
    func rotation() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func file(_ prefix: String, _ minutes: Int) throws -> String {
            let name = BackupName(prefix: prefix, at: Office.morning.advanced(minutes: minutes), offset: .china).text
            try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name).unsound"))
            return name + ".unsound"
        }
        let own = try (0..<4).map { try file("YX", $0) }
        let other = try (0..<3).map { try file("QS", $0) }
        let deleted = try BackupShelf(folder: folder).rotateUnsound(prefix: "YX")
        #expect(Set(deleted) == Set(own.prefix(2).map { "\(folder)/\($0)" }))
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder)) == Set(own.suffix(2) + other))
    }
}
