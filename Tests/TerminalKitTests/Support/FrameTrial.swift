// A screen and its encoder for tests of single frames: what is drawn goes in, what is sent comes out as a person can read it.

@testable import TerminalKit

struct FrameTrial: ~Copyable {
    var screen: CellBuffer
    var encoder: FrameEncoder
    var cursor: CursorPosition?

    /// - Parameter capabilities: What the terminal can do; only a few colours, unless more is said.
    init(
        columns: Int = 20, rows: Int = 6, _ capabilities: TerminalCapabilities = .init(colourDepth: .indexed256),
        _ draw: (inout CellBuffer) -> Void = { _ in }
    ) {
        screen = CellBuffer(size: TerminalSize(columns: columns, rows: rows))
        encoder = FrameEncoder(capabilities)
        _ = frame(draw)
    }

    /// The bytes of the next frame, for which `draw` changes the last one. Controls are given by their pictures: ␛ is ESC.
    mutating func frame(_ draw: (inout CellBuffer) -> Void) -> String {
        draw(&screen)
        return encoder.encode(screen, cursor: cursor).legible
    }
}

extension [UInt8] {
    /// As text, with the pictures of controls (U+2400 and following) in their stead.
    var legible: String {
        String(
            String.UnicodeScalarView(
                String(decoding: self, as: UTF8.self).unicodeScalars.map { scalar in
                    scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) ?? scalar : scalar
                }))
    }
}

extension CellBuffer {
    /// Draws a list whose rows all differ, and notes that it may have been scrolled.
    mutating func putList(_ region: Region, first: Int) {
        for y in region.y..<region.maxY {
            put("\(first + y - region.y) ", x: region.x, y: y, style: .plain, width: region.width)
            let letter = ["a", "b", "c", "d", "e", "f", "g"][(first + y) % 7]
            put(
                String(repeating: letter, count: region.width), x: region.x + 2, y: y, style: .plain,
                width: region.width - 2)
        }
        noteScrolling(region)
    }
}
