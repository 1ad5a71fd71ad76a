// The encoder's promise, tried on screens made by chance: what the terminal shows after any number of frames is what it
// would show had the last one been painted from nothing, even when it disagrees on the width of every emoji sequence.

import Testing

@testable import TerminalKit

@Suite("Frame encoder, by chance")
struct FrameEncoderPropertyTests {
    @Test("incremental equals full repaint, and the second encoding is empty", arguments: ColourDepth.allCases)
    func incremental(depth: ColourDepth) {
        for seed in UInt64(1)...40 {
            var screens = RandomScreens(seed: seed)
            let size = TerminalSize(
                columns: Int.random(in: 1...50, using: &screens.generator),
                rows: Int.random(in: 1...8, using: &screens.generator))
            var encoder = FrameEncoder(depth: depth)
            var model = TerminalModel(size, garbage: true)
            model.wraps = false  // as TerminalModes sets it
            var screen = CellBuffer(size: size)
            for step in 0..<30 {
                if step % 7 == 6 { screen.clear(style: screens.style()) }
                screens.disturb(&screen, times: Int.random(in: 0...6, using: &screens.generator))
                if step == 20 { encoder.invalidate() }
                let cursor =
                    step % 3 == 0
                    ? nil : CursorPosition(column: step % size.columns, row: step % size.rows)
                model.feed(encoder.encode(screen, cursor: cursor))
                let place = "seed \(seed), step \(step)"
                if let difference = model.difference(from: screen, depth: depth) {
                    Issue.record("\(place): \(difference)")
                    return
                }
                #expect(model.isCursorVisible == (cursor != nil), "\(place)")
                if let cursor { #expect(model.column == cursor.column && model.row == cursor.row, "\(place)") }
                #expect(encoder.encode(screen, cursor: cursor).isEmpty, "\(place)")
            }
        }
    }

    @Test("without doubtful glyphs a terminal that wraps shows the same")
    func wrapping() {
        for seed in UInt64(1)...40 {
            var generator = SeededGenerator(seed: seed)
            let size = TerminalSize(columns: Int.random(in: 1...12, using: &generator), rows: 4)
            var encoder = FrameEncoder(depth: .sixteen)
            var model = TerminalModel(size)
            var screen = CellBuffer(size: size)
            for _ in 0..<40 {
                let text = ["中文办理", "abcdefghijkl", "é中", "   "].randomElement(using: &generator) ?? ""
                screen.put(
                    text, x: Int.random(in: 0..<size.columns, using: &generator),
                    y: Int.random(in: 0..<4, using: &generator), style: .plain, width: 12)
                model.feed(encoder.encode(screen, cursor: nil))
                #expect(model.difference(from: screen, depth: .sixteen) == nil)
            }
        }
    }

    @Test("no byte of hostile text reaches the terminal as a control")
    func hostile() {
        var encoder = FrameEncoder(depth: .truecolour)
        var model = TerminalModel(TerminalSize(columns: 40, rows: 3))
        var screen = CellBuffer(size: TerminalSize(columns: 40, rows: 3))
        let all = String(String.UnicodeScalarView((0...0x10FFFF).compactMap { Unicode.Scalar($0 as UInt32) }))
        var rest = Substring(all)
        while !rest.isEmpty {
            let part = rest.unicodeScalars.prefix(400)
            rest = rest[part.endIndex...]
            screen.put(String(part), x: 0, y: 1, style: .plain, width: 40)
            model.feed(encoder.encode(screen, cursor: nil))
            #expect(model.unknown.isEmpty)
            #expect(model.text(row: 0).isEmpty && model.text(row: 2).isEmpty)
        }
    }
}
