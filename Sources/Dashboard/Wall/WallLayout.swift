import TerminalKit

/// Where the parts of a wall's picture are: a header, one page or two, the line of an urgent notice, a last line.
struct WallLayout: Hashable, Sendable {
    /// The cells that the picture leaves free, so that it can move.
    static let margin = TerminalSize(columns: 2, rows: 1)
    /// Less than this shows nothing but the clock.
    static let least = TerminalSize(columns: 40, rows: 12)

    var header: Region
    var panes: [Region]
    var ticker: Region?
    var status: Region

    init(size: TerminalSize, hasTicker: Bool, panes count: Int) {
        var rest = Region(size)
        let headerRows = size.rows >= 50 ? 7 : size.rows >= 33 ? 5 : 1
        (header, rest) = rest.splitHorizontally(at: headerRows)
        (rest, status) = rest.splitHorizontally(at: -1)
        if hasTicker {
            let line: Region
            (rest, line) = rest.splitHorizontally(at: size.rows >= 50 ? -3 : -1)
            ticker = line
        }
        if size.rows >= 33 {
            rest = rest.inset(horizontal: 1, vertical: 0)
            if hasTicker { rest.height -= 1 }
        }
        panes = count > 1 ? rest.columns([.share(1), .share(1)], gap: 3) : [rest]
    }

    /// The columns in which the text of an urgent notice runs, right of its label.
    func tickerRoom(_ line: Region, _ language: Language) -> Int {
        max(0, line.width - DisplayWidth.of(Self.tickerLabel(language)) - 2)
    }

    static func tickerLabel(_ language: Language) -> String { "  \(Message.wall(.urgent).text(language))  " }
}

/// A page's own parts: its heading and what is below.
struct WallPane: Hashable, Sendable {
    var heading: Region
    var body: Region
    /// The heading is in large letters.
    var isLarge: Bool

    init(_ region: Region, title: String, glyphs: Glyphs) {
        let letters = BigLetters(title, glyphs: glyphs.widgets)
        isLarge = region.height >= 26 && letters.fits(columns: region.width - 4, rows: BigLetters.rows)
        // A blank line above large letters, the rule and a blank line below.
        let rows = isLarge ? BigLetters.rows + 3 : 2
        (heading, body) = region.splitHorizontally(at: rows)
        if isLarge { heading.height -= 1 }
    }
}

/// The line of an urgent notice: it stands still where it fits, and else goes round.
struct WallTicker: Hashable, Sendable {
    var text: String
    /// The columns that it has.
    var width: Int

    /// Blanks between the end of the text and its beginning.
    private static let gap = 8

    var isMoving: Bool { DisplayWidth.of(text) > width }
    /// After so many columns it is where it was.
    var period: Int { DisplayWidth.of(text) + Self.gap }

    /// What is seen when it has moved by some columns.
    func visible(at offset: Int) -> String {
        guard isMoving, width > 0 else { return text }
        var shown = ""
        var used = 0
        // What is left of the edge.
        var skipped = offset % period
        for character in text + String(repeating: " ", count: Self.gap) + text {
            let columns = DisplayWidth.of(String(character))
            if skipped >= columns {
                skipped -= columns
                continue
            }
            if skipped > 0 {
                // Half of a wide glyph.
                shown += String(repeating: " ", count: columns - skipped)
                used += columns - skipped
                skipped = 0
                continue
            }
            guard used + columns <= width else { break }
            shown.append(character)
            used += columns
        }
        return shown
    }
}
