import PseudoTerminal
import Testing

@Suite("An idle desk")
struct IdleJourneys {
    @Test("A desk on which nothing happens sends nothing")
    func silence() throws {
        try expectSilence(Desk(Township()))
    }

    @Test("Neither does one that shows what its frames cost")
    func silenceWithCounters() throws {
        let desk = try Desk(Township())
        try desk.terminal.press(.function(12))
        try desk.terminal.waitUntil("─ 画面计数 ─")
        try expectSilence(desk)
    }

    /// The turn of a minute changes the clock and the times left; two seconds without one are soon found.
    private func expectSilence(_ desk: Desk) throws {
        for _ in 0..<3 {
            try desk.terminal.drain(quietFor: .milliseconds(500))
            let header = desk.screen.lines[0]
            let sent = try desk.terminal.drain(quietFor: .seconds(2))
            guard desk.screen.lines[0] != header else {
                #expect(sent == 0)
                return
            }
        }
        Issue.record("no two seconds without the turn of a minute")
    }

    @Test("A selection that moves sends two rows, not the screen")
    func smallFrames() throws {
        let desk = try Desk(Township())
        try desk.focus(.inReview)
        try desk.terminal.drain(quietFor: .milliseconds(300))
        let numbers = desk.screen.numbers(in: .inReview)
        let before = desk.terminal.bytesReceived
        try desk.terminal.press(.down)
        try desk.waitUntilSelected(numbers[1])
        try desk.terminal.drain(quietFor: .milliseconds(300))
        let sent = desk.terminal.bytesReceived - before
        #expect(sent < 2_000, "a whole screen has more than 10,000 bytes; this frame had \(sent)")
    }
}
