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
}
