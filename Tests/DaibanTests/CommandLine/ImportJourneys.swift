import Foundation
import PseudoTerminal
import Testing

@Suite("Importing another system's cases")
struct ImportJourneys {
    /// The sample of Boston's requests beside these tests: 40 rows, two of which cannot be read.
    private static let sample = file("boston311-sample.csv")
    private static let mapping = file("boston311.toml")

    private static func file(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Import").appendingPathComponent(name).path
    }

    private func imported(_ town: Township) throws -> Child.Outcome {
        try town.run([
            "import", Self.sample, "--mapping", Self.mapping, "--rejects", town.folder.file("rejects.csv"), "--json",
        ])
    }

    @Test("A real export comes in, the rows that cannot be read are set aside, and the exit code says so")
    func importSample() throws {
        let town = try Township(centre: "Boston 311", prefix: "BOS")
        let outcome = try imported(town)
        #expect(outcome.status == .exited(6), "\(outcome)")
        let summary: ImportSummary = try outcome.decoded()
        #expect(summary.rejected == 2)
        #expect(summary.imported == summary.read - 2)
        #expect(summary.alreadyThere == 0)
        #expect(summary.rejectsFile == town.folder.file("rejects.csv"))
        let rejects = try String(contentsOfFile: town.folder.file("rejects.csv"), encoding: .utf8)
        // A heading, and the two rows with their number, column and reason.
        #expect(rejects.split(whereSeparator: \.isNewline).count == 3)
        #expect(try town.isSound())
        #expect(try !town.cases("in-review").isEmpty && !town.cases("pending").isEmpty)
    }

    @Test("A second import doubles nothing")
    func again() throws {
        let town = try Township(centre: "Boston 311", prefix: "BOS")
        let first: ImportSummary = try imported(town).decoded()
        let second: ImportSummary = try imported(town).decoded()
        #expect(second.imported == 0)
        #expect(second.alreadyThere == first.imported)
        let summary: VerifySummary = try town.run(["verify", "--json"]).decoded()
        #expect(summary.sound)
        #expect(summary.cases == first.imported)
    }

    @Test("The desk works on imported cases like on any other")
    func work() throws {
        let town = try Township(centre: "Boston 311", prefix: "BOS")
        _ = try imported(town)
        let desk = try Desk(town)
        #expect(desk.screen.lines[0].contains("Boston 311"))
        let pending = try desk.selected()
        try desk.openCard("t", title: Words.acceptCard)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已受理：\(pending)")
        #expect(try town.show(pending).state == "accepted")

        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.openCard("a", title: Words.approveCard)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已通过：\(number)")
        #expect(try town.show(number).state == "approved")
        #expect(try town.isSound())
    }

    @Test("An import shows on an open desk by itself")
    func importIsLive() throws {
        let town = try Township(centre: "Boston 311", prefix: "BOS")
        let desk = try Desk(town)
        try desk.terminal.waitUntil("没有待审核的办件")
        _ = try imported(town)
        let count = try town.cases("in-review").count
        try desk.waitUntil(.inReview, counts: count)
    }

    @Test("A mapping with a mistake names its line, ends with 78, and nothing comes in")
    func badMapping() throws {
        let town = try Township(centre: "Boston 311", prefix: "BOS")
        let text = try String(contentsOfFile: Self.mapping, encoding: .utf8)
        let changed = text.replacingOccurrences(of: "item = \"type\"", with: "item = \"no such column\"")
        try #require(changed != text)
        let outcome = try town.run([
            "import", Self.sample, "--mapping", town.folder.write(changed, to: "column.toml"),
        ])
        #expect(outcome.status == .exited(78), "\(outcome)")
        #expect(outcome.errors.contains("no such column"))
        let unknown = try town.run([
            "import", Self.sample, "--mapping", town.folder.write("nmae = \"x\"\n" + text, to: "key.toml"),
        ])
        #expect(unknown.status == .exited(78), "\(unknown)")
        #expect(unknown.errors.contains("key.toml:1"))
        #expect(try town.cases("pending").isEmpty)
        #expect(try town.folder.contents.filter { $0.contains("reject") } == [])
    }
}
