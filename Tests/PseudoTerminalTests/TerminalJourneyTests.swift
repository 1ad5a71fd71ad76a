// The journey against small shell and Python programs whose behaviour in a terminal is known.

import Foundation
import PseudoTerminal
import Testing

@Suite("A terminal journey")
struct TerminalJourneyTests {
    private func shell(_ script: String, patience: Duration = .seconds(20)) throws -> TerminalJourney {
        try TerminalJourney("/bin/sh", ["-c", script], columns: 60, rows: 12, patience: patience)
    }

    /// A program that sets the terminal raw, shows each key it gets by its bytes, and ends at `q`.
    private static let keyEcho = """
        import os, sys, termios, tty
        old = termios.tcgetattr(0)
        tty.setraw(0)
        os.write(1, b"\\x1b[?1049h\\x1b[?2004h\\x1b[?1000h\\x1b[?1006h\\x1b[Hready")
        while True:
            data = os.read(0, 1000)
            if not data or data == b"q": break
            os.write(1, b"\\x1b[2;1H\\x1b[K" + repr(data).encode())
        os.write(1, b"\\x1b[?1006l\\x1b[?1000l\\x1b[?2004l\\x1b[?1049l")
        termios.tcsetattr(0, termios.TCSADRAIN, old)
        print("left")
        """

    @Test("What the program reads is what was typed, and what it writes is on the screen")
    func echo() throws {
        let journey = try shell("read name; echo \"hello $name.\"")
        try journey.type("代办")
        try journey.waitUntil("代办")
        try journey.press(.enter)
        try journey.waitUntil("hello 代办.")
        #expect(try journey.waitForExit() == .exited(0))
        #expect(journey.bytesReceived > 0)
    }

    @Test("The exit code and the ending signal are told")
    func exitStatus() throws {
        #expect(try shell("exit 7").waitForExit() == .exited(7))
        let killed = try shell("echo ready; exec sleep 100")
        try killed.waitUntil("ready")
        killed.signal(SIGTERM)
        #expect(try killed.waitForExit() == .signalled(SIGTERM))
    }

    @Test("All that was written before the end is on the screen")
    func lastWords() throws {
        let journey = try TerminalJourney(
            "python3", ["-c", "for i in range(5000): print('line', i)"], columns: 40, rows: 5)
        #expect(try journey.waitForExit() == .exited(0))
        #expect(journey.screen.lines == ["line 4996", "line 4997", "line 4998", "line 4999", ""])
    }

    @Test("The window has its size from the start, and a resize reaches the program")
    func resize() throws {
        let journey = try shell("trap 'stty size' WINCH; stty size; while :; do read line; done")
        try journey.waitUntil("12 60")
        try journey.resize(columns: 90, rows: 31)
        try journey.waitUntil("31 90")
        #expect(journey.screen.columns == 90)
    }

    @Test("The environment is the given one and nothing of the test's own but PATH")
    func environment() throws {
        let journey = try TerminalJourney("/usr/bin/env", columns: 2000, environment: ["MINE": "yes"])
        _ = try journey.waitForExit()
        let names = journey.screen.lines.compactMap { $0.split(separator: "=").first }.map(String.init)
        #expect(Set(names) == ["PATH", "HOME", "LANG", "TERM", "MINE"])
    }

    @Test("The program runs in the given directory and can be waited for there")
    func directory() throws {
        let journey = try TerminalJourney("/bin/sh", ["-c", "pwd; exit 3"], workingDirectory: "/usr")
        #expect(try journey.waitForExit() == .exited(3))
        #expect(journey.screen.lines[0] == "/usr")
    }

    @Test("The pty is the controlling terminal: Ctrl-C interrupts, and /dev/tty opens")
    func controllingTerminal() throws {
        let journey = try shell("echo here >/dev/tty; exec sleep 100")
        try journey.waitUntil("here")
        try journey.press(.control("c"))
        #expect(try journey.waitForExit() == .signalled(SIGINT))
    }

    @Test("Keys, paste and mouse arrive as a terminal sends them; the line is raw meanwhile and cooked after")
    func keys() throws {
        let journey = try TerminalJourney("python3", ["-c", Self.keyEcho], columns: 60, rows: 12)
        try journey.waitUntil("ready")
        #expect(try journey.terminalAttributes.isRaw)
        let expected: [(Key, String)] = [
            (.up, "b'\\x1b[A'"), (.pageDown, "b'\\x1b[6~'"), (.function(1), "b'\\x1bOP'"), (.control("z"), "b'\\x1a'"),
            (.function(12), "b'\\x1b[24~'"), (.backTab, "b'\\x1b[Z'"), (.alt("x"), "b'\\x1bx'"), (.enter, "b'\\r'"),
        ]
        for (key, shown) in expected {
            try journey.press(key)
            try journey.waitUntil(shown)
        }
        try journey.paste("a\nb")
        try journey.waitUntil("b'\\x1b[200~a\\rb\\x1b[201~'")
        try journey.click(column: 4, row: 2)
        try journey.waitUntil("b'\\x1b[<0;5;3M\\x1b[<0;5;3m'")
        try journey.scroll(.down, column: 0, row: 0)
        try journey.waitUntil("b'\\x1b[<65;1;1M'")
        #expect(journey.screen.isAlternateScreen)
        try journey.type("q")
        #expect(try journey.waitForExit() == .exited(0))
        #expect(try journey.terminalAttributes.isCooked)
        #expect(journey.screen.modes == [7, 25])
        #expect(journey.screen.lines[0] == "left")
    }

    @Test("A program that leaves the line raw is found out after its end")
    func leftRaw() throws {
        let journey = try shell("stty raw -echo")
        #expect(try journey.waitForExit() == .exited(0))
        #expect(try !journey.terminalAttributes.isCooked)
    }

    @Test("A wait that fails shows what was waited for and the whole screen")
    func failure() throws {
        let journey = try shell("echo something else; exec sleep 100", patience: .milliseconds(300))
        let late = #expect(throws: ProcessError.self) { try journey.waitUntil("wanted") }
        #expect("\(try #require(late))".contains("the text \"wanted\""))
        #expect("\(try #require(late))".contains("|something else "))
        let ended = try shell("echo bye; exit 2")
        let early = #expect(throws: ProcessError.self) { try ended.waitUntil("wanted") }
        #expect("\(try #require(early))".contains("exited with 2"))
        #expect("\(try #require(early))".contains("|bye "))
    }

    @Test("A program that cannot be started is told at once")
    func notStarted() {
        #expect(throws: ProcessError.self) { try TerminalJourney("/nonexistent/program") }
    }

    @Test("A half-written synchronised frame is not looked at")
    func partialFrames() throws {
        let script = "printf '\\033[?2026hone'; read line; printf 'two\\033[?2026l'; read line"
        let journey = try shell(script, patience: .milliseconds(300))
        #expect(throws: ProcessError.self) { try journey.waitUntil("one") }
        journey.patience = .seconds(20)
        try journey.press(.enter)
        try journey.waitUntil("a whole frame") { !$0.isMidFrame && $0.text.contains("two") }
    }

    @Test("Silence is noticed, and what came before it is counted")
    func silence() throws {
        let journey = try shell("echo 12345; exec sleep 100")
        try journey.waitUntil("12345")
        try journey.drain(quietFor: .milliseconds(50))
        #expect(journey.bytesReceived == 7)
        #expect(try journey.drain(quietFor: .milliseconds(50)) == 0)
    }

    @Test("A large paste passes although both sides write at once")
    func largePaste() throws {
        let journey = try shell("stty raw -echo; printf '\\033[?2004hready'; exec cat")
        try journey.waitUntil("ready")
        try journey.paste(String(repeating: "代办 ", count: 20_000) + "the end")
        try journey.waitUntil("the end")
    }

    @Test("A hung-up line sends SIGHUP")
    func hangUp() throws {
        let journey = try shell("echo ready; exec sleep 100")
        try journey.waitUntil("ready")
        journey.hangUp()
        #expect(try journey.waitForExit() == .signalled(SIGHUP))
        #expect(throws: ProcessError.self) { try journey.type("x") }
        #expect(throws: ProcessError.self) { try journey.terminalAttributes }
    }

    @Test("A journey that is let go leaves no process behind, nor its shell's jobs")
    func noOrphans() throws {
        // The job and its child hold the pipe open for writing, so it hangs up when the last of them has ended.
        let pipe = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try #require(mkfifo(pipe, 0o600) == 0)
        defer { unlink(pipe) }
        let end = open(pipe, O_RDONLY | O_NONBLOCK)
        defer { close(end) }
        let script = "trap '' HUP; exec 9>\(pipe); echo ready; sleep 300"
        var journey: TerminalJourney? = try .underShell("/bin/sh", ["-c", script])
        try journey?.waitUntil("the job runs") { $0.lines.contains("ready") }
        let shell = try #require(journey?.processID)
        #expect(journey?.foregroundGroup != shell)
        journey = nil
        #expect(kill(shell, 0) == -1)
        var polled = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
        #expect(poll(&polled, 1, 20_000) == 1)
        #expect(polled.revents & Int16(POLLHUP) != 0)
    }

    @Test("Under a shell Ctrl-Z suspends to the prompt and fg resumes")
    func jobControl() throws {
        // As full-screen programs do it: the line is raw, and the key itself is answered, with no signal handler.
        let program = """
            import os, signal, termios, tty
            old = termios.tcgetattr(0)
            def enter(text):
                tty.setraw(0)
                os.write(1, b'\\x1b[?1049h\\x1b[H' + text)
            def leave():
                os.write(1, b'\\x1b[?1049l')
                termios.tcsetattr(0, termios.TCSADRAIN, old)
            enter(b'running')
            while (key := os.read(0, 1)) != b'q':
                if key == b'\\x1a':
                    leave()
                    os.kill(0, signal.SIGSTOP)
                    enter(b'resumed')
            leave()
            raise SystemExit(5)
            """
        let journey = try TerminalJourney.underShell("python3", ["-c", program], columns: 80, rows: 20)
        try journey.waitUntil("running") { $0.isAlternateScreen && $0.find("running") != nil }
        try journey.press(.control("z"))
        try journey.waitForPrompt()
        #expect(journey.screen.find("Stopped") != nil)
        #expect(try journey.terminalAttributes.isCooked)
        #expect(journey.foregroundGroup == journey.processID)
        try journey.enterCommand("fg")
        try journey.waitUntil("resumed") { $0.isAlternateScreen && $0.find("resumed") != nil }
        #expect(try journey.terminalAttributes.isRaw)
        try journey.type("q")
        try journey.enterCommand("echo status=$?")
        try journey.waitUntil("status=5")
        try journey.enterCommand("exit 0")
        #expect(try journey.waitForExit() == .exited(0))
    }

    @Test("Under a shell a signal goes to the job in the foreground")
    func signalledJob() throws {
        let journey = try TerminalJourney.underShell("/bin/sh", ["-c", "echo ready; exec sleep 100"])
        try journey.waitUntil("the job runs") { $0.lines.contains("ready") }
        journey.signal(SIGKILL)
        try journey.enterCommand("echo status=$?")
        try journey.waitUntil("status=137")
    }
}
