// Escape and control sequences: which one does what. The authority is xterm's ctlseqs.txt; the section names below are
// its mnemonics. A sequence that a test has no reason to see acted on (window operations, cursor shape, keyboard
// protocols) is named here as known and does nothing; all others are noted as unknown.

extension TerminalModel {
    mutating func obey(_ sequence: ControlSequence) {
        switch (sequence.prefix, sequence.intermediates) {
        case (nil, ""): obey(plain: sequence)
        case ("?", ""): obey(privately: sequence)
        case (nil, "!") where sequence.final == "p": softReset()
        case ("?", "$") where sequence.final == "p": reportMode(sequence.number(0, or: 0))
        case (">", ""): obey(secondary: sequence)
        case (nil, " ") where sequence.final == "q": break  // DECSCUSR, the cursor's shape
        case ("<", "") where sequence.final == "u", ("=", "") where sequence.final == "u": break  // kitty keyboard
        default: note(unknown: sequence.description)
        }
    }

    private mutating func obey(plain sequence: ControlSequence) {
        let count = sequence.count()
        switch sequence.final {
        case "A": moveCursor(down: -count)
        case "B", "e": moveCursor(down: count)
        case "C", "a": moveCursor(right: count)
        case "D": moveCursor(right: -count)
        case "E":
            moveCursor(down: count)
            cursor.column = start
        case "F":
            moveCursor(down: -count)
            cursor.column = start
        case "G", "`": address(column: count - 1, row: rowToAddress)
        case "d": address(column: columnToAddress, row: count - 1)
        case "H", "f": address(column: sequence.count(1) - 1, row: count - 1)
        case "I": tab(count)
        case "Z": tab(-count)
        case "m": style.apply(sequence.parameters)
        case "n": reportStatus(sequence.number(0, or: 0))
        case "c": replies += Array("\u{1B}[?62;22c".utf8)  // a VT220 with colour
        case "r": setRegion(top: count - 1, bottom: sequence.number(1, or: 0))
        case "s": setMarginsOrSave(sequence)
        case "u": restoreCursor()
        case "h", "l": setInsertMode(sequence)
        case "t": break  // window operations
        default: edit(sequence)
        }
    }

    /// The sequences that change cells.
    private mutating func edit(_ sequence: ControlSequence) {
        let count = sequence.count()
        let blank = style.erasing
        let row = cursor.row
        switch sequence.final {
        case "J": eraseInDisplay(sequence)
        case "K": eraseInLine(sequence)
        case "X": grid.erase(row: row, columns: cursor.column..<cursor.column + count, style: blank)
        case "@" where isInsideMargins:
            grid.insertBlanks(count, row: row, column: cursor.column, before: end, style: blank)
        case "P" where isInsideMargins:
            grid.deleteCells(count, row: row, column: cursor.column, before: end, style: blank)
        case "L", "M":
            guard scrolling.rows.contains(row), isInsideMargins else { return }
            let below = CellArea(rows: row..<scrolling.rows.upperBound, columns: scrolling.columns)
            grid.scroll(below, by: sequence.final == "M" ? count : -count, style: blank)
            cursor.column = scrolling.columns.lowerBound
        case "@", "P": return  // outside of the margins they do nothing
        case "S": grid.scroll(scrolling, by: count, style: blank)
        case "T" where sequence.parameters.count <= 1: grid.scroll(scrolling, by: -count, style: blank)
        case "b":
            guard let lastPrinted else { return note(unknown: "CSI b without a character before it") }
            for _ in 0..<min(count, columns * rows) { draw(lastPrinted) }
            self.lastPrinted = nil
            return
        default:
            note(unknown: sequence.description)
            return
        }
        wrapIsPending = false
    }

    private mutating func eraseInDisplay(_ sequence: ControlSequence) {
        let blank = style.erasing
        switch sequence.number(0, or: 0) {
        case 0:
            grid.erase(row: cursor.row, columns: cursor.column..<columns, style: blank)
            grid.erase(rows: cursor.row + 1..<rows, style: blank)
        case 1:
            grid.erase(rows: 0..<cursor.row, style: blank)
            grid.erase(row: cursor.row, columns: 0..<cursor.column + 1, style: blank)
        case 2: grid.erase(rows: 0..<rows, style: blank)
        case 3: break  // the lines scrolled away, which are not kept
        default: note(unknown: sequence.description)
        }
    }

    private mutating func eraseInLine(_ sequence: ControlSequence) {
        let range: Range<Int>
        switch sequence.number(0, or: 0) {
        case 0: range = cursor.column..<columns
        case 1: range = 0..<cursor.column + 1
        case 2: range = 0..<columns
        default: return note(unknown: sequence.description)
        }
        grid.erase(row: cursor.row, columns: range, style: style.erasing)
    }

    /// DECSTBM; `bottom` counts from 1, and 0 is the last row.
    private mutating func setRegion(top: Int, bottom: Int) {
        let end = bottom == 0 ? rows : min(bottom, rows)
        guard top + 1 < end else { return }
        scrolling.rows = top..<end
        address(column: 0, row: 0)
    }

    /// DECSLRM where mode 69 (DECLRMM) allows margins; SCOSC, which saves the cursor, where it does not.
    private mutating func setMarginsOrSave(_ sequence: ControlSequence) {
        guard modes.contains(69) else {
            return sequence.parameters.isEmpty ? saveCursor() : note(unknown: sequence.description)
        }
        let left = sequence.count() - 1
        let right = sequence.number(1, or: 0)
        let end = right == 0 ? columns : min(right, columns)
        guard left + 1 < end else { return }
        scrolling.columns = left..<end
        address(column: 0, row: 0)
    }

    /// Where the cursor is, counted as `address` counts.
    private var rowToAddress: Int { cursor.row - (countsFromMargins ? scrolling.rows.lowerBound : 0) }
    private var columnToAddress: Int { cursor.column - (countsFromMargins ? scrolling.columns.lowerBound : 0) }

    private mutating func setInsertMode(_ sequence: ControlSequence) {
        guard sequence.number(0, or: 0) == 4, sequence.parameters.count == 1 else {
            return note(unknown: sequence.description)
        }
        insertsGlyphs = sequence.final == "h"
    }

    /// DSR: 5 asks whether all is well, 6 where the cursor is.
    private mutating func reportStatus(_ question: Int) {
        switch question {
        case 5: replies += Array("\u{1B}[0n".utf8)
        case 6:
            replies += Array("\u{1B}[\(rowToAddress + 1);\(columnToAddress + 1)R".utf8)
        default: note(unknown: "CSI \(question) n")
        }
    }

    /// Sequences with `>`: device attributes are answered; keyboard protocols and pointer options are known.
    private mutating func obey(secondary sequence: ControlSequence) {
        switch sequence.final {
        case "c": replies += Array("\u{1B}[>1;0;0c".utf8)
        case "m", "n", "u", "p", "q", "s", "t": break
        default: note(unknown: sequence.description)
        }
    }

    mutating func obey(escape final: Unicode.Scalar, intermediates: String) {
        switch (intermediates, final) {
        case ("", "7"): saveCursor()
        case ("", "8"): restoreCursor()
        case ("", "D"): lineFeed()
        case ("", "E"):
            lineFeed()
            cursor.column = start
        case ("", "M"): reverseLineFeed()
        case ("", "c"): reset()
        case ("", "="), ("", ">"), ("", "\\"): break  // keypad; the end of a string that has ended already
        case ("(", "B"), (")", "B"), ("%", "G"): break  // ASCII and UTF-8, which is what there is
        default:
            note(unknown: ["ESC", intermediates, String(final)].filter { !$0.isEmpty }.joined(separator: " "))
        }
    }

    /// OSC: the title is kept; links, colours, clipboard, notifications and prompt marks are known.
    mutating func obey(command: String) {
        let parts = command.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        switch Int(parts.first ?? "") {
        case 0, 2: title = parts.count > 1 ? String(parts[1]) : ""
        case 1, 4, 7, 8, 9, 10, 11, 12, 22, 52, 104, 110, 111, 112, 133, 777: break
        default: note(unknown: "OSC " + command.prefix(32))
        }
    }

    /// DCS, APC, PM and SOS: capability queries (XTGETTCAP, DECRQSS) are known; an old terminal leaves them unanswered.
    mutating func obey(string beginning: String, introducer: Unicode.Scalar) {
        let isQuery = introducer == "P" && (beginning.hasPrefix("+q") || beginning.hasPrefix("$q"))
        if !isQuery { note(unknown: "ESC \(introducer) \(beginning)") }
    }
}
