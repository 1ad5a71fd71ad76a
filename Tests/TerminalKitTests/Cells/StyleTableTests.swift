// Numbers of styles, and what happens when they run out.

import Testing

@testable import TerminalKit

@Suite("Style table")
struct StyleTableTests {
    private func style(_ number: UInt8) -> Style { Style(foreground: .indexed(number)) }

    @Test("a style has one number, and 0 is the plain style's")
    func numbers() {
        let table = StyleTable(limit: 10)
        #expect(table.number(of: .plain) == 0)
        let number = table.number(of: style(7))
        #expect(number == 1 && table.number(of: style(7)) == number)
        #expect(table.style(number) == style(7))
        #expect(table.count == 2)
    }

    @Test("when all numbers are given, further styles are plain, and the others keep their numbers")
    func full() {
        let table = StyleTable(limit: 4)
        for number in UInt8(1)...9 { _ = table.number(of: style(number)) }
        #expect(table.count == 4)
        #expect(table.number(of: style(3)) == 3)
        #expect(table.number(of: style(4)) == 0)
        #expect(table.style(3) == style(3))
        #expect(table.style(4) == .plain)
        #expect(table.all.count == 4)
    }

    @Test("styles as terminals show them never run out of numbers before those that are drawn with")
    func shown() {
        let most = Cell.styleLimit * 2 * ColourDepth.allCases.count
        #expect(most < Int(StyleID.max))
        // Each drawn style asks for two.
        for depth in ColourDepth.allCases {
            let reduced = Style(foreground: .rgb(1, 2, 3), background: .rgb(4, 5, 6)).bold().reduced(to: depth)
            #expect(reduced.ofBlank.reduced(to: depth) == reduced.ofBlank)
        }
    }
}
