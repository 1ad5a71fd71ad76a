import Foundation
import PseudoTerminal
import Testing

@Suite("Every way to leave gives the terminal back")
struct LeavingJourneys {
    enum Way: CaseIterable, CustomTestStringConvertible {
        case quitKey, controlC, terminate, hangUpSignal, interrupt

        var testDescription: String {
            switch self {
            case .quitKey: "q"
            case .controlC: "Ctrl-C"
            case .terminate: "SIGTERM"
            case .hangUpSignal: "SIGHUP"
            case .interrupt: "SIGINT"
            }
        }

        /// 128 + the signal's number where a signal ended it.
        var exitCode: Int32 {
            switch self {
            case .quitKey, .controlC: 0
            case .terminate: 128 + SIGTERM
            case .hangUpSignal: 128 + SIGHUP
            case .interrupt: 128 + SIGINT
            }
        }

        func take(_ terminal: TerminalJourney) throws {
            switch self {
            case .quitKey: try terminal.press(.character("q"))
            case .controlC: try terminal.press(.control("c"))
            case .terminate: terminal.signal(SIGTERM)
            case .hangUpSignal: terminal.signal(SIGHUP)
            case .interrupt: terminal.signal(SIGINT)
            }
        }
    }

    @Test(
        "The screen, the cursor, the line and the modes are as before, and the exit code tells why",
        arguments: Way.allCases)
    func leave(way: Way) throws {
        let desk = try Desk(Township())
        #expect(try desk.terminal.terminalAttributes.isRaw)
        try way.take(desk.terminal)
        #expect(try desk.terminal.waitForExit() == .exited(way.exitCode))
        #expect(desk.screen.isGivenBack, "\(desk.screen.picture)")
        #expect(try desk.terminal.terminalAttributes.isCooked)
        #expect(desk.screen.style == ModelStyle())
    }

    @Test("The same with a card open over the panes", arguments: [Way.terminate, .hangUpSignal, .interrupt])
    func leaveWithCard(way: Way) throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let before = try town.show(number).version
        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.type("写到一半")
        try desk.terminal.waitUntil("写到一半")
        try way.take(desk.terminal)
        #expect(try desk.terminal.waitForExit() == .exited(way.exitCode))
        #expect(desk.screen.isGivenBack, "\(desk.screen.picture)")
        #expect(try desk.terminal.terminalAttributes.isCooked)
        #expect(try town.show(number).version == before)
    }

    @Test("A desk that is asked to end before its terminal has answered ends all the same", arguments: Way.allCases)
    func leaveBeforeAnswer(way: Way) throws {
        let town = try Township()
        let terminal = try TerminalJourney(
            Daiban.path, Desk.arguments(town), columns: 160, rows: 45, environment: Daiban.chinese,
            workingDirectory: town.folder.path)
        terminal.answers = false
        try terminal.waitUntil("the terminal to be taken") { $0.isAlternateScreen }
        try way.take(terminal)
        #expect(try terminal.waitForExit() == .exited(way.exitCode))
        #expect(terminal.screen.isGivenBack, "\(terminal.screen.picture)")
        #expect(try terminal.terminalAttributes.isCooked)
    }

    @Test("Ctrl-C over an open card leaves the card, not the desk")
    func controlCOverCard() throws {
        let desk = try Desk(Township())
        try desk.openCard("t", title: Words.acceptCard)
        try desk.terminal.press(.control("c"))
        try desk.terminal.waitUntil(absent: Words.acceptCard)
        #expect(desk.screen.isDesk)
        try desk.leave()
    }

    @Test("Keys typed just before leaving do not reach the shell")
    func noKeysLeftOver() throws {
        let town = try Township()
        let terminal = try TerminalJourney.underShell(
            Daiban.path, Desk.arguments(town), columns: 160, rows: 45, environment: Daiban.chinese,
            workingDirectory: town.folder.path)
        try terminal.waitUntil("the desk") { $0.isDesk }
        try terminal.press(.character("q"), .character("l"), .character("s"), .enter)
        try terminal.waitForPrompt()
        try terminal.enterCommand("echo status=$?")
        try terminal.waitUntil("status=0")
        #expect(terminal.screen.find("township.sqlite-") == nil)
    }

    @Test("A line that hangs up ends the desk at once")
    func hangUp() throws {
        let town = try Township()
        let desk = try Desk(town)
        desk.terminal.hangUp()
        desk.terminal.patience = .seconds(5)
        let status = try desk.terminal.waitForExit()
        #expect([.exited(128 + SIGHUP), .signalled(SIGHUP)].contains(status))
        #expect(try town.isSound())
    }

    @Test("kill -9 loses no action that the desk has told of, and the record is sound")
    func killed() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.openCard("a", title: Words.approveCard)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已通过：\(number)")
        desk.terminal.signal(SIGKILL)
        #expect(try desk.terminal.waitForExit() == .signalled(SIGKILL))

        #expect(try town.show(number).state == "approved")
        #expect(try town.isSound())
        let again = try Desk(town)
        #expect(!again.screen.numbers(in: .inReview).contains(number))
        try again.leave()
    }

    @Test("kill -9 in the middle of recording leaves a sound record, with the action or without it")
    func killedWhileRecording() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.openCard("a", title: Words.approveCard)
        try desk.terminal.press(.enter)
        desk.terminal.signal(SIGKILL)
        #expect(try desk.terminal.waitForExit() == .signalled(SIGKILL))
        #expect(["in-review", "approved"].contains(try town.show(number).state))
        #expect(try town.isSound())
    }
}
