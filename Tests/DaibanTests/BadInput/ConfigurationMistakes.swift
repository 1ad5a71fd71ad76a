import Foundation
import PseudoTerminal
import Testing

@Suite("Mistakes in configuration files")
struct ConfigurationMistakes {
    struct Mistake: CustomTestStringConvertible {
        var testDescription: String
        var toml: String
        /// What the message has to say: the line, the key or value, and what is allowed.
        var says: [String]
    }

    static let mistakes = [
        Mistake(
            testDescription: "an unknown key", toml: "language = \"zh\"\nthem = \"dark\"\n",
            says: ["config.toml:2", "“them”", "theme", "language"]),
        Mistake(
            testDescription: "an unknown theme", toml: "# mine\n\ntheme = \"solarised\"\n",
            says: ["config.toml:3", "“theme”", "solarised", "dark", "high-contrast"]),
        Mistake(
            testDescription: "an unknown language", toml: "language = \"fr\"\n",
            says: ["config.toml:1", "“language”", "fr", "zh", "en"]),
        Mistake(
            testDescription: "an unknown rulebook", toml: "rulebook = \"moon\"\n",
            says: ["config.toml:1", "“rulebook”", "moon", "standard"]),
        Mistake(
            testDescription: "a word where yes or no belongs", toml: "mouse = \"perhaps\"\n",
            says: ["config.toml:1", "“mouse”", "perhaps", "true"]),
        Mistake(
            testDescription: "a receipt setting that nobody knows", toml: "receipt = { printer = \"lp\" }\n",
            says: ["receipt.printer", "folder", "command", "phone"]),
        Mistake(
            testDescription: "a print command for a shell", toml: "[receipt]\ncommand = \"cat > /dev/lp0\"\n",
            says: ["config.toml:2", "receipt.command", "lp -d counter"]),
        Mistake(
            testDescription: "a time of backups that is none", toml: "[backup]\nfolder = \"b\"\nevery = \"25:00\"\n",
            says: ["config.toml:3", "backup.every", "25:00", "18:30"]),
        Mistake(
            testDescription: "backups without a folder", toml: "[backup]\nevery = 6\n", says: ["backup.folder"]),
        Mistake(testDescription: "something that is no TOML", toml: "theme = \n", says: ["config.toml:1", "TOML"]),
    ]

    @Test("The file, the line, the key and what is allowed are named, and the exit code is 78", arguments: mistakes)
    func named(mistake: Mistake) throws {
        let town = try Township()
        try town.folder.write(mistake.toml, to: "config.toml")
        let before = try town.folder.contents
        let outcome = try town.run(["case", "list", "--language", "zh"])
        #expect(outcome.status == .exited(78), "\(outcome)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
        for part in mistake.says { #expect(outcome.errors.contains(part), "\(outcome.errors)") }
        #expect(try town.folder.contents == before)
    }

    @Test("A desk with such a configuration never takes the terminal")
    func desk() throws {
        let town = try Township()
        try town.folder.write("them = 1\n", to: "config.toml")
        let terminal = try TerminalJourney(
            Daiban.path, Desk.arguments(town), environment: Daiban.chinese, workingDirectory: town.folder.path)
        #expect(try terminal.waitForExit() == .exited(78))
        #expect(terminal.screen.find("config.toml:1") != nil)
        #expect(terminal.screen.isGivenBack)
        #expect(terminal.screen.lines.filter { !$0.isEmpty }.count <= 2)
    }

    @Test("A configuration that is named and is not there is a mistake, too")
    func missing() throws {
        let town = try Township()
        let outcome = try town.run(["case", "list", "--config", town.folder.file("nowhere.toml")])
        #expect(outcome.status == .exited(78))
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errors.contains("nowhere.toml"))
    }

    @Test("A theme file with a mistake names its line")
    func themeFile() throws {
        let town = try Township()
        try town.folder.write("theme = \"mine.toml\"\n", to: "config.toml")
        try town.folder.write("name = \"mine\"\n[nonsense]\na = 1\n", to: "mine.toml")
        let terminal = try TerminalJourney(
            Daiban.path, Desk.arguments(town), environment: Daiban.chinese, workingDirectory: town.folder.path)
        #expect(try terminal.waitForExit() == .exited(78))
        #expect(terminal.screen.find("mine.toml") != nil)
        #expect(terminal.screen.isGivenBack)
    }

    @Test("A right configuration chooses language, person and database")
    func right() throws {
        let town = try Township()
        try town.folder.write(
            "language = \"en\"\nperson = \"R02\"\ndatabase = \"township.sqlite\"\nglyphs = \"ascii\"\n",
            to: "config.toml")
        let terminal = try TerminalJourney(
            Daiban.path, [], columns: 160, rows: 45, environment: Daiban.chinese,
            workingDirectory: town.folder.path)
        try terminal.waitUntil("Reviewer 陈立夏")
        try terminal.waitUntil(Pane.inReview.englishTitle)
        #expect(!terminal.screen.text.unicodeScalars.contains { "┌─│▶●▲".unicodeScalars.contains($0) })
        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
    }
}
