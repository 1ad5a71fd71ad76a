import Foundation
import PseudoTerminal
import Testing

@Suite("Rulebooks and clauses on the command line")
struct RulebookCommandTests {
    private struct Setting: Decodable {
        var path: String
        var value: String
        var clause: String
        var decided: String?
        var overridden: Bool
    }

    private struct Listed: Decodable {
        var name: String
        var title: String
        var current: Bool
    }

    private struct Shown: Decodable {
        var name: String
        var title: String
        var settings: [Setting]
    }

    private struct Difference: Decodable {
        var path: String
        var one: Setting?
        var other: Setting?
    }

    private struct ShownClause: Decodable {
        var id: String
        var clause: String
        var does: String
        var places: [String]
        var rulebook: String
        var settings: [Setting]
    }

    /// A folder with a configuration of its own, and the program run in it.
    private func run(
        _ arguments: [String], config: String? = nil, files: [String: String] = [:]
    ) throws -> Child.Outcome {
        let folder = try Folder()
        if let config { try folder.write(config, to: "config.toml") }
        for (name, text) in files { try folder.write(text, to: name) }
        return try Daiban.run(arguments, in: folder.path)
    }

    @Test("The list holds the six rulebooks and marks the one in use")
    func list() throws {
        let outcome = try run(["rulebook", "list", "--json"], config: "rulebook = \"pingli\"\n")
        try outcome.require()
        let rows: [Listed] = try outcome.decoded()
        #expect(rows.map(\.name) == ["standard", "wuyi", "neixiang", "jianning", "pingli", "sichuan"])
        #expect(rows.filter(\.current).map(\.name) == ["pingli"])
        let plain = try run(["rulebook", "list", "--language", "en"])
        #expect(plain.output.contains("Wuyi county") && plain.output.contains("in use"))
    }

    @Test("Without a name, the rulebook in use is shown, with clause and reason for each setting")
    func show() throws {
        let shown: Shown = try run(["rulebook", "show", "--json"], config: "rulebook = \"sichuan\"\n").decoded()
        #expect(shown.name == "sichuan")
        let limit = try #require(shown.settings.first { $0.path == "clocks.acceptance.limit" })
        #expect(limit.value == "30" && limit.decided?.contains("半小时") == true && !limit.overridden)
        #expect(shown.settings.allSatisfy { !$0.clause.isEmpty })
        let plain = try run(["rulebook", "show", "wuyi", "--language", "en"])
        try plain.require()
        #expect(plain.output.contains("[clocks.completion.promised]  武政管办〔2022〕36号 第十一条"))
        #expect(plain.output.contains("  limit = 72") && plain.output.contains("wall clock"))
    }

    @Test("An embedded rulebook printed as it is can be changed, checked and used")
    func ownFile() throws {
        let text = try run(["rulebook", "show", "standard", "--toml"]).output
        let own = text.replacing("name = \"standard\"", with: "name = \"mine\"").replacing(
            "limit = 24", with: "limit = 20")
        let folder = try Folder()
        try folder.write(own, to: "mine.toml")
        try folder.write("rulebook = \"mine.toml\"\n", to: "config.toml")
        let check = try Daiban.run(["rulebook", "check", "mine.toml"], in: folder.path)
        try check.require()
        #expect(check.output.contains("mine.toml") && check.output.contains("mine”"))
        // From another folder: the path is the configuration's own.
        let config = ["--config", folder.file("config.toml")]
        let shown: Shown = try Daiban.run(["rulebook", "show", "--json"] + config).decoded()
        #expect(shown.name == "mine")
        #expect(shown.settings.first { $0.path == "clocks.acceptance.limit" }?.value == "20")
        let rows: [Listed] = try Daiban.run(["rulebook", "list", "--json"] + config).decoded()
        #expect(rows.count == 7 && rows.last?.current == true)
        let differences: [Difference] = try Daiban.run(["rulebook", "diff", "standard", "--json"] + config).decoded()
        #expect(Set(differences.map(\.path)) == ["clocks.acceptance.limit", "clocks.rework.limit"])
    }

    @Test("A file with a mistake is refused with its line, key and reason, and the exit code 78")
    func check() throws {
        let text = try run(["rulebook", "show", "standard", "--toml"]).output
        let wrong = text.replacing("kind = \"gate\"", with: "kind = \"sample\"")
        let outcome = try run(["rulebook", "check", "mine.toml"], files: ["mine.toml": wrong])
        #expect(outcome.status == .exited(78))
        #expect(outcome.errorLines.count == 1 && outcome.output.isEmpty)
        let line = try #require(
            text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "[review]"))
        #expect(outcome.errors.contains("mine.toml:\(line + 1)"), "\(outcome.errors)")
        #expect(outcome.errors.contains("review.percent"), "\(outcome.errors)")
        #expect(try run(["rulebook", "check", "nowhere.toml"]).status == .exited(78))
    }

    @Test("Two rulebooks side by side; a rulebook and itself do not differ")
    func diff() throws {
        let rows: [Difference] = try run(["rulebook", "diff", "standard", "wuyi", "--json"]).decoded()
        let age = try #require(rows.first { $0.path == "admission.age_limit" })
        #expect(age.one?.value == "50" && age.other?.value == "60")
        #expect(rows.first { $0.path == "dismissal.count" }?.other == nil)
        let plain = try run(["rulebook", "diff", "standard", "wuyi"])
        #expect(plain.output.contains("clocks.completion.promised.skip"))
        #expect(try run(["rulebook", "diff", "wuyi", "wuyi"]).output.contains("没有不同"))
    }

    @Test("An unknown name lists the known ones", arguments: [["show"], ["diff", "standard"]])
    func unknown(command: [String]) throws {
        let outcome = try run(["rulebook"] + command + ["moon"])
        #expect(outcome.status == .exited(4))
        #expect(outcome.errors.contains("moon") && outcome.errors.contains("jianning"), "\(outcome.errors)")
    }

    // MARK: Overrides

    @Test("A centre's own setting is in force and shows its reason")
    func override() throws {
        let config = """
            rulebook = "wuyi"
            [[rulebook_override]]
            key = "clocks.acceptance.limit"
            value = 12
            reason = "本中心公开承诺"
            """
        let clause: ShownClause = try run(["clause", "W14", "--json"], config: config).decoded()
        #expect(clause.rulebook == "wuyi")
        let limit = try #require(clause.settings.first { $0.path == "clocks.acceptance.limit" })
        #expect(limit.value == "12" && limit.overridden && limit.decided == "本中心公开承诺")
        #expect(clause.settings.filter(\.overridden).count == 1)
        let plain = try run(["clause", "W14"], config: config)
        #expect(plain.output.contains("本中心另定：本中心公开承诺"))
    }

    @Test(
        "An override without reason, for an unknown key, or that contradicts: refused at its line",
        arguments: [
            ("key = \"clocks.acceptance.limit\"\nvalue = 12\n", "config.toml:2", "rulebook_override[1].reason"),
            ("key = \"clocks.acceptance.limit\"\nreason = \"r\"\n", "config.toml:2", "rulebook_override[1].value"),
            ("key = \"clocks.lunch\"\nvalue = 12\nreason = \"r\"\n", "config.toml:3", "clocks.lunch"),
            (
                "key = \"clocks.acceptance.limit\"\nvalue = 0\nreason = \"r\"\n", "config.toml:3",
                "clocks.acceptance.limit"
            ),
            ("key = \"rating.bad_at_most\"\nvalue = 1.5\nreason = \"r\"\n", "config.toml:3", "rating.bad_at_most"),
            (
                "key = \"rating.bad_at_most\"\nvalue = 1\nreason = \"r\"\nnote = 1\n", "config.toml:6",
                "rulebook_override[1].note"
            ),
        ])
    func wrongOverride(toml: String, place: String, key: String) throws {
        let outcome = try run(["rulebook", "show"], config: "language = \"zh\"\n[[rulebook_override]]\n" + toml)
        #expect(outcome.status == .exited(78), "\(outcome)")
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errors.contains(place) && outcome.errors.contains(key), "\(outcome.errors)")
    }

    // MARK: Clauses

    @Test("A clause says what it asks, where it lives, and how the rulebook in use settles it")
    func clause() throws {
        let outcome = try run(["clause", "w21", "--language", "en"], config: "rulebook = \"neixiang\"\n")
        try outcome.require()
        #expect(outcome.output.contains("W21  武政管办〔2022〕36号 第十五条"))
        #expect(outcome.output.contains("Lives in: Casework/"))
        #expect(outcome.output.contains("(neixiang)") && outcome.output.contains("overdue = 5"))
        let open = try run(["clause", "W12", "--language", "en"])
        #expect(open.output.contains("nothing to choose"))
    }

    @Test("Without an id every clause is listed; an unknown one ends with 4")
    func clauses() throws {
        let all: [ShownClause] = try run(["clause", "--json"]).decoded()
        #expect(all.count == 85 && Set(all.map(\.id)).count == 85)
        #expect(all.first { $0.id == "P5" }?.settings.map(\.path) == ["items.counts.kind"])
        #expect(try run(["clause"]).output.split(separator: "\n").count == 85)
        let unknown = try run(["clause", "W99"])
        #expect(unknown.status == .exited(4) && unknown.errors.contains("W99"))
    }
}
