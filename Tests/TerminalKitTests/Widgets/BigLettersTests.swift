import Testing

@testable import TerminalKit

/// Large letters: what is in the table, what fits, and what is drawn where they cannot be.
@Suite("Large letters") struct BigLettersTests {
    private func picture(_ letters: BigLetters, columns: Int, rows: Int) -> [String] {
        var screen = CellBuffer(size: TerminalSize(columns: columns, rows: rows))
        letters.draw(in: &screen, region: screen.region)
        return (0..<rows).map { screen.text(row: $0) }
    }

    @Test("every line of the table is a shape, and no shape is empty or wider than its width")
    func table() {
        #expect(BigLetters.shapes.count == BigLetters.lineCount)
        #expect(BigLetters.lineCount > 100)
        for (character, shape) in BigLetters.shapes {
            #expect(shape.rows.contains { $0 != 0 }, "\(character)")
            let beyond = shape.width < 16 ? UInt16.max >> UInt16(shape.width) : 0
            #expect(shape.rows.allSatisfy { $0 & beyond == 0 }, "\(character)")
            let isIdeograph = DisplayWidth.of(String(character)) == 2
            #expect((shape.width == 16) == isIdeograph || shape.width < 16, "\(character)")
        }
    }

    @Test("a letter is drawn as its pixels, two to a cell, four cells to two pixels when twice as large")
    func drawn() throws {
        // Rows of the letter I: a bar of pixels.
        let shape = try #require(BigLetters.shapes["I"])
        let letters = BigLetters("I")
        #expect(letters.measure() == TerminalSize(columns: shape.width, rows: 8))
        let rows = picture(letters, columns: 10, rows: 8)
        for row in 0..<8 {
            let expected = (0..<shape.width).map { column -> String in
                switch (shape.isSet(column, 2 * row), shape.isSet(column, 2 * row + 1)) {
                case (true, true): "█"
                case (true, false): "▀"
                case (false, true): "▄"
                case (false, false): " "
                }
            }.joined()
            var trimmed = expected
            while trimmed.last == " " { trimmed.removeLast() }
            #expect(rows[row] == trimmed, "row \(row)")
        }
        let twice = picture(BigLetters("I", scale: 2), columns: 20, rows: 16)
        #expect(twice.contains { $0.contains("██") } && !twice.joined().contains("▀"))
    }

    @Test("two ideographs take 33 columns; one column less, and they are ordinary text, bold and apart")
    func narrow() {
        let letters = BigLetters("今日")
        #expect(letters.measure() == TerminalSize(columns: 33, rows: 8))
        #expect(picture(letters, columns: 33, rows: 8).joined().contains("█"))
        #expect(picture(letters, columns: 32, rows: 8)[0] == "今 日")
        #expect(picture(letters, columns: 33, rows: 7)[0] == "今 日")
        #expect(picture(letters, columns: 4, rows: 8)[0] == "今日")
        var screen = CellBuffer(size: TerminalSize(columns: 8, rows: 1))
        #expect(letters.draw(in: &screen, region: screen.region) == 1)
        #expect(screen.style(x: 0, y: 0).attributes.contains(.bold))
    }

    @Test("what has no shape, and everything in plain ASCII, is ordinary text; nothing is drawn outside of the region")
    func fallback() {
        #expect(!BigLetters.hasShapes(for: "龘"))
        #expect(picture(BigLetters("今龘"), columns: 40, rows: 8)[0] == "今 龘")
        #expect(picture(BigLetters("Ready", glyphs: .ascii), columns: 60, rows: 8)[0] == "Ready")
        for columns in 0...40 {
            for rows in 0...9 {
                var screen = CellBuffer(size: TerminalSize(columns: 44, rows: 12))
                let region = Region(x: 2, y: 1, width: columns, height: rows)
                BigLetters("今日", alignment: .centre).draw(in: &screen, region: region)
                for y in 0..<12 {
                    for x in 0..<44 where !region.contains(column: x, row: y) {
                        #expect(screen.cell(x: x, y: y).isBlank)
                    }
                }
            }
        }
    }

    @Test("digits can be huge: twelve columns and ten rows each, and shrink where they do not fit")
    func hugeDigits() {
        let digits = BigDigits("8", size: .huge)
        #expect(digits.measure(.huge) == TerminalSize(columns: 12, rows: 10))
        func full(_ columns: Int, _ rows: Int) -> Int {
            var screen = CellBuffer(size: TerminalSize(columns: columns, rows: rows))
            digits.draw(in: &screen, region: screen.region)
            return screen.plainText().count { $0 == "█" }
        }
        // 13 of the 15 pixels of an 8.
        #expect(full(12, 10) == 13 * 8)
        #expect(full(11, 10) == 13 * 2)
    }

    @Test("the contrast of black on white is 21, of a colour on itself 1, and unknown on the terminal's own")
    func contrast() throws {
        let black = Colour.rgb(0, 0, 0)
        let white = Colour.rgb(255, 255, 255)
        let most = try #require(Style(foreground: black, background: white).contrast(at: .truecolour))
        #expect(abs(most - 21) < 0.001)
        #expect(Style(foreground: white, background: white).contrast(at: .truecolour) == 1)
        #expect(Style(foreground: white).contrast(at: .truecolour) == nil)
        #expect(Style(foreground: white, background: black).contrast(at: .none) == nil)
        // #767676 on white is the well-known 4.54.
        let grey = try #require(
            Style(foreground: .rgb(0x76, 0x76, 0x76), background: white).contrast(at: .truecolour))
        #expect(abs(grey - 4.54) < 0.01)
        // In 256 colours the same grey is #767676 itself, palette entry 243.
        let mapped = try #require(
            Style(foreground: .rgb(0x76, 0x76, 0x76), background: white).contrast(at: .indexed256))
        #expect(abs(mapped - 4.54) < 0.01)
    }
}
