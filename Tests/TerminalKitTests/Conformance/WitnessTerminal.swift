// A terminal that shows what the encoder sends and says what it shows. The conformance tests know terminals by nothing else.

import PseudoTerminal

@testable import TerminalKit

protocol WitnessTerminal {
    /// Whether it agrees with the program on the width of every cluster it is given.
    var isExact: Bool { get }
    mutating func take(_ bytes: [UInt8]) throws
    mutating func resize(to size: TerminalSize) throws
    /// Cells, cursor and modes as they are when all bytes have been worked off.
    mutating func screen() throws -> TerminalModel
}

/// A model of ours in the tests, in one of its kinds.
struct ModelWitness: WitnessTerminal {
    enum Kind: Sendable, CaseIterable {
        /// Counts the width of every scalar by itself, as xterm does, and so disagrees with the program on every emoji sequence.
        case old
        /// Knows clusters, and agrees with the program.
        case modern
        /// Breaks lines by itself. `TerminalModes` switches that off, and the encoder should not even need it.
        case wrapping
    }

    private var model: TerminalModel
    let isExact: Bool

    init(_ kind: Kind, size: TerminalSize) {
        model = TerminalModel(columns: size.columns, rows: size.rows, clusters: kind == .modern ? .whole : .scalars)
        isExact = kind != .old
        // What was there before must not matter.
        model.feed(Array("\u{1B}[?7l\u{1B}[45;4mrubbish 垃圾".utf8))
        if kind == .wrapping { model.feed(Array("\u{1B}[?7h".utf8)) }
    }

    mutating func take(_ bytes: [UInt8]) { model.feed(bytes) }
    mutating func resize(to size: TerminalSize) { model.resize(columns: size.columns, rows: size.rows) }
    func screen() -> TerminalModel { model }
}
