import PseudoTerminal
import Testing

@Suite("What the command line shows of an applicant")
struct PrivacyTests {
    /// A case whose applicant is also named in everything that was typed about it.
    private func caseOfSecrets(_ town: Township) throws -> String {
        let made: ShownCase = try town.run([
            "case", "new", "--item", "养老参保", "--village", "石门村", "--applicant", "张小三", "--identity",
            "99999919500101000X",
            "--phone", "87654321", "--address", "12 Elm St", "--note", "张小三，14000001234", "--as", "R01", "--json",
        ]).decoded()
        try town.act("accept", made.number, as: "R01")
        try town.act("complete", made.number, as: "A01", ["--note", "已告知张小三，电话 140 0000 1234"])
        try town.act("reject", made.number, as: "R01", ["--reason", "张小三 99999919900307001X 照片不清"])
        return made.number
    }

    private func town() throws -> Township {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        try town.run(["staff", "add", "--number", "A01", "--name", "周桂兰", "--village", "石门村", "--as", "R01"]).require()
        return town
    }

    private static let secrets = ["张小三", "14000001234", "140 0000 1234", "19500101", "87654321", "12 Elm", "19900307"]

    @Test("Nothing personal is in text or JSON, neither in fields nor in sentences", arguments: [[], ["--json"]])
    func masked(options: [String]) throws {
        let town = try town()
        let number = try caseOfSecrets(town)
        let outcome = try town.run(["case", "show", number] + options)
        try outcome.require()
        for secret in Self.secrets { #expect(!outcome.output.contains(secret), "\(secret) in \(outcome.output)") }
        #expect(outcome.output.contains("张**") && outcome.output.contains("照片不清"))
    }

    @Test("With a reason all of it is shown", arguments: [[], ["--json"]])
    func revealed(options: [String]) throws {
        let town = try town()
        let number = try caseOfSecrets(town)
        let outcome = try town.run(["case", "show", number, "--as", "R01", "--reveal", "核对"] + options)
        for secret in Self.secrets { #expect(outcome.output.contains(secret), "\(secret) not in \(outcome.output)") }
    }

    /// The trace of `case show --json`.
    private struct Trace: Decodable {
        struct Entry: Decodable {
            struct Facts: Decodable, Hashable {
                var reason: String?
                var note: String?
                var from: String?
                var to: String?
                var agent: String?
                var undone: String?
                var state: String?
                var due: String?
            }
            var event: String
            var data: Facts
        }
        var trace: [Entry]
    }

    @Test("Each entry of the trace says its facts under names of its own, people by name and times as dates")
    func facts() throws {
        let town = try town()
        let number = try caseOfSecrets(town)
        try town.run(["staff", "add", "--number", "A02", "--name", "何有田", "--village", "两河村", "--as", "R01"]).require()
        try town.act("reassign", number, as: "R01", ["--to", "A02"])
        try town.act("undo", number, as: "R01")
        let outcome = try town.run(["case", "show", number, "--json"])
        #expect(!outcome.output.contains("_0") && !outcome.output.contains(/\b1[0-9]{12}\b/))
        let trace = try outcome.decoded(Trace.self).trace
        #expect(trace.map(\.event) == ["undone", "reassigned", "rejected", "completed", "accepted", "registered"])
        #expect(trace[0].data == .init(undone: "reassigned", state: "returned"))
        #expect(trace[1].data == .init(from: "周桂兰", to: "何有田"))
        #expect(trace[2].data.agent == "周桂兰" && trace[2].data.reason?.hasSuffix("照片不清") == true)
        #expect(trace[3].data.note?.hasPrefix("已告知张**") == true)
        #expect(trace[4].data.due?.contains(/^\d{4}-\d\d-\d\dT/) == true)
        #expect(trace[5].data.agent == "周桂兰")

        let plain = try town.run(["case", "show", number])
        #expect(plain.output.split(separator: "\n").allSatisfy { $0.last != " " }, "\(plain.output)")
        #expect(plain.output.contains("周桂兰 → 何有田") && plain.output.contains("照片不清"))
    }
}
