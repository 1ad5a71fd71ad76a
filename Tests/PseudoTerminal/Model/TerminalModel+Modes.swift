// The DEC private modes (DECSET and DECRST), the two screens some of them change between, and what resets them.

extension TerminalModel {
    /// Modes that need no more than to be remembered when they are set: cursor keys 1, reverse video 5, autowrap 7, cursor
    /// blink 12, cursor 25, keypad 66, the mouse 9 and 1000–1006, 1015, 1016, focus 1004, alternate scroll 1007, paste 2004,
    /// synchronised output 2026, grapheme clusters 2027, colour scheme 2031, size reports 2048.
    private static let rememberedModes: Set<Int> = [
        1, 5, 7, 9, 12, 25, 66, 1000, 1002, 1003, 1004, 1005, 1006, 1007, 1015, 1016, 2004, 2026, 2027, 2031, 2048,
    ]
    private static let actingModes: Set<Int> = [6, 47, 69, 1047, 1048, 1049]

    /// Whether the program is in the middle of a frame (mode 2026), so that what is on the screen may be half of it.
    public var isMidFrame: Bool { modes.contains(2026) }

    /// Whether the program has asked for the mouse in SGR form (1006 with 1000, 1002 or 1003).
    public var reportsMouse: Bool {
        modes.contains(1006) && !modes.isDisjoint(with: [1000, 1002, 1003])
    }

    mutating func obey(privately sequence: ControlSequence) {
        switch sequence.final {
        case "h", "l":
            for parameter in sequence.parameters {
                set(mode: parameter.first.flatMap { $0 } ?? 0, on: sequence.final == "h")
            }
        case "u": break  // the kitty keyboard query, which xterm leaves unanswered
        default: note(unknown: sequence.description)
        }
    }

    private mutating func set(mode: Int, on: Bool) {
        guard Self.rememberedModes.contains(mode) || Self.actingModes.contains(mode) else {
            return note(unknown: "CSI ? \(mode) \(on ? "h" : "l")")
        }
        let wasOn = modes.contains(mode)
        if on { modes.insert(mode) } else { modes.remove(mode) }
        switch mode {
        case 6: address(column: 0, row: 0)
        case 7 where !on: wrapIsPending = false
        case 47: showAlternateScreen(on)
        case 69: scrolling.columns = 0..<columns  // DECLRMM: margins come and go with it
        case 1047:
            if !on, isAlternateScreen { grid.erase(rows: 0..<rows, style: style.erasing) }
            showAlternateScreen(on)
        case 1048: if on { saveCursor() } else { restoreCursor() }
        case 1049 where on && !wasOn:
            saveCursor()
            showAlternateScreen(true)
            grid.erase(rows: 0..<rows, style: style.erasing)
        case 1049 where !on && wasOn:
            showAlternateScreen(false)
            restoreCursor()
        default: break
        }
    }

    private mutating func showAlternateScreen(_ alternate: Bool) {
        guard alternate != isAlternateScreen else { return }
        isAlternateScreen = alternate
        swap(&grid, &hiddenGrid)
        swap(&saved, &hiddenSaved)
    }

    /// DECRQM: 1 set, 2 reset, 0 not recognised.
    mutating func reportMode(_ mode: Int) {
        let isKnown = Self.rememberedModes.contains(mode) || Self.actingModes.contains(mode)
        let value = modes.contains(mode) ? 1 : isKnown ? 2 : 0
        replies += Array("\u{1B}[?\(mode);\(value)$y".utf8)
    }

    /// DECSTR.
    mutating func softReset() {
        modes.subtract([1, 6, 69])
        modes.insert(25)
        insertsGlyphs = false
        style = ModelStyle()
        scrolling = CellArea(rows: 0..<rows, columns: 0..<columns)
        saved = nil
        wrapIsPending = false
    }

    /// RIS: the terminal as it was when it was switched on.
    mutating func reset() {
        var fresh = TerminalModel(columns: columns, rows: rows, clusters: clusters)
        fresh.unknownSequences = unknownSequences
        fresh.bellCount = bellCount
        fresh.title = title
        fresh.replies = replies
        self = fresh
    }
}
