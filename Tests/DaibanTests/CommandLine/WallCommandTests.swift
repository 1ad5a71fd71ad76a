import Foundation
import PseudoTerminal
import Testing

@Suite("Settings and unit files of the wall")
struct WallCommandTests {
    @Test(
        "a bad option is refused with its name and what it may be",
        arguments: [
            (["--seconds", "1"], "--seconds"), (["--pages", "today,cases"], "cases"), (["--pages", ""], "--pages"),
            (["--pages", "today,today"], "today"), (["--size", "10x5"], "--size"), (["--size", "big"], "auto, 120x36"),
            (["--split", "7"], "--split"), (["--night", "19-7"], "19:00-07:30"), (["--shift", "-1"], "--shift"),
            (["--parts", "0"], "--parts"), (["--theme", "pink"], "hall-festival"),
        ])
    func options(_ arguments: [String], _ words: String) throws {
        let outcome = try Daiban.run(["wall"] + arguments)
        #expect(outcome.status == .exited(64), "\(outcome.errors)")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test(
        "a mistake in the configuration is refused with its line and key",
        arguments: [
            ("seconds = 2", "seconds"), ("pages = [\"today\", \"money\"]", "money"), ("pages = []", "pages"),
            ("size = \"12x\"", "size"), ("split = 3", "split"), ("night = { from = \"19:00\" }", "to"),
            ("night = { from = \"7:00\", to = \"19:00\" }", "from"), ("shift = 5000", "shift"),
            ("theme = \"pink\"", "theme"),
            ("colour = 1", "colour"),
        ])
    func configuration(_ line: String, _ key: String) throws {
        let folder = try Folder()
        try folder.write("# the wall\n[wall]\n\(line)\n", to: "config.toml")
        let outcome = try Daiban.run(["wall", "--database", "x.sqlite"], in: folder.path)
        #expect(outcome.status == .exited(78), "\(outcome.errors)")
        #expect(
            outcome.errors.contains("config.toml:3"), "\(outcome.errors)")
        #expect(outcome.errors.contains(key), "\(outcome.errors)")
    }

    @Test("without a terminal it says so; in a folder that does not exist there is no record to wait for")
    func noTerminal() throws {
        #expect(try Daiban.run(["wall", "--database", "/nowhere/x.sqlite"]).status != .exited(0))
    }

    @Test(
        "the printed units name this program, this record and this configuration",
        arguments: [
            ("wall", "wall"), ("checkin", "checkin"),
        ])
    func unit(_ command: String, _ word: String) throws {
        let folder = try Folder()
        try folder.write("language = \"zh\"\n", to: "our config.toml")
        for language in ["zh", "en"] {
            let outcome = try Daiban.run(
                [
                    command, "--print-unit", "--database", "centre.sqlite", "--config", "our config.toml", "--language",
                    language,
                ],
                in: folder.path)
            try outcome.require()
            let program = try Daiban.path
            #expect(outcome.output.contains("-- \(program) \(word) --database"), "\(outcome.output)")
            #expect(outcome.output.contains("\(folder.path)/centre.sqlite"))
            #expect(outcome.output.contains("\"\(folder.path)/our config.toml\""))
            #expect(outcome.output.contains("--language \(language)"))
        }
    }

    @Test("systemd accepts the units and the drop-in of the getty without a word", arguments: ["wall", "checkin"])
    func verify(_ command: String) throws {
        let tool = "/usr/bin/systemd-analyze"
        guard FileManager.default.isExecutableFile(atPath: tool) else {
            print("skipped: there is no systemd-analyze here to check units with")
            return
        }
        let folder = try Folder()
        func printed(_ flag: String) throws -> String {
            let outcome = try Daiban.run([command, flag, "--database", "centre.sqlite"], in: folder.path)
            try outcome.require()
            // Packages of the wall's computer that this one need not have.
            return ["/usr/bin/cage", "/sbin/agetty"].reduce(outcome.output) { text, program in
                FileManager.default.isExecutableFile(atPath: program)
                    ? text : text.replacingOccurrences(of: program, with: "/bin/true")
            }
        }
        let unit = try folder.write(try printed("--print-unit"), to: "daiban-\(command).service")
        let sound = try Child.run(tool, ["verify", unit])
        #expect(sound.status == .exited(0) && sound.errors.isEmpty, "\(sound.errors)")
        // A mistake would be told.
        let broken = try folder.write(
            try printed("--print-unit").replacingOccurrences(of: "UtmpMode=user", with: "UtmpMode=usr"),
            to: "broken-\(command).service")
        #expect(try Child.run(tool, ["verify", broken]).errors.contains("utmp"))
        let drop = try printed("--print-getty")
        #expect(drop.contains("--autologin daiban") && drop.contains("/dev/tty1"))
        let own = try folder.write(
            "[Unit]\nDescription=x\n[Service]\nExecStart=/bin/true\nType=idle\n" + drop, to: "getty-\(command).service")
        let getty = try Child.run(tool, ["verify", own])
        #expect(getty.status == .exited(0) && getty.errors.isEmpty, "\(getty.errors)")
    }
}
