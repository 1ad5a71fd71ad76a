import Foundation
import PseudoTerminal
import Testing

@Suite("Notices, from the command line")
struct NoticeCommandTests {
    struct Notice: Decodable {
        var number: Int
        var text: String
        var to: String
        var urgent: Bool
        var removed: String?
    }

    @Test(
        "P2, J10: a notice is put up, listed, taken down and proved; a personal number is refused with its place named")
    func life() throws {
        let folder = try Folder()
        let path = folder.file("centre.sqlite")
        func daiban(_ arguments: [String]) throws -> Child.Outcome {
            try Daiban.run(arguments + ["--database", path], in: folder.path)
        }
        try daiban([
            "init", "--centre", "某某镇便民服务中心", "--prefix", "MM", "--agent", "A01:周桂兰:石门村",
        ]).require()
        let add = ["notice", "add", "咨询0377-66001234", "--to", "2099-12-31"]
        #expect(try daiban(add + ["--as", "A01"]).status == .exited(2))
        // Nobody named: all who may are.
        try daiban(["staff", "add", "--as", "R01", "--number", "S01", "--name", "周定安", "--role", "supervisor"])
            .require()
        for command in [add, ["notice", "remove", "1", "--reason", "改号"]] {
            let nobody = try daiban(command)
            #expect(nobody.status == .exited(64), "\(nobody.errors)")
            #expect(nobody.errors.contains("R01") && nobody.errors.contains("S01") && !nobody.errors.contains("A01"))
        }
        // Longer than a year.
        #expect(try daiban(add + ["--as", "R01"]).status == .exited(2))
        let day = ["--from", "2099-12-30", "--to", "2099-12-31", "--as", "R01"]
        try daiban(["notice", "add", "咨询0377-66001234"] + day + ["--urgent"]).require()
        let personal = try daiban(["notice", "add", "999999199003070012来领证"] + day)
        #expect(personal.status == .exited(2) && personal.errors.contains("999999************"))
        let mobile = try daiban(["notice", "add", "咨询14700001234"] + day)
        #expect(mobile.status == .exited(2) && mobile.errors.contains("--publish-mobile"))
        try daiban(["notice", "add", "咨询14700001234"] + day + ["--publish-mobile"]).require()

        let listed: [Notice] = try daiban(["notice", "list", "--json"]).decoded()
        #expect(listed.map(\.number) == [2, 1] && listed.map(\.urgent) == [false, true])
        try daiban(["notice", "remove", "1", "--reason", "改号", "--as", "R01"]).require()
        #expect(try daiban(["notice", "remove", "9", "--reason", "改号", "--as", "R01"]).status == .exited(4))
        let all: [Notice] = try daiban(["notice", "list", "--all", "--json"]).decoded()
        #expect(all.map(\.removed) == [nil, "改号"])
        #expect(try daiban(["notice", "list"]).output.contains("咨询14700001234"))
        try daiban(["verify", "--full"]).require()
    }
}
