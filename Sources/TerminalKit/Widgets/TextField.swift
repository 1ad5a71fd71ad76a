// One line of text that a person edits, with the keys of the shell's line editor (GNU readline's defaults). The field is a
// value: it holds the text and the caret, the view draws it where it likes.

/// A field for one line of text.
public struct TextField: Hashable, Sendable {
    /// The text, without line feeds and control characters.
    public private(set) var text: String
    /// The caret, in characters before it: 0 … `text.count`.
    public private(set) var caret: Int
    /// The most characters the field takes; nil for no limit.
    public let limit: Int?

    /// A field with the caret behind its text.
    public init(_ text: String = "", limit: Int? = nil) {
        self.limit = limit
        self.text = ""
        caret = 0
        insert(text)
    }

    /// Takes a key. The answer is false when the field has no use for it, so that the view may give it another meaning.
    public mutating func handle(_ key: KeyPress) -> Bool {
        let takesWords = !key.modifiers.isDisjoint(with: [.alt, .control])
        switch key.key {
        case .character(let character): return handle(character, key.modifiers)
        case .backspace: deleteBackwards(to: takesWords ? startOfWord() : caret - 1)
        case .delete: delete(from: caret, to: caret + 1)
        case .left: caret = takesWords ? startOfWord() : max(0, caret - 1)
        case .right: caret = takesWords ? endOfWord() : min(text.count, caret + 1)
        case .home: caret = 0
        case .end: caret = text.count
        case .enter, .escape, .tab, .insert, .up, .down, .pageUp, .pageDown, .function: return false
        }
        return true
    }

    private mutating func handle(_ character: Character, _ modifiers: KeyModifiers) -> Bool {
        switch modifiers.subtracting(.shift) {
        case []: insert(String(character))
        case .control:
            switch character {
            case "a": caret = 0
            case "e": caret = text.count
            case "b": caret = max(0, caret - 1)
            case "f": caret = min(text.count, caret + 1)
            case "d": delete(from: caret, to: caret + 1)
            case "u": deleteBackwards(to: 0)
            case "k": delete(from: caret, to: text.count)
            case "w": deleteBackwards(to: startOfWord())
            default: return false
            }
        case .alt:
            switch character {
            case "b": caret = startOfWord()
            case "f": caret = endOfWord()
            case "d": delete(from: caret, to: endOfWord())
            default: return false
            }
        default: return false
        }
        return true
    }

    /// Inserts text at the caret: line ends and tabs become blanks; other controls and what is invisible (bidirectional marks,
    /// zero-width spaces) are left out, because nobody means them and nobody could find them; what exceeds the limit is cut.
    public mutating func insert(_ pasted: String) {
        var scalars = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in pasted.unicodeScalars {
            switch scalar.value {
            case 0x0A where isAfterReturn: break  // the rest of one line end
            case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
            case 0..<0x20, 0x7F..<0xA0: break
            case 0x200C, 0x200D: scalars.append(scalar)  // joiners, inside of letters and emoji
            case _ where scalar.properties.generalCategory == .format: break
            default: scalars.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        var clean = String(scalars)
        if let limit { clean = String(clean.prefix(max(0, limit - text.count))) }
        let before = text.count
        text.insert(contentsOf: clean, at: index(caret))
        // A combining mark may have joined the character before it.
        caret = min(text.count, caret + text.count - before)
    }

    /// Replaces the whole text and puts the caret behind it.
    public mutating func replace(with text: String) {
        self.text = ""
        caret = 0
        insert(text)
    }

    // MARK: Editing

    private func index(_ offset: Int) -> String.Index {
        text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.endIndex
    }

    private mutating func delete(from start: Int, to end: Int) {
        let last = min(end, text.count)
        guard start >= 0, start < last else { return }
        text.removeSubrange(index(start)..<index(last))
    }

    private mutating func deleteBackwards(to start: Int) {
        let end = caret
        caret = max(0, start)
        delete(from: caret, to: end)
        caret = min(caret, text.count)
    }

    private func startOfWord() -> Int {
        let characters = Array(text)
        var place = caret
        while place > 0, characters[place - 1].isWhitespace { place -= 1 }
        while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
        return place
    }

    private func endOfWord() -> Int {
        let characters = Array(text)
        var place = caret
        while place < characters.count, characters[place].isWhitespace { place += 1 }
        while place < characters.count, !characters[place].isWhitespace { place += 1 }
        return place
    }
}
