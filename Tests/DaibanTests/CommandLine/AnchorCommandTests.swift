import Foundation
import PseudoTerminal
import Testing

@Suite("Anchors kept in a file")
struct AnchorCommandTests {
    private struct Anchor: Decodable {
        var sequence: Int64
    }

    @Test("What may not be kept in a file is not signed either")
    func unsigned() throws {
        let town = try Township()
        let letter = try town.folder.write("各村：照常。\n", to: "letter.txt")
        let before = try town.run(["anchor", "--json"]).decoded(Anchor.self)
        for (file, words) in [(letter, "letter.txt:1：不是校验码"), (town.folder.path, "")] {
            let refused = try town.run(["anchor", "--sign", "--as", "R01", "--append", file])
            #expect(refused.status == .exited(1), "\(refused)")
            #expect(refused.errors.contains(words) || words.isEmpty, "\(refused.errors)")
        }
        #expect(try town.run(["anchor", "--json"]).decoded(Anchor.self).sequence == before.sequence)
        // Refused by its role, nobody leaves an empty file behind.
        let fresh = town.folder.file("anchors.txt")
        let agent = try town.run(["anchor", "--sign", "--as", "A01", "--append", fresh])
        #expect(agent.status == .exited(2) && !FileManager.default.fileExists(atPath: fresh), "\(agent)")
        try town.run(["anchor", "--sign", "--as", "R01", "--append", fresh]).require()
        #expect(try town.run(["anchor", "--json"]).decoded(Anchor.self).sequence == before.sequence + 1)
    }

    @Test(
        "What does not agree, and what is no anchor, is told in the time of the centre, and not line by line without end"
    )
    func told() throws {
        let folder = try Folder()
        let database = ["--database", folder.file("centre.sqlite")]
        func run(_ arguments: [String]) throws -> Child.Outcome {
            try Daiban.run(arguments + database, in: folder.path)
        }
        try run(["init", "--centre", "云溪镇便民服务中心", "--prefix", "YX", "--offset=-05:00"]).require()
        let line = "2026-11-20T01:00:00+00:00 1 1 " + String(repeating: "0", count: 64) + "\n"
        let file = try folder.write(line + String(repeating: "各村\n", count: 3_000), to: "anchors.txt")
        let told = try run(["verify", "--anchors", file])
        #expect(told.status == .exited(5))
        #expect(told.output.contains("第 1 条与2026-11-19 20:00 存下的校验码（第 1 行）不符"), "\(told.output)")
        #expect(told.output.contains("存下的文件还有 2995 行不是完整的校验码"), "\(told.output)")
        try folder.write(line, to: "anchors.txt")
        let refused = try run(["anchor", "--append", file])
        #expect(refused.errors.contains("2026-11-19 20:00 存下的校验码"), "\(refused.errors)")
        // Where the record agrees, the file is what to ask about.
        let kept = folder.file("kept.txt")
        try run(["anchor", "--append", kept]).require()
        let touched = try String(contentsOfFile: kept, encoding: .utf8) + "各村\n"
        let odd = try run(["verify", "--anchors", folder.write(touched, to: "kept.txt")])
        #expect(odd.output.contains("请查清是谁动过存校验码的文件"), "\(odd.output)")
        // A wrong file altogether is told once.
        let strange = try run(["verify", "--anchors", folder.file("centre.sqlite")])
        #expect(strange.status == .exited(1) && strange.errorLines.count == 1, "\(strange)")
        #expect(strange.errors.contains("centre.sqlite:1：不是校验码"), "\(strange.errors)")
    }
}
