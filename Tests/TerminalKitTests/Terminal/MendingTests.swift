// A terminal that was left by kill -9, mended by another program as a person would call it: without seeing what is typed, and
// with Ctrl-J, because Enter is no longer the end of a line.

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

@Suite("Mending a terminal", .timeLimit(.minutes(2)))
struct MendingTests {
    @Test("What kill -9 left is mended by a command that is typed blindly")
    func mend() throws {
        // A shell that leaves the line as it finds it, and reads what is typed as any program does.
        let script = "\"$0\" kill; read command; echo \"[$command]\"; \"$0\" reset"
        let journey = try TerminalJourney("/bin/sh", ["-c", script, Fixture.path])
        try journey.waitUntil("ready")
        try journey.press(.character("x"))
        try journey.waitUntil("Killed")
        #expect(journey.screen.isAlternateScreen && !journey.screen.isGivenBack)
        #expect(try journey.terminalAttributes.isRaw)

        try journey.type("daiban reset")
        try journey.press(.control("j"))
        try journey.expectGivenBack([.exited(0)])
    }

    @Test("A terminal that is well stays as it is, and the cursor where it was")
    func well() throws {
        let journey = try TerminalJourney(
            "/bin/sh", ["-c", "printf 'one\\ntwo '; \"$0\" reset; echo three", Fixture.path])
        try journey.expectGivenBack([.exited(0)])
        #expect(journey.screen.lines.prefix(3) == ["one", "two three", ""])
    }

    @Test("Sane settings are a shell's, and keep speed, characters and UTF-8")
    func sane() {
        var settings = Glue.emptyTermios()
        settings.c_iflag = tcflag_t(ICRNL | IUTF8)
        cfsetispeed(&settings, speed_t(B38400))
        withUnsafeMutableBytes(of: &settings.c_cc) { $0[Int(VERASE)] = 0x08 }
        let speed = cfgetispeed(&settings)
        Glue.makeRaw(&settings)
        Glue.makeSane(&settings)
        #expect(settings.c_lflag & tcflag_t(ECHO | ICANON | ISIG | IEXTEN) == tcflag_t(ECHO | ICANON | ISIG | IEXTEN))
        #expect(settings.c_iflag & tcflag_t(ICRNL | IXON | IUTF8) == tcflag_t(ICRNL | IXON | IUTF8))
        #expect(settings.c_oflag & tcflag_t(OPOST | ONLCR) == tcflag_t(OPOST | ONLCR))
        #expect(cfgetispeed(&settings) == speed)
        #expect(withUnsafeBytes(of: settings.c_cc) { $0[Int(VERASE)] } == 0x08)
    }
}
