// One case of the conformance tests: a screen, a list of operations, and what must hold after each frame of them on any
// terminal.

import PseudoTerminal

@testable import TerminalKit

struct ConformanceCase {
    var size: TerminalSize
    var capabilities: TerminalCapabilities
    var operations: [ScreenOperation]

    /// What did not hold, and after which operation.
    struct Failure: Hashable {
        var step: Int
        var words: String
    }

    /// Works through the operations on a terminal of the case's size.
    ///
    /// - Parameters:
    ///   - work: is added to, so that it can be seen what was really tried.
    ///   - repaint: makes a new terminal; every now and then the whole screen is painted on one, for comparison.
    func failure<Terminal: WitnessTerminal>(
        on terminal: Terminal, counting work: inout ConformanceWork, repaint: ((TerminalSize) -> Terminal)?
    ) throws -> Failure? {
        var run = Run(terminal: terminal, capabilities: capabilities, size: size, repaint: repaint)
        defer { work.add(run.work) }
        for (step, operation) in operations.enumerated() {
            if let words = try run.perform(operation) { return Failure(step: step, words: words) }
        }
        return nil
    }
}

extension ConformanceCase {
    /// A program, its encoder and its terminal in the middle of a case.
    private struct Run<Terminal: WitnessTerminal>: ~Copyable {
        var terminal: Terminal
        let repaint: ((TerminalSize) -> Terminal)?
        var encoder: FrameEncoder
        var screen: CellBuffer
        var cursor: CursorPosition?
        var comparison: ScreenComparison
        var frames = 0
        /// How often somebody else's glyphs have scrolled the screen.
        var strangersWraps = 0
        var work = ConformanceWork()

        init(
            terminal: Terminal, capabilities: TerminalCapabilities, size: TerminalSize,
            repaint: ((TerminalSize) -> Terminal)?
        ) {
            self.terminal = terminal
            self.repaint = repaint
            encoder = FrameEncoder(capabilities)
            screen = CellBuffer(size: size)
            comparison = ScreenComparison(depth: capabilities.colourDepth, isExact: terminal.isExact)
        }

        mutating func perform(_ operation: ScreenOperation) throws -> String? {
            operation.draw(on: &screen)
            switch operation {
            case .frame: return try frame()
            case .resize(let size): try terminal.resize(to: size)
            case .cursor(let place): cursor = place
            case .invalidate: encoder.invalidate()
            case .disturb(let text):
                try terminal.take(Array(text.utf8))
                strangersWraps = try terminal.screen().scrollsByWrapping
                encoder.invalidate()
            case .put, .putTruncated, .putShaped, .fill, .glyphs, .restyle, .box, .list, .scroll, .clear: break
            }
            return nil
        }

        private mutating func frame() throws -> String? {
            frames += 1
            let bytes = encoder.encode(screen, cursor: cursor)
            work.add(encoder.counters, bytes)
            if let words = unpermitted(bytes) { return words }
            try terminal.take(bytes)
            let shown = try terminal.screen()
            if let words = misbehaviour(of: shown) ?? comparison.difference(of: screen, from: shown) { return words }
            let again = encoder.encode(screen, cursor: cursor)
            if !again.isEmpty { return "the same screen again sent \(again.count) bytes" }
            return frames % 5 == 0 ? try differenceFromRepaint(shown) : nil
        }

        /// Sequences that the terminal is not known to understand.
        private func unpermitted(_ bytes: [UInt8]) -> String? {
            let text = String(decoding: bytes, as: UTF8.self)
            let capabilities = encoder.capabilities
            if !capabilities.hasHorizontalMargins, text.contains("\u{1B}[?69h") { return "margins were not permitted" }
            if !capabilities.hasSynchronizedOutput, text.contains("\u{1B}[?2026") {
                return "mode 2026 was not permitted"
            }
            if !capabilities.canRepeat, text.contains(#/\e\[[0-9]*b/#) { return "REP was not permitted" }
            return nil
        }

        /// What is wrong with the state in which a frame left the terminal.
        private func misbehaviour(of shown: TerminalModel) -> String? {
            if !shown.unknownSequences.isEmpty { return "not understood: \(shown.unknownSequences)" }
            if shown.scrollsByWrapping > strangersWraps {
                return "a glyph wrapped in the last row and scrolled the screen"
            }
            if !shown.scrollsAsAWhole { return "margins are left" }
            if shown.isMidFrame { return "the synchronized frame was not ended" }
            let size = screen.size
            let asked = cursor.flatMap {
                (0..<size.columns).contains($0.column) && (0..<size.rows).contains($0.row) ? $0 : nil
            }
            if shown.cursorIsVisible != (asked != nil) { return "the cursor is shown: \(shown.cursorIsVisible)" }
            if let asked, shown.cursor != TerminalModel.Position(column: asked.column, row: asked.row) {
                return "the cursor is at \(shown.cursor)"
            }
            return nil
        }

        /// Paints the screen from nothing on a new terminal, which must then look the same, cells in doubt included.
        private func differenceFromRepaint(_ shown: TerminalModel) throws -> String? {
            guard let repaint else { return nil }
            var other = repaint(screen.size)
            var painter = FrameEncoder(encoder.capabilities)
            try other.take(painter.encode(screen, cursor: cursor))
            return ScreenComparison.difference(of: shown, from: try other.screen()).map { "not as repainted: " + $0 }
        }
    }
}
