import TerminalKit

/// How the parts of a screen look: one style for each thing that can mean something, and the marks beside it.
///
/// Views name what a text *is* (a heading, an overdue time); only a theme says what that looks like. Meaning is never
/// colour alone: every role that warns has a mark or a word too.
public struct Theme: Hashable, Sendable {
    /// What a piece of the screen is.
    public enum Role: String, CaseIterable, Hashable, Sendable {
        case text
        case muted
        case header
        case headerNear = "header-near"
        case headerOverdue = "header-overdue"
        case border
        case focusedBorder = "focused-border"
        case title
        case heading
        case selection
        case unfocusedSelection = "unfocused-selection"
        case key
        case keyLabel = "key-label"
        case overdue
        case near
        case calm
        case onDuty = "on-duty"
        case away
        case leave
        case flag
        case gone
        case card
        case notice
        case warning
        case field
    }

    public var name: String
    private var styles: [Role: Style]

    public init(name: String, styles: [Role: Style]) {
        self.name = name
        self.styles = styles
    }

    public subscript(role: Role) -> Style { styles[role] ?? .plain }
}

/// The characters that draw borders and marks: plain ASCII where a terminal shows the others two columns wide.
public struct Glyphs: Hashable, Sendable {
    public enum Choice: String, CaseIterable, Hashable, Sendable {
        /// As the terminal's width for ambiguous characters allows.
        case auto
        case unicode
        case ascii
    }

    public var selected: String
    public var overdue: String
    public var near: String
    public var gone: String
    public var onDuty: String
    public var away: String
    public var leave: String
    /// The set of the terminal's widgets that belongs to these.
    public var widgets: WidgetGlyphs

    /// The lines of boxes.
    public var lines: Box.Lines { widgets.lines }

    /// - Parameter ambiguousWidth: How wide the terminal shows them. Where that is two columns, only ASCII keeps the borders.
    public init(_ choice: Choice, ambiguousWidth: AmbiguousWidth = .narrow) {
        switch (choice, ambiguousWidth) {
        case (.unicode, .narrow), (.auto, .narrow):
            (selected, overdue, near, gone) = ("▶", "!", "▲", "×")
            (onDuty, away, leave) = ("●", "○", "◇")
            widgets = .unicode
        case (.ascii, _), (.unicode, .wide), (.auto, .wide):
            (selected, overdue, near, gone) = (">", "!", "^", "x")
            (onDuty, away, leave) = ("+", "-", "=")
            widgets = .ascii
        }
    }
}
