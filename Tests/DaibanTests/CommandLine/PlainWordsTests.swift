import PseudoTerminal
import Testing

/// What people read on the command line: whole words of one language, and dates as the desk shows them.
@Suite("Plain words on the command line")
struct PlainWordsTests {
    @Test("A file that is not there is told of in Chinese, without the system's English")
    func missingFile() throws {
        for command in [["calendar", "check"], ["rulebook", "check"]] {
            let outcome = try Daiban.run(command + ["nowhere.toml", "--language", "zh"])
            #expect(outcome.status == .exited(78), "\(outcome)")
            #expect(outcome.errors.contains("没有这个文件"), "\(outcome.errors)")
            #expect(!outcome.errors.contains("No such"), "\(outcome.errors)")
        }
        let english = try Daiban.run(["calendar", "check", "nowhere.toml", "--language", "en"])
        #expect(english.errors.contains("No such file or directory"), "\(english.errors)")
    }

    @Test("case show names a limit as one, without seconds or a zone, and says when its clock ended")
    func limits() throws {
        let town = try Township()
        let number = try #require(town.cases("pending").first).number
        let before = try town.run(["case", "show", number, "--language", "zh"]).output
        #expect(before.contains("受理时限") && !before.contains("计时结束"), "\(before)")
        try town.run(["accept", number, "--as", "R01"]).require()
        let after = try town.run(["case", "show", number, "--language", "zh"]).output
        #expect(after.contains("计时结束") && !after.contains("+08:00"), "\(after)")
    }
}
