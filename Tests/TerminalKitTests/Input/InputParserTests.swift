import Testing

@testable import TerminalKit

@Suite("Input parser")
struct InputParserTests {
    private func events(_ text: String) -> [InputEvent] {
        var parser = InputParser()
        return parser.feed(text.utf8)
    }

    private func key(_ key: Key, _ modifiers: KeyModifiers = []) -> [InputEvent] { [.key(KeyPress(key, modifiers))] }

    @Test(
        "keys of xterm, rxvt, the Linux console, kitty and modifyOtherKeys",
        arguments: [
            ("a", .init(.character("a"))), ("A", .init(.character("A"))), (" ", .init(.character(" "))),
            ("中", .init(.character("中"))),
            ("𠮷", .init(.character("𠮷"))), ("\r", .init(.enter)), ("\t", .init(.tab)), ("\u{7F}", .init(.backspace)),
            ("\u{8}", .init(.backspace)), ("\u{3}", .init(.character("c"), .control)),
            ("\u{0}", .init(.character(" "), .control)),
            ("\u{1F}", .init(.character("_"), .control)), ("\u{1B}x", .init(.character("x"), .alt)),
            ("\u{1B}中", .init(.character("中"), .alt)), ("\u{1B}\u{7F}", .init(.backspace, .alt)),
            ("\u{1B}[A", .init(.up)),
            ("\u{1B}OB", .init(.down)), ("\u{1B}[1;5C", .init(.right, .control)), ("\u{1B}[1;2D", .init(.left, .shift)),
            ("\u{1B}[1;4H", .init(.home, [.shift, .alt])), ("\u{1B}[Z", .init(.tab, .shift)),
            ("\u{1B}[3~", .init(.delete)),
            ("\u{1B}[2~", .init(.insert)), ("\u{1B}[5;5~", .init(.pageUp, .control)), ("\u{1B}[6~", .init(.pageDown)),
            ("\u{1B}[7~", .init(.home)), ("\u{1B}[8~", .init(.end)), ("\u{1B}OP", .init(.function(1))),
            ("\u{1B}[15~", .init(.function(5))),
            ("\u{1B}[24~", .init(.function(12))), ("\u{1B}[25~", .init(.function(13))),
            ("\u{1B}[34~", .init(.function(20))),
            ("\u{1B}[1;2P", .init(.function(1), .shift)), ("\u{1B}[1;5R", .init(.function(3), .control)),
            ("\u{1B}[[B", .init(.function(2))),
            ("\u{1B}[a", .init(.up, .shift)), ("\u{1B}Od", .init(.left, .control)),
            ("\u{1B}[3$", .init(.delete, .shift)),
            ("\u{1B}[3^", .init(.delete, .control)), ("\u{1B}\u{1B}[A", .init(.up, .alt)), ("\u{1B}OM", .init(.enter)),
            ("\u{1B}Op", .init(.character("0"))), ("\u{1B}[97;5u", .init(.character("a"), .control)),
            ("\u{1B}[13;2u", .init(.enter, .shift)),
            ("\u{1B}[27;6;44~", .init(.character(","), [.shift, .control])),
        ] as [(String, KeyPress)])
    func keys(bytes: String, press: KeyPress) {
        #expect(events(bytes) == [.key(press)])
    }

    @Test("plain text comes as one event for each character")
    func text() {
        #expect(events("ab代") == key(.character("a")) + key(.character("b")) + key(.character("代")))
    }

    @Test(
        "mouse reports: presses, releases, drags and the wheel",
        arguments: [
            ("\u{1B}[<0;5;3M", MouseEvent(.press(.left), column: 4, row: 2)),
            ("\u{1B}[<2;1;1M", MouseEvent(.press(.right), column: 0, row: 0)),
            ("\u{1B}[<0;5;3m", MouseEvent(.release, column: 4, row: 2)),
            ("\u{1B}[<32;300;200M", MouseEvent(.drag, column: 299, row: 199)),
            ("\u{1B}[<64;5;3M", MouseEvent(.scrollUp, column: 4, row: 2)),
            ("\u{1B}[<81;5;3M", MouseEvent(.scrollDown, column: 4, row: 2, modifiers: .control)),
            ("\u{1B}[M !!", MouseEvent(.press(.left), column: 0, row: 0)),
            ("\u{1B}[M#%#", MouseEvent(.release, column: 4, row: 2)),
            ("\u{1B}[32;5;3M", MouseEvent(.press(.left), column: 4, row: 2)),
        ])
    func mouse(bytes: String, event: MouseEvent) { #expect(events(bytes) == [.mouse(event)]) }

    @Test("the focus of the window")
    func focus() { #expect(events("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)]) }

    @Test("a paste comes in one piece, with what looks like keys inside")
    func paste() {
        let body = "line 1\r中文\u{1B}[A\u{1B}[201\u{1B}\u{3}"
        #expect(events("\u{1B}[200~\(body)\u{1B}[201~x") == [.paste(body)] + key(.character("x")))
        #expect(events("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    }

    @Test("a paste is bounded, and what follows it is not lost")
    func hugePaste() {
        let huge = String(repeating: "a", count: InputParser.pasteLimit + 5_000)
        let events = events("\u{1B}[200~\(huge)\u{1B}[201~q")
        #expect(events == [.paste(String(repeating: "a", count: InputParser.pasteLimit))] + key(.character("q")))
    }

    @Test(
        "answers of the terminal and unknown sequences are swallowed whole",
        arguments: [
            "\u{1B}[?62;22c", "\u{1B}[24;80R", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]10;?\u{1B}\\",
            "\u{1B}P1$r0m\u{1B}\\",
            "\u{1B}[?2026;2$y", "\u{1B}[>0;276;0c", "\u{1B}[999~", "\u{1B}[1;2;3;4x", "\u{1B}_Gi=1;OK\u{1B}\\",
            "\u{1B}[99[", "\u{1B}O5~",
            "\u{1B}[<1;2M", "\u{1B}[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1z",
        ])
    func swallowed(bytes: String) {
        #expect(events(bytes + "k") == key(.character("k")))
    }

    @Test("bytes that are no UTF-8 are dropped and the next character is read")
    func invalid() {
        var parser = InputParser()
        let bytes: [UInt8] = [
            0xFF, 0x61, 0xE4, 0xB8, 0x62, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xC2, 0x9B, 0xE4, 0xB8, 0xAD, 0x80,
        ]
        #expect(parser.feed(bytes) == key(.character("a")) + key(.character("b")) + key(.character("中")))
    }

    @Test("a lone ESC is the Escape key once the time has run out")
    func loneEscape() {
        var parser = InputParser()
        #expect(parser.feed([0x1B]).isEmpty)
        #expect(parser.isUndecided)
        #expect(parser.flush() == key(.escape))
        #expect(!parser.isUndecided)
        #expect(parser.flush().isEmpty)
        #expect(parser.feed([0x1B, 0x1B]).isEmpty)
        #expect(parser.flush() == key(.escape) + key(.escape))
        #expect(parser.feed("\u{1B}[".utf8).isEmpty && parser.flush() == key(.character("["), .alt))
        #expect(parser.feed("\u{1B}O".utf8).isEmpty && parser.flush() == key(.character("O"), .alt))
        #expect(parser.feed("\u{1B}]".utf8).isEmpty && parser.flush() == key(.character("]"), .alt))
        #expect(parser.feed("j".utf8) == key(.character("j")))
    }

    @Test("a sequence whose end comes late is still swallowed, and asks for no more waiting")
    func late() {
        var parser = InputParser()
        #expect(parser.feed("\u{1B}[1;".utf8).isEmpty && parser.flush().isEmpty)
        #expect(!parser.isUndecided)
        #expect(parser.feed("5Ax".utf8) == key(.up, .control) + key(.character("x")))
    }

    @Test("an answer that never ends is ended by the next control")
    func unendedString() {
        #expect(events("\u{1B}]0;abc\rj") == key(.enter) + key(.character("j")))
        #expect(events("\u{1B}]0;abc\u{1B}[Aj") == key(.up) + key(.character("j")))
    }

    @Test("bytes cut anywhere give the same events")
    func cutAnywhere() {
        let stream = Array(
            "a\u{1B}[A中\u{1B}[<0;5;3M\u{1B}[200~é\u{1B}[2x\u{1B}[201~\u{1B}]11;rgb:0/0/0\u{1B}\\\u{1B}OP𠮷\u{1B}\u{1B}[1;5C\u{1B}x\u{1B}[I\u{1B}[M !!z"
                .utf8)
        var whole = InputParser()
        let expected = whole.feed(stream)
        #expect(expected.count == 12)
        for first in 0...stream.count {
            for second in first...stream.count {
                var parser = InputParser()
                let events =
                    parser.feed(stream[..<first]) + parser.feed(stream[first..<second]) + parser.feed(stream[second...])
                if events != expected { Issue.record("cut at \(first) and \(second): \(events)") }
            }
        }
    }

    @Test("any bytes are survived, and the key after a quiet moment and an Enter is read")
    func anyBytes() {
        var generator = SeededGenerator(seed: 11)
        let likely: [UInt8] = Array("\u{1B}[O]P<;?0123456789~MmAR$u\u{7}\\".utf8)
        for _ in 0..<3_000 {
            var parser = InputParser()
            for _ in 0..<30 {
                let byte =
                    Bool.random(using: &generator)
                    ? likely.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
                _ = parser.feed([byte])
                if UInt8.random(in: 0..<8, using: &generator) == 0 { _ = parser.flush() }
            }
            _ = parser.feed("\u{1B}[201~".utf8)
            _ = parser.flush()
            _ = parser.feed("\r\r\r\r".utf8)
            #expect(parser.feed("k".utf8) == key(.character("k")))
        }
    }
}
