import Foundation
import PseudoTerminal
import Testing

@Suite("The mapping of an import")
struct ImportMappingHelpTests {
    @Test("The example mapping reads the rows that stand in it, as it stands")
    func example() throws {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        let text = try town.run(["import", "--example-mapping"]).output
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("#csv ") }.map { $0.dropFirst(5) + "\n" }.joined()
        try town.folder.write(text, to: "mapping.toml")
        try town.folder.write(rows, to: "cases.csv")
        let outcome = try town.run(["import", "cases.csv", "--mapping", "mapping.toml", "--json"])
        try outcome.require()
        let summary: ImportSummary = try outcome.decoded()
        #expect(summary.imported == 2 && summary.read == 2)
        #expect(try town.show("GT-0001").state == "pending" && town.show("GT-0002").state == "approved")

        // The other system went on with the first one.
        try town.folder.write(rows.replacing("18:00,待办", with: "18:00,办理中"), to: "cases.csv")
        let again = try town.run(["import", "cases.csv", "--mapping", "mapping.toml"])
        try again.require()
        #expect(again.output.contains("已有 1（另有 1 件状态不同，照旧未动）"), "\(again.output)")
        #expect(again.errors.contains("GT-0001：文件里是“办理中”，这里是“待受理”，没有改动"), "\(again.errors)")
        #expect(try town.show("GT-0001").state == "pending")
    }

    @Test("What an import adds, does not know or cannot read is told by name, and how much more there is")
    func told() throws {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        try town.folder.write(try town.run(["import", "--example-mapping"]).output, to: "mapping.toml")
        let header = "编号,申请时间,办结时间,期限,状态,事项,村,申请人,电话,备注\n"
        let rows = (1...25).map { "GT-\($0),2026-01-05 09:10,,,待办,参保,\($0 % 7)号村,,,\n" }.joined()
        try town.folder.write(header + rows + "GT-26,2026-01-05 09:10,,,挂起,参保,石门村,,,\nGT-27,2026\n", to: "cases.csv")
        let arguments = ["import", "cases.csv", "--mapping", "mapping.toml"]
        let first = try town.run(arguments)
        #expect(first.status == .exited(6))
        #expect(first.output.contains("新增村 8（0号村、1号村、2号村、3号村、4号村等）、事项 1"), "\(first.output)")
        #expect(first.errors.contains("状态“挂起”对照表里没有，按默认的“待受理”算：1 行"), "\(first.errors)")
        #expect(first.errorLines.contains("第 28 行：列数不对 2/10"), "\(first.errors)")
        try town.folder.write(header + rows.replacing("待办", with: "办理中"), to: "cases.csv")
        let second = try town.run(arguments)
        #expect(second.errorLines.last == "……还有 5 处", "\(second.errors)")
        #expect(second.errorLines.count == 21)

        let gbk: [UInt8] = [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0x41, 0x0A, 0x31, 0x2C, 0x32, 0x0A]
        try Data(gbk).write(to: URL(fileURLWithPath: town.folder.file("gbk.csv")))
        let odd = try town.run(["import", "gbk.csv", "--mapping", "mapping.toml"])
        #expect(odd.errors.contains("iconv -f GB18030 -t UTF-8 gbk.csv > 新文件"), "\(odd.errors)")
    }

    @Test("What is wrong in a mapping is told with file, line, key and what is wanted, in Chinese")
    func mistakes() throws {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        let text = try town.run(["import", "--example-mapping"]).output
        try town.folder.write("编号\n", to: "cases.csv")
        for (good, bad, words) in [
            ("number = \"编号\"", "number = \"\"", "“columns.number”不能是 \"\"；要的是非空的文字"),
            ("note = [\"备注\"]", "note = [1]", "“columns.note”不能是"),
            ("zone = \"+08:00\"", "zone = \"北京\"", "“time.zone”不能是 北京；要的是时区"),
            ("default = \"walk-in\"", "", "“origin.default”这里缺少 default、values 中的一个"),
            ("[target]", "[goal]", "不认识“goal”"),
        ] {
            try #require(text.contains(good))
            try town.folder.write(text.replacing(good, with: bad), to: "mapping.toml")
            let outcome = try town.run(["import", "cases.csv", "--mapping", "mapping.toml"])
            #expect(outcome.status == .exited(78), "\(outcome)")
            #expect(outcome.errors.contains("mapping.toml:") && outcome.errors.contains(words), "\(outcome.errors)")
        }
    }

    @Test("A file of another form than was named is told as that, and wrong use has the code of wrong use")
    func forms() throws {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        try town.folder.write(try town.run(["import", "--example-mapping"]).output, to: "mapping.toml")
        try town.folder.write("number,state\nX,pending\n", to: "cases.csv")
        try town.folder.write("{\"number\":\"X\"}\n", to: "cases.jsonl")
        try town.folder.write("", to: "empty")
        for (arguments, code, words) in [
            (["cases.csv", "--format", "jsonl"], 64, "要读的是JSON Lines"),
            (["cases.jsonl", "--format", "csv"], 64, "这个文件是JSON Lines"),
            (["cases.jsonl", "--mapping", "mapping.toml"], 64, "--format jsonl"),
            (["empty", "--format", "jsonl"], 1, "空文件"),
            (["cases.csv", "--mapping", "mapping.toml", "--rejects", "cases.csv"], 64, "正是要导入的文件"),
            ([], 64, "--example-mapping"),
        ] {
            let outcome = try town.run(["import"] + arguments)
            #expect(outcome.status == .exited(Int32(code)), "\(arguments): \(outcome)")
            #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
        }
    }
}
