// The model against what DEC's and xterm's manuals say a terminal does.

import PseudoTerminal
import Testing

@Suite("The terminal model")
struct TerminalModelTests {
    private func fed(_ text: String, columns: Int = 10, rows: Int = 4) -> TerminalModel {
        var model = TerminalModel(columns: columns, rows: rows)
        model.feed(text.utf8)
        return model
    }

    @Test("A wide glyph takes two cells and appears once in its line")
    func wideGlyph() {
        let model = fed("a代b")
        #expect(model.lines[0] == "a代b")
        #expect(model.cell(column: 1, row: 0).isWide)
        #expect(model.cell(column: 2, row: 0).isContinuation)
        #expect(model.cursor == TerminalModel.Position(column: 4, row: 0))
        #expect(model.find("b").map { [$0.column, $0.row] } == [3, 0])
    }

    @Test("Overwriting either half of a wide glyph blanks the other half", arguments: [("1", "X 办"), ("2", " X办")])
    func overwrittenHalf(column: String, line: String) {
        #expect(fed("代办\u{1B}[1;\(column)HX").lines[0] == line)
    }

    @Test("A wide glyph over the middle of two others blanks what is left of them")
    func overwrittenByWide() {
        #expect(fed("代办\u{1B}[1;2H中").lines[0] == " 中")
    }

    @Test("Inserting, deleting and erasing inside a wide glyph never leave half of it")
    func halvesByEditing() {
        #expect(fed("代办\u{1B}[1;2H\u{1B}[@").lines[0] == "   办")
        #expect(fed("代办\u{1B}[1;2H\u{1B}[P").lines[0] == " 办")
        #expect(fed("代办x\u{1B}[1;2H\u{1B}[2X").lines[0] == "    x")
        #expect(fed("12345678代\u{1B}[1;1H\u{1B}[@").lines[0] == " 12345678")
    }

    @Test("A glyph in the last column leaves the cursor there until the next glyph wraps")
    func deferredWrap() {
        var model = fed("0123456789")
        #expect(model.cursor == TerminalModel.Position(column: 9, row: 0))
        #expect(model.wrapIsPending)
        model.feed("x".utf8)
        #expect(model.lines[1] == "x")
        #expect(fed("0123456789\r\nx").lines == ["0123456789", "x", "", ""])
        #expect(fed("0123456789\u{8}x").lines[0] == "01234567x9")
    }

    @Test("A wide glyph with one column left goes to the next line")
    func wideWrap() {
        #expect(fed("123456789代").lines == ["123456789", "代", "", ""])
    }

    @Test("Without autowrap the last column is overwritten")
    func noAutowrap() {
        #expect(fed("\u{1B}[?7l0123456789xy").lines == ["012345678y", "", "", ""])
        #expect(fed("\u{1B}[?7l123456789代").lines == ["123456789", "", "", ""])
    }

    @Test("Combining characters and joiners belong to the glyph before them")
    func combining() {
        #expect(fed("e\u{301}x").cell(column: 0, row: 0).text == "e\u{301}")
        #expect(fed("012345678e\u{301}").cell(column: 9, row: 0).text == "e\u{301}")
        #expect(fed("代\u{FE00}x").cell(column: 0, row: 0).text == "代\u{FE00}")
        #expect(fed("\u{301}x").lines[0] == "x")
    }

    @Test("A scrolling region scrolls alone")
    func region() {
        let four = "1\r\n2\r\n3\r\n4"
        #expect(fed(four + "\u{1B}[2;3r\u{1B}[3;1H\n").lines == ["1", "3", "", "4"])
        #expect(fed(four + "\u{1B}[2;3r\u{1B}[2;1H\u{1B}M").lines == ["1", "", "2", "4"])
        #expect(fed(four + "\u{1B}[2;3r\u{1B}[S").lines == ["1", "3", "", "4"])
        #expect(fed(four + "\u{1B}[2;3r\u{1B}[T").lines == ["1", "", "2", "4"])
        #expect(fed(four + "\u{1B}[2;3r\u{1B}[?6h\u{1B}[9;1Hx").lines == ["1", "2", "x", "4"])
    }

    @Test("Lines are inserted and deleted at the cursor")
    func insertedLines() {
        #expect(fed("1\r\n2\r\n3\r\n4\u{1B}[2;1H\u{1B}[L").lines == ["1", "", "2", "3"])
        #expect(fed("1\r\n2\r\n3\r\n4\u{1B}[2;1H\u{1B}[M").lines == ["1", "3", "4", ""])
    }

    @Test("The alternate screen is blank at first and gives the main screen back with its cursor")
    func alternateScreen() {
        var model = fed("main\u{1B}[?1049h")
        #expect(model.isAlternateScreen)
        #expect(model.text == "\n\n\n")
        model.feed("\u{1B}[3;3Hother\u{1B}[?25l".utf8)
        #expect(model.lines[2] == "  other")
        #expect(!model.cursorIsVisible)
        model.feed("\u{1B}[?1049l\u{1B}[?25h".utf8)
        #expect(model.lines == ["main", "", "", ""])
        #expect(model.cursor == TerminalModel.Position(column: 4, row: 0))
        #expect(model.modes == [7, 25])
    }

    @Test("Styles come from SGR in its old and its new forms")
    func renditions() {
        func style(_ parameters: String) -> ModelStyle { fed("\u{1B}[\(parameters)mx").cell(column: 0, row: 0).style }
        #expect(style("1;4;7").isBold)
        #expect(style("1;4;7").isReversed)
        #expect(style("1;4;7;22;24;27") == ModelStyle())
        #expect(style("31;102").foreground == .indexed(1))
        #expect(style("31;102").background == .indexed(10))
        #expect(style("38;5;208;1").foreground == .indexed(208))
        #expect(style("38;5;208;1").isBold)
        #expect(style("48:5:208").background == .indexed(208))
        let orange = ModelColour.rgb(red: 255, green: 128, blue: 0)
        #expect(style("38;2;255;128;0").foreground == orange)
        #expect(style("38:2:255:128:0").foreground == orange)
        #expect(style("38:2::255:128:0").foreground == orange)
        #expect(style("38;2;255;128;0;48;2;0;0;0;4").isUnderlined)
        #expect(style("4:3").isUnderlined)
        #expect(!style("4:0").isUnderlined)
        #expect(style("1;") == ModelStyle())
    }

    @Test("With left and right margins only the columns between them scroll")
    func margins() {
        func screen(_ sequence: String) -> [String] {
            fed("abcdef\r\nghijkl\r\nmnopqr\r\nstuvwx\u{1B}[?69h\u{1B}[3;4s" + sequence).lines
        }
        #expect(screen("\u{1B}[S") == ["abijef", "ghopkl", "mnuvqr", "st  wx"])
        #expect(screen("\u{1B}[T") == ["ab  ef", "ghcdkl", "mnijqr", "stopwx"])
        #expect(screen("\u{1B}[2;3r\u{1B}[S") == ["abcdef", "ghopkl", "mn  qr", "stuvwx"])
        #expect(screen("\u{1B}[2;3H\u{1B}[M") == ["abcdef", "ghopkl", "mnuvqr", "st  wx"])
        #expect(screen("\u{1B}[2;1H\u{1B}[M")[1] == "ghijkl")
        #expect(screen("\u{1B}[1;3H\u{1B}[@")[0] == "ab cef")
        #expect(screen("\u{1B}[1;3H\u{1B}[P")[0] == "abd ef")
        #expect(screen("\u{1B}[1;3H\u{1B}[K")[0] == "ab")
        #expect(screen("\u{1B}[4;3H\n") == ["abijef", "ghopkl", "mnuvqr", "st  wx"])
        #expect(screen("\u{1B}[4;6H\n") == ["abcdef", "ghijkl", "mnopqr", "stuvwx"])
    }

    @Test("The cursor and glyphs stop at the margins they are between, and setting margins sends the cursor home")
    func cursorInMargins() {
        func cursor(_ sequence: String) -> [Int] {
            let model = fed("\u{1B}[3;5H\u{1B}[?69h\u{1B}[3;6s" + sequence)
            return [model.cursor.column, model.cursor.row]
        }
        #expect(cursor("") == [0, 0])
        #expect(cursor("\u{1B}[2;4H\u{1B}[9C") == [5, 1])
        #expect(cursor("\u{1B}[2;4H\u{1B}[9D") == [2, 1])
        #expect(cursor("\u{1B}[2;8H\u{1B}[9C") == [9, 1])
        #expect(cursor("\u{1B}[2;2H\u{1B}[9D") == [0, 1])
        #expect(cursor("\u{1B}[2;4H\r") == [2, 1])
        #expect(cursor("\u{1B}[2;2H\r") == [0, 1])
        #expect(cursor("\u{1B}[1;3Habcdef") == [4, 1])
        #expect(cursor("\u{1B}[?7l\u{1B}[1;3Habcdef") == [5, 0])
        #expect(cursor("\u{1B}[1;8Habc") == [9, 0])
        #expect(cursor("\u{1B}[?69l\u{1B}[1;3Habcdef") == [8, 0])
        let saved = fed("ab\u{1B}[s\u{1B}[3;3H\u{1B}[u")
        #expect(saved.cursor == TerminalModel.Position(column: 2, row: 0))
        #expect(fed("\u{1B}[3;5s").unknownSequences == ["CSI 3;5 s"])
        #expect(!fed("\u{1B}[?69h").scrollsAsAWhole && !fed("\u{1B}[2r").scrollsAsAWhole)
        #expect(fed("\u{1B}[?69h\u{1B}[2;4s\u{1B}[2;3r\u{1B}[r\u{1B}[?69l").scrollsAsAWhole)
    }

    @Test("A wide glyph that reaches across the side of what scrolls is cut in every row")
    func cutByMargins() {
        let rows = "代办代办\r\n代办代办\u{1B}[?69h\u{1B}[2;4s\u{1B}[1;2r\u{1B}[S"
        #expect(fed(rows).lines == ["  办代办", "    代办", "", ""])
    }

    @Test("A screen scrolled by a glyph that wraps is counted")
    func scrolledByWrapping() {
        #expect(fed("\u{1B}[4;10Hab").scrollsByWrapping == 1)
        #expect(fed("\u{1B}[4;10Ha\n\u{1B}[S").scrollsByWrapping == 0)
    }

    @Test("A terminal of scalars gives each its width; one of clusters gives a cluster two columns")
    func clusters() {
        func column(_ text: String, _ reading: TerminalModel.ClusterReading) -> Int {
            var model = TerminalModel(columns: 20, rows: 1, clusters: reading)
            model.feed(text.utf8)
            return model.cursor.column
        }
        for (text, old, new) in [
            ("👨‍👩‍👧", 6, 2), ("❤️", 1, 2), ("👍🏽", 4, 2), ("🇨🇳", 2, 2), ("1️⃣", 1, 2), ("e\u{301}", 1, 1), ("代办", 4, 4),
            ("👨\u{1B}[m👩", 4, 4),
        ] {
            #expect(column(text, .scalars) == old, "\(text)")
            #expect(column(text, .whole) == new, "\(text)")
        }
        var model = TerminalModel(columns: 4, rows: 1, clusters: .whole)
        model.feed("ab❤️".utf8)
        #expect(model.cell(column: 2, row: 0).text == "❤️" && model.cell(column: 2, row: 0).isWide)
        #expect(model.cursor.column == 3 && model.wrapIsPending)
    }

    @Test("Erased cells have the background colour of the moment")
    func backgroundErase() {
        let model = fed("\u{1B}[44;31;1m\u{1B}[K")
        var blank = ModelStyle()
        blank.background = .indexed(4)
        #expect(model.cell(column: 5, row: 0).style == blank)
    }

    @Test("Bytes mean the same however they are cut")
    func anyCut() {
        let bytes = Array("\u{1B}]0;标题\u{7}\u{1B}[2;2H\u{1B}[38;5;9m代办😀e\u{301}\u{1B}[0m\u{1B}P+q544e\u{1B}\\ok".utf8)
        let whole = fed(String(decoding: bytes, as: UTF8.self))
        #expect(whole.lines[1] == " 代办😀eok".replacing("e", with: "e\u{301}"))
        #expect(whole.title == "标题")
        for cut in bytes.indices {
            var model = TerminalModel(columns: 10, rows: 4)
            model.feed(bytes[..<cut])
            model.feed(bytes[cut...])
            #expect(model.picture == whole.picture)
        }
    }

    @Test("Bytes that are not UTF-8 become one mark each and harm nothing after them")
    func brokenUTF8() {
        var model = TerminalModel(columns: 10, rows: 1)
        model.feed([0xE4, 0xBB, 0x41, 0xFF, 0xC0, 0xED, 0xA0, 0x42])
        #expect(model.lines[0] == "\u{FFFD}A\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}B")
    }

    @Test("What is not understood is kept by name and changes nothing else")
    func unknown() {
        let model = fed("a\u{1B}[?9999h\u{1B}[1;2yb\u{1B}]888;x\u{7}\u{1B}#8c\u{1B}_app\u{1B}\\d\u{1B}(0e")
        #expect(model.lines[0] == "abcde")
        #expect(
            model.unknownSequences == [
                "CSI ? 9999 h", "CSI 1;2 y", "OSC 888;x", "ESC # 8", "ESC _ app", "ESC ( 0",
            ])
        #expect(fed("\u{1B}[>1u\u{1B}[?u\u{1B}[2 q\u{1B}]8;;http://x\u{7}\u{1B}=").unknownSequences.isEmpty)
    }

    @Test("Noise never breaks the model: rows keep their width and no half glyph is left")
    func noise() {
        var random = SplitMix(state: 4_711)
        let alphabet =
            Array("\u{1B}[]();:?0123459ABCDEFGHJKLMPSTXZ@bhlmrsu78 x代办😀\u{301}\r\n\t\u{8}".utf8) + [0xFF, 0x80]
        for _ in 0..<40 {
            var model = TerminalModel(columns: 7, rows: 5)
            model.feed((0..<400).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
            model.resize(columns: Int(random.next() % 9) + 1, rows: Int(random.next() % 6) + 1)
            for row in 0..<model.rows {
                for column in 0..<model.columns {
                    let cell = model.cell(column: column, row: row)
                    let next = model.cell(column: column + 1, row: row)
                    #expect(cell.isWide == (column + 1 < model.columns && next.isContinuation))
                }
                #expect(!model.cell(column: 0, row: row).isContinuation)
            }
            #expect((0..<model.columns).contains(model.cursor.column))
            #expect((0..<model.rows).contains(model.cursor.row))
        }
    }

    @Test("A main screen that shrinks keeps the line of the cursor; a wide glyph at the new edge is blanked")
    func resized() {
        var model = fed("1\r\n2\r\n3\r\n4代")
        model.resize(columns: 2, rows: 2)
        #expect(model.lines == ["3", "4"])
        #expect(model.cursor == TerminalModel.Position(column: 1, row: 1))
        model.resize(columns: 4, rows: 3)
        #expect(model.lines == ["3", "4", ""])
    }

    @Test("Questions are answered once")
    func replies() {
        var model = fed("ab\u{1B}[6n\u{1B}[?2026$p\u{1B}[?1234$p")
        #expect(String(decoding: model.takeReplies(), as: UTF8.self) == "\u{1B}[1;3R\u{1B}[?2026;2$y\u{1B}[?1234;0$y")
        #expect(model.takeReplies().isEmpty)
    }

    @Test("The cursor is saved with its style, and a character is repeated")
    func savedAndRepeated() {
        #expect(fed("ab\u{1B}7\u{1B}[3;3H\u{1B}8c").lines[0] == "abc")
        #expect(fed("代\u{1B}[2b").lines[0] == "代代代")
        #expect(fed("a\r\u{1B}[2b").unknownSequences == ["CSI b without a character before it"])
        #expect(fed("abc\u{1B}[4h\u{1B}[1;2Hx").lines[0] == "axbc")
    }
}

/// A small generator, so that the noise is the same every time (SplitMix64, Steele et al. 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
