// What a person does at the terminal, as values: keys, pasted text, the mouse, the focus of the window.

/// One thing that happened at the terminal.
public enum InputEvent: Hashable, Sendable {
    case key(KeyPress)
    /// Text pasted in one piece (bracketed paste), as it came: it may hold line feeds and control characters.
    case paste(String)
    case mouse(MouseEvent)
    /// The window got (true) or lost the focus.
    case focus(Bool)
}

/// A key with the modifiers held down.
///
/// Ctrl-X is `.character("x")` with `.control`, Shift-Tab is `.tab` with `.shift`, the space bar `.character(" ")`. A capital
/// letter is the character itself, without `.shift`.
public struct KeyPress: Hashable, Sendable {
    public var key: Key
    public var modifiers: KeyModifiers

    public init(_ key: Key, _ modifiers: KeyModifiers = []) {
        self.key = key
        self.modifiers = modifiers
    }
}

/// A key of the keyboard.
public enum Key: Hashable, Sendable {
    case character(Character)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 is `function(1)`.
    case function(Int)
}

/// Modifiers held down with a key or a mouse button.
public struct KeyModifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let shift = KeyModifiers(rawValue: 1)
    /// Alt, Option or Meta.
    public static let alt = KeyModifiers(rawValue: 2)
    public static let control = KeyModifiers(rawValue: 4)
}

/// What the mouse did, and on which cell.
public struct MouseEvent: Hashable, Sendable {
    public enum Button: Hashable, Sendable { case left, middle, right }

    public enum Action: Hashable, Sendable {
        case press(Button)
        case release
        /// Moved with a button held down.
        case drag
        case scrollUp, scrollDown
    }

    public var action: Action
    /// From 0.
    public var column: Int
    /// From 0.
    public var row: Int
    public var modifiers: KeyModifiers

    public init(_ action: Action, column: Int, row: Int, modifiers: KeyModifiers = []) {
        self.action = action
        self.column = column
        self.row = row
        self.modifiers = modifiers
    }
}
