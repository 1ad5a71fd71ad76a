import Testing

@testable import TerminalKit

@Suite("Answers of the terminal")
struct TerminalReplyTests {
    @Test(
        "each answer is read",
        arguments: [
            ("\u{1B}[?62;22c", .primaryAttributes([62, 22])), ("\u{1B}[?6c", .primaryAttributes([6])),
            ("\u{1B}[>41;379;0c", .secondaryAttributes([41, 379, 0])),
            ("\u{1B}P>|XTerm(379)\u{1B}\\", .version("XTerm(379)")), ("\u{1B}P>|tmux 3.4\u{7}", .version("tmux 3.4")),
            ("\u{1B}P>|a\u{9B}b\u{7F}\u{1B}\\", .version("ab")), ("\u{1B}[24;80R", .cursor(row: 24, column: 80)),
            ("\u{1B}[2;22R", .cursor(row: 2, column: 22)), ("\u{1B}[1;22R", .cursor(row: 1, column: 22)),
            ("\u{1B}[?2;22;1R", .cursor(row: 2, column: 22)), ("\u{1B}[?2026;2$y", .mode(2026, .reset)),
            ("\u{1B}[?69;0$y", .mode(69, .unknown)), ("\u{1B}[?0u", .keyboardFlags(0)),
            ("\u{1B}[?31u", .keyboardFlags(31)),
        ] as [(String, TerminalReply)])
    func replies(bytes: String, reply: TerminalReply) {
        var parser = InputParser()
        let arrivals = parser.take((bytes + "k").utf8)
        #expect(arrivals.replies == [reply])
        #expect(arrivals.events == [.key(KeyPress(.character("k")))])
    }

    @Test(
        "answers that nobody asked for have no name",
        arguments: [
            "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P!|00000000\u{1B}\\", "\u{1B}[?997;1n",
            "\u{1B}[0n", "\u{1B}[8;24;80t", "\u{1B}[4;2$y", "\u{1B}[?2026;7$y", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[?y",
        ])
    func nameless(bytes: String) {
        var parser = InputParser()
        let arrivals = parser.take((bytes + "k").utf8)
        #expect(arrivals.replies.isEmpty)
        #expect(arrivals.events == [.key(KeyPress(.character("k")))])
    }

    @Test("an Escape pressed just before an answer is a key; the answer is an answer")
    func escapeBefore() {
        for (bytes, reply) in [
            ("\u{1B}[?62c", TerminalReply.primaryAttributes([62])),
            ("\u{1B}P>|foot(1.16)\u{1B}\\", .version("foot(1.16)")),
        ] {
            var parser = InputParser()
            let arrivals = parser.take(("\u{1B}" + bytes).utf8)
            #expect(arrivals.replies == [reply])
            #expect(arrivals.events == [.key(KeyPress(.escape))])
        }
        var parser = InputParser()
        #expect(parser.feed("\u{1B}\u{1B}[200~x\u{1B}[201~".utf8) == [.key(KeyPress(.escape)), .paste("x")])
    }

    @Test("an answer that is longer than any of ours is swallowed to its end")
    func long() {
        var parser = InputParser()
        let text = String(repeating: "x", count: 100_000)
        let arrivals = parser.take("\u{1B}]52;c;\(text)\u{7}\u{1B}[\(text.replacing("x", with: "1;"))Ak".utf8)
        #expect(arrivals.replies.isEmpty)
        #expect(arrivals.events == [.key(KeyPress(.character("k")))])
    }
}
