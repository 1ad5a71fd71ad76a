import Foundation
import PseudoTerminal
import Testing

/// What people read on the command line: whole words of one language, and dates as the desk shows them.
@Suite("Plain words on the command line")
struct PlainWordsTests {
    @Test("A file that is not there is told of in Chinese, without the system's English")
    func missingFile() throws {
        for command in [["calendar", "check"], ["rulebook", "check"]] {
            let outcome = try Daiban.run(command + ["nowhere.toml", "--language", "zh"])
            #expect(outcome.status == .exited(78), "\(outcome)")
            #expect(outcome.errors.contains("没有这个文件"), "\(outcome.errors)")
            #expect(!outcome.errors.contains("No such"), "\(outcome.errors)")
        }
        let english = try Daiban.run(["calendar", "check", "nowhere.toml", "--language", "en"])
        #expect(english.errors.contains("there is no such file or folder"), "\(english.errors)")
    }

    @Test("A mistyped command is told as one, with the one that was meant; the code is that of wrong use")
    func mistyped() throws {
        for (words, meant, group) in [
            (["sarch", "张三"], "daiban search", "daiban"), (["relay", "exprt"], "daiban relay export", "daiban relay"),
            (["case", "lst"], "daiban case list", "daiban case"), (["show", "YX1"], "daiban case show", "daiban"),
        ] {
            for language in ["zh", "en"] {
                let outcome = try Daiban.run(words + ["--language", language])
                #expect(outcome.status == .exited(64), "\(outcome)")
                #expect(
                    outcome.errors.contains(meant) && outcome.errors.contains("\(group) --help"), "\(outcome.errors)")
                #expect(!outcome.errors.contains("nexpected"), "\(outcome.errors)")
            }
        }
        let nothing = try Daiban.run(["qqqqqqqq"])
        #expect(nothing.status == .exited(64) && nothing.errors.contains("没有“qqqqqqqq”这个命令"))
    }

    @Test("What the parser of the command line says is Chinese, too")
    func parser() throws {
        for (words, said) in [
            (["accept"], "缺少参数 <number>"), (["case", "list", "--stat", "x"], "没有选项 --stat；是不是 --state？"),
            (["verify", "--qqqqqqqq"], "没有选项 --qqqqqqqq"), (["verify", "extra"], "多出的参数：extra"),
            (["verify", "a", "b"], "多出的参数：a、b"), (["verify", "--database"], "缺少 --database <database> 的值"),
            (["case", "list", "--limit", "many"], "不能是 many"), (["verify", "--full=yes"], "不带值"),
            (["case", "list", "--language", "fr"], "不能是 fr"),
        ] {
            let outcome = try Daiban.run(words)
            #expect(outcome.status == .exited(64), "\(outcome)")
            #expect(outcome.errors.contains(said), "\(words): \(outcome.errors)")
            for english in ["Error", "Usage", "See '", "Missing", "Unknown", "Please"] {
                #expect(!outcome.errors.contains(english), "\(words): \(outcome.errors)")
            }
        }
        let help = try Daiban.run(["case", "--help"]).output
        #expect(help.contains("子命令：") && !help.contains("SUBCOMMANDS") && !help.contains("Show "), "\(help)")
        let english = try Daiban.run(["accept", "--language", "en"])
        #expect(english.errors.contains("Missing expected argument '<number>'"), "\(english.errors)")
    }

    @Test("A value that does not fit is told of in a sentence of the language, and help lists the choices in it")
    func values() throws {
        for (words, said, english) in [
            (["demo", "--cases=-1"], "--cases 只能是 0 到 10000000", "--cases must be 0 to 10000000"),
            (["demo", "--size", "big"], "--size 写法不对，应如 160x45", "looks like 160x45"),
            (["init", "--centre", "某镇", "--prefix", "m"], "--prefix 只能是大写字母 A 到 Z，1 到 8 个", "capital letters"),
            (["case", "list", "--limit", "0"], "--limit 只能是 1 到 1000000", "--limit must be"),
            (["outbox", "retry"], "ID 与 --all 只能写一个", "one of ID and --all"),
        ] {
            let outcome = try Daiban.run(words + ["--language", "zh"])
            #expect(outcome.status == .exited(64) && outcome.errors.contains(said), "\(words): \(outcome.errors)")
            #expect(!outcome.errors.contains("…") && !outcome.errors.contains("must"), "\(outcome.errors)")
            let other = try Daiban.run(words + ["--language", "en"])
            #expect(other.status == .exited(64) && other.errors.contains(english), "\(words): \(other.errors)")
        }
        let help = try Daiban.run(["report", "summary", "--help", "--language", "zh"]).output
        #expect(help.contains("可用：text") && !help.contains("values:") && !help.contains("default:"), "\(help)")
    }

    @Test("What is missing is called what it is: a folder, a file, a database; each with its way on")
    func missing() throws {
        let town = try Township()
        for (words, said) in [
            (["backup", "/no/such/folder/copy"], "没有这个文件夹：/no/such/folder"),
            (["backup", "list", "/no/such"], "没有这个文件夹：/no/such"),
            (["restore", "/none", "--as", "R02"], "没有这个文件：/none"),
        ] {
            let outcome = try town.run(words)
            #expect(outcome.status == .exited(1) && outcome.errors.contains(said), "\(outcome)")
            #expect(!outcome.errors.contains("没有数据库"), "\(outcome.errors)")
        }
        let none = try Daiban.run(["case", "list", "--database", "/none.sqlite"])
        #expect(none.errors.contains("没有数据库 /none.sqlite"), "\(none.errors)")
        let folder = town.folder.file("backups")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try town.run(["backup", folder]).require()
        let list = try town.run(["backup", "list", folder])
        try list.require()
        #expect(list.output.contains("共 1 份"), "\(list)")
    }

    @Test("Who is missed is listed by those who may; who is refused hears who may")
    func whoMay() throws {
        let town = try Township()
        let rebuild = try town.run(["rebuild", "--reason", "试"])
        #expect(rebuild.status == .exited(64) && rebuild.errors.contains("R02"), "\(rebuild)")
        #expect(!rebuild.errors.contains("A01"), "\(rebuild)")
        let refused = try town.run(["item", "start-list", "--as", "A01"])
        #expect(refused.status == .exited(2) && refused.errors.contains("中心主任"), "\(refused)")
    }

    @Test("case show names a limit as one, without seconds or a zone, and says when its clock ended")
    func limits() throws {
        let town = try Township()
        let number = try #require(town.cases("pending").first).number
        let before = try town.run(["case", "show", number, "--language", "zh"]).output
        #expect(before.contains("受理时限") && !before.contains("计时结束"), "\(before)")
        try town.run(["accept", number, "--as", "R01"]).require()
        let after = try town.run(["case", "show", number, "--language", "zh"]).output
        #expect(after.contains("计时结束") && !after.contains("+08:00"), "\(after)")
    }
}
