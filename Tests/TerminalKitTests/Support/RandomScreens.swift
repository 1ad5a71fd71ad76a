// Screens made by chance, as a program would draw them: texts of all kinds, areas, bars.

@testable import TerminalKit

struct RandomScreens {
    var generator: SeededGenerator
    private static let texts = [
        "case MZ2026-0001234", "待受理", "王小明", "欧阳娜娜", "a中b文c", "e\u{301}té", "🇨🇳", "👨‍👩‍👧‍👦 家", "❤️", "👍🏽", "1️⃣2", "𠮷野家", "각",
        "ᄀ\u{1161}",
        "\u{1B}[31mred", "tab\tnew\nline", "……", "─│┌┐", "\u{202E}txt", "葛\u{E0100}", "", " ", "      ", "x",
    ]

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func style() -> Style {
        func colour(_ number: Int) -> Colour {
            switch number {
            case 0: .indexed(1)
            case 1: .indexed(12)
            case 2: .indexed(208)
            case 3: .rgb(10, 200, 99)
            default: .standard
            }
        }
        return Style(
            foreground: colour(Int.random(in: 0..<8, using: &generator)),
            background: colour(Int.random(in: 0..<12, using: &generator)),
            attributes: TextAttributes(
                rawValue: Bool.random(using: &generator) ? 0 : UInt8.random(in: 0..<32, using: &generator))
        )
    }

    /// Draws a few things at random.
    mutating func disturb(_ screen: inout CellBuffer, times: Int) {
        let size = screen.size
        for _ in 0..<times {
            let x = Int.random(in: -3..<size.columns + 2, using: &generator)
            let y = Int.random(in: -1..<size.rows + 1, using: &generator)
            let region = Region(
                x: x, y: y, width: Int.random(in: 0..<size.columns, using: &generator),
                height: Int.random(in: 0..<3, using: &generator))
            switch Int.random(in: 0..<10, using: &generator) {
            case 0: screen.fill(region, style: style())
            case 1: screen.restyle(region) { $0.reverse() }
            case 2: screen.fill(region, style: .plain)
            case 3:
                screen.putTruncated(text(), x: x, y: y, style: style(), width: Int.random(in: 0..<9, using: &generator))
            default: screen.put(text(), x: x, y: y, style: style(), width: Int.random(in: 0..<20, using: &generator))
            }
        }
    }

    private mutating func text() -> String { RandomScreens.texts.randomElement(using: &generator) ?? "" }
}
