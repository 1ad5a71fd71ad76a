// The characters that widgets draw with. Blocks, arrows and lines are East Asian ambiguous (UAX #11): some terminals show them two
// columns wide, and a bar made of them would burst. For those there is a second set in plain ASCII.

/// The set of characters that widgets draw with.
public enum WidgetGlyphs: Hashable, Sendable, CaseIterable {
    /// Lines, blocks and arrows, each of one column.
    case unicode
    /// Plain ASCII, for terminals that show the others two columns wide.
    case ascii

    /// What stands where a text was cut.
    public var ellipsis: String { pick("…", "~") }
    /// The mark before what is selected.
    public var selected: String { pick("▶", ">") }
    /// The lines of boxes.
    public var lines: Box.Lines {
        switch self {
        case .unicode: .single
        case .ascii: .ascii
        }
    }

    var times: String { pick("×", "x") }
    var scrollMark: String { pick("┃", "#") }
    /// The part of a bar that is not filled.
    var track: String { pick("░", ".") }

    /// A cell of which the left `eighths` (1 … 8) are filled. ASCII knows only filled cells.
    func filled(fromLeft eighths: Int) -> String {
        switch (self, eighths) {
        case (.ascii, _): "#"
        case (.unicode, ...1): "▏"
        case (.unicode, 2): "▎"
        case (.unicode, 3): "▍"
        case (.unicode, 4): "▌"
        case (.unicode, 5): "▋"
        case (.unicode, 6): "▊"
        case (.unicode, 7): "▉"
        case (.unicode, _): "█"
        }
    }

    /// A cell of which the lower `eighths` (1 … 8) are filled; in ASCII a character of about that weight.
    func filled(fromBottom eighths: Int) -> String {
        switch eighths {
        case ...1: pick("▁", "_")
        case 2: pick("▂", ".")
        case 3: pick("▃", ":")
        case 4: pick("▄", "-")
        case 5: pick("▅", "=")
        case 6: pick("▆", "+")
        case 7: pick("▇", "*")
        default: pick("█", "#")
        }
    }

    private func pick(_ unicode: String, _ ascii: String) -> String {
        switch self {
        case .unicode: unicode
        case .ascii: ascii
        }
    }
}
