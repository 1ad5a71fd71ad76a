import PseudoTerminal
import Testing

@Suite("Terminals on which no desk can open")
struct WrongTerminals {
    @Test("A desk needs a terminal, and says so", arguments: [["desk"], []])
    func noTerminal(command: [String]) throws {
        let outcome = try Township().run(command + ["--as", "R01"])
        #expect(outcome.status == .exited(1), "\(outcome)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errors.contains("全屏画面需要终端"))
    }

    @Test(
        "A terminal that cannot move its cursor, or has another encoding, gets a sentence and nothing else",
        arguments: [
            (["TERM": "dumb"], "终端类型“dumb”不能移动光标"), (["TERM": ""], "不能移动光标"),
            (["LANG": "zh_CN.GBK"], "终端的编码不是 UTF-8（现为“zh_CN.GBK”）"),
            (["LC_ALL": "POSIX"], "UTF-8"),
        ])
    func unusable(environment: [String: String], words: String) throws {
        let town = try Township()
        let terminal = try TerminalJourney(
            Daiban.path, Desk.arguments(town) + ["--language", "zh"], columns: 120,
            environment: Daiban.chinese.merging(environment) { $1 }, workingDirectory: town.folder.path)
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(terminal.screen.find(words) != nil, "\(terminal.screen.picture)")
        #expect(terminal.screen.isGivenBack)
        #expect(terminal.screen.unknownSequences.isEmpty)
        #expect(terminal.screen.lines.filter { !$0.isEmpty }.count <= 2)
        #expect(try terminal.terminalAttributes.isCooked)
    }
}
