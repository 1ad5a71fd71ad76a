// A full-screen program as a job of a shell: stopped, continued, ended while it is stopped, and in the background.

import PseudoTerminal
import Testing

@testable import TerminalKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("A job of a shell", .timeLimit(.minutes(2)))
struct JobControlTests {
    /// Ends the job and waits until it is gone; after a stopped job, `wait` would not.
    private static let killing = "kill %1; while kill -0 %1; do :; done 2> /dev/null; jobs"

    @Test("Stopped from outside it gives the terminal back, and takes it again on fg")
    func suspend() throws {
        let journey = try Fixture.startUnderShell("wait")
        journey.signal(SIGTSTP)
        try journey.waitForPrompt()
        #expect(journey.screen.isGivenBack, "\(journey.screen.picture)")
        try journey.enterCommand("fg")
        try journey.waitUntil("ready again") { $0.isAlternateScreen && $0.find("ready") != nil }
        #expect(try journey.terminalAttributes.isRaw)
        journey.signal(SIGTERM)
        try journey.enterCommand("echo status=$?")
        try journey.waitUntil("status=143")
        #expect(journey.screen.isGivenBack, "\(journey.screen.picture)")
    }

    @Test("Stopped and then killed by the shell it ends, and leaves the shell's screen alone")
    func killedWhileStopped() throws {
        let journey = try Fixture.startUnderShell("wait")
        journey.signal(SIGTSTP)
        try journey.enterCommand(Self.killing)
        try journey.waitUntil("Exit 143")
        #expect(journey.screen.isGivenBack, "\(journey.screen.picture)")
    }

    @Test("Continued in the background it is stopped again, as everything that touches the terminal's settings")
    func background() throws {
        let journey = try Fixture.startUnderShell("wait")
        journey.signal(SIGTSTP)
        try journey.enterCommand("bg")
        // It has been stopped once, and is seen to be stopped a second time.
        try journey.enterCommand("while test -z \"$(jobs -s)\"; do :; done; echo again")
        try journey.waitUntil("again") { screen in screen.lines.contains("again") }
        #expect(journey.screen.isGivenBack, "\(journey.screen.picture)")
        try journey.enterCommand(Self.killing)
        try journey.waitUntil("Exit 143")
        #expect(journey.screen.isGivenBack, "\(journey.screen.picture)")
    }

    @Test("Stopped by what cannot be handled, and then killed, it gives the screen back from the background")
    func killedInBackground() throws {
        let journey = try Fixture.startUnderShell("wait")
        journey.signal(SIGSTOP)
        try journey.waitUntil("Stopped")
        // The prompt is on the alternate screen now, and so is all that is typed.
        try journey.type(Self.killing)
        try journey.press(.enter)
        try journey.waitUntil("Exit 143")
        #expect(journey.screen.isGivenBack, "\(journey.screen.picture)")
    }

    @Test("In a session without a shell nobody could continue it: stopping from outside takes the terminal anew")
    func orphan() throws {
        let journey = try Fixture.start("wait")
        let before = journey.bytesReceived
        journey.signal(SIGTSTP)
        // Taking the terminal, and the frame after it, are more than giving it back.
        let wanted = before + TerminalModes().leave.count + TerminalModes().enter.count
        try journey.waitUntil("ready again") { $0.find("ready") != nil && journey.bytesReceived > wanted }
        #expect(journey.screen.isAlternateScreen)
        #expect(try journey.terminalAttributes.isRaw)
        journey.signal(SIGTERM)
        try journey.expectGivenBack([.exited(143)])
    }
}
