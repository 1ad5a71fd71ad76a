import Foundation
import PseudoTerminal
import Testing

@Suite("Lists of service items, from the command line")
struct ItemTests {
    struct Item: Decodable {
        struct Material: Decodable, Hashable {
            var name: String
            var form: String?
            var required: Bool
        }

        var code: String
        var version: Int
        var level: String
        var name: String
        var promisedDays: Int?
        var time: String?
        var filling: String?
        var sample: String?
        var materials: [Material]
        var legalBasis: String?
        var assumed: [String]
        var claimed: Bool
        var lacks: [String]
    }

    struct Report: Decodable, Hashable {
        var listed: Int
        var revised: Int
        var unchanged: Int
    }

    /// A centre with a director and somebody of the county office, and the start list at every level.
    private func centre(withItems: Bool = true) throws -> Township {
        let town = try Township(centre: "某镇便民服务中心", prefix: "MM")
        for (number, role) in [("D01", "director"), ("X01", "county-office")] {
            try town.run(["staff", "add", "--number", number, "--name", "某人", "--role", role, "--as", "R01"]).require()
        }
        if withItems {
            try town.run(["item", "start-list", "--as", "D01"]).require()
            try town.run(["item", "start-list", "--as", "X01"]).require()
        }
        return town
    }

    private func items(_ town: Township, _ options: [String] = []) throws -> [Item] {
        let outcome = try town.run(["item", "list", "--json"] + options)
        try outcome.require()
        return try outcome.decoded()
    }

    private func item(_ town: Township, _ code: String, _ options: [String] = []) throws -> Item {
        let outcome = try town.run(["item", "show", code, "--json"] + options)
        try outcome.require()
        return try outcome.decoded()
    }

    @Test("The start list is taken over by those who keep the levels, once")
    func startList() throws {
        let town = try centre(withItems: false)
        let refused = try town.run(["item", "start-list", "--as", "R01"])
        #expect(refused.status == .exited(2))
        #expect(refused.errors.contains("审核员不能改动"))
        #expect(try town.run(["item", "start-list", "--level", "county", "--as", "D01"]).status == .exited(2))
        let first: Report = try town.run(["item", "start-list", "--as", "D01", "--json"]).decoded()
        #expect(first.listed > 40 && first.revised == 0 && first.unchanged == 0)
        let again: Report = try town.run(["item", "start-list", "--as", "D01", "--json"]).decoded()
        #expect(again == Report(listed: 0, revised: 0, unchanged: first.listed))
        #expect(Set(try items(town).map(\.level)) == ["township", "village"])
        #expect(try town.isSound())
    }

    @Test("N3: the township claims a county item and gives it back")
    func claim() throws {
        let town = try centre()
        let code = try #require(try items(town, ["--level", "county"]).first?.code)
        #expect(try town.run(["item", "claim", code, "--as", "X01"]).status == .exited(2))
        let claimed = try town.run(["item", "claim", code, "--as", "D01"])
        try claimed.require()
        #expect(claimed.output.hasPrefix("已认领 \(code)"))
        let township = try items(town, ["--level", "township"])
        #expect(township.filter(\.claimed).map(\.code) == [code])
        #expect(try town.run(["item", "claim", code, "--as", "D01"]).status == .exited(2))
        #expect(try town.run(["item", "claim", "Q-1", "--as", "D01"]).status == .exited(4))
        try town.run(["item", "give-back", code, "--reason", "无力承接", "--as", "D01"]).require()
        #expect(try items(town, ["--level", "township"]).filter(\.claimed).isEmpty)
        #expect(try town.isSound())
    }

    @Test("N4: the guide of an item shows materials, time, how to fill and a sample")
    func guide() throws {
        let town = try centre()
        try town.run([
            "item", "revise", "Z-MZ-01", "materials=身份证 | both\n银行卡 | copy | optional", "time=周一至周五", "filling=用黑色笔",
            "sample=见大厅样表", "legal_basis=某办法 第三条", "--as", "D01",
        ]).require()
        let shown = try item(town, "Z-MZ-01")
        #expect(shown.time == "周一至周五" && shown.filling == "用黑色笔" && shown.sample == "见大厅样表")
        #expect(
            shown.materials == [
                .init(name: "身份证", form: "both", required: true), .init(name: "银行卡", form: "copy", required: false),
            ])
        let plain = try town.run(["item", "show", "Z-MZ-01"])
        for words in ["身份证  原件和复印件  必交", "银行卡  复印件  选交", "用黑色笔", "见大厅样表", "某办法 第三条", "出处"] {
            #expect(plain.output.contains(words), "\(plain.output)")
        }
    }

    @Test("W5: a case keeps the version that it started under, and that version can be read after a revision")
    func versions() throws {
        let town = try centre()
        func new() throws -> ListedVersion {
            let outcome = try town.run([
                "case", "new", "--item", "Z-RS-01", "--village", "石门村", "--applicant", "张小三", "--as", "R01", "--json",
            ])
            try outcome.require()
            return try outcome.decoded()
        }
        let first = try new()
        #expect(first.item == "城乡居民基本养老保险参保登记")
        #expect(first.itemCode == "Z-RS-01" && first.itemVersion == 1)
        try town.run(["item", "revise", "Z-RS-01", "promised_days=2", "--as", "D01"]).require()
        #expect(try new().itemVersion == 2)
        let shown: ListedVersion = try town.run(["case", "show", first.number, "--json"]).decoded()
        #expect(shown.itemVersion == 1)
        #expect(try item(town, "Z-RS-01", ["--version", "1"]).promisedDays == 3)
        #expect(try item(town, "Z-RS-01").promisedDays == 2)
        let missing = try town.run(["item", "show", "Z-RS-01", "--version", "9"])
        #expect(missing.status == .exited(4))
        #expect(missing.errors.contains("1, 2"))
        try town.run(["item", "withdraw", "Z-RS-01", "--reason", "并入", "--as", "D01"]).require()
        #expect(try item(town, "Z-RS-01", ["--version", "1"]).promisedDays == 3)
        #expect(try !items(town).map(\.code).contains("Z-RS-01"))
        #expect(try town.isSound())
    }

    struct ListedVersion: Decodable {
        var number: String
        var stage: String
        var item: String
        var itemCode: String?
        var itemVersion: Int?
    }

    @Test("N6: a case shows which of the five stages it is in")
    func stage() throws {
        let town = try centre()
        let made: ListedVersion = try town.run([
            "case", "new", "--item", "别的事", "--village", "石门村", "--applicant", "张小三", "--as", "R01", "--json",
        ]).decoded()
        #expect(made.stage == "application")
        #expect(made.itemCode == nil && made.item == "别的事")
        try town.run(["accept", made.number, "--as", "R01"]).require()
        let accepted: ListedVersion = try town.run(["case", "show", made.number, "--json"]).decoded()
        #expect(accepted.stage == "authorisation")
        #expect(try town.run(["case", "show", made.number]).output.contains("受理委托"))
    }

    @Test("A revision of an older version than the list has is told, and what changes is named strictly")
    func revise() throws {
        let town = try centre()
        func revise(_ arguments: [String]) throws -> Child.Outcome {
            try town.run(["item", "revise", "Z-RS-01", "--as", "D01"] + arguments)
        }
        try revise(["promised_days=2"]).require()
        #expect(try revise(["promised_days=1", "--seen", "1"]).status == .exited(3))
        #expect(try revise(["promised_days=2"]).status == .exited(2))
        #expect(try revise([]).status == .exited(64))
        #expect(try revise(["colour=red"]).status == .exited(64))
        #expect(try revise(["code=B"]).status == .exited(64))
        let bad = try revise(["promised_days=soon"])
        #expect(bad.status == .exited(2))
        #expect(bad.errors.contains("承诺时限") && bad.errorLines.count == 1)
        #expect(try item(town, "Z-RS-01").version == 2)
        // What a person has written is not assumed any more.
        #expect(try item(town, "Z-RS-01").assumed == ["area", "department"])
        try revise(["area=insurance", "department=社保窗口", "promised_days=1"]).require()
        #expect(try item(town, "Z-RS-01").assumed == [])
    }

    @Test("What is exported and imported again is the same byte for byte, into an empty centre too")
    func roundTrip() throws {
        let town = try centre()
        let file = town.folder.file("items.csv")
        try town.run(["item", "revise", "Z-RS-01", "condition==1+1", "--as", "D01"]).require()
        try town.run(["item", "export", file, "--level", "village"]).require()
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let again: Report = try town.run(["item", "import", file, "--as", "D01", "--json"]).decoded()
        #expect(again.listed == 0 && again.revised == 0 && again.unchanged > 20)
        #expect(try town.run(["item", "export", "--level", "village"]).output == text)
        #expect(try town.run(["item", "export", file]).status == .exited(1))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)

        let township = try town.run(["item", "export", "--level", "township"]).output
        #expect(township.contains(",'=1+1,"))
        let other = try centre(withItems: false)
        let copy = try other.folder.write(township, to: "copy.csv")
        try other.run(["item", "import", copy, "--as", "D01"]).require()
        #expect(try other.run(["item", "export"]).output == township)
        #expect(try item(other, "Z-RS-01").version == 2)
        #expect(try other.isSound())
    }

    @Test("A file with mistakes names each row and column, ends with 78, and nothing of it comes in")
    func badFile() throws {
        let town = try centre()
        let text = try town.run(["item", "export", "--level", "village"]).output
        let entries = try town.run(["item", "list", "--json"]).output
        let bad = text.replacing(",village,", with: ",hamlet,", maxReplacements: 2)
        let file = try town.folder.write(bad, to: "bad.csv")
        let outcome = try town.run(["item", "import", file, "--as", "D01", "--language", "en"])
        #expect(outcome.status == .exited(78), "\(outcome)")
        #expect(outcome.errorLines.count == 2)
        #expect(outcome.errors.contains("bad.csv: row 2, column \"level\": "))
        #expect(try town.run(["item", "list", "--json"]).output == entries)
        let missing = try town.run(["item", "import", town.folder.file("none.csv"), "--as", "D01"])
        #expect(missing.status == .exited(1))
    }

    @Test("P5: item check counts the lists against what is expected")
    func check() throws {
        let town = try centre()
        let villages = try items(town, ["--level", "village"]).count
        let right = try town.run(["item", "check", "--village", String(villages)])
        try right.require()
        #expect(right.output.contains("相符"))
        let wrong = try town.run(["item", "check", "--township", "70"])
        #expect(wrong.status == .exited(5))
        #expect(wrong.output.contains("应有 70 项，少 "))
    }

    @Test("P2: item check tells what should be public and is missing")
    func gaps() throws {
        let town = try centre()
        let shown = try item(town, "Z-RS-01")
        #expect(shown.lacks == ["condition", "stages", "legal_basis"])
        let outcome = try town.run(["item", "check", "--gaps"])
        try outcome.require()
        #expect(outcome.output.contains("没有“办理依据”"))
    }

    @Test("J10: the list that is published tells each item with its limit and its office")
    func published() throws {
        let town = try centre()
        let list = try town.run(["item", "list", "--level", "township"])
        try list.require()
        let line = try #require(list.output.split(separator: "\n").first { $0.hasPrefix("Z-RS-01") })
        for words in ["城乡居民基本养老保险参保登记", "3 个工作日", "乡镇社会保障窗口"] { #expect(line.contains(words)) }
        let instant = try #require(list.output.split(separator: "\n").first { $0.hasPrefix("Z-YB-01") })
        #expect(instant.contains("当天办结"))
    }

    @Test("Items are found by a part of their name")
    func search() throws {
        let town = try centre()
        #expect(try items(town, ["--text", "高龄津贴申领"]).map(\.code) == ["Z-MZ-01"])
        let plain = try town.run(["item", "list", "--text", "高龄津贴申领"])
        #expect(plain.output.contains("Z-MZ-01") && plain.output.contains("共 1 项"))
        #expect(try items(town, ["--text", "没有这样的"]).isEmpty)
    }

    @Test("The demo's centre has lists at every level, with county items claimed")
    func demo() throws {
        let town = try Township()
        let all = try items(town)
        #expect(Set(all.map(\.level)) == ["county", "township", "village"])
        #expect(try items(town, ["--level", "township"]).contains(where: \.claimed))
        #expect(try town.isSound())
    }
}
