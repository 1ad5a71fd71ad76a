import Foundation
import PseudoTerminal
import Testing

@Suite("The roster, from the command line")
struct RosterTests {
    /// An office with two agents, and whose reviewer gives the commands.
    private func office() throws -> Township {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        for (number, name, village) in [("A01", "周桂兰", "石门村"), ("A02", "何有田", "两河村")] {
            try town.run([
                "staff", "add", "--number", number, "--name", name, "--village", village, "--as", "R01",
            ]).require()
        }
        return town
    }

    private func staff(_ town: Township, _ arguments: [String]) throws -> Child.Outcome {
        try town.run(
            ["staff"] + arguments + (["check", "changes", "card"].contains(arguments[0]) ? [] : ["--as", "R01"]))
    }

    @discardableResult
    private func register(_ town: Township, village: String = "石门村") throws -> ShownCase {
        try town.run([
            "case", "new", "--item", "养老参保", "--village", village, "--applicant", "张小三", "--as", "R01", "--json",
        ]).decoded()
    }

    @Test("W18: missing facts are told and keep nobody out, unless that is asked for")
    func missingFacts() throws {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        let bare = ["add", "--number", "A01", "--name", "周桂兰", "--village", "石门村"]
        let strict = try staff(town, bare + ["--strict"])
        #expect(strict.status == .exited(2), "\(strict)")
        #expect(strict.errors.contains("没有出生日期"))
        let outcome = try staff(town, bare)
        try outcome.require()
        #expect(outcome.output == "已登记 A01 周桂兰\n")
        #expect(outcome.errorLines.contains { $0.hasPrefix("提示：没有出生日期") && $0.contains("第十三条") }, "\(outcome)")
        // Nobody asks that of others.
        let director = try staff(town, ["add", "--number", "D01", "--name", "主任", "--role", "director", "--strict"])
        try director.require()
        #expect(director.errors == "")
    }

    @Test("J1: what speaks against an agent keeps them out until it is waived with a reason")
    func waiver() throws {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        let old = ["add", "--number", "A01", "--name", "周桂兰", "--village", "石门村", "--birthday", "1940-02-29"]
        let refused = try staff(town, old)
        #expect(refused.status == .exited(2) && refused.errors.contains("已满 8"), "\(refused)")
        #expect(try staff(town, old + ["--waive", "age: "]).status == .exited(2))
        #expect(try staff(town, old + ["--waive", "beauty:x"]).status == .exited(64))
        try staff(town, old + ["--waive", "age：特别优秀"]).require()
        #expect(try town.isSound())
    }

    @Test("W4: changes and leavers are lines of a CSV list; a change that changes nothing is refused")
    func changes() throws {
        let town = try office()
        let changed = try staff(town, ["change", "A01", "--phone", "13900000000", "--village", "月亮村"])
        try changed.require()
        #expect(changed.output == "已变更 A01 周桂兰\n")
        #expect(try staff(town, ["change", "A01", "--phone", "13900000000"]).status == .exited(2))
        try staff(town, ["leave", "A02", "--reason", "调走, 去县里"]).require()
        let list = try staff(town, ["changes", "--since", "2020-01-01"])
        try list.require()
        let lines = list.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "时间,编号,姓名,变动,原来,现在,经办")
        #expect(lines.contains { $0.hasSuffix(",A01,周桂兰,服务地变更,石门村,月亮村,R01") }, "\(lines)")
        #expect(lines.contains { $0.hasSuffix(",A01,周桂兰,联系方式变更,,13900000000,R01") }, "\(lines)")
        #expect(lines.last?.hasSuffix(",A02,何有田,离任,两河村,,R01") == true, "\(lines)")
        #expect(try staff(town, ["changes", "--since", "2999-01-01"]).output.split(separator: "\n").count == 1)
        // The village that was new is one of the centre's now.
        #expect(try register(town, village: "月亮村").agent == "周桂兰")
        #expect(try town.isSound())
    }

    @Test("N15: a handover in one act, signed by both; before it nobody leaves, after it they may")
    func handover() throws {
        let town = try office()
        let number = try register(town).number
        try register(town)
        let early = try staff(town, ["leave", "A01", "--reason", "调走"])
        #expect(early.status == .exited(2) && early.errors.contains("办件 2 件"), "\(early)")
        let act = ["handover", "A01", "--to", "A02", "--reason", "调走", "--original", "\(number)：身份证"]
        let unsigned = try staff(town, act + ["--given", "周桂兰", "--taken", "周桂兰"])
        #expect(unsigned.status == .exited(2) && unsigned.errors.contains("双方签名"), "\(unsigned)")
        let signed = try staff(town, act + ["--given", "周桂兰", "--taken", "何有田"])
        try signed.require()
        #expect(signed.output.contains("办件 2 件，证件 1 份"), "\(signed)")
        #expect(try town.show(number).agent == "何有田")
        try staff(town, ["leave", "A01", "--reason", "调走"]).require()
        #expect(try town.isSound())
    }

    @Test("P3: somebody stands in and gets the work, until the other is back")
    func standIn() throws {
        let town = try office()
        let first = try register(town)
        let outcome = try staff(town, ["stand-in", "A01", "--by", "A02", "--reason", "开会"])
        try outcome.require()
        #expect(outcome.output.contains("1 件"), "\(outcome)")
        #expect(try town.show(first.number).agent == "何有田")
        #expect(try register(town).agent == "何有田")
        try staff(town, ["back", "A01"]).require()
        #expect(try register(town).agent == "周桂兰")
        #expect(try staff(town, ["back", "A01"]).status == .exited(2))
        #expect(try staff(town, ["stand-in", "A01", "--by", "R01", "--reason", "开会"]).status == .exited(2))
        #expect(
            try staff(town, ["stand-in", "A01", "--by", "A02", "--reason", "x", "--from", "明天"]).status == .exited(64))
    }

    @Test("J2: the steps of an appointment are taken in their order")
    func appoint() throws {
        let town = try office()
        let early = try staff(town, ["appoint", "A01", "--step", "vote", "--by", "代表会议", "--votes", "9:1:0"])
        #expect(early.status == .exited(2) && early.errors.contains("先办“两委提名”"), "\(early)")
        let first = try staff(town, ["appoint", "A01", "--step", "nomination", "--by", "石门村两委"])
        try first.require()
        #expect(first.output.contains("下一步“党员、村民代表会议通过”"), "\(first)")
        let bare = try staff(town, ["appoint", "A01", "--step", "vote", "--by", "代表会议"])
        #expect(bare.status == .exited(2) && bare.errors.contains("票数"), "\(bare)")
        try staff(town, ["appoint", "A01", "--step", "vote", "--by", "代表会议", "--votes", "9:1:0"]).require()
    }

    @Test("N2: the check names the places where somebody is missing")
    func check() throws {
        let town = try office()
        let before = try staff(town, ["check", "--department", "民政", "--window", "社保"])
        try before.require()
        for words in ["民政：部门帮办员", "乡镇：督办员", "社保：没有人员"] {
            #expect(before.output.contains(words), "\(words): \(before.output)")
        }
        #expect(!before.output.contains("两河村：村级代办员"))
        try staff(town, ["leave", "A02", "--reason", "调走"]).require()
        #expect(try staff(town, ["check"]).output.contains("两河村：村级代办员应有 1 人，现有 0 人"))
    }

    @Test("S12: the card shows name, post, contact and hours")
    func card() throws {
        let town = try office()
        try staff(
            town,
            [
                "change", "A01", "--phone", "13900000000", "--birthday", "1990-01-01", "--education", "college",
            ]
        ).require()
        let card = try staff(town, ["card", "A01"])
        try card.require()
        let lines = card.output.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasSuffix("周桂兰") && lines[1].hasSuffix("村级代办员") && lines[2].hasSuffix("13900000000"))
        #expect(lines[3].contains("9:00–11:30"), "\(card.output)")
    }

    @Test("J7: a finding is recorded by one, verified by another, and reversed by who leads")
    func findings() throws {
        struct Finding: Decodable, Hashable {
            var number: Int
            var kind: String
            var verified: Bool
            var reversed: Bool
            var stands: Bool
            var followUp: String?
        }
        let town = try office()
        for (number, role) in [("S01", "supervisor"), ("D01", "director")] {
            try staff(town, ["add", "--number", number, "--name", number, "--role", role]).require()
        }
        func finding(_ arguments: [String], as person: String) throws -> Child.Outcome {
            try town.run(["staff", "finding"] + arguments + ["--as", person])
        }
        func listed() throws -> [Finding] { try town.run(["staff", "finding", "list", "A01", "--json"]).decoded() }
        let bare = ["add", "A01", "--kind", "not-at-post", "--fact", "9:20 不在岗"]
        #expect(try finding(bare, as: "S01").status == .exited(64))
        let add = bare + ["--evidence", "document:督办记录第 4 页"]
        #expect(try finding(add, as: "A02").status == .exited(2))
        let added = try finding(add, as: "S01")
        try added.require()
        #expect(added.output == "A01 周桂兰：共 1 条，算数的 0 条\n")
        #expect(try finding(["verify", "A01", "1"], as: "S01").errors.contains("另一人"))
        #expect(try finding(["follow-up", "A01", "1", "--note", "通报"], as: "S01").status == .exited(2))
        try finding(["verify", "A01", "1"], as: "R01").require()
        try finding(["follow-up", "A01", "1", "--note", "通报"], as: "S01").require()
        #expect(
            try listed() == [
                Finding(
                    number: 1, kind: "not-at-post", verified: true, reversed: false, stands: true, followUp: "通报")
            ])
        #expect(try finding(["appeal", "A01", "1", "--reason", "在村民家中"], as: "R01").status == .exited(2))
        try finding(["appeal", "A01", "1", "--reason", "在村民家中"], as: "A01").require()
        #expect(try town.run(["staff", "finding", "list", "A01"]).output.contains("申诉中"))
        #expect(try finding(["reverse", "A01", "1", "--reason", "属实"], as: "R01").status == .exited(2))
        try finding(["reverse", "A01", "1", "--reason", "属实"], as: "D01").require()
        #expect(try listed().map(\.stands) == [false])
        #expect(try town.run(["staff", "finding", "list", "A01"]).output.contains("申诉撤销"))
        #expect(try finding(["verify", "A01", "2"], as: "R01").errors.contains("没有第 2 条"))
        #expect(try town.isSound())
    }

    @Test("N14: those who do not lead may not do any of it")
    func permissions() throws {
        let town = try office()
        let calls = [
            ["change", "A02", "--phone", "1390000"], ["leave", "A02", "--reason", "x"],
            ["waive", "A02", "--subject", "age", "--reason", "x"],
            ["appoint", "A02", "--step", "nomination", "--by", "x"],
            ["stand-in", "A02", "--by", "A01", "--reason", "x"],
            ["handover", "A02", "--to", "A01", "--reason", "x", "--given", "何有田", "--taken", "周桂兰"],
        ]
        for call in calls {
            let outcome = try town.run(["staff"] + call + ["--as", "A01"])
            #expect(outcome.status == .exited(2) && outcome.errors.contains("代办员不能"), "\(call): \(outcome)")
        }
    }
}
