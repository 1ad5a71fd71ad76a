import Foundation
import PseudoTerminal
import Testing

@Suite("Databases that are not ours, not whole or not there")
struct WrongDatabases {
    /// What every command does with a wrong file: one sentence that names it, exit code 1, and the folder as it was.
    private func expectRefusal(
        of town: Township, _ words: String,
        _ commands: [[String]] = [["desk", "--as", "R01"], ["case", "list"], ["verify"]],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try town.folder.contents
        let bytes = FileManager.default.contents(atPath: town.database)
        for command in commands {
            let outcome = try town.run(command)
            #expect(outcome.status == .exited(1), "\(command): \(outcome)", sourceLocation: sourceLocation)
            #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
            #expect(outcome.errorLines.count == 1, "\(command): \(outcome.errors)", sourceLocation: sourceLocation)
            #expect(outcome.errors.contains(words), "\(command): \(outcome.errors)", sourceLocation: sourceLocation)
            #expect(outcome.errors.contains(town.database), "\(outcome.errors)", sourceLocation: sourceLocation)
        }
        let after = try town.folder.contents
        #expect(after == before, sourceLocation: sourceLocation)
        #expect(FileManager.default.contents(atPath: town.database) == bytes, sourceLocation: sourceLocation)
    }

    @Test("A file that is not there is not made")
    func missing() throws {
        let town = try Township()
        try FileManager.default.removeItem(atPath: town.database)
        try expectRefusal(of: town, "没有数据库")
    }

    @Test("A text is not a database")
    func text() throws {
        let town = try Township()
        try town.folder.write(String(repeating: "云溪镇便民服务中心\n", count: 500), to: "township.sqlite")
        try expectRefusal(of: town, "不是数据库文件", [["desk", "--as", "R01"], ["case", "list"]])
        // It may have been a record: what cannot be read of one is what `verify` is there to tell.
        let verified = try town.run(["verify"])
        #expect(verified.status == .exited(5) && verified.output.contains("数据库文件损坏"), "\(verified)")
    }

    @Test("A folder is not a database")
    func folder() throws {
        let town = try Township()
        try FileManager.default.removeItem(atPath: town.database)
        try FileManager.default.createDirectory(atPath: town.database, withIntermediateDirectories: false)
        try expectRefusal(of: town, "不是数据库文件")
    }

    @Test("Another program's database is told apart and not touched", arguments: [0, 0x4750_4B47])
    func foreign(applicationID: UInt32) throws {
        let town = try Township()
        try town.folder.setHeader(of: town.database, at: 68, to: applicationID)
        try expectRefusal(of: town, "是别的程序的数据库")
    }

    @Test("A database of a newer version asks for an upgrade")
    func newer() throws {
        let town = try Township()
        try town.folder.setHeader(of: town.database, at: 60, to: 99)
        try expectRefusal(of: town, "由更新的版本建立")
    }

    @Test("A file cut in half is damaged, whoever asks")
    func cut() throws {
        let town = try Township()
        let size = try #require(FileManager.default.contents(atPath: town.database)?.count)
        truncate(town.database, off_t(size / 2))
        let outcome = try town.run(["verify"])
        #expect(outcome.status == .exited(5))
        #expect(outcome.output.contains("数据库文件损坏"))
    }

    @Test("Whichever page is torn up, verify tells it as a finding, with its code, also as JSON")
    func torn() throws {
        let town = try Township()
        let whole = try #require(FileManager.default.contents(atPath: town.database))
        let page = 4_096
        let count = whole.count / page
        var named = 0
        for number in stride(from: 0, to: count, by: max(1, count / 12)) {
            var bytes = whole
            // The first page begins with what SQLite knows its files by.
            for place in 0..<64 { bytes[number * page + (number == 0 ? 100 : 0) + place] ^= 0xFF }
            try bytes.write(to: URL(fileURLWithPath: town.database))
            let outcome = try town.run(["verify"])
            #expect(outcome.status == .exited(5), "page \(number + 1): \(outcome)")
            #expect(outcome.output.contains("怎么办"), "page \(number + 1): \(outcome)")
            #expect(!(outcome.output + outcome.errors).contains("用 daiban verify 查明"), "\(outcome)")
            if outcome.output.contains("：第 \(number + 1) 页") || outcome.output.contains("损坏：“") { named += 1 }
            let told = try town.run(["verify", "--json"])
            #expect(told.status == .exited(5))
            let summary: VerifySummary = try told.decoded()
            #expect(!summary.sound && !summary.findings.isEmpty)
        }
        #expect(named > 6)
    }

    private struct Member: Decodable {
        var number: String
        var name: String
    }

    @Test(
        "An altered entry is reported where a report goes, with what to do, and nobody prints or signs an anchor over it"
    )
    func altered() throws {
        let town = try Township()
        let member = try #require(
            try town.run(["staff", "list", "--json"]).decoded([Member].self).first { $0.number == "A01" })
        // As an editor of bytes would: in the journal and in the table alike.
        var bytes = try #require(FileManager.default.contents(atPath: town.database))
        let (name, other) = (Data(member.name.utf8), Data(String(member.name.reversed()).utf8))
        try #require(name != other)
        while let place = bytes.range(of: name) { bytes.replaceSubrange(place, with: other) }
        try bytes.write(to: URL(fileURLWithPath: town.database))
        let outcome = try town.run(["verify"])
        #expect(outcome.status == .exited(5))
        #expect(outcome.output.contains("从这里开始有问题：第"))
        #expect(outcome.output.contains("条记录被改动过"))
        #expect(outcome.output.contains("怎么办：先停办"))
        #expect(!outcome.errors.contains("条记录被改动过"))
        let file = town.folder.file("anchors.txt")
        for arguments in [[], ["--append", file], ["--sign", "--as", "R01"]] {
            let refused = try town.run(["anchor"] + arguments)
            #expect(refused.status == .exited(5), "\(arguments)")
            #expect(refused.errors.contains("记录链断了"))
            #expect(refused.output.isEmpty)
        }
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("A place that takes no files is told, and nothing is left there")
    func unwritable() throws {
        let folder = try Folder()
        // Not even root can make a file in these.
        for place in ["/proc/daiban.sqlite", folder.file("nowhere") + "/daiban.sqlite"] {
            let outcome = try Daiban.run(
                ["init", "--database", place, "--centre", "云溪", "--prefix", "YX"], in: folder.path)
            #expect(outcome.status == .exited(1), "\(outcome)")
            #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
        #expect(try folder.contents == [])
    }

    @Test("A folder that may not be written is told", .enabled(if: geteuid() != 0, "root may write everywhere"))
    func readOnlyFolder() throws {
        let town = try Township()
        chmod(town.folder.path, 0o555)
        defer { chmod(town.folder.path, 0o755) }
        try expectRefusal(of: town, "不可写", [["desk", "--as", "R01"]])
    }

    @Test("init refuses a name that is taken, and does not touch what is there")
    func taken() throws {
        let town = try Township()
        try expectRefusal(of: town, "已经存在，没有改动它", [["init", "--centre", "云溪", "--prefix", "YX"]])
    }
}
