// The styles of the process, each under a small number, so that a cell is four bytes and two cells of any two buffers are
// compared as integers. Numbers are given once and never taken back: themes have dozens of styles, not thousands. Should
// all numbers ever be given (a program that animates colours), further styles are shown as plain.

import Synchronization

/// The number of a style. 0 is ``Style/plain``.
typealias StyleID = UInt16

final class StyleTable: Sendable {
    private struct Entries: Sendable {
        var styles: [Style] = [.plain]
        var numbers: [Style: StyleID] = [.plain: 0]
    }

    /// The styles that cells are drawn with.
    static let drawn = StyleTable(limit: Cell.styleLimit)
    /// The same in the colours that terminals have: at most two for each of the others and each depth of colour.
    static let shown = StyleTable(limit: Cell.styleLimit * 2 * ColourDepth.allCases.count)

    private let limit: Int
    private let shared = Mutex(Entries())

    /// - Parameter limit: How many numbers there are to give.
    init(limit: Int) { self.limit = limit }

    /// The style's number; a new one the first time.
    func number(of style: Style) -> StyleID {
        shared.withLock { entries in
            if let known = entries.numbers[style] { return known }
            guard entries.styles.count < limit else { return 0 }
            let number = StyleID(entries.styles.count)
            entries.styles.append(style)
            entries.numbers[style] = number
            return number
        }
    }

    /// The style under `number`; plain for a number that was never given.
    func style(_ number: StyleID) -> Style {
        shared.withLock { entries in
            entries.styles.indices.contains(Int(number)) ? entries.styles[Int(number)] : .plain
        }
    }

    /// How many numbers have been given.
    var count: Int { shared.withLock { $0.styles.count } }

    /// All styles by number, at this moment.
    var all: [Style] { shared.withLock { $0.styles } }
}

/// The numbers under which text of one style is drawn.
struct StylePair: Sendable {
    /// That of the style itself.
    var glyphs: StyleID
    /// That of what a blank of the style shows.
    var blanks: StyleID
}

/// The numbers of the styles that a buffer drew with lately, found without a lock: the last one, and 64 places, each taken by
/// the last style that hashed to it.
struct StyleNumbers: Sendable {
    private struct Entry: Sendable {
        var bits: UInt64 = 0
        var pair = StylePair(glyphs: 0, blanks: 0)
    }

    private var last = Entry()
    private var entries = [Entry](repeating: Entry(), count: 64)

    @inline(__always)
    mutating func pair(of style: Style) -> StylePair {
        if last.bits != style.bits { find(style) }
        return last.pair
    }

    @inline(never)
    private mutating func find(_ style: Style) {
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
        let place = Int(truncatingIfNeeded: (style.bits &* 0x9E37_79B9_7F4A_7C15) >> 58)
        last = entries[place]
        if last.bits == style.bits { return }
        last = Entry(
            bits: style.bits,
            pair: StylePair(
                glyphs: StyleTable.drawn.number(of: style), blanks: StyleTable.drawn.number(of: style.ofBlank)))
        entries[place] = last
    }
}
