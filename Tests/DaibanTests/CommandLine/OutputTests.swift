import Foundation
import PseudoTerminal
import Testing

@Suite("Where the output goes, and what may be in it")
struct OutputTests {
    private func shell(_ script: String, _ town: Township) throws -> Child.Outcome {
        try Child.run(
            "bash", ["-c", script, "bash", try Daiban.path, town.database], environment: Daiban.chinese,
            workingDirectory: town.folder.path, patience: .seconds(60))
    }

    @Test(
        "A result that cannot be written ends with 1 and says so",
        arguments: ["case list", "case list --json", "verify", "keys", "--help"])
    func full(command: String) throws {
        let town = try Township()
        let outcome = try shell("\"$1\" \(command) \(command == "--help" ? "" : "--database \"$2\"") > /dev/full", town)
        #expect(outcome.status == .exited(1), "\(outcome)")
        // A verification has more to say besides: that a month has no anchor.
        #expect(outcome.errorLines.last?.contains("标准输出") == true, "\(outcome.errors)")
        #expect(outcome.errorLines.count == 1 || command == "verify", "\(outcome.errors)")
    }

    @Test("A reader that has read enough is no failure")
    func closedPipe() throws {
        let town = try Township()
        let outcome = try shell(
            "\"$1\" case list --json --limit 1000 --database \"$2\" | true; echo ${PIPESTATUS[0]}", town)
        #expect(outcome.output == "0\n", "\(outcome)")
        #expect(outcome.errors.isEmpty)
    }

    @Test("A pipe that does not take more at once gets everything in the end")
    func nonBlocking() throws {
        let town = try Township()
        let script = """
            import fcntl, os, select, subprocess, sys
            read, write = os.pipe()
            fcntl.fcntl(write, 1031, 4096)  # F_SETPIPE_SZ
            os.set_blocking(write, False)
            child = subprocess.Popen([sys.argv[1], "case", "list", "--json", "--limit", "1000", "--state", "approved",
                "--state", "in-review", "--state", "accepted", "--state", "pending", "--state", "declined",
                "--database", sys.argv[2]], stdout=write)
            # Until it takes no more.
            while select.select([], [write], [], 0)[1]: os.sched_yield()
            os.close(write)
            total = b""
            while True:
                part = os.read(read, 65536)
                if not part: break
                total += part
            print(child.wait(), len(total) > 16384, total.endswith(b"]\\n"))
            """
        let outcome = try Child.run(
            "python3", ["-c", script, try Daiban.path, town.database], environment: Daiban.chinese,
            patience: .seconds(60))
        #expect(outcome.output == "0 True True\n", "\(outcome)")
    }

    // MARK: Hostile text

    private static let hostile = "\u{1B}]0;pwned\u{7}\u{9B}31m\u{202E}"

    private func expectClean(_ outcome: Child.Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
        for text in [outcome.output, outcome.errors] {
            let dangerous = text.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
            }
            #expect(dangerous.isEmpty, "\(text.debugDescription)", sourceLocation: sourceLocation)
        }
    }

    @Test("Nothing in a table or a mapping can steer the terminal")
    func hostileFiles() throws {
        let town = try Township(centre: "中心", prefix: "MM")
        let mapping = try String(contentsOfFile: Self.importFile("boston311.toml"), encoding: .utf8)
        let sample = try String(contentsOfFile: Self.importFile("boston311-sample.csv"), encoding: .utf8)
        // A time that is none, told with what stands there.
        let name = town.folder.file("bad\u{1B}[2Jname.csv")
        let bad = sample.replacing("2024-12-27 06:22:41", with: Self.hostile)
        try bad.write(toFile: name, atomically: false, encoding: .utf8)
        let map = try town.folder.write(mapping, to: "map.toml")
        let rejected = try town.run(["import", name, "--mapping", map])
        #expect(rejected.status == .exited(6))
        #expect(rejected.errors.contains("pwned"))
        expectClean(rejected)

        // A header with such names.
        let header = sample.replacing("case_id", with: Self.hostile)
        let other = try town.run(["import", town.folder.write(header, to: "header.csv"), "--mapping", map])
        #expect(other.status == .exited(78))
        #expect(other.errors.contains("pwned"))
        expectClean(other)

        // Values and keys of TOML.
        for text in [
            "\"\\u001b[31mkey\" = 1\n" + mapping, mapping.replacing("name = \"", with: "name = \"\\u001b[2J\\u009b"),
            "language = \"\\u001b[31m\\u202e\"\n",
        ] {
            let path = try town.folder.write(text, to: "bad.toml")
            expectClean(try town.run(["import", name, "--mapping", path]))
            expectClean(try town.run(["case", "list", "--config", path]))
        }
    }

    @Test("JSON carries such characters as escapes, unchanged in value")
    func json() throws {
        let town = try Township(centre: "中心", prefix: "MM")
        let mapping = try String(contentsOfFile: Self.importFile("boston311.toml"), encoding: .utf8)
        let sample = try String(contentsOfFile: Self.importFile("boston311-sample.csv"), encoding: .utf8)
        let csv = try town.folder.write(sample.replacing("Boston", with: "Bo\u{9B}s\u{202E}ton"), to: "a.csv")
        _ = try town.run(["import", csv, "--mapping", town.folder.write(mapping, to: "map.toml")])
        let outcome = try town.run(["case", "list", "--json"])
        expectClean(outcome)
        #expect(!(try outcome.decoded([ListedCase].self).isEmpty))
    }

    private static func importFile(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Import").appendingPathComponent(name).path
    }

    // MARK: Options with an equals sign; other errors

    @Test("--language=zh and --config=FILE count in help and in errors as their other spellings do")
    func equals() throws {
        let town = try Township()
        let english = ["LANG": "en_GB.UTF-8"]
        let help = try Daiban.run(["case", "list", "--language=zh", "--help"], environment: english)
        #expect(help.output.contains("列出办件"))
        let error = try town.run(["case", "show", "YX0", "--language=zh"], environment: english)
        #expect(error.errors.contains("没有编号为"))
        let file = try town.folder.write("language = \"zh\"\n", to: "mine.toml")
        let configured = try town.run(["case", "show", "YX0", "--config=\(file)"], environment: english)
        #expect(configured.errors.contains("没有编号为"), "\(configured)")
    }

    @Test("A temporary folder that cannot be made is told in words")
    func noTemporaryFolder() throws {
        let outcome = try Daiban.run(["demo", "--cases", "10"], environment: ["TMPDIR": "/proc/nowhere"])
        #expect(outcome.status == .exited(1))
        #expect(outcome.errorLines.count == 1 && outcome.errors.contains("无法在 /proc/nowhere"), "\(outcome.errors)")
    }

    @Test("What is empty, endless or made of control characters does not get into a new case")
    func unfit() throws {
        let town = try Township()
        let village = try #require(try town.cases("pending").first?.village)
        func new(_ item: String, _ applicant: String, _ note: String) throws -> Child.Outcome {
            try town.run([
                "case", "new", "--item", item, "--village", village, "--applicant", applicant, "--note", note, "--as",
                "R01",
            ])
        }
        let before = try town.cases("pending").count
        for (outcome, words) in [
            (try new("", "张三", "x"), "“事项”不能空着"), (try new("参保", " ", "x"), "“申请人姓名”不能空着"),
            (try new("参\u{1B}保", "张三", "x"), "“事项”里有看不见的字符或控制字符"),
            (try new("参保", "张三", String(repeating: "长", count: 2_001)), "“说明”太长，最多 2000 字"),
        ] {
            #expect(outcome.status == .exited(2), "\(outcome)")
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
        #expect(try town.cases("pending").count == before)
    }
}
