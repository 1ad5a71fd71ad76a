import Testing

@testable import TerminalKit

@Suite("Input parser")
struct InputParserTests {
    private func events(_ text: String) -> [InputEvent] {
        var parser = InputParser()
        return parser.feed(text.utf8)
    }

    private func key(_ key: Key, _ modifiers: KeyModifiers = []) -> [InputEvent] { [.key(KeyPress(key, modifiers))] }

    @Test("the keys of every family of terminals", arguments: KeyTable.all)
    func keys(table: KeyTable) {
        for (bytes, press) in table.keys { #expect(events(bytes) == [.key(press)], "\(bytes.debugDescription)") }
    }

    @Test("keys that are let go, and keys that type nothing, say nothing")
    func silentKeys() {
        for bytes in [
            "\u{1B}[97;1:3u", "\u{1B}[1;1:3A", "\u{1B}[3;5:3~", "\u{1B}[57358u", "\u{1B}[57427u", "\u{1B}[57441;2u",
            "\u{1B}[57428u", "\u{1B}[97;9u", "\u{1B}[0u", "\u{1B}[E", "\u{1B}[G", "\u{1B}[55296u", "\u{1B}[1114112u",
            "\u{1B}[99999999999999999999u", "\u{1B}[133u", "\u{1B}[128;;5u",
        ] {
            #expect(events(bytes + "k") == key(.character("k")), "\(bytes.debugDescription)")
        }
    }

    @Test("text of more than one character, from an input method, comes as its characters")
    func composedText() {
        #expect(events("\u{1B}[0;;20195:21150u") == key(.character("代")) + key(.character("办")))
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
            ("\u{1B}[35;5;3M", MouseEvent(.release, column: 4, row: 2)),
            ("\u{1B}[64;5;3M", MouseEvent(.drag, column: 4, row: 2)),
            ("\u{1B}[97;5;3M", MouseEvent(.scrollDown, column: 4, row: 2)),
            ("\u{1B}[M`!!", MouseEvent(.scrollUp, column: 0, row: 0)),
            ("\u{1B}[<28;0;0M", MouseEvent(.press(.left), column: 0, row: 0, modifiers: [.shift, .alt, .control])),
        ])
    func mouse(bytes: String, event: MouseEvent) { #expect(events(bytes) == [.mouse(event)]) }

    @Test("moves without a button and the release of a wheel say nothing")
    func silentMouse() {
        #expect(events("\u{1B}[<35;5;3M\u{1B}[<64;5;3m\u{1B}[<128;5;3Mk") == key(.character("k")))
    }

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

    @Test("a paste that is cut off ends with a whole character")
    func cutPaste() {
        let huge = String(repeating: "中", count: InputParser.pasteLimit / 3 + 5)
        #expect(
            events("\u{1B}[200~\(huge)\u{1B}[201~")
                == [.paste(String(repeating: "中", count: InputParser.pasteLimit / 3))])
        var parser = InputParser()
        #expect(parser.feed("\u{1B}[200~a".utf8).isEmpty && parser.feed([0xF0, 0xA0, 0xAE]).isEmpty)
        #expect(parser.patience == .long)
        #expect(parser.flush() == [.paste("a")])
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
        #expect(parser.patience == .brief)
        #expect(parser.flush() == key(.escape))
        #expect(parser.patience == .endless)
        #expect(parser.flush().isEmpty)
        #expect(parser.feed([0x1B, 0x1B]).isEmpty)
        #expect(parser.flush() == key(.escape) + key(.escape))
        #expect(parser.feed("\u{1B}[".utf8).isEmpty && parser.flush() == key(.character("["), .alt))
        #expect(parser.feed("\u{1B}O".utf8).isEmpty && parser.flush() == key(.character("O"), .alt))
        #expect(parser.feed("\u{1B}]".utf8).isEmpty && parser.flush() == key(.character("]"), .alt))
        #expect(parser.feed("j".utf8) == key(.character("j")))
    }

    @Test("a sequence whose end comes late is still swallowed; one whose end never comes is given up")
    func late() {
        var parser = InputParser()
        #expect(parser.feed("\u{1B}[1;".utf8).isEmpty && parser.flush().isEmpty)
        #expect(parser.patience == .long)
        #expect(parser.feed("5Ax".utf8) == key(.up, .control) + key(.character("x")))
        #expect(parser.feed("\u{1B}[1;".utf8).isEmpty && parser.flush().isEmpty && parser.flush().isEmpty)
        #expect(parser.patience == .endless)
        #expect(parser.feed("5A".utf8) == key(.character("5")) + key(.character("A")))
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
