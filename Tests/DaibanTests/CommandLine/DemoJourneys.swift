import Foundation
import PseudoTerminal
import Testing

@Suite("daiban demo")
struct DemoJourneys {
    /// A demo in a terminal, with its temporary folder in `folder`.
    private func demo(in folder: Folder, _ options: [String] = []) throws -> TerminalJourney {
        try TerminalJourney(
            Daiban.path, ["demo", "--cases", "50", "--seed", "7", "--pace", "20"] + options, columns: 160, rows: 45,
            environment: Daiban.chinese.merging(["TMPDIR": folder.path]) { $1 }, workingDirectory: folder.path)
    }

    @Test(
        "Without a terminal one snapshot of the panes is printed, and nothing is left", arguments: ["160x45", "80x24"])
    func snapshot(size: String) throws {
        let folder = try Folder()
        let outcome = try Daiban.run(
            ["demo", "--cases", "50", "--seed", "7", "--size", size], environment: ["TMPDIR": folder.path],
            in: folder.path)
        try outcome.require()
        #expect(outcome.errors.isEmpty)
        #expect(!outcome.output.contains("\u{1B}"))
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == Int(size.split(separator: "x")[1]).map { $0 + 1 })
        for pane in Pane.allCases { #expect(outcome.output.contains(pane.title)) }
        #expect(try folder.contents == [])
    }

    @Test("In a terminal the desk opens, and things happen by themselves")
    func lives() throws {
        let folder = try Folder()
        let terminal = try demo(in: folder)
        try terminal.waitUntil("the desk") { $0.isDesk && $0.find("─ \(Pane.inReview.title) ") != nil }
        let before = Pane.allCases.map { terminal.screen.numbers(in: $0) }
        try terminal.waitUntil("a case to come or go") { screen in
            Pane.allCases.map { screen.numbers(in: $0) } != before
        }
        let simulator = try #require(try children(of: terminal.processID).first)
        #expect(try folder.contents.count == 1)

        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.isGivenBack)
        #expect(kill(simulator, 0) != 0)
        #expect(try folder.contents == [])
    }

    @Test("A demo that is told to stop takes its simulator and its folder with it", arguments: [SIGTERM, SIGHUP])
    func stopped(signal: Int32) throws {
        let folder = try Folder()
        let terminal = try demo(in: folder)
        try terminal.waitUntil("the desk") { $0.isDesk }
        let simulator = try #require(try children(of: terminal.processID).first)
        terminal.signal(signal)
        #expect(try terminal.waitForExit() == .exited(128 + signal))
        #expect(terminal.screen.isGivenBack)
        #expect(kill(simulator, 0) != 0)
        #expect(try folder.contents == [])
    }

    @Test("A demo that is killed takes its simulator with it")
    func killed() throws {
        let folder = try Folder()
        let terminal = try demo(in: folder)
        try terminal.waitUntil("the desk") { $0.isDesk }
        let simulator = try #require(try children(of: terminal.processID).first)
        terminal.signal(SIGKILL)
        _ = try terminal.waitForExit()
        // tail ends when the process does.
        try Child.run("tail", ["--pid=\(simulator)", "-f", "/dev/null"]).require()
    }

    @Test("A named database is kept, is sound after all that happened, and is opened again the next time")
    func named() throws {
        let folder = try Folder()
        let path = folder.file("kept.sqlite")
        let terminal = try demo(in: folder, ["--database", path])
        try terminal.waitUntil("the desk") { $0.isDesk && $0.find("─ \(Pane.inReview.title) ") != nil }
        let before = Pane.allCases.map { terminal.screen.numbers(in: $0) }
        try terminal.waitUntil("a case to come or go") { screen in
            Pane.allCases.map { screen.numbers(in: $0) } != before
        }
        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
        try terminal.waitUntil("试用数据在 \(path)")
        let summary: VerifySummary = try Daiban.run(["verify", "--json", "--database", path]).decoded()
        #expect(summary.sound)
        #expect(summary.cases > 50)
    }

    @Test("One can work while the township lives")
    func workInDemo() throws {
        let folder = try Folder()
        let path = folder.file("kept.sqlite")
        let terminal = try demo(in: folder, ["--database", path])
        try terminal.waitUntil("the desk") { $0.isDesk }
        try terminal.press(.character("3"))
        try terminal.waitUntil("the selection in pane 3") { $0.selectedPane == .inReview }
        let number = try #require(terminal.screen.selection?.number)
        try terminal.press(.character("a"))
        try terminal.waitUntil(Words.approveCard)
        try terminal.press(.enter)
        try terminal.waitUntil("已通过：\(number)")
        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
        let outcome = try Daiban.run(["case", "show", number, "--json", "--database", path])
        #expect(try outcome.decoded(ShownCase.self).state == "approved")
    }

    @Test("A real office is never simulated: demo and simulate refuse it and leave it as it was")
    func realOffice() throws {
        let town = try Township(centre: "云溪镇便民服务中心", prefix: "YX")
        try town.run(["staff", "add", "--number", "A01", "--name", "周桂兰", "--village", "石门村", "--as", "R01"]).require()
        let before = try town.run(["verify", "--json"]).output
        for command in [["demo"], ["simulate"]] {
            let outcome = try town.run(command)
            #expect(outcome.status == .exited(2), "\(outcome)")
            #expect(outcome.errorLines.count == 1 && outcome.errors.contains("不是试用数据"), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
        #expect(try town.run(["verify", "--json"]).output == before)
    }

    @Test("Told to stop while the township is being made, a demo leaves nothing", arguments: [SIGINT, SIGTERM])
    func stoppedWhileFounding(signal: Int32) throws {
        let folder = try Folder()
        for options in [[], ["--database", folder.file("kept.sqlite")]] {
            let terminal = try demo(in: folder, ["--cases", "60000"] + options)
            try terminal.waitUntil("正在生成模拟乡镇")
            terminal.signal(signal)
            #expect(try terminal.waitForExit() == .exited(128 + signal))
            #expect(terminal.screen.find("已停止") != nil)
            #expect(try folder.contents == [])
        }
    }

    @Test("Killed while the township is being made, a demo leaves no database; the next one clears up and makes it")
    func killedWhileFounding() throws {
        let folder = try Folder()
        let path = folder.file("kept.sqlite")
        let terminal = try demo(in: folder, ["--cases", "60000", "--database", path])
        try terminal.waitUntil("正在生成模拟乡镇")
        terminal.signal(SIGKILL)
        _ = try terminal.waitForExit()
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try !folder.contents.isEmpty)
        try Daiban.run(["demo", "--cases", "10", "--database", path], in: folder.path).require()
        #expect(try folder.contents.filter { $0.contains("founding") } == [])
        let summary: VerifySummary = try Daiban.run(["verify", "--json", "--database", path]).decoded()
        #expect(summary.sound)
    }

    @Test("When the simulator dies, the desk goes on and it is said afterwards")
    func simulatorDies() throws {
        let folder = try Folder()
        let terminal = try demo(in: folder)
        try terminal.waitUntil("the desk") { $0.isDesk }
        let simulator = try #require(try children(of: terminal.processID).first)
        kill(simulator, SIGKILL)
        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.isGivenBack)
        try terminal.waitUntil("模拟乡镇中途停了")
    }

    /// The processes that a process has started.
    private func children(of process: Int32) throws -> [Int32] {
        let outcome = try Child.run("ps", ["-o", "pid=", "--ppid", String(process)])
        return outcome.output.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
    }
}
