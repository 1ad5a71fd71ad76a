import Dashboard
import TerminalKit
import Testing

@Suite("A terminal with wide ambiguous characters") struct WideGlyphTests {
    @Test("every row has its width, and lines and marks are ASCII, on every screen")
    func everyScreen() async {
        // In a process of its own, for the width is the whole program's.
        await #expect(processExitsWith: .success) {
            DisplayWidth.ambiguous = .wide
            let view = DeskView(theme: try .embedded("dark"), glyphs: Glyphs(.auto, ambiguousWidth: .wide))
            for language in Language.allCases {
                for scene in GoldenScreenTests.scenes {
                    for (columns, rows) in GoldenScreenTests.sizes {
                        var desk = DeskHarness(columns: columns, rows: rows, language: language)
                        try GoldenScreenTests.play(scene, &desk)
                        var screen = CellBuffer(size: desk.state.size)
                        _ = view.draw(desk.state, in: &screen)
                        for row in 0..<rows { try Self.check(row, of: screen, "\(scene) \(columns)x\(rows)") }
                    }
                }
            }
        }
    }

    private struct Fault: Error {
        var place: String
        var text: String
    }

    private static func check(_ row: Int, of screen: borrowing CellBuffer, _ place: String) throws {
        let text = screen.text(row: row)
        let columns = screen.size.columns
        let end = (0..<columns).last { screen.cell(x: $0, y: row).text != " " }.map { $0 + 1 } ?? 0
        let isPlain = text.unicodeScalars.allSatisfy { !(0x2500...0x25FF ~= $0.value) }
        guard DisplayWidth.of(text) == end, isPlain else { throw Fault(place: place, text: text) }
    }
}
