// The door, the cells and the encoder together against hostile text: it may change its own cells and nothing else, neither on
// an old terminal that counts scalar by scalar nor on a new one that thinks in grapheme clusters.

import PseudoTerminal
import Testing

@testable import TerminalKit

@Suite("Hostile text")
struct HostileTextTests {
    private static let size = TerminalSize(columns: 60, rows: 3)
    /// Where the hostile text stands; everything else belongs to others.
    private static let own = Region(x: 12, y: 1, width: 20, height: 1)

    /// A screen full of neighbours.
    private static func neighbours() -> CellBuffer {
        var screen = CellBuffer(size: size)
        for y in 0..<size.rows {
            screen.put(
                "│王小明│待受理│MZ2026-0001│低保申请│2026-11-27│武义县│ok│", x: 0, y: y, style: .plain, width: size.columns)
        }
        screen.put("│", x: own.x - 1, y: own.y, style: .plain)
        screen.put("│", x: own.maxX, y: own.y, style: .plain)
        return screen
    }

    @Test("it changes no cell but its own, and the terminal obeys nothing in it", arguments: HostileText.all)
    func ownCells(hostile: HostileText) {
        let before = Self.neighbours()
        var screen = before
        var encoder = FrameEncoder(depth: .truecolour)
        var terminal = TerminalModel(Self.size)
        terminal.feed(encoder.encode(screen, cursor: nil))
        screen.fill(Self.own, style: .plain)
        let taken = screen.put(hostile.text, x: Self.own.x, y: Self.own.y, style: .plain, width: Self.own.width)
        #expect(taken <= Self.own.width)
        for y in 0..<Self.size.rows {
            for x in 0..<Self.size.columns where !Self.own.contains(column: x, row: y) {
                #expect(screen.cell(x: x, y: y) == before.cell(x: x, y: y), "(\(x), \(y))")
            }
        }
        let bytes = encoder.encode(screen, cursor: nil)
        terminal.feed(bytes)
        #expect(terminal.unknownSequences.isEmpty)
        #expect(terminal.difference(from: screen, depth: .truecolour) == nil)
        expectNothingJoined(bytes, on: screen)
        #expect(encoder.encode(screen, cursor: nil).isEmpty)
    }

    @Test("cleaned text is what the cells show, has its width, and is clean", arguments: HostileText.all)
    func cleaning(hostile: HostileText) {
        let clean = Sanitiser.clean(hostile.text)
        #expect(same(Sanitiser.clean(clean), clean))
        let width = DisplayWidth.of(hostile.text)
        #expect(DisplayWidth.of(clean) == width)
        var screen = CellBuffer(size: TerminalSize(columns: width + 1, rows: 1))
        #expect(screen.put(hostile.text, x: 0, y: 0, style: .plain) == width)
        let shown = (0..<width).map { screen.cell(x: $0, y: 0).text }.joined()
        #expect(same(shown, clean))
        for scalar in clean.unicodeScalars where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
            Issue.record("a control is left: \(scalar.value)")
        }
    }

    @Test("cut anywhere, it is as wide as its parts", arguments: HostileText.all.filter { $0.text.utf8.count < 2_000 })
    func cutting(hostile: HostileText) {
        for columns in [1, 2, 3, 7] {
            let parts = DisplayWidth.parts(of: hostile.text, fitting: columns)
            #expect(parts.map { String($0.text) }.joined().utf8.elementsEqual(hostile.text.utf8))
            for part in parts {
                #expect(part.width <= columns)
                #expect(min(DisplayWidth.of(part.text), columns) == part.width)
            }
        }
    }

    /// Texts whose ends or starts would like to join: the last cell of one field, the first of the next.
    private static let fields = [
        "a", "1", "\u{4E2D}", "\u{301}", "\u{FE0F}\u{20E3}", "\u{20E3}", "\u{1F44D}", "\u{1F3FD}", "\u{1F469}\u{200D}",
        "\u{200D}\u{1F466}",
        "\u{1F1E8}", "\u{1F1F3}", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{AC00}", "\u{915}\u{94D}", "\u{937}",
        "\u{93E}", "\u{E01}",
        "\u{E33}", "\u{FF76}", "\u{FF9E}", "\u{D4E}", "\u{600}", "\u{1B}[31", "m", "\u{2764}\u{FE0F}", "\u{FE0F}",
        "\u{E0100}",
        "\u{5D0}", "\u{5B0}", "\u{1F3F4}", "\u{E0067}", "\u{845B}", "\u{378}", "\u{E000}", "\u{17000}", "\u{4DC0}",
    ]

    @Test("two fields side by side never become one character or one sequence", arguments: fields)
    func sideBySide(left: String) {
        var encoder = FrameEncoder(depth: .sixteen)
        var terminal = TerminalModel(Self.size)
        for right in Self.fields {
            var screen = Self.neighbours()
            let width = screen.put(left, x: Self.own.x, y: 1, style: .plain)
            screen.put(right, x: Self.own.x + width, y: 1, style: .plain)
            let bytes = encoder.encode(screen, cursor: nil)
            terminal.feed(bytes)
            #expect(terminal.unknownSequences.isEmpty)
            #expect(terminal.difference(from: screen, depth: .sixteen) == nil)
            expectNothingJoined(bytes, on: screen)
        }
    }

    @Test("every letter with every mark is stable, bounded, and changes nothing beside it")
    func pairs() {
        let joining = (UInt32(0x300)...0xE01EF).compactMap { value -> Unicode.Scalar? in
            switch ScalarClass(value) {
            case .mark, .doubtfulMark, .selector, .modifier, .regional: Unicode.Scalar(value)
            case .refused, .narrow, .wide, .pictograph, .widePictograph, .ambiguous, .doubtfulNarrow,
                .ambiguousPictograph, .doubtfulWide, .doubtfulAmbiguous:
                nil
            }
        }
        #expect(joining.count > 2_500)
        let bases: [Unicode.Scalar] = [
            "a", "1", " ", "\u{4E2D}", "\u{2500}", "\u{2764}", "\u{1F44D}", "\u{1F1E8}", "\u{1820}", "\u{1100}",
            "\u{1B}", "\u{202E}",
        ]
        for base in bases {
            for mark in joining {
                let clean = Sanitiser.clean("\(base)\(mark)x")
                let again = Sanitiser.clean(clean)
                if !same(clean, again) || clean.unicodeScalars.last != "x"
                    || DisplayWidth.of(clean) != DisplayWidth.of("\(base)\(mark)x")
                {
                    Issue.record("U+\(String(base.value, radix: 16)) with U+\(String(mark.value, radix: 16))")
                }
            }
        }
    }

    /// No two glyphs may reach the terminal as one grapheme cluster (UAX #29, as Swift's `Character` has it) without a move
    /// of the cursor between: a terminal that thinks in clusters would put both into one cell.
    private func expectNothingJoined(
        _ bytes: [UInt8], on screen: CellBuffer, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var known: Set<[Unicode.Scalar]> = []
        for run in printedRuns(bytes) {
            for character in run {
                let scalars = Array(character.unicodeScalars)
                if scalars.count == 1 || known.contains(scalars) { continue }
                let isOneGlyph = screen.cells.contains { Array($0.text.unicodeScalars).contains(scalars) }
                if isOneGlyph {
                    known.insert(scalars)
                } else {
                    Issue.record("joined: \(scalars)", sourceLocation: sourceLocation)
                }
            }
        }
    }

    /// The text between the encoder's own controls; a control that the encoder has no business to send ends the test.
    private func printedRuns(_ bytes: [UInt8]) -> [String] {
        var runs: [String] = []
        var run = String.UnicodeScalarView()
        var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) else {
                run.append(scalar)
                continue
            }
            runs.append(String(run))
            run.removeAll()
            switch scalar {
            case "\u{1B}":
                switch scalars.next() {
                case "[": while let next = scalars.next(), !(0x40...0x7E).contains(next.value) {}
                case "(": #expect(scalars.next() == "B")  // the usual character set, before a repaint
                case let other: Issue.record("escape \(String(describing: other))")
                }
            case "\r", "\n", "\u{8}", "\u{F}": break
            default: Issue.record("control \(scalar.value)")
            }
        }
        return runs + [String(run)]
    }

    /// `==` takes canonically equal strings for the same.
    private func same(_ first: String, _ second: String) -> Bool { first.utf8.elementsEqual(second.utf8) }
}
