// A program that takes the terminal and then ends, in every way that a program can end, seen from the other end of its line.

import PseudoTerminal
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Every way to die leaves the terminal as it was", .timeLimit(.minutes(2)))
struct WaysToDieTests {
    /// What the compiler's trap is, by processor: `ud2` on x86-64, `brk` on arm64.
    private static let trap: Set<PseudoTerminal.ExitStatus> = [.signalled(SIGILL), .signalled(SIGTRAP)]
    /// A stack that overflows, on Linux and on macOS.
    private static let overflow: Set<PseudoTerminal.ExitStatus> = [.signalled(SIGSEGV), .signalled(SIGBUS)]

    @Test("The program ends by itself", arguments: ["finish", "toss"])
    func ending(way: String) throws {
        let journey = try Fixture.start(way)
        try journey.press(.character("x"))
        try journey.expectGivenBack(way == "finish" ? [.exited(0)] : Self.trap)
    }

    @Test(
        "A fault of its own, on whatever thread",
        arguments: ["fatal", "bounds", "overflow", "absent", "stack", "abort"], ["main", "event", "queue"])
    func fault(way: String, thread: String) throws {
        let journey = try Fixture.start(way, on: thread)
        try journey.press(.character("x"))
        switch way {
        case "stack": try journey.expectGivenBack(Self.overflow)
        case "abort": try journey.expectGivenBack([.signalled(SIGABRT)])
        default: try journey.expectGivenBack(Self.trap)
        }
    }

    @Test("A stack that overflows where the Swift runtime has not provided for it")
    func stackWithoutRuntime() throws {
        let journey = try Fixture.start("stack", environment: ["SWIFT_BACKTRACE": "enable=no"])
        try journey.press(.character("x"))
        try journey.expectGivenBack(Self.overflow)
    }

    @Test("exit() from whatever thread", arguments: ["main", "event", "queue"])
    func exiting(thread: String) throws {
        let journey = try Fixture.start("exit", on: thread)
        try journey.press(.character("x"))
        try journey.expectGivenBack([.exited(3)])
    }

    @Test("A signal that asks for an orderly end", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func stopping(signal: Int32) throws {
        let journey = try Fixture.start("wait")
        journey.signal(signal)
        try journey.expectGivenBack([.exited(128 + signal)])
    }

    @Test(
        "A signal that nobody answers and that ends a program by default",
        arguments: [
            SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPIPE, SIGXCPU, SIGXFSZ, SIGSYS, SIGSEGV, SIGABRT, SIGTRAP,
        ])
    func unanswered(signal: Int32) throws {
        let journey = try Fixture.start("wait")
        journey.signal(signal)
        try journey.expectGivenBack([.signalled(signal)])
    }

    @Test(
        "In the middle of a frame: a control sequence, a character, a string, frames of another thread, two faults at once",
        arguments: ["mid-sequence", "mid-character", "mid-string", "mid-frames", "twice"])
    func middle(way: String) throws {
        let journey = try Fixture.start(way)
        try journey.press(.character("x"))
        try journey.expectGivenBack(Self.trap)
        #expect(journey.screen.find("frame") == nil && journey.screen.title.isEmpty)
    }

    @Test("The reason of a trap is read on the screen that the shell has, where standard error is the terminal")
    func reason() throws {
        let journey = try Fixture.start("fatal")
        try journey.press(.character("x"))
        try journey.expectGivenBack(Self.trap)
        #expect(journey.screen.find("Fatal error: a reason to read") != nil, "\(journey.screen.picture)")
    }

    @Test("A program that says more on standard error than is kept neither waits nor keeps the terminal")
    func loud() throws {
        let journey = try Fixture.start("loud")
        try journey.press(.character("x"))
        try journey.expectGivenBack(Self.trap)
        #expect(journey.screen.find("much ado") != nil, "\(journey.screen.picture)")
    }

    @Test("An orderly end that does not come about is forced by asking again after two seconds")
    func hanging() throws {
        let journey = try Fixture.start("hang")
        journey.signal(SIGTERM)
        journey.signal(SIGTERM)
        try journey.drain(quietFor: .milliseconds(200))
        #expect(journey.screen.isAlternateScreen)
        var attempts = 0
        while journey.screen.isAlternateScreen, attempts < 20 {
            journey.signal(SIGTERM)
            try journey.drain(quietFor: .milliseconds(200))
            attempts += 1
        }
        try journey.expectGivenBack([.signalled(SIGTERM)])
    }

    @Test("When the line hangs up, reading ends and costs no time")
    func hangUp() throws {
        let journey = try Fixture.start("linger")
        journey.hangUp()
        #expect(try journey.waitForExit() == .exited(0))
    }

    @Test("When the line hangs up, the program ends by itself")
    func deadLine() throws {
        let journey = try Fixture.start("wait")
        journey.hangUp()
        #expect(try journey.waitForExit() == .exited(128 + SIGHUP))
    }

    @Test("When the line hangs up under a program that draws all the time, writing fails and the program ends")
    func deadLineWhileDrawing() throws {
        let journey = try Fixture.start("paint")
        try journey.press(.character("x"))
        try journey.waitUntil("frame")
        journey.hangUp()
        #expect(Self.trap.contains(try journey.waitForExit()))
    }
}
