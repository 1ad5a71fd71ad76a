import Foundation
import PseudoTerminal
import Testing

@Suite("The work calendar and due dates on the command line")
struct CalendarTests {
    private struct Year: Decodable {
        struct Version: Decodable {
            var version: Int
            var notice: String
        }

        struct Day: Decodable, Equatable {
            var date: String
            var name: String?
            var region: String?
        }

        var year: Int
        var version: Int
        var versions: [Version]
        var provisional: Bool
        var workingDays: Int
        var off: [Day]
        var work: [Day]
    }

    private struct Added: Decodable {
        var date: String
        var provisional: Bool
    }

    private struct Due: Decodable {
        struct Step: Decodable {
            var date: String
            var reason: String
            var name: String?
            var region: String?
            var minutes: Int?
            var pausedMinutes: Int
            var end: String
        }

        var clause: String
        var from: String
        var due: String
        var day: String
        var provisional: Bool
        var stopped: Bool
        var steps: [Step]
    }

    private static let local = """
        [[layer]]
        region = "某县"
        reason = "赶集"
        source = "某县发〔2026〕1号"
        off = [{ from = "2026-02-14", name = "赶集" }]
        work = ["2026-02-08"]
        """

    private func due(_ arguments: [String]) throws -> Due {
        let outcome = try Daiban.run(["due", "--json"] + arguments)
        try outcome.require()
        return try outcome.decoded()
    }

    @Test("calendar show tells a year's days off, make-up workdays, names and notice")
    func show() throws {
        let outcome = try Daiban.run(["calendar", "show", "2026"])
        try outcome.require()
        for words in [
            "2026-02-15 至 2026-02-23  春节", "14班", "15休", "2026-02-14 周六  上班", "共 248 个工作日", "2025-11-04 发布",
        ] {
            #expect(outcome.output.contains(words), "\(words) in \(outcome.output)")
        }
        #expect(!outcome.output.contains("尚未公布"))
    }

    @Test("calendar show --version tells an amended year as it stood before")
    func versions() throws {
        let now: Year = try Daiban.run(["calendar", "show", "2020", "--json"]).decoded()
        let before: Year = try Daiban.run(["calendar", "show", "2020", "--version", "1", "--json"]).decoded()
        #expect(now.version == 2 && now.versions.map(\.version) == [1, 2])
        #expect(now.versions.last?.notice == "国办发明电〔2020〕1号")
        #expect(now.workingDays == 249 && before.workingDays == 251)
        #expect(before.work.contains { $0.date == "2020-02-01" })
        #expect(now.off.contains { $0.date == "2020-02-01" && $0.name == "春节" })
        let outcome = try Daiban.run(["calendar", "show", "2020", "--version", "3"])
        #expect(outcome.status == .exited(4))
        #expect(outcome.errors.contains("共 2 版"))
    }

    @Test("A year that is not published is shown as provisional")
    func unknown() throws {
        let year: Year = try Daiban.run(["calendar", "show", "2031", "--json"]).decoded()
        #expect(year.provisional && year.versions.isEmpty && year.off.isEmpty && year.version == 0)
        #expect(try Daiban.run(["calendar", "show", "2031"]).output.contains("尚未公布"))
    }

    @Test("calendar add finds the n-th working day and says when it is provisional")
    func add() throws {
        let known: Added = try Daiban.run(["calendar", "add", "2026-02-11", "3", "--json"]).decoded()
        #expect(known.date == "2026-02-14" && !known.provisional)
        let unknown: Added = try Daiban.run(["calendar", "add", "2026-12-30", "3", "--json"]).decoded()
        #expect(unknown.date == "2027-01-04" && unknown.provisional)
        #expect(try Daiban.run(["calendar", "add", "2026-12-30", "3"]).output.contains("暂定"))
        #expect(!(try Daiban.run(["calendar", "add", "2026-02-11", "3"]).output.contains("暂定")))
    }

    @Test("A calendar file is laid over the national days and can be checked without being taken")
    func layers() throws {
        let folder = try Folder()
        let file = try folder.write(Self.local, to: "local.toml")
        let checked = try Daiban.run(["calendar", "check", file])
        try checked.require()
        #expect(checked.output.contains("没有问题"))
        let added: Added = try Daiban.run(
            ["calendar", "add", "2026-02-11", "3", "--calendar", file, "--json"]
        ).decoded()
        #expect(added.date == "2026-02-24")
        let year: Year = try Daiban.run(["calendar", "show", "2026", "--calendar", file, "--json"]).decoded()
        #expect(year.off.contains(Year.Day(date: "2026-02-14", name: "赶集", region: "某县")))
        #expect(year.work.contains(Year.Day(date: "2026-02-08", name: "赶集", region: "某县")))
        #expect(year.workingDays == 248)
    }

    @Test(
        "A calendar file with a mistake is refused with place and reason",
        arguments: [
            ("2026-02-08", "2026-02-09", ":6", "本来就上班"), ("[\"2026-02-08\"]", "[\"2026-02-14\"]", ":6", "又放假又上班"),
            ("2026-02-08", "2026-02-30", ":6", "没有“2026-02-30”这一天"), ("reason = \"赶集\"", "", ":1", "reason"),
            ("from = \"2026-02-14\"", "from = \"2026-02-14\", to = \"2026-02-13\"", ":5", "止日早于起日"),
        ])
    func mistakes(_ old: String, _ new: String, _ place: String, _ reason: String) throws {
        let folder = try Folder()
        let file = try folder.write(Self.local.replacing(old, with: new), to: "local.toml")
        let outcome = try Daiban.run(["calendar", "check", file])
        #expect(outcome.status == .exited(78))
        #expect(outcome.errors.contains("local.toml\(place)："), "\(outcome.errors)")
        #expect(outcome.errors.contains(reason), "\(outcome.errors)")
        let english = try Daiban.run(["calendar", "check", file], environment: ["LANG": "en_GB.UTF-8"])
        #expect(!english.errors.replacing("赶集", with: "").contains(/\p{Han}/), "\(english.errors)")
    }

    @Test("W14: due prints the clause, each day counted or skipped and why, and the result")
    func dueText() throws {
        let outcome = try Daiban.run([
            "due", "--rulebook", "standard", "--clock", "acceptance", "--from", "2025-12-31T10:00",
        ])
        try outcome.require()
        for words in [
            "依据 武政管办〔2022〕36号 第十一条", "2025-12-31 周三  工作日  计 14 小时 0 分", "2026-01-02 周五  元旦  不计",
            "2026-01-04 周日  调休上班  计 10 小时 0 分", "due 2026-01-04T10:00:00+08:00", "provisional false",
        ] {
            #expect(outcome.output.contains(words), "\(words) in \(outcome.output)")
        }
    }

    @Test("due --json carries the same for programs, with pauses")
    func dueJSON() throws {
        let plain = try due(["--rulebook", "standard", "--clock", "completion", "--from", "2026-09-30T15:00"])
        #expect(plain.due == "2026-10-10T15:00:00+08:00")
        #expect(plain.steps.filter { $0.reason == "skipped" }.count == 7)
        #expect(plain.steps.compactMap(\.minutes).reduce(0, +) == 72 * 60)
        #expect(plain.steps.last?.end == plain.due)
        let paused = try due([
            "--rulebook", "standard", "--clock", "completion", "--from", "2026-09-30T15:00", "--pause",
            "2026-10-08T10:00/2026-10-09T12:00",
        ])
        #expect(paused.due == "2026-10-12T17:00:00+08:00")
        #expect(paused.steps.map(\.pausedMinutes).reduce(0, +) == 26 * 60)
        #expect(!paused.stopped)
        let stopped = try due([
            "--rulebook", "standard", "--clock", "completion", "--from", "2026-09-30T15:00", "--pause",
            "2026-10-08T10:00/",
        ])
        #expect(stopped.stopped && stopped.due == plain.due)
    }

    @Test("due says when it is provisional, and belongs to the day that ends at midnight")
    func provisional() throws {
        let provisional = try due(["--rulebook", "standard", "--clock", "acceptance", "--from", "2026-12-31T15:00"])
        #expect(provisional.provisional && provisional.due == "2027-01-01T15:00:00+08:00")
        let midnight = try due(["--rulebook", "standard", "--clock", "acceptance", "--from", "2026-11-19T00:00"])
        #expect(midnight.due == "2026-11-20T00:00:00+08:00" && midnight.day == "2026-11-19")
    }

    @Test(
        "Wrong input is refused with what is wrong",
        arguments: [
            ("calendar show 1800", "不在 1949 至 2199 之内"), ("calendar add 2026-02-30 3", "没有“2026-02-30”这一天"),
            ("calendar add 2026-02-11 0", "不在 1 至 10000 之内"), ("calendar add 1800-01-01 1", "不在 1949-01-01"),
            ("due --clock acceptance --from 1800-01-01", "不在 1949-01-01"),
            ("due --clock acceptance --from yesterday", "看不懂时间"),
            ("due --clock acceptance --from 2026-01-02 --pause 2026-01-03", "看不懂停表"),
            ("due --clock acceptance --from 2026-01-02 --pause 2026-01-04/2026-01-03", "止早于起"),
            ("due --clock acceptance --from 2026-01-02 --pause 2026-01-03/ --pause 2026-01-04/", "没有止"),
            ("due --clock acceptance --from 2026-01-02 --limit 3", "只用于 promise"),
            ("due --clock promise --from 2026-01-02 --limit -3", ""), ("due --clock target --from 2026-01-02", ""),
            ("due --clock acceptance --from 2026-01-02 --offset 8", "看不懂时差"),
        ])
    func wrong(_ arguments: String, _ reason: String) throws {
        let outcome = try Daiban.run(arguments.split(separator: " ").map(String.init))
        #expect(outcome.status == .exited(64), "\(outcome)")
        #expect(reason.isEmpty || outcome.errors.contains(reason), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test("The calendar's commands have help texts in both languages")
    func help() throws {
        for subcommand in [["calendar"], ["calendar", "show"], ["calendar", "add"], ["calendar", "check"], ["due"]] {
            #expect(try Daiban.run(subcommand + ["--help"]).output.contains(/\p{Han}/))
            let english = try Daiban.run(subcommand + ["--help"], environment: ["LANG": "en_GB.UTF-8"])
            try english.require()
            #expect(!english.output.contains(/\p{Han}/), "\(english.output)")
        }
    }
}
