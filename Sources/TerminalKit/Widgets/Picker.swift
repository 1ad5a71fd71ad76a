// Finding one of many by typing a part of its name. This is the state: what is typed, what fits, which one is marked, as a value
// that takes keys; Picker+Drawing puts it on the screen.

/// A field and a list of what fits the typed text.
public struct Picker: Hashable, Sendable {
    /// One of what can be picked.
    public struct Option: Hashable, Sendable {
        /// What its line says.
        public var text: String
        /// What ends its line, such as a code or a key.
        public var trailing: String
        /// What it can be found by besides its text, such as a code or initials.
        public var keys: [String]

        public init(_ text: String, trailing: String = "", keys: [String] = []) {
            self.text = text
            self.trailing = trailing
            self.keys = keys
        }
    }

    /// What a key did.
    public enum Response: Hashable, Sendable {
        /// The text or the mark may have changed.
        case taken
        /// The option of this number was picked.
        case picked(Int)
        /// The person wants to leave without picking.
        case left
        /// The picker has no use for the key.
        case unused
    }

    /// What is typed.
    public private(set) var field: TextField
    /// All that can be picked.
    public let options: [Option]
    /// The numbers of the options that fit: those that begin with the typed text first, the shortest of them leading; the
    /// others in their own order.
    public private(set) var matches: [Int]
    /// The place of the marked option in ``matches``; 0 when nothing fits.
    public private(set) var selected = 0
    /// The place of the first line that was shown last.
    private(set) var top = 0
    /// The texts that each option is found by, in small letters, its own text first.
    private let folded: [[String]]

    /// A picker with a text already typed.
    ///
    /// - Parameter limit: The most characters that can be typed; nil for no limit.
    public init(_ options: [Option], text: String = "", limit: Int? = nil) {
        self.options = options
        field = TextField(text, limit: limit)
        folded = options.map { ([$0.text] + $0.keys).map { $0.lowercased() } }
        matches = []
        narrow()
    }

    /// The number of the marked option; nil when nothing fits.
    public var marked: Int? { matches.indices.contains(selected) ? matches[selected] : nil }

    /// Takes a key: typing narrows the list and marks its first line, arrows and pages move the mark, Enter picks, Escape leaves.
    ///
    /// - Parameter visible: Lines of the list that fit, for moving by pages.
    public mutating func handle(_ key: KeyPress, visible: Int) -> Response {
        switch key.key {
        case .enter: return marked.map { .picked($0) } ?? .taken
        case .escape: return .left
        case .up: move(by: -1, visible: visible)
        case .down: move(by: 1, visible: visible)
        case .pageUp: move(by: -max(1, visible - 1), visible: visible)
        case .pageDown: move(by: max(1, visible - 1), visible: visible)
        case .character, .backspace, .delete, .left, .right, .home, .end, .tab, .insert, .function:
            let before = field.text
            guard field.handle(key) else { return .unused }
            if field.text != before { narrow() }
        }
        return .taken
    }

    /// Takes pasted text as if it were typed.
    public mutating func insert(_ pasted: String) {
        field.insert(pasted)
        narrow()
    }

    /// Marks the line at a place of ``matches``, for the mouse.
    public mutating func select(_ place: Int, visible: Int) { move(by: place - selected, visible: visible) }

    private mutating func move(by distance: Int, visible: Int) {
        selected = max(0, min(selected + distance, matches.count - 1))
        top = ScrollWindow.top(current: top, selected: selected, visible: visible, count: matches.count)
    }

    /// Every typed word must stand in the option's text or in one of its keys.
    private mutating func narrow() {
        (selected, top) = (0, 0)
        let words = field.text.lowercased().split(whereSeparator: \.isWhitespace)
        guard let first = words.first else {
            matches = Array(options.indices)
            return
        }
        let fitting = options.indices.filter { index in
            words.allSatisfy { word in folded[index].contains { $0.contains(word) } }
        }
        let beginning = fitting.filter { folded[$0][0].hasPrefix(first) }
            .sorted { (options[$0].text.count, $0) < (options[$1].text.count, $1) }
        matches = beginning + fitting.filter { !folded[$0][0].hasPrefix(first) }
    }
}
