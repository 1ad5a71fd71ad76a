import PseudoTerminal
import Testing

@Suite("The reading commands")
struct ReadingTests {
    @Test("case show masks the applicant; --reveal with a reason shows them, and that is on the record")
    func masking() throws {
        let town = try Township()
        let number = try #require(try town.cases("in-review").first?.number)
        let masked = try town.run(["case", "show", number, "--json"]).output
        #expect(masked.contains("*"))
        let before = try town.show(number).events
        let revealed = try town.run(["case", "show", number, "--json", "--as", "R01", "--reveal", "核对身份证"])
        try revealed.require()
        let after = try town.show(number).events
        #expect(after == ["revealed"] + before)
        #expect(try town.isSound())
    }

    @Test("verify says what it has compared, and finds a byte that was changed behind the program's back")
    func verify() throws {
        let town = try Township()
        let sound = try town.run(["verify"])
        try sound.require()
        #expect(sound.output.contains("完好"))
        let summary: VerifySummary = try town.run(["verify", "--json"]).decoded()
        #expect(summary.sound && summary.cases > 50 && summary.findings.isEmpty)

        let subject = try #require(try town.cases("in-review").first)
        try town.folder.replaceBytes(of: town.database, subject.item, with: String(subject.item.reversed()))
        let outcome = try town.run(["verify"])
        #expect(outcome.status == .exited(5), "\(outcome)")
        #expect(!outcome.errorLines.isEmpty)
    }

    @Test("keys lists every key of the desk, doctor says what is good and what is not")
    func keysAndDoctor() throws {
        let town = try Township()
        let keys = try town.run(["keys"])
        try keys.require()
        for word in ["a  ", "通过", "退回", "Enter"] { #expect(keys.output.contains(word)) }
        let doctor = try town.run(["doctor"])
        // Here is no terminal, which is one line that is not good.
        #expect(doctor.status == .exited(1))
        #expect(doctor.output.contains("云溪镇便民服务中心"))
    }

    @Test("Every subcommand has a help text in both languages")
    func help() throws {
        let subcommands = [
            [], ["desk"], ["demo"], ["init"], ["import"], ["case"], ["case", "list"], ["case", "show"],
            ["case", "new"], ["staff"], ["staff", "list"], ["staff", "add"],
            ["accept"], ["decline"], ["approve"], ["reject"], ["reassign"], ["urge"], ["undo"], ["verify"], ["keys"],
            ["doctor"], ["reset"],
        ]
        for subcommand in subcommands {
            let chinese = try Daiban.run(subcommand + ["--help"])
            try chinese.require()
            #expect(chinese.output.contains(/\p{Han}/), "\(subcommand)")
            let english = try Daiban.run(subcommand + ["--help"], environment: ["LANG": "en_GB.UTF-8"])
            try english.require()
            #expect(!english.output.contains(/\p{Han}/), "\(subcommand): \(english.output)")
        }
    }
}
