import PseudoTerminal

/// The desk as a person reads it off the screen: where the selection is, and which cases a pane lists.
extension TerminalModel {
    /// The row that has the selection mark.
    struct Selection: Hashable {
        /// Nil in the list of agents.
        var number: String?
        /// The case has left the queue; its row stays, marked ×.
        var isGhost: Bool
        var column: Int
        var row: Int
        /// The whole row of the pane.
        var text: String
    }

    /// Whether the panes have been drawn: a box, and the age of the data at the end of the last line.
    var isDesk: Bool {
        isAlternateScreen && find("┌") != nil && (lines.last?.isEmpty == false)
    }

    var selection: Selection? {
        guard let mark = find("▶") else { return nil }
        let text = paneText(from: mark.column, row: mark.row)
        return Selection(
            number: Self.number(in: text), isGhost: text.hasPrefix("▶×"), column: mark.column, row: mark.row, text: text
        )
    }

    /// The pane that the selection is in.
    var selectedPane: Pane? {
        guard let selection else { return nil }
        return Pane.allCases.first { pane in
            place(of: pane).map { $0.columns.contains(selection.column) && $0.rows.contains(selection.row) } ?? false
        }
    }

    /// The cases that a pane lists, from the top, as far as they are on the screen.
    func numbers(in pane: Pane) -> [String] {
        guard let place = place(of: pane) else { return [] }
        return place.rows.compactMap { Self.number(in: paneText(from: place.columns.lowerBound + 1, row: $0)) }
    }

    /// The cells inside the box of a pane.
    private func place(of pane: Pane) -> (columns: Range<Int>, rows: Range<Int>)? {
        guard let title = find("┌─ \(pane.title)") else { return nil }
        let end = (title.column + 1..<columns).first { cell(column: $0, row: title.row).text == "┐" } ?? columns
        let bottom = (title.row + 1..<rows).first { cell(column: title.column, row: $0).text == "└" } ?? rows
        return (title.column..<end, title.row + 1..<bottom)
    }

    /// The text from a cell to the border of its pane.
    private func paneText(from column: Int, row: Int) -> String {
        var text = ""
        for column in column..<columns {
            let cell = cell(column: column, row: row)
            if cell.text == "│" || cell.text == "┃" { break }
            text += cell.text
        }
        return text
    }

    /// The first case number in a text, such as `YX261120-0031`.
    static func number(in text: String) -> String? {
        text.firstMatch(of: /[A-Z]{1,8}\d{6}-\d{4}|\b\d{12}\b/).map { String($0.output) }
    }

    /// Whether nothing of a full-screen program is left: the main screen, the cursor, the modes of paste and mouse.
    var isGivenBack: Bool {
        !isAlternateScreen && cursorIsVisible && modes.contains(7)
            && modes.isDisjoint(with: [1000, 1002, 1003, 1004, 1006, 2004])
    }
}
