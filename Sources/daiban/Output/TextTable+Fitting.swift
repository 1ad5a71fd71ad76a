import TerminalKit

/// Tables that keep to the width of the terminal: a line that the terminal breaks by itself cannot be read in columns.
extension TextTable {
    /// What a terminal has at least, and what is kept to where it is not known.
    static let usualWidth = 80

    /// A column that is wider than this stands under its rows when there is no room, before any narrower one does.
    private static let widestKept = 12

    /// The table within `width` columns: headings go over several lines, gaps get narrow, columns with long texts stand
    /// under their rows as lines of their own, and so do the last ones when there are too many.
    func text(within width: Int) -> String {
        var kept = Array(heading.indices)
        var fitting = fitting(kept, within: width)
        var long: [Int] = []
        var last: [Int] = []
        while fitting.width > width, kept.count > 1 {
            if let widest = fitting.widest, fitting.widths[widest] > Self.widestKept {
                long.append(kept.remove(at: widest))
            } else {
                last.insert(kept.removeLast(), at: 0)
            }
            fitting = self.fitting(kept, within: width)
        }
        let lines = rows.flatMap { row in
            [fitting.line(kept.map { row[$0] })] + pairs(last, of: row, within: width)
                + long.sorted().flatMap { below(row[$0], heading[$0], within: width) }
        }
        return (fitting.head + lines).joined(separator: "\n")
    }

    /// The airiest way to set these columns that has room, or the tightest.
    private func fitting(_ columns: [Int], within width: Int) -> TableColumns {
        let plain = TableColumns(self, columns, gap: 2, wrapsHeadings: false)
        if plain.width <= width { return plain }
        let wrapped = TableColumns(self, columns, gap: 2, wrapsHeadings: true)
        return wrapped.width <= width ? wrapped : TableColumns(self, columns, gap: 1, wrapsHeadings: true)
    }

    /// Short cells under their row, each behind its heading.
    private func pairs(_ columns: [Int], of row: [String], within width: Int) -> [String] {
        var lines: [String] = []
        for column in columns where !row[column].isEmpty {
            let pair = Sanitiser.clean("\(heading[column]) \(row[column])")
            if let line = lines.last, DisplayWidth.of(line) + 2 + DisplayWidth.of(pair) <= width {
                lines[lines.count - 1] = line + "  " + pair
            } else {
                lines.append("    " + pair)
            }
        }
        return lines
    }

    /// A text under its row, with the heading of its column before it.
    private func below(_ cell: String, _ heading: String, within width: Int) -> [String] {
        let text = Sanitiser.clean(cell)
        guard !text.isEmpty else { return [] }
        let label = Sanitiser.clean(heading) + "  "
        let indent = 4 + DisplayWidth.of(label)
        return TextWrap.lines(text, width: max(20, width - indent)).enumerated().map { number, line in
            (number == 0 ? "    " + label : String(repeating: " ", count: indent)) + line
        }
    }
}

/// Some columns of a table, each as wide as its cells and its heading, or the longest word of that.
private struct TableColumns {
    let widths: [Int]
    private let headings: [[String]]
    private let gap: Int

    init(_ table: TextTable, _ columns: [Int], gap: Int, wrapsHeadings: Bool) {
        self.gap = gap
        let names = columns.map { Sanitiser.clean(table.heading[$0]) }
        widths = zip(columns, names).map { column, name in
            let cells = table.rows.map { DisplayWidth.of(Sanitiser.clean($0[column])) }.max() ?? 0
            return max(cells, wrapsHeadings ? Self.narrowest(name) : DisplayWidth.of(name))
        }
        headings = zip(names, widths).map { TextWrap.lines($0, width: $1) }
    }

    /// A heading is broken between words, and one of ideographs, which has no blanks, in two.
    private static func narrowest(_ heading: String) -> Int {
        let words = heading.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
        let isOfIdeographs = heading.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
        return isOfIdeographs && words > 4 ? (words / 2 + 1) / 2 * 2 : words
    }

    var width: Int { widths.reduce(gap * max(0, widths.count - 1), +) }

    var widest: Int? { widths.indices.max { widths[$0] < widths[$1] } }

    var head: [String] {
        let height = headings.map(\.count).max() ?? 0
        return (0..<height).map { number in line(headings.map { number < $0.count ? $0[number] : "" }) }
    }

    /// One line: each cell in its column, and nothing behind the last that says something.
    func line(_ cells: [String]) -> String {
        var line = ""
        var place = 0
        for (column, cell) in cells.map({ Sanitiser.clean($0) }).enumerated() {
            if !cell.isEmpty {
                line += String(repeating: " ", count: place - DisplayWidth.of(line)) + cell
            }
            place += widths[column] + gap
        }
        return line
    }
}

extension Console {
    /// Prints a table so that it fits the terminal, or what a terminal has at least.
    static func out(_ table: TextTable) {
        out(table.text(within: columns ?? TextTable.usualWidth))
    }
}
