// From one style to another: what is sent, and that it is never longer than starting anew.

import PseudoTerminal
import Testing

@testable import TerminalKit

@Suite("Style transitions")
struct StyleTransitionTests {
    private func transition(_ from: Style, _ to: Style) -> String {
        var bytes: [UInt8] = []
        StyleTransition.write(from: from, to: to, into: &bytes)
        return bytes.legible
    }

    private static let red = Style(foreground: .indexed(1))

    @Test(
        "the shorter of difference and reset is sent",
        arguments: [
            (.plain, red, "␛[31m"),
            (red.bold().reverse(), .plain, "␛[m"),
            (red.bold(), red, "␛[22m"),
            (.plain.bold().dim(), .plain.dim(), "␛[;2m"),
            (red.bold().dim(), red.dim(), "␛[22;2m"),
            (red, .plain, "␛[m"),
            (red.underline(), red, "␛[24m"),
            (red, .plain.background(.indexed(208)), "␛[;48;5;208m"),
            (red.background(.indexed(2)), .plain.background(.indexed(2)), "␛[39m"),
            (red, Style(foreground: .indexed(9)), "␛[91m"),
            (.plain, .plain.background(.indexed(15)), "␛[107m"),
            (.plain, Style(foreground: .indexed(9), background: .rgb(1, 22, 255)), "␛[91;48;2;1;22;255m"),
            (.plain.italic(), .plain.underline().reverse(), "␛[;4;7m"),
        ] as [(Style, Style, String)])
    func shortest(from: Style, to: Style, expected: String) { #expect(transition(from, to) == expected) }

    /// Every set of attributes, with and without colours.
    private static let styles: [Style] = (UInt8(0)..<32).flatMap { attributes in
        [
            (Colour.standard, Colour.standard), (.indexed(3), .standard), (.indexed(208), .indexed(12)),
            (.rgb(1, 2, 3), .indexed(4)),
        ]
        .map { Style(foreground: $0, background: $1, attributes: TextAttributes(rawValue: attributes)) }
    }

    @Test(
        "from every style to every other, the terminal ends in the right one, with no more bytes than anew from the reset"
    )
    func everyTransition() {
        for from in Self.styles {
            var before = TerminalModel(columns: 2, rows: 1)
            if from != .plain { before.feed(sequence(.plain, from)) }
            for to in Self.styles where from != to {
                var terminal = before
                let bytes = sequence(from, to)
                terminal.feed(bytes)
                #expect(terminal.style == ModelStyle(to))
                let anew = to == .plain ? 3 : sequence(.plain, to).count + 1
                #expect(bytes.count <= anew)
            }
        }
    }

    @Test("sequences that are kept for the next time are the same, also when there are more than can be kept")
    func kept() {
        var table = TransitionTable()
        var sink = ByteSink()
        for round in 0..<2 {
            for (index, from) in Self.styles.enumerated() {
                for to in Self.styles where from != to && (index + round) % 2 == 0 {
                    let numbers = (StyleTable.shown.number(of: from), StyleTable.shown.number(of: to))
                    let wanted = sequence(from, to)
                    sink.removeAll()
                    sink.reserve(100)
                    table.write(from: numbers.0, to: numbers.1, into: &sink)
                    #expect(Array(sink.bytes) == wanted)
                    #expect(table.cost(from: numbers.0, to: numbers.1) == wanted.count)
                }
            }
        }
    }

    private func sequence(_ from: Style, _ to: Style) -> [UInt8] {
        var bytes: [UInt8] = []
        StyleTransition.write(from: from, to: to, into: &bytes)
        return bytes
    }
}
