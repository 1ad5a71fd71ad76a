import Foundation
import PseudoTerminal
import Testing

@Suite("Campaigns, from the command line")
struct CampaignCommandTests {
    struct Campaign: Decodable {
        struct Village: Decodable {
            var village: String
            var handed: Bool
            var asked: Int
            var pending: Int
        }

        var code: String
        var closed: String?
        var summary: String?
        var villages: [Village]
    }

    @Test("W9: a campaign is opened, handed on, registered for, shown and closed")
    func life() throws {
        let folder = try Folder()
        let path = folder.file("centre.sqlite")
        func daiban(_ arguments: [String]) throws -> Child.Outcome {
            try Daiban.run(arguments + ["--database", path], in: folder.path)
        }
        try daiban([
            "init", "--centre", "某某镇便民服务中心", "--prefix", "MM", "--agent", "A01:周桂兰:石门村", "--agent",
            "A02:何有田:两河村",
        ]).require()
        try daiban([
            "staff", "add", "--number", "X01", "--name", "县办", "--role", "county-office", "--as", "R01",
        ]).require()
        let open = [
            "campaign", "open", "--title", "集中参保", "--item", "居民医保", "--department", "县医保局", "--due", "2099-12-31",
        ]
        #expect(try daiban(open + ["--as", "R01"]).status == .exited(2))
        let opened: Campaign = try daiban(open + ["--as", "X01", "--json"]).decoded()
        #expect(opened.villages.map(\.village).sorted() == ["石门村", "两河村"].sorted())

        let early = ["campaign", "register", opened.code, "--village", "石门村", "--applicant", "张小三"]
        let notYet = try daiban(early + ["--as", "A01"])
        #expect(notYet.status == .exited(2) && notYet.errors.contains("还没有分到石门村"))
        try daiban(["campaign", "hand", opened.code, "--as", "R01"]).require()
        let made: ShownCase = try daiban(early + ["--as", "A01", "--json"]).decoded()
        #expect(made.agent == "周桂兰")
        let twice = try daiban(early + ["--as", "R01"])
        #expect(twice.status == .exited(2) && twice.errors.contains(made.number))
        #expect(try daiban(early + ["--as", "A02"]).status == .exited(2))

        let shown: Campaign = try daiban(["campaign", "show", opened.code, "--json"]).decoded()
        let village = try #require(shown.villages.first { $0.village == "石门村" })
        #expect(village.handed && village.asked == 1 && village.pending == 1)
        #expect(try daiban(["campaign", "show", "ZX1999-01"]).status == .exited(4))
        let table = try daiban(["campaign", "show", opened.code])
        #expect(table.output.contains("县医保局") && table.output.contains("合计"))
        let list = try daiban(["campaign", "list"])
        #expect(list.output.contains(opened.code) && list.output.contains("进行中"))

        try daiban(["campaign", "close", opened.code, "--summary", "应参尽参", "--as", "X01"]).require()
        #expect(try daiban(["campaign", "list", "--json"]).decoded([Campaign].self).isEmpty)
        let closed: [Campaign] = try daiban(["campaign", "list", "--all", "--json"]).decoded()
        #expect(closed.map(\.summary) == ["应参尽参"])
        let summary: VerifySummary = try daiban(["verify", "--json"]).decoded()
        #expect(summary.sound)
    }
}
