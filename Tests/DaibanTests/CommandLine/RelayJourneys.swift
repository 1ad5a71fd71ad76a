import Foundation
import PseudoTerminal
import Testing

@Suite("Village and township by USB stick, from the command line")
struct RelayJourneys {
    struct Site: Decodable {
        var digits: String
        var letters: String?
    }

    struct Receipt: Decodable {
        var outcome: String
        var entries: Int
        var tasks: Int
    }

    struct Task: Decodable {
        var task: String
        var about: String
        var status: String
        var reason: String?
    }

    @Test(
        "What is given wrongly is told with the way on: no village, a card in place of a file, keys in no chosen place")
    func wrongly() throws {
        let folder = try Folder()
        func at(_ record: String?, _ arguments: String...) throws -> Child.Outcome {
            try Daiban.run(
                arguments + (record.map { ["--database", folder.file($0 + ".sqlite")] } ?? []),
                environment: ["HOME": folder.path], in: folder.path)
        }
        try at("town", "init", "--centre", "某某镇便民服务中心", "--prefix", "MM", "--agent", "A01:周桂兰:石门村").require()
        try at("town", "relay", "introduce", "--to", "town.card", "--as", "R01").require()
        let nobody = try at("town", "relay", "export", "--as", "R01")
        #expect(nobody.status == .exited(64) && nobody.errors.contains("relay admit"), "\(nobody)")
        let nowhere = try at(nil, "relay", "introduce", "--village", "石门村", "--to", "village.card")
        #expect(nowhere.status == .exited(64) && nowhere.errors.contains("--database"), "\(nowhere)")
        #expect(!FileManager.default.fileExists(atPath: folder.file("village.card")))
        let made = try at("village", "relay", "introduce", "--village", "石门村", "--to", "village.card", "--json")
        try made.require()
        let card = try made.decoded(Site.self)
        let taken = try at("town", "relay", "import", "village.card", "--as", "R01")
        #expect(taken.status == .exited(2) && taken.errors.contains("名片") && taken.errors.contains("admit"), "\(taken)")
        try at("town", "relay", "admit", "village.card", "--digits", card.digits, "--as", "R01").require()
        let which = try at("town", "relay", "export", "--as", "R01")
        #expect(which.status == .exited(64) && which.errors.contains("石门村"), "\(which)")
    }

    @Test("two records that never see each other work on the same cases, and agree after files went both ways")
    func stick() throws {
        let folder = try Folder()
        let stick = folder.path
        func at(_ record: String, _ arguments: [String]) throws -> Child.Outcome {
            try Daiban.run(arguments + ["--database", folder.file(record + ".sqlite")], in: stick)
        }
        func town(_ arguments: String...) throws -> Child.Outcome { try at("town", arguments) }
        func village(_ arguments: String...) throws -> Child.Outcome { try at("village", arguments) }
        try town("init", "--centre", "某某镇便民服务中心", "--prefix", "MM", "--agent", "A01:周桂兰:石门村").require()

        // The cards, with their digits read out over the phone.
        let card: Site = try village("relay", "introduce", "--village", "石门村", "--to", "card", "--json").decoded()
        let own: Site = try town("relay", "introduce", "--to", "town-card", "--as", "R01", "--json").decoded()
        #expect(try town("relay", "admit", "card", "--digits", own.digits, "--as", "R01").status == .exited(2))
        #expect(try town("relay", "admit", "card", "--digits", card.digits, "--as", "A01").status == .exited(2))
        let admitted: Site = try town(
            "relay", "admit", "card", "--digits", card.digits, "--as", "R01", "--json"
        ).decoded()
        #expect(admitted.letters == "A")
        try town("relay", "export", "--for", "石门村", "--to", "1", "--as", "R01").require()
        #expect(try village("relay", "init", "--from", "1", "--digits", card.digits).status == .exited(2))
        try village("relay", "init", "--from", "1", "--digits", own.digits).require()
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file("1"))[.posixPermissions] as? Int
        #expect(mode == 0o600)

        // A day in the village.
        let made: ShownCase = try village(
            "case", "new", "--item", "居民医保", "--village", "石门村", "--applicant", "张小三", "--as", "A01", "--json"
        ).decoded()
        #expect(made.number.contains("-A0001"))
        let exported = try village("relay", "export", "--to", "2", "--as", "A01")
        try exported.require()
        #expect(exported.output.contains("个人信息"))
        #expect(try village("relay", "export", "--to", "2", "--as", "A01").status == .exited(2))
        #expect(
            !String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder.file("2"))), as: UTF8.self).contains(
                "张小三"))
        let taken: [Receipt] = try town("relay", "import", "2", "--as", "R01", "--json").decoded()
        #expect(taken.map(\.outcome) == ["applied"] && taken[0].entries == 1)
        let again: [Receipt] = try town("relay", "import", "2", "--as", "R01", "--json").decoded()
        #expect(again.map(\.outcome) == ["known"])

        // Both accept.
        try town("accept", made.number, "--as", "R01").require()
        try village("accept", made.number, "--as", "A01").require()
        try village("relay", "export", "--to", "3", "--as", "A01").require()
        let met = try town("relay", "import", "3", "--as", "R01")
        #expect(met.status == .exited(6) && met.output.contains("1 条待处理"))
        let tasks: [Task] = try town("relay", "tasks", "--json").decoded()
        #expect(tasks.map(\.about) == [made.number])
        let table = try town("relay", "tasks")
        #expect(table.output.contains("镇里其间也办了同样的事"))
        let name = try #require(tasks.first?.task)
        #expect(try town("relay", "settle", name, "--apply", "--reason", "并入", "--as", "R01").status == .exited(2))
        #expect(try town("relay", "settle", name, "--reason", "不知", "--as", "R01").status == .exited(64))
        try town("relay", "settle", name, "--drop", "--reason", "镇里已受理", "--as", "R01").require()
        try town("relay", "export", "--for", "石门村", "--to", "4", "--as", "R01").require()
        try village("relay", "import", "4", "--as", "A01").require()
        let settled: [Task] = try village("relay", "tasks", "--all", "--json").decoded()
        #expect(settled.map(\.status) == ["dropped"] && settled[0].reason == "镇里已受理")

        for record in ["town", "village"] {
            let shown: ShownCase = try at(record, ["case", "show", made.number, "--json"]).decoded()
            #expect(shown.state == "accepted")
            #expect(try at(record, ["verify"]).status == .exited(0))
        }
        let trace = try town("case", "show", made.number)
        #expect(trace.output.contains("来自石门村"))
        let status = try town("relay", "status")
        #expect(status.output.contains("石门村 (A)"))

        // A stick that somebody played with.
        var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("3")))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: folder.file("5")))
        #expect(try [1, 2].contains { try town("relay", "import", "5", "--as", "R01").status == .exited($0) })
        #expect(try town("relay", "import", "nowhere", "--as", "R01").status == .exited(1))
    }
}
