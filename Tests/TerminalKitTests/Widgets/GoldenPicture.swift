// Pictures of widgets as text files that a person can read: the screen, and below it one letter for the style of each cell. Record
// them anew with `DAIBAN_RECORD=1 swift test --filter Golden` and look at the difference before committing.

import Foundation
import Testing

@testable import TerminalKit

/// Draws on a screen of a size and compares it with the file `Golden/<name>-<columns>x<rows>.txt`.
///
/// - Parameter draw: What is drawn; the cursor that it returns is a line of the file.
func expectGolden(
    _ name: String, columns: Int, rows: Int, sourceLocation: SourceLocation = #_sourceLocation,
    _ draw: (inout CellBuffer) -> CursorPosition?
) throws {
    var screen = CellBuffer(size: TerminalSize(columns: columns, rows: rows))
    let cursor = draw(&screen)
    let picture = GoldenPicture(screen: screen, cursor: cursor).text
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden/\(name)-\(columns)x\(rows).txt")
    if ProcessInfo.processInfo.environment["DAIBAN_RECORD"] != nil {
        try Data(picture.utf8).write(to: file)
        return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(picture == recorded, "\(file.lastPathComponent)", sourceLocation: sourceLocation)
}

private struct GoldenPicture {
    let screen: CellBuffer
    let cursor: CursorPosition?

    var text: String {
        let (map, legend) = styles()
        let place = cursor.map { "cursor: column \($0.column), row \($0.row)\n" } ?? ""
        return screen.plainText() + "---\n" + place + (legend.isEmpty ? "" : map + legend)
    }

    /// A letter for each cell, blanks for plain ones, and what the letters mean.
    private func styles() -> (map: String, legend: String) {
        var letters: [Style: Character] = [.plain: " "]
        var map = ""
        var legend = ""
        for y in 0..<screen.size.rows {
            var line = ""
            for x in 0..<screen.size.columns {
                let style = screen.style(x: x, y: y)
                if letters[style] == nil {
                    let letter = Character(UnicodeScalar(UInt8(97 + letters.count - 1)))
                    letters[style] = letter
                    legend += "\(letter): \(describe(style))\n"
                }
                line.append(letters[style] ?? "?")
            }
            while line.last == " " { line.removeLast() }
            map += line + "\n"
        }
        return (map, legend)
    }

    private func describe(_ style: Style) -> String {
        var words: [String] = []
        if style.foreground != .standard { words.append("\(describe(style.foreground)) text") }
        if style.background != .standard { words.append("\(describe(style.background)) ground") }
        let names: [(TextAttributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underlined"), (.reverse, "reversed"),
        ]
        words += names.filter { style.attributes.contains($0.0) }.map(\.1)
        return words.joined(separator: ", ")
    }

    private func describe(_ colour: Colour) -> String {
        switch colour {
        case .standard: "standard"
        case .indexed(let number): "colour \(number)"
        case .rgb(let red, let green, let blue): "rgb \(red) \(green) \(blue)"
        }
    }
}
