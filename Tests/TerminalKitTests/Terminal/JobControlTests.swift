// A full-screen program as a job of a shell: stopped, continued, ended while it is stopped, and in the background.

import PseudoTerminal
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("A job of a shell", .timeLimit(.minutes(2)))
struct JobControlTests {
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
        try expect(143, journey)
    }

    @Test("Stopped and then killed by the shell it ends, and leaves the shell's screen alone")
    func killedWhileStopped() throws {
        let journey = try Fixture.startUnderShell("wait")
        journey.signal(SIGTSTP)
        try journey.enterCommand("kill %1; wait %1")
        try expect(143, journey)
    }

    @Test("Continued in the background it is stopped again, as everything that touches the terminal's settings")
    func background() throws {
        let journey = try Fixture.startUnderShell("wait")
        journey.signal(SIGTSTP)
        try journey.enterCommand("bg; wait %1")
        try journey.enterCommand("jobs")
        try journey.waitUntil("Stopped")
        #expect(journey.screen.isGivenBack, "\(journey.screen.picture)")
        try journey.enterCommand("kill %1; wait %1")
        try expect(143, journey)
    }

    @Test("Stopped by what cannot be handled, and then killed, it gives the screen back from the background")
    func killedInBackground() throws {
        let journey = try Fixture.startUnderShell("wait")
        journey.signal(SIGSTOP)
        try journey.waitUntil("Stopped")
        // The prompt is on the alternate screen now, and so is all that is typed.
        try journey.type("kill %1; wait %1")
        try journey.press(.enter)
        try journey.waitUntil("the main screen") { !$0.isAlternateScreen }
        try expect(143, journey)
    }

    @Test("In a session without a shell nobody could continue it: stopping from outside takes the terminal anew")
    func orphan() throws {
        let journey = try Fixture.start("wait")
        let before = journey.bytesReceived
        journey.signal(SIGTSTP)
        try journey.waitUntil("ready again") { $0.isAlternateScreen && $0.find("ready") != nil }
        try journey.drain(quietFor: .milliseconds(100))
        #expect(journey.bytesReceived > before)
        #expect(try journey.terminalAttributes.isRaw)
        journey.signal(SIGTERM)
        try journey.expectGivenBack([.exited(143)])
    }

    /// Asks the shell for the status of the job that ended last, on a screen that is the shell's again.
    private func expect(_ status: Int, _ journey: TerminalJourney) throws {
        try journey.enterCommand("echo status=$?")
        try journey.waitUntil("status=\(status)")
        #expect(journey.screen.isGivenBack, "\(journey.screen.picture)")
    }
}
