import TerminalKit

/// Plain tables for the command line: columns as wide as their widest cell, by display width.
struct TextTable {
    var heading: [String]
    var rows: [[String]]

    var text: String {
        let all = ([heading] + rows).map { $0.map { Sanitiser.clean($0) } }
        let widths = heading.indices.map { column in all.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell
                // Nothing stands after the last cell that has something in it.
                if row[(column + 1)...].contains(where: { !$0.isEmpty }) {
                    line += String(repeating: " ", count: widths[column] - DisplayWidth.of(cell) + 2)
                }
            }
            return line
        }.joined(separator: "\n")
    }
}
