// Text broken into lines by display width. Between ideographs a line may end anywhere, Latin words stay whole where they fit,
// and marks that close (，。」 and the like) do not start a line, nor do marks that open end one (the short list of
// "Requirements for Chinese Text Layout", W3C clreq, 3.1.6).

/// Breaks text into lines.
public enum TextWrap {
    /// The lines of `text`, without blanks at their ends: none wider than `width` columns, but for a glyph that is wider alone.
    /// Line feeds end lines; an empty text is one empty line.
    public static func lines(_ text: String, width: Int) -> [String] {
        guard width > 0 else { return [] }
        var lines: [String] = []
        for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var filler = LineFiller(width: width)
            for piece in pieces(of: paragraph) { filler.add(piece) }
            lines.append(contentsOf: filler.finish())
        }
        return lines
    }

    /// A part of a line that is not broken, or one blank between parts.
    fileprivate struct Piece {
        var text: String
        var width: Int
        var isBlank = false
        /// Whether it is all of one word, which more letters may join.
        var isWord = false
    }

    private static let closing: Set<Character> = Set("，。、；：？！）》」』】〉〕”’…％,.;:?!)]}%")
    private static let opening: Set<Character> = Set("（《「『【〈〔“‘([{")

    private static func pieces(of paragraph: Substring) -> [Piece] {
        var pieces: [Piece] = []
        var isOpen = false  // whether the next character belongs to the last piece
        for character in paragraph {
            let text = String(character)
            let width = DisplayWidth.of(text)
            if character.isWhitespace {
                pieces.append(Piece(text: " ", width: 1, isBlank: true))
                isOpen = false
                continue
            }
            let isWord = width < 2 && !opening.contains(character)
            let sticks = isOpen || closing.contains(character)
            if let last = pieces.last, !last.isBlank, sticks || (isWord && last.isWord) {
                pieces[pieces.count - 1].text += text
                pieces[pieces.count - 1].width += width
                // Also the word that begins behind a mark that opens.
                pieces[pieces.count - 1].isWord = isWord && (last.isWord || isOpen)
            } else {
                pieces.append(Piece(text: text, width: width, isWord: isWord))
            }
            isOpen = opening.contains(character)
        }
        return pieces
    }
}

/// Fills lines with pieces, one after the other.
private struct LineFiller {
    let width: Int
    private var done: [String] = []
    private var line = ""
    private var used = 0
    /// Blanks that are written only when more follows on the line.
    private var blanks = 0

    init(width: Int) { self.width = width }

    mutating func add(_ piece: TextWrap.Piece) {
        if piece.isBlank {
            // At the start of a wrapped line blanks are dropped; at the start of a paragraph they indent it.
            if used > 0 || done.isEmpty { blanks += 1 }
            return
        }
        if used + blanks + piece.width > width, used > 0 { breakLine() }
        if blanks + piece.width <= width {
            place(piece.text, piece.width)
            return
        }
        blanks = 0
        // Wider than a whole line: cut between glyphs.
        for part in DisplayWidth.parts(of: piece.text, fitting: width) {
            if used > 0 { breakLine() }
            place(String(part.text), part.width)
        }
    }

    mutating func finish() -> [String] { done + [line] }

    private mutating func place(_ text: String, _ width: Int) {
        line += String(repeating: " ", count: blanks) + text
        used += blanks + width
        blanks = 0
    }

    private mutating func breakLine() {
        done.append(line)
        line = ""
        used = 0
        blanks = 0
    }
}
