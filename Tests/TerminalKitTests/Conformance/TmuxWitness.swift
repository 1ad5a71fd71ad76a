// tmux among the terminals of the conformance tests. It is not given clusters in doubt, whose widths are its own affair, nor
// left and right margins, which it has not, nor REP, by which version 3.3a repeats ASCII only.

import PseudoTerminal

@testable import TerminalKit

struct TmuxWitness: WitnessTerminal {
    private let terminal: TmuxTerminal
    let isExact = true

    /// Takes over a running tmux, whatever is on its screen.
    init(_ terminal: TmuxTerminal, size: TerminalSize) throws {
        self.terminal = terminal
        try terminal.resize(columns: size.columns, rows: size.rows)
        try terminal.feed(Array("\u{1B}c\u{1B}[?1049h\u{1B}[?7l\u{1B}[45;4mrubbish 垃圾".utf8))
    }

    func take(_ bytes: [UInt8]) throws { try terminal.feed(bytes) }
    func resize(to size: TerminalSize) throws { try terminal.resize(columns: size.columns, rows: size.rows) }
    func screen() throws -> TerminalModel { try terminal.screen() }
}
