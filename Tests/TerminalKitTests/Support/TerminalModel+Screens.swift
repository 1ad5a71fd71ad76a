// The terminal of PseudoTerminal for tests of single frames: as old as they come, so that it disagrees with the program on every
// emoji sequence, and set up as `TerminalModes` does it.

import PseudoTerminal

@testable import TerminalKit

extension TerminalModel {
    /// A terminal that reads scalar by scalar, without autowrap.
    init(_ size: TerminalSize) {
        self.init(columns: size.columns, rows: size.rows, clusters: .scalars)
        feed("\u{1B}[?7l".utf8)
    }

    /// The first cell that a person would see differently from `screen`, in words; nil when there is none. Glyphs in doubt are
    /// not looked at.
    func difference(from screen: CellBuffer, depth: ColourDepth) -> String? {
        var comparison = ScreenComparison(depth: depth, isExact: false)
        return comparison.difference(of: screen, from: self)
    }
}
