// The styles of the process, each under a small number, so that a cell is eight bytes and two cells of any two buffers are
// compared as integers. Numbers are given once and never taken back: themes have dozens of styles, not thousands. Should
// all numbers ever be given (a program that animates colours), further styles are shown as plain.

import Synchronization

/// The number of a style. 0 is ``Style/plain``.
typealias StyleID = UInt16

enum StyleTable {
    private struct Entries: Sendable {
        var styles: [Style] = [.plain]
        var numbers: [Style: StyleID] = [.plain: 0]
    }

    private static let shared = Mutex(Entries())

    /// The style's number; a new one the first time.
    static func number(of style: Style) -> StyleID {
        shared.withLock { entries in
            if let known = entries.numbers[style] { return known }
            guard entries.styles.count <= Int(StyleID.max) else { return 0 }
            let number = StyleID(entries.styles.count)
            entries.styles.append(style)
            entries.numbers[style] = number
            return number
        }
    }

    /// The style under `number`; plain for a number that was never given.
    static func style(_ number: StyleID) -> Style {
        shared.withLock { entries in
            entries.styles.indices.contains(Int(number)) ? entries.styles[Int(number)] : .plain
        }
    }

    /// All styles by number, at this moment.
    static func all() -> [Style] { shared.withLock { $0.styles } }
}
