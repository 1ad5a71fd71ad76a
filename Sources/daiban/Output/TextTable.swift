import TerminalKit

/// Plain tables for the command line: columns as wide as their widest cell, by display width.
struct TextTable {
    var heading: [String]
    var rows: [[String]]

    var text: String {
        let all = [heading] + rows
        let widths = heading.indices.map { column in all.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                line += Sanitiser.clean(cell)
                if column + 1 < row.count {
                    line += String(repeating: " ", count: widths[column] - DisplayWidth.of(cell) + 2)
                }
            }
            return line
        }.joined(separator: "\n")
    }
}
