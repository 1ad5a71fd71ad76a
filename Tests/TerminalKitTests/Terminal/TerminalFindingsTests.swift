import Testing

@testable import TerminalKit

@Suite("What is known of the terminal")
struct TerminalFindingsTests {
    private func profile(_ more: [String: String] = [:]) throws -> TerminalProfile {
        let base = ["TERM": "xterm", "LANG": "zh_CN.UTF-8"]
        return try TerminalProfile.detect(environment: base.merging(more) { $1 }, isTerminal: true)
    }

    private func answers(_ replies: [TerminalReply]) -> TerminalAnswers {
        var answers = TerminalAnswers()
        for reply in replies { answers.add(reply) }
        return answers
    }

    private let xterm: [TerminalReply] = [
        .version("XTerm(379)"), .mode(2026, .unknown), .mode(69, .reset), .cursor(row: 2, column: 22),
        .primaryAttributes([64, 1, 2]),
    ]

    @Test("the questions are the bytes that they should be, with the one that all answer at the end")
    func bytes() {
        let all = String(decoding: TerminalQuestions.all.bytes, as: UTF8.self)
        #expect(
            all
                == "\u{1B}[>0q\u{1B}[?2026$p\u{1B}[?69$p\u{1B}[?u\u{1B}[2;20H…─\u{1B}[6n\u{1B}[H\u{1B}[2J\u{1B}[c")
        #expect(all.hasSuffix(String(decoding: TerminalQuestions.plain.bytes, as: UTF8.self)))
        #expect(!TerminalQuestions.plain.bytes.contains(UInt8(ascii: "$")))
    }

    @Test("what a terminal answers is what it can do")
    func answered() throws {
        let findings = TerminalFindings(try profile(), answers: answers(xterm))
        #expect(findings.hasAnswered)
        #expect(findings.name == .init("XTerm(379)", .answered))
        #expect(findings.synchronizedOutput == .init(false, .answered))
        #expect(findings.horizontalMargins == .init(true, .answered))
        #expect(findings.kittyKeyboard == .init(false, .answered))
        #expect(findings.repeating == .init(true, .known))
        #expect(findings.ambiguousWidth == .init(.narrow, .answered))
        #expect(
            findings.capabilities
                == TerminalCapabilities(colourDepth: .sixteen, hasHorizontalMargins: true, canRepeat: true))
    }

    @Test("frames are held back only where that can be switched on and off")
    func synchronizedOutput() throws {
        let expected: [(ModeSetting, Bool)] = [
            (.unknown, false), (.set, true), (.reset, true), (.alwaysSet, false), (.alwaysReset, false),
        ]
        for (setting, isUsed) in expected {
            let findings = TerminalFindings(try profile(), answers: answers([.mode(2026, setting)]))
            #expect(findings.synchronizedOutput == .init(isUsed, .answered), "\(setting)")
        }
    }

    @Test("without answers everything is no, and the environment tells name and colours")
    func unanswered() throws {
        let findings = TerminalFindings(try profile(["KITTY_WINDOW_ID": "1"]))
        #expect(!findings.hasAnswered)
        #expect(findings.name == .init("kitty", .environment))
        #expect(findings.capabilities == TerminalCapabilities(colourDepth: .truecolour))
        for finding in [findings.synchronizedOutput, findings.horizontalMargins, findings.kittyKeyboard] {
            #expect(finding == .init(false, .unknown))
        }
        #expect(TerminalFindings(try profile()).name == .init("xterm", .environment))
    }

    @Test("a repeat is asked for only of a terminal that says its name and is known for it")
    func repeating() throws {
        for (name, isKnown) in [
            ("XTerm(379)", true), ("foot(1.16.2)", true), ("VTE(7600)", true), ("kitty(0.35)", true),
            ("mintty 3.7.0", true),
            ("Windows Terminal 1.24", true), ("tmux 3.4", false), ("WezTerm 20240203-110809", false),
            ("xterm.js(6.1.0)", false), ("Konsole 24.02.1", false), ("nobody", false), ("XTermish(1)", false),
        ] {
            let findings = TerminalFindings(try profile(), answers: answers([.version(name)]))
            #expect(findings.capabilities.canRepeat == isKnown, "\(name)")
        }
        #expect(!TerminalFindings(try profile(["TERM": "foot"])).capabilities.canRepeat)
    }

    @Test("ambiguous characters: the person's word before the terminal's, and that before the locale's")
    func ambiguousWidth() throws {
        let wide = answers([.cursor(row: 2, column: 24)])
        let cjk = try profile(["LANG": "zh_CN.UTF-8@cjkwide"])
        #expect(
            TerminalFindings(cjk, answers: wide, ambiguousWidth: .narrow).ambiguousWidth
                == .init(.narrow, .configuration))
        #expect(TerminalFindings(try profile(), answers: wide).ambiguousWidth == .init(.wide, .answered))
        // One of the two glyphs wide is reason enough.
        #expect(
            TerminalFindings(cjk, answers: answers([.cursor(row: 2, column: 23)])).ambiguousWidth
                == .init(.wide, .answered))
        #expect(
            TerminalFindings(cjk, answers: answers([.cursor(row: 2, column: 22)])).ambiguousWidth
                == .init(.narrow, .answered))
        #expect(TerminalFindings(cjk).ambiguousWidth == .init(.wide, .environment))
        #expect(TerminalFindings(try profile()).ambiguousWidth == .init(.narrow, .unknown))
        // A screen of fewer columns than the question needs.
        #expect(
            TerminalFindings(try profile(), answers: answers([.cursor(row: 2, column: 10)])).ambiguousWidth
                == .init(.narrow, .unknown))
    }

    @Test("colours: the name that a terminal says can raise them, NO_COLOR cannot be raised")
    func colours() throws {
        let kitty = answers([.version("kitty(0.35)")])
        #expect(TerminalFindings(try profile(), answers: kitty).colourDepth == .init(.truecolour, .known))
        let plain = try profile(["NO_COLOR": "1"])
        #expect(TerminalFindings(plain, answers: kitty).colourDepth == .init(.none, .environment))
        #expect(TerminalFindings(try profile(["TERM": "xterm-mono"]), answers: kitty).capabilities.colourDepth == .none)
    }

    @Test(
        "a terminal is known by its marks, one that stands between before the one it runs in",
        arguments: [
            (["TERM": "linux"], "Linux console", true), (["TERM": "screen.xterm-256color"], "screen", true),
            (["TERM": "screen-256color", "TMUX": "/tmp/x,1,0", "KITTY_WINDOW_ID": "1"], "tmux", false),
            (["TERM": "screen", "STY": "1.tty", "VTE_VERSION": "7600"], "screen", true),
            (["TERM_PROGRAM": "Apple_Terminal"], "Apple Terminal", true), (["TERM": "vt220"], "VT", true),
            (["TERM": "eterm-color"], "VT", true), (["VTE_VERSION": "7600"], "VTE", false),
            (["WT_SESSION": "x"], "Windows Terminal", false), (["TERM": "xterm-kitty"], "kitty", false),
            (["TERM": "xterm"], nil, false),
        ] as [([String: String], String?, Bool)])
    func marks(environment: [String: String], name: String?, isPlain: Bool) throws {
        let profile = try profile(environment)
        #expect(profile.known?.name == name)
        #expect((profile.questions == .plain) == isPlain)
        if isPlain { #expect(TerminalFindings(profile).synchronizedOutput == .init(false, .known)) }
    }
}
