import PseudoTerminal
import Testing

@Suite("daiban case new at the counter")
struct CaseNewTests {
    private func new(_ town: Township, _ options: [String]) throws -> Child.Outcome {
        try town.run(
            ["case", "new", "--item", "老年人优待证", "--village", "石门垭", "--applicant", "张小三", "--as", "R01"] + options)
    }

    @Test(
        "What is wrong with an identity number or a phone is said, and nothing is written",
        arguments: [
            (["--identity", "E12345"], "18 位，现有 6 位"), (["--identity", "110105491231002"], "15 位的旧号"),
            (["--identity", "999999199002300012"], "没有这一天"), (["--identity", "999999299001010012"], "在今天以后"),
            (["--identity", "999999199003070010"], "校验位不合"), (["--identity", "99999X199003070012"], "最后一位可以是 X"),
            (["--phone", "1391234567"], "电话位数不对"), (["--phone", "12912345678"], "没有这样开头的"),
        ])
    func refused(_ options: [String], _ words: String) throws {
        let town = try Township()
        let before = try town.cases("pending").count
        let outcome = try new(town, options)
        #expect(outcome.status == .exited(2), "\(outcome)")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.errorLines.count == 1)
        #expect(try town.cases("pending").count == before)
    }

    @Test("S3: --receipt prints the receipt, with the person masked")
    func receipt() throws {
        let town = try Township()
        try town.folder.write("receipt = { phone = \"0377-66001234\" }\n", to: "config.toml")
        let outcome = try new(
            town, ["--identity", "99999919500101000x", "--phone", "+86 139 1234 5678", "--receipt"])
        try outcome.require()
        for words in ["登记回执", "张**  999999************", "受理时限：最迟", "0377-66001234"] {
            #expect(outcome.output.contains(words), "\(outcome.output)")
        }
        let english = try new(town, ["--receipt", "--language", "en"])
        #expect(english.output.contains("Receipt for a request"))
        #expect(try new(town, ["--receipt", "--json"]).status == .exited(64))
    }

    private struct Made: Decodable {
        var number: String
        var kind: String
    }

    @Test(
        "W2: a case is agency, assistance or window acceptance, as it was registered, and says so",
        arguments: [("agency", "代办", "agency"), ("assistance", "帮办", "assistance"), ("window", "窗口受理", "window")])
    func kinds(_ kind: String, _ chinese: String, _ english: String) throws {
        let town = try Township()
        let made = try new(town, ["--kind", kind, "--json"]).decoded(Made.self)
        #expect(made.kind == kind)
        #expect(try town.run(["case", "show", made.number, "--json"]).decoded(Made.self).kind == kind)
        for (language, name) in [("zh", chinese), ("en", english)] {
            let shown = try town.run(["case", "show", made.number, "--language", language])
            try shown.require()
            #expect(shown.output.split(separator: "\n").contains { $0.hasSuffix("  \(name)") }, "\(shown.output)")
        }
        #expect(try town.isSound())
    }

    @Test("W2: a case of a fourth kind is refused, and one that names none is agency")
    func otherKinds() throws {
        let town = try Township()
        let before = try town.cases("pending").count
        #expect(try new(town, ["--kind", "errand"]).status == .exited(64))
        #expect(try town.cases("pending").count == before)
        #expect(try new(town, ["--json"]).decoded(Made.self).kind == "agency")
    }

    private struct Facts: Decodable, Hashable {
        var matter: String
        var authorisation: String
        var priority: [String]
    }

    @Test("S8, S9, N13, J15: authorisation, priority and matter go into the record")
    func facts() throws {
        let town = try Township()
        let made = try new(
            town,
            [
                "--authorisation", "signed", "--priority", "remote", "--priority", "old", "--matter", "consultation",
                "--json",
            ]
        ).decoded(Facts.self)
        #expect(made == Facts(matter: "consultation", authorisation: "signed", priority: ["old", "remote"]))
        for wrong in [["--authorisation", "nod"], ["--priority", "rich"], ["--matter", "gossip"]] {
            #expect(try new(town, wrong).status == .exited(64))
        }
        #expect(try town.isSound())
    }
}
