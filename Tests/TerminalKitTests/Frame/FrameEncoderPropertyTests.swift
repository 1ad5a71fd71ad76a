// The encoder and hostile text: whatever people paste, no byte of it reaches the terminal as anything but a glyph. (That the
// terminal shows what was drawn is tried in Conformance.)

import PseudoTerminal
import Testing

@testable import TerminalKit

@Suite("Frame encoder, by chance")
struct FrameEncoderPropertyTests {
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
            #expect(model.unknownSequences.isEmpty)
            #expect(model.lines[0].isEmpty && model.lines[2].isEmpty)
        }
    }
}
