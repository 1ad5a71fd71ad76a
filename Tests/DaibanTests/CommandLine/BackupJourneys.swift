import Foundation
import PseudoTerminal
import Testing

@Suite("Backups and restoring")
struct BackupJourneys {
    private struct Backup: Decodable {
        var path: String
        var entries: Int
        var cases: Int
        var hash: String
        var deleted: [String]
    }

    private struct Listed: Decodable {
        var path: String
        var good: Bool
        var state: String
        var entries: Int?
    }

    private struct Restored: Decodable {
        var entries: Int
        var lostEntries: Int?
        var kept: String?
    }

    private func backup(_ town: Township, to target: String) throws -> Backup {
        let outcome = try town.run(["backup", target, "--json"])
        try outcome.require()
        return try outcome.decoded()
    }

    @Test("A backup says what is in it, and is a record that the commands read")
    func plain() throws {
        let town = try Township()
        let target = town.folder.file("copy.sqlite")
        let outcome = try town.run(["backup", target])
        try outcome.require()
        #expect(outcome.output.contains("已备份并校验：\(target)"))
        #expect(outcome.output.contains("末条 "))
        let verified = try Daiban.run(["verify", "--database", target], in: town.folder.path)
        try verified.require()
        let english = try town.run(["backup", town.folder.file("copy2.sqlite"), "--language", "en"])
        #expect(english.output.contains("backed up and verified: "))
        #expect(english.output.unicodeScalars.allSatisfy { $0.value < 0x2E80 })
    }

    @Test("A taken name, the record itself, no target and an unsound record each have their words and code")
    func refusals() throws {
        let town = try Township()
        let taken = try town.folder.write("notes", to: "notes.txt")
        let cases: [([String], Int32, String)] = [
            ([taken], 1, "已经存在"), ([town.database], 64, "数据库本身"), ([town.database + "-wal"], 64, "数据库本身"),
            ([], 64, "--scheduled"), ([taken, "--scheduled"], 64, "--scheduled"), (["--scheduled"], 78, "[backup]"),
            (["/no/such/folder/copy"], 1, "/no/such/folder"), (["list"], 78, "[backup]"),
        ]
        for (arguments, code, words) in cases {
            let outcome = try town.run(["backup"] + arguments)
            #expect(outcome.status == .exited(code), "\(arguments): \(outcome)")
            #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
        }
        #expect(FileManager.default.contents(atPath: taken) == Data("notes".utf8))
    }

    @Test("Scheduled: made when due and not before, rotated, listed; the doctor and the list tell what became of them")
    func scheduled() throws {
        let town = try Township()
        let folder = town.folder.file("backups")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try town.folder.write(
            "[backup]\nfolder = \"backups\"\nevery = 6\nkeep = { daily = 1, weekly = 0, monthly = 0 }\n",
            to: "config.toml")
        func doctor() throws -> String { try town.run(["doctor"]).output }
        #expect(try doctor().contains("还没有做过备份"))

        let first = try town.run(["backup", "--scheduled", "--json"])
        try first.require()
        let made = try first.decoded(Backup.self)
        #expect(made.path.hasPrefix(folder + "/daiban-") || made.path.contains("backups/daiban-"))
        #expect(try doctor().contains("上一份是"))
        let second = try town.run(["backup", "--scheduled"])
        try second.require()
        #expect(second.output.isEmpty && second.errors.contains("还不到时候"))

        // Days later: the file's name says when it was made.
        let name = String(made.path.split(separator: "/").last!)
        let prefix = name.split(separator: "-")[1]
        let old = "\(folder)/daiban-\(prefix)-20260101-080000+0800.sqlite"
        try FileManager.default.moveItem(atPath: folder + "/" + name, toPath: old)
        #expect(try doctor().contains("已过期"))
        let third = try town.run(["backup", "--scheduled", "--json"])
        try third.require()
        #expect(try third.decoded(Backup.self).deleted.count == 1)
        #expect(!FileManager.default.fileExists(atPath: old))

        let list = try town.run(["backup", "list", "--check", "--json"])
        try list.require()
        let listed = try list.decoded([Listed].self)
        #expect(listed.count == 1 && listed[0].state == "刚校验，完好" && listed[0].entries == made.entries)
        let kept = String(listed[0].path.split(separator: "/").last!)
        truncate("\(folder)/\(kept)", 20_000)
        let damaged = try town.run(["backup", "list", "--check"])
        #expect(damaged.status == .exited(5), "\(damaged)")
    }

    @Test("The list tells unsound copies and records of other names apart, and fits a terminal of 80 columns")
    func list() throws {
        let town = try Township()
        let folder = town.folder.file("backups")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        _ = try backup(town, to: folder + "//")
        _ = try backup(town, to: folder + "/before-the-move.db")
        let file = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix("daiban-") })
        let prefix = file.split(separator: "-")[1]
        for day in ["01", "02"] {
            try Data("broken".utf8).write(
                to: URL(fileURLWithPath: "\(folder)/daiban-\(prefix)-202601\(day)-080000+0800.sqlite.unsound"))
        }
        try Data("notes".utf8).write(to: URL(fileURLWithPath: folder + "/notes.txt"))

        let outcome = try town.run(["backup", "list", folder + "/"])
        try outcome.require()
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "备份目录：\(folder)")
        func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } }
        func line(_ text: String) -> String { lines.first { $0.hasPrefix(text) } ?? "" }
        #expect(line(file).hasSuffix("可读"), "\(outcome.output)")
        #expect(line("before-the-move.db").hasSuffix("可读"), "\(outcome.output)")
        #expect(outcome.output.contains("before-the-move.db: 名字是另取的"))
        #expect(outcome.output.contains("另有 2 份做的时候没有通过校验"), "\(outcome.output)")
        #expect(line("  daiban-\(prefix)-20260102").contains("unsound"), "\(outcome.output)")
        #expect(!outcome.output.contains("notes") && !outcome.output.contains("做时"))
        #expect(outcome.output.contains("共 2 份") && outcome.output.contains("--check"))
        let table = lines.dropFirst().prefix { !$0.contains(": ") }
        #expect(table.count == 3 && table.allSatisfy { columns($0) <= 80 }, "\(table)")

        let checked = try town.run(["backup", "list", folder, "--check", "--json"])
        try checked.require()
        let states = try checked.decoded([Listed].self).map(\.state)
        #expect(states.filter { $0 == "刚校验，完好" }.count == 2, "\(states)")
        // Without a backup that is newer, an unsound one is news.
        try FileManager.default.removeItem(atPath: folder + "/" + file)
        #expect(try town.run(["backup", "list", folder]).status == .exited(5))
    }

    @Test("A schedule that fails again and again keeps two of its unsound copies; what cannot be restored says so")
    func unsound() throws {
        let town = try Township()
        let folder = town.folder.file("backups")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try town.folder.write("[backup]\nfolder = \"backups\"\nevery = 6\n", to: "config.toml")
        let good = town.folder.file("good.sqlite")
        let made = try backup(town, to: good)
        // A record whose tables are not what its journal gives.
        try FileManager.default.removeItem(atPath: town.database)
        for suffix in ["-wal", "-shm"] { unlink(town.database + suffix) }
        try FileManager.default.copyItem(atPath: good, toPath: town.database)
        try town.folder.replaceBytes(of: town.database, "accepted", with: "declined")
        let first = try town.run(["backup", "--scheduled"])
        #expect(first.status == .exited(5), "\(first)")
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".unsound") })
        try FileManager.default.removeItem(atPath: folder + "/" + name)
        let prefix = name.split(separator: "-")[1]
        for day in ["01", "02", "03"] {
            try Data("broken".utf8).write(
                to: URL(fileURLWithPath: "\(folder)/daiban-\(prefix)-202601\(day)-080000+0800.sqlite.unsound"))
        }
        let failed = try town.run(["backup", "--scheduled"])
        #expect(failed.status == .exited(5), "\(failed)")
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains(".unsound") }
        #expect(kept.count == 2 && kept.contains { $0.contains("20260103") }, "\(kept)")

        let bad = try #require(kept.first { !$0.contains("202601") })
        let copy = try town.run(["restore", folder + "/" + bad, "--yes", "--as", "R02"])
        #expect(copy.status == .exited(5) && copy.errors.contains("数据库原样未动"), "\(copy)")
        truncate(good, 20_000)
        let damaged = try town.run(["restore", good, "--yes", "--as", "R02"])
        #expect(damaged.status == .exited(5), "\(damaged)")
        #expect(damaged.errors.contains("备份 \(good) 损坏") && !damaged.errors.contains("停办"), "\(damaged.errors)")
        #expect(made.entries > 0)
    }

    @Test("Restore says what is lost, asks, keeps the old record, and the open desk goes over to the new one")
    func restore() throws {
        let town = try Township()
        let target = town.folder.file("copy.sqlite")
        let made = try backup(town, to: target)
        let count = try town.cases("pending").count
        let pending = try #require(try town.cases("pending").first)
        try town.act("decline", pending.number, ["--reason", "不属本镇"])
        let desk = try Desk(town)
        try desk.waitUntil(.pending, counts: count - 1)

        let nobody = try town.run(["restore", target, "--yes"])
        #expect(nobody.status == .exited(64) && nobody.errors.contains("R02"), "\(nobody)")
        let agent = try town.run(["restore", target, "--yes", "--as", "A01"])
        #expect(agent.status == .exited(2), "\(agent)")
        let stranger = try town.run(["restore", target, "--yes", "--as", "Z99"])
        #expect(stranger.status == .exited(4), "\(stranger)")
        // The file is looked at, and what is told, before somebody is missed who says yes.
        let unasked = try town.run(["restore", target, "--as", "R02"])
        #expect(unasked.status == .exited(64) && unasked.errors.contains("--yes"))
        #expect(unasked.errors.contains("条记录会丢"))
        let wrong = try town.run(["restore", "/none", "--as", "R02"])
        #expect(wrong.status == .exited(1) && !wrong.errors.contains("--yes"))
        #expect(try town.show(pending.number).state == "declined")

        let outcome = try town.run(["restore", target, "--yes", "--as", "R02"])
        try outcome.require()
        #expect(outcome.errors.contains("条记录会丢"))
        #expect(outcome.output.contains("已换回：\(made.entries) 条记录"))
        let kept = try #require(try town.folder.contents.first { $0.contains(".before-restore-") })
        #expect(outcome.output.contains(kept))
        #expect(try town.show(pending.number).state == "pending")
        #expect(try town.isSound())
        let old = try Daiban.run(
            ["case", "show", pending.number, "--json", "--database", town.folder.file(kept)], in: town.folder.path)
        #expect(try old.decoded(ShownCase.self).state == "declined")
        // The desk goes over to the new file without any key.
        try desk.waitUntil(.pending, counts: count)
        try desk.terminal.waitUntil("换回了台账")
        try town.act("decline", pending.number, ["--reason", "又一次"])
        #expect(try town.isSound())
    }

    @Test("Restore refuses what is no sound backup of this centre, and nothing changes")
    func refusedRestores() throws {
        let town = try Township()
        let other = try Township(centre: "青石镇便民服务中心", prefix: "QS")
        let text = try town.folder.write(String(repeating: "notes\n", count: 900), to: "notes.txt")
        let newer = town.folder.file("newer.sqlite")
        _ = try backup(town, to: newer)
        try town.folder.setHeader(of: newer, at: 60, to: 99)
        let damaged = town.folder.file("damaged.sqlite")
        _ = try backup(town, to: damaged)
        try town.folder.replaceBytes(of: damaged, "accepted", with: "declined")
        let before = try town.run(["case", "list", "--json"]).output
        let cases: [(String, Int32, String)] = [
            (text, 1, "不是数据库文件"), (newer, 1, "由更新的版本建立"), (damaged, 5, "没有通过校验"),
            (other.database, 2, "--force-other-centre"), ("/none", 1, "没有这个文件"), (town.database, 64, "数据库本身"),
        ]
        for (file, code, words) in cases {
            let outcome = try town.run(["restore", file, "--yes", "--as", "R02"])
            #expect(outcome.status == .exited(code), "\(file): \(outcome)")
            #expect(outcome.errors.contains(words), "\(file): \(outcome.errors)")
        }
        #expect(try town.run(["case", "list", "--json"]).output == before)
        #expect(try !town.folder.contents.contains { $0.contains(".part-") || $0.contains("before-restore") })
        let forced = try town.run(["restore", other.database, "--yes", "--as", "R02", "--force-other-centre", "--json"])
        try forced.require()
        #expect(forced.errors.contains("备份里还没有 R02"))
        #expect(try forced.decoded(Restored.self).kept != nil)
    }

    @Test("Nobody is asked for where the record names nobody: no record, or one that cannot be read")
    func withoutPerson() throws {
        let town = try Township()
        let target = town.folder.file("copy.sqlite")
        _ = try backup(town, to: target)
        let fresh = town.folder.file("new.sqlite")
        let made = try Daiban.run(["restore", target, "--yes", "--database", fresh], in: town.folder.path)
        try made.require()
        #expect(made.errors.contains("记在本所名下"))
        let ruin = try town.folder.write("", to: "ruin.sqlite")
        try FileManager.default.copyItem(atPath: target, toPath: ruin + "2")
        truncate(ruin + "2", 6_000)
        let over = try Daiban.run(["restore", target, "--yes", "--database", ruin + "2"], in: town.folder.path)
        try over.require()
        #expect(over.errors.contains("记在本所名下"))
    }

    @Test("The word to type is 恢复 or yes; whoever only begins it is asked once more, anything else is a no")
    func word() throws {
        let (again, whole) = ("要输入 yes 或 恢复 全字", "The whole word yes")
        for (language, typed, isDone) in [
            ("zh", [("恢复", "恢复")], true), ("zh", [("恢复", "yes")], true), ("en", [("yes", "恢复")], true),
            ("en", [("yes", "n")], false), ("zh", [("恢复", "y"), (again, "yes")], true),
            ("en", [("yes", "Y"), (whole, "y")], false),
        ] {
            let town = try Township()
            let target = town.folder.file("copy.sqlite")
            _ = try backup(town, to: target)
            let journey = try TerminalJourney(
                Daiban.path, ["restore", target, "--as", "R02", "--database", town.database, "--language", language])
            for (shown, word) in typed {
                try journey.waitUntil(shown)
                try journey.type(word)
                try journey.press(.enter)
            }
            #expect(try journey.waitForExit() == .exited(isDone ? 0 : 130), "\(language) \(typed)")
        }
    }
}
