import CaseStore
import Casework
import Foundation
import PseudoTerminal
import Testing

@Suite("People of an office, from the command line")
struct StaffTests {
    struct Person: Decodable, Hashable {
        var number: String
        var name: String
        var role: String
        var village: String?
        var active: Bool
        var presence: String?
    }

    private func staff(_ town: Township) throws -> [Person] {
        let outcome = try town.run(["staff", "list", "--json"])
        try outcome.require()
        return try outcome.decoded()
    }

    @Test("init takes agents and records their villages; a case then goes from registration to approval")
    func fromStartToEnd() throws {
        let folder = try Folder()
        let path = folder.file("centre.sqlite")
        func daiban(_ arguments: [String]) throws -> Child.Outcome {
            try Daiban.run(arguments + ["--database", path], in: folder.path)
        }
        try daiban([
            "init", "--centre", "某某镇便民服务中心", "--prefix", "MM", "--agent", "A01:周桂兰:石门村", "--agent", "A02：何有田：两河村",
        ]).require()
        #expect(try folder.contents == ["centre.sqlite"])
        let people: [Person] = try daiban(["staff", "list", "--json"]).decoded()
        #expect(people.map(\.number) == ["A01", "A02", "R01"])
        #expect(
            people[1]
                == Person(
                    number: "A02", name: "何有田", role: "agent", village: "两河村", active: true, presence: "off-duty"))

        let made: ShownCase = try daiban([
            "case", "new", "--item", "养老参保", "--village", "石门村", "--applicant", "张小三", "--as", "R01", "--json",
        ]).decoded()
        #expect(made.agent == "周桂兰")
        for step in [["accept", "R01"], ["complete", "A01"], ["approve", "R01"]] {
            try daiban([step[0], made.number, "--as", step[1]]).require()
        }
        let shown: ShownCase = try daiban(["case", "show", made.number, "--json"]).decoded()
        #expect(shown.state == "approved")
        let summary: VerifySummary = try daiban(["verify", "--json"]).decoded()
        #expect(summary.sound)
        let unknown = try daiban([
            "case", "new", "--item", "养老参保", "--village", "月亮村", "--applicant", "张小三", "--as", "R01",
        ])
        #expect(unknown.status == .exited(2))
        #expect(unknown.errors.contains("石门村、两河村"))
    }

    @Test("staff add takes in an agent and the agent's village, and cases of that village are theirs")
    func add() throws {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        let outcome = try town.run([
            "staff", "add", "--number", "A01", "--name", "周桂兰", "--village", "石门村", "--phone", "14000001234", "--as",
            "R01",
        ])
        try outcome.require()
        #expect(outcome.output == "已登记 A01 周桂兰\n")
        #expect(try staff(town).map(\.number) == ["A01", "R01"])
        let plain = try town.run(["staff", "list"])
        #expect(plain.output.contains("石门村") && plain.output.contains("代办员") && plain.output.contains("班外"))
        let made: ShownCase = try town.run([
            "case", "new", "--item", "养老参保", "--village", "石门村", "--applicant", "张小三", "--as", "R01", "--json",
        ]).decoded()
        #expect(made.agent == "周桂兰")
        #expect(try town.isSound())
    }

    @Test("Only those who lead may add people, every text is looked at, and a number is given once")
    func refused() throws {
        let town = try Township()
        let before = try staff(town)
        func add(_ options: [String], as person: String = "R01") throws -> Child.Outcome {
            try town.run(["staff", "add", "--as", person] + options)
        }
        let calls: [([String], String, String)] = [
            (["--number", "A91", "--name", "某", "--village", "村"], "A01", "不能登记人员"),
            (["--number", "A91", "--name", "某", "--village", "村"], "W01", "不能登记人员"),
            (["--number", "A01", "--name", "某", "--village", "村"], "R01", "A01 已经用过"),
            (["--number", "A91", "--name", "", "--village", "村"], "R01", "“人员姓名”不能空着"),
            (["--number", "A91", "--name", "某"], "R01", "“村”不能空着"),
            (["--number", "A91", "--name", "a\u{1B}[31mb", "--village", "村"], "R01", "控制字符"),
            (["--number", String(repeating: "A", count: 17), "--name", "某", "--village", "村"], "R01", "太长"),
        ]
        for (options, person, words) in calls {
            let outcome = try add(options, as: person)
            #expect(outcome.status == .exited(2), "\(options): \(outcome)")
            #expect(outcome.errorLines.count == 1 && outcome.errors.contains(words), "\(options): \(outcome.errors)")
        }
        #expect(try staff(town) == before)
    }

    @Test("init that cannot take one of its people leaves nothing")
    func initIsWholeOrNothing() throws {
        let folder = try Folder()
        let outcome = try Daiban.run(
            [
                "init", "--centre", "中心", "--prefix", "MM", "--agent", "A01:甲:村", "--agent", "A01:乙:村", "--database",
                folder.file("centre.sqlite"),
            ], in: folder.path)
        #expect(outcome.status == .exited(2), "\(outcome)")
        #expect(outcome.errorLines.count == 1)
        #expect(try folder.contents == [])
        let shape = try Daiban.run(
            ["init", "--centre", "中心", "--prefix", "MM", "--agent", "A01", "--database", folder.file("c.sqlite")])
        #expect(shape.status == .exited(64))
    }

    @Test("Somebody who has left acts no more, and is still in the list")
    func left() throws {
        let town = try Township()
        let store = try CaseStore.open(at: town.database)
        var member = try #require(try store.staff(number: "R02"))
        member.isActive = false
        let gone = member
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        try store.batch { try $0.record(.enrolled(gone), about: gone.id, at: now, by: .office) }
        let number = try #require(try town.cases("in-review").first?.number)
        for arguments in [
            ["approve", number, "--as", "R02"], ["desk", "--as", "R02"],
            ["case", "show", number, "--reveal", "核对", "--as", "R02"],
            ["case", "new", "--item", "参保", "--village", "村", "--applicant", "某人", "--as", "R02"],
        ] {
            let outcome = try town.run(arguments)
            #expect(outcome.status == .exited(2), "\(arguments): \(outcome)")
            #expect(outcome.errors.contains("已离任"))
        }
        #expect(try staff(town).first { $0.number == "R02" }?.active == false)
        try town.run(["case", "list", "--agent", "R02"]).require()
    }
}
