import CaseStore
import Foundation
import PseudoTerminal
import Testing

@Suite("Inspections, training, appraisals and points from the command line")
struct ConductTests {
    private struct Suggested: Decodable {
        var code: String
        var kind: String
        var number: String
    }

    private struct Found: Decodable {
        var standing: String
        var evidence: String?
    }

    private struct Appraised: Decodable {
        struct Month: Decodable {
            var month: String
            var figures: [String: Int]
        }

        var number: String
        var months: [Month]
    }

    private func office() throws -> Township {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        for arguments in [
            ["--number", "A01", "--name", "周桂兰", "--role", "agent", "--village", "石门村"],
            ["--number", "A02", "--name", "何有田", "--role", "agent", "--village", "两河村"],
            ["--number", "S01", "--name", "周定安", "--role", "supervisor"],
            ["--number", "D01", "--name", "何远山", "--role", "director"],
        ] {
            try town.run(["staff", "add", "--as", "R01"] + arguments).require()
        }
        return town
    }

    @Test(
        "J10, J7: an inspection suggests a finding; one takes it over, another verifies, the agent appeals, a third decides"
    )
    func inspection() throws {
        let town = try office()
        // A Friday during duty, long past.
        let add = try town.run([
            "inspection", "add", "--place", "石门村", "--found", "无人", "--at", "2026-01-09 09:30", "--agent", "A01",
            "--at-post", "no", "--as", "S01",
        ])
        try add.require()
        #expect(add.output.contains("A01/not-at-post/inspection:1"))
        // The same session a quarter of an hour later.
        let again = try town.run([
            "inspection", "add", "--place", "石门村", "--found", "仍无人", "--at", "2026-01-09 09:45", "--agent", "A01",
            "--at-post", "no", "--as", "S01",
        ])
        #expect(again.status == .exited(0) && again.output.contains("不再另算一个问题"), "\(again)")
        #expect(
            try town.run(["inspection", "add", "--place", "石门村", "--found", "在", "--as", "A01"]).status == .exited(2))
        let elsewhere = try town.run([
            "inspection", "add", "--place", "山那边", "--found", "在", "--as", "S01",
        ])
        #expect(elsewhere.status == .exited(2) && elsewhere.errors.contains("石门村"), "\(elsewhere.errors)")
        // A Saturday.
        let off = try town.run([
            "inspection", "add", "--place", "石门村", "--found", "无人", "--at", "2026-01-10 09:30", "--agent", "A01",
            "--at-post", "no", "--as", "S01",
        ])
        #expect(off.status == .exited(2) && off.errors.contains("周桂兰") && off.errors.contains("周末不坐班"))
        let list = try town.run(["inspection", "list", "--period", "2026-01"])
        #expect(list.output.contains("2026-01-09 09:30") && list.output.contains("周定安"))
        let proposals = ["staff", "finding", "proposals", "--period", "2026-01", "--json"]
        let suggested: [Suggested] = try town.run(proposals).decoded()
        #expect(suggested.map(\.code) == ["A01/not-at-post/inspection:1"])
        func finding(_ arguments: [String], as person: String) throws -> Child.Outcome {
            try town.run(["staff", "finding"] + arguments + ["--as", person])
        }
        let take = ["take", "A01/not-at-post/inspection:1", "--period", "2026-01"]
        #expect(try finding(take, as: "A02").status == .exited(2))
        try finding(take, as: "S01").require()
        #expect(try finding(take, as: "S01").status == .exited(4))
        #expect(try finding(["verify", "A01", "1"], as: "S01").status == .exited(2))
        try finding(["verify", "A01", "1"], as: "R01").require()
        try finding(["appeal", "A01", "1", "--reason", "在村民家中代办"], as: "A01").require()
        #expect(try finding(["refuse", "A01", "1", "--reason", "有照片"], as: "S01").status == .exited(2))
        try finding(["refuse", "A01", "1", "--reason", "有照片"], as: "D01").require()
        let found: [Found] = try town.run(["staff", "finding", "list", "A01", "--json"]).decoded()
        #expect(found.map(\.standing) == ["appeal-refused"] && found.first?.evidence == "inspection:1")
        #expect(try town.isSound())
    }

    @Test("P6: a training is written down with who came; the year is counted against the rulebook")
    func training() throws {
        let town = try office()
        let add = try town.run([
            "training", "add", "--holder", "township", "--topic", "系统操作", "--on", "2026-01-09", "--invite", "agents",
            "--came", "A02", "--as", "S01",
        ])
        #expect(add.output.contains("应到 2，实到 1"), "\(add.output)\(add.errors)")
        let list = try town.run(["training", "list", "--year", "2026"])
        #expect(list.output.contains("乡镇：已办 1 次，还差 1 次") && list.output.contains("A01 周桂兰：缺席 1 次"))
        let suggested: [Suggested] = try town.run([
            "staff", "finding", "proposals", "--period", "2026-01", "--json",
        ]).decoded()
        #expect(suggested.map(\.kind) == ["missed-training"])
        #expect(
            try town.run([
                "training", "add", "--holder", "county", "--topic", "x", "--invite", "A01", "--came", "A02", "--as",
                "S01",
            ]).status == .exited(2))
    }

    @Test("W10, N14: the appraisal counts what was done, and --explain lists the entries behind a number")
    func appraisal() throws {
        let town = try office()
        let made: ShownCase = try town.run([
            "case", "new", "--item", "养老参保", "--village", "石门村", "--applicant", "张小三", "--as", "R01", "--json",
        ]).decoded()
        for step in [["accept", "R01"], ["complete", "A01"], ["approve", "R01"]] {
            try town.run([step[0], made.number, "--as", step[1]]).require()
        }
        let shown: [Appraised] = try town.run(["appraisal", "--format", "json"]).decoded()
        #expect(shown.map(\.number) == ["A01", "A02"])
        #expect(shown[0].months.count == 12)
        #expect(shown[0].months.last?.figures["approved"] == 1)
        #expect(shown[1].months.last?.figures["approved"] == 0)
        let explained = try town.run(["appraisal", "--person", "A01", "--explain", "approved", "--format", "csv"])
        #expect(explained.output.split(separator: "\n").count == 2 && explained.output.contains(made.number))
        let told = try town.run(["appraisal", "--person", "zgl", "--explain", "approved"])
        #expect(told.output.contains(made.number) && told.output.contains("计件归送审的人"))
        for name in ["周桂兰", "桂兰", "zgl", "a01"] {
            #expect(try town.run(["appraisal", "--person", name]).output.contains("A01 周桂兰"), "\(name)")
            #expect(try town.run(["attendance", "show", "--person", name]).status == .exited(0), "\(name)")
        }
        let nobody = try town.run(["attendance", "show", "--person", "赵"])
        #expect(nobody.status == .exited(4) && nobody.errors.contains("赵"))
        let several = try town.run(["appraisal", "--person", "h"])
        #expect(
            several.status == .exited(4) && several.errors.contains("A02 何有田") && several.errors.contains("D01 何远山"))
        let page = try town.run(["appraisal", "--person", "A01", "--language", "en"])
        #expect(page.output.contains("What the rules bring up"))
        #expect(
            try town.run(["appraisal", "--person", "A01", "--village", "石门村"]).status == .exited(64))
        let decide = [
            "appraisal", "decide", "A01", "--period", "2026-01", "--outcome", "keep", "--reason", "x", "--as", "D01",
        ]
        #expect(try town.run(decide).status == .exited(2))
        // A month that has not begun is nobody's failure.
        let early = try town.run(["appraisal", "--person", "A01", "--period", "2999-01"])
        #expect(early.status == .exited(2) && early.errors.contains("2999-01"))
        #expect(try town.isSound())
    }

    @Test("P1, P8, J20: points are marked with evidence, and the stars follow by the rulebook")
    func points() throws {
        let town = try office()
        let mark = ["checklist", "mark", "中心", "--kind", "centre", "--as", "D01"]
        let items = ["帮办代办窗口", "帮办代办人员", "办公设备", "办事指南", "事项清单", "责任清单"]
        try town.run(mark + ["--hall", "60"] + items.flatMap { ["--has", "\($0):照片"] }).require()
        try town.run(mark + ["--lacks", "制度机制：未上墙"]).require()
        let unknown = try town.run(mark + ["--has", "喷泉:照片"])
        #expect(unknown.status == .exited(2) && unknown.errors.contains("办事指南") && unknown.errors.contains("制度机制"))
        let shown = try town.run(["checklist"])
        #expect(shown.output.contains("6/9") && shown.output.contains("未上墙") && shown.output.contains("未核查"))
        let stars = try town.run(["stars"])
        #expect(stars.output.contains("三星级：6/9 分，可授牌") && stars.output.contains("再得 2 分为四星级"))
        #expect(try town.run(["checklist", "show", "别处"]).status == .exited(4))
        #expect(try town.isSound())
    }
}
