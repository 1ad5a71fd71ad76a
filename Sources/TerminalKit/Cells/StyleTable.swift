// The styles of the process, each under a small number, so that a cell is four bytes and two cells of any two buffers are
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
            guard entries.styles.count < Cell.styleLimit else { return 0 }
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

    /// How many numbers have been given.
    static var count: Int { shared.withLock { $0.styles.count } }

    /// All styles by number, at this moment.
    static func all() -> [Style] { shared.withLock { $0.styles } }
}

/// The numbers of the styles that a buffer drew with lately, found without a lock: 64 places, each taken by the last style that
/// hashed to it.
struct StyleNumbers: Sendable {
    /// A style's number, and that of what a blank of the style shows.
    struct Entry: Sendable {
        var bits: UInt64
        var glyphs: StyleID
        var blanks: StyleID
    }

    private var entries = [Entry](repeating: Entry(bits: 0, glyphs: 0, blanks: 0), count: 64)

    @inline(__always)
    mutating func entry(of style: Style) -> Entry {
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
        let place = Int(truncatingIfNeeded: (style.bits &* 0x9E37_79B9_7F4A_7C15) >> 58)
        let entry = entries[place]
        if entry.bits == style.bits { return entry }
        return learn(style, place)
    }

    @inline(never)
    private mutating func learn(_ style: Style, _ place: Int) -> Entry {
        let entry = Entry(
            bits: style.bits, glyphs: StyleTable.number(of: style), blanks: StyleTable.number(of: style.ofBlank))
        entries[place] = entry
        return entry
    }
}
