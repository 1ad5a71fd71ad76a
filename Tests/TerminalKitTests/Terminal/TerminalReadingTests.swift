// Time as a value: what is decided when, without a clock and without waiting.

import Testing

@testable import TerminalKit

@Suite("Reading the terminal")
struct TerminalReadingTests {
    private let delays = TerminalReading.Delays(escape: 50, paste: 1_000, answers: TerminalAnswers.patience)

    private func key(_ key: Key) -> TerminalEvents.Event { .input([.key(KeyPress(key))]) }

    private func answered(_ change: (inout TerminalAnswers) -> Void) -> TerminalEvents.Event {
        var answers = TerminalAnswers()
        change(&answers)
        return .answered(answers)
    }

    @Test("a lone ESC is a key when its time is over, not before")
    func escape() {
        var reading = TerminalReading(delays)
        #expect(reading.due == nil)
        #expect(reading.take([0x1B], at: 1_000).isEmpty)
        #expect(reading.due == 1_050)
        #expect(reading.passTime(1_049).isEmpty)
        #expect(reading.passTime(1_050) == [key(.escape)])
        #expect(reading.due == nil)
    }

    @Test("the rest of a broken sequence is awaited a second longer, then what is typed is typed")
    func brokenSequence() {
        var reading = TerminalReading(delays)
        #expect(reading.take("\u{1B}[1;".utf8, at: 0).isEmpty)
        #expect(reading.passTime(50).isEmpty && reading.due == 1_050)
        #expect(reading.passTime(1_050).isEmpty && reading.due == nil)
        #expect(reading.take("q".utf8, at: 1_051) == [key(.character("q"))])
    }

    @Test("typing does not prolong the wait for the rest of a broken string")
    func typedIntoBrokenString() {
        var reading = TerminalReading(delays)
        #expect(reading.take("\u{1B}P>|xt".utf8, at: 0).isEmpty)
        #expect(reading.passTime(50).isEmpty && reading.due == 1_050)
        #expect(reading.take("a".utf8, at: 600).isEmpty && reading.due == 1_050)
        #expect(reading.passTime(1_050).isEmpty && reading.due == nil)
        #expect(reading.take("q".utf8, at: 1_051) == [key(.character("q"))])
    }

    @Test("answers are owed until the last one is there, or a second is over")
    func owed() {
        var reading = TerminalReading(delays)
        #expect(reading.owedUntil == nil)
        reading.expectAnswers(at: 0)
        #expect(reading.passTime(100) == [.answered(TerminalAnswers())])
        #expect(reading.owedUntil == 1_000)
        #expect(reading.take("\u{1B}[?2026;2$y".utf8, at: 300).isEmpty && reading.owedUntil == 1_000)
        #expect(reading.take("\u{1B}[?6c".utf8, at: 301).isEmpty && reading.owedUntil == nil)
        reading.expectAnswers(at: 0)
        _ = reading.passTime(1_000)
        #expect(reading.owedUntil == nil)
    }

    @Test("a terminal that answers all ends the waiting with its last answer")
    func allAnswered() {
        var reading = TerminalReading(delays)
        reading.expectAnswers(at: 0)
        #expect(reading.due == 100)
        let first = "\u{1B}P>|kitty(0.35.2)\u{1B}\\\u{1B}[?2026;2$y\u{1B}[?69;0$y\u{1B}[?0u"
        #expect(reading.take(first.utf8, at: 3).isEmpty)
        let expected = answered {
            $0.areComplete = true
            $0.name = "kitty(0.35.2)"
            $0.modes = [2026: .reset, 69: .unknown]
            $0.hasKittyKeyboard = true
            $0.ambiguousWidth = .narrow
        }
        #expect(reading.take("\u{1B}[2;22R\u{1B}[?62;c".utf8, at: 5) == [expected])
        #expect(reading.due == nil)
    }

    @Test("a terminal that answers only the last question has answered")
    func onlyLast() {
        var reading = TerminalReading(delays)
        reading.expectAnswers(at: 0)
        #expect(reading.take("\u{1B}[?6c".utf8, at: 1) == [answered { $0.areComplete = true }])
    }

    @Test("a terminal that answers nothing is waited for as long as it is worth, and no longer")
    func nothing() {
        var reading = TerminalReading(delays)
        reading.expectAnswers(at: 7)
        #expect(TerminalAnswers.patience == 100 && reading.due == 107)
        #expect(reading.passTime(106).isEmpty)
        #expect(reading.passTime(107) == [.answered(TerminalAnswers())])
        #expect(reading.due == nil && reading.passTime(1_000).isEmpty)
    }

    @Test("what was answered in time counts, what comes late is swallowed")
    func late() {
        var reading = TerminalReading(delays)
        reading.expectAnswers(at: 0)
        #expect(reading.take("\u{1B}[?2026;1$y\u{1B}[?6".utf8, at: 99).isEmpty)
        #expect(reading.passTime(100) == [answered { $0.modes = [2026: .set] }])
        #expect(reading.passTime(149).isEmpty)
        #expect(reading.take("2c\u{1B}P>|late\u{1B}\\q".utf8, at: 150) == [key(.character("q"))])
    }

    @Test("keys typed among the answers are keys")
    func keysBetween() {
        var reading = TerminalReading(delays)
        reading.expectAnswers(at: 0)
        #expect(reading.take("a\u{1B}[?2026;2$yb\u{1B}".utf8, at: 1).count == 1)
        #expect(reading.due == 51)
        #expect(reading.passTime(51) == [key(.escape)])
        #expect(
            reading.take("\u{1B}[?1;2c\u{1B}[A".utf8, at: 60) == [
                key(.up),
                answered {
                    $0.areComplete = true
                    $0.modes = [2026: .reset]
                },
            ])
    }

    @Test("the end of the terminal ends the waiting, too; a pause does not")
    func end() {
        var reading = TerminalReading(delays)
        reading.expectAnswers(at: 0)
        #expect(reading.take([0x1B], at: 1).isEmpty)
        #expect(reading.end() == [key(.escape), .answered(TerminalAnswers())])
        reading.expectAnswers(at: 0)
        #expect(reading.take([0x1B], at: 1).isEmpty)
        reading.forget()
        #expect(reading.due == 100)
        #expect(reading.end() == [.answered(TerminalAnswers())])
    }
}
