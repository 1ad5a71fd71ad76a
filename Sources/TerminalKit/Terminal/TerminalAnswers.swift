// The answers to our questions, put together: what the terminal said, no more. What follows from it for the frames is in
// TerminalFindings.swift.

/// What a terminal answered when it was asked what it can do.
public struct TerminalAnswers: Hashable, Sendable {
    /// How long answers are waited for, in milliseconds. A terminal farther away is used without them.
    public static let patience = 100
    /// The same for those that nobody else is to get: a second is more than a line by satellite takes.
    public static let latePatience = 1_000

    /// Whether the last question was answered in time; what is missing then is not supported.
    public internal(set) var areComplete = false
    /// Name and version as it says them (XTVERSION): "XTerm(379)", "tmux 3.4".
    public internal(set) var name: String?
    /// What it says of synchronized output (2026) and of left and right margins (69).
    var modes: [Int: ModeSetting] = [:]
    /// Whether it speaks the kitty keyboard protocol.
    var hasKittyKeyboard = false
    /// The columns of an ambiguous character, as the cursor moved.
    var ambiguousWidth: AmbiguousWidth?

    /// No answer.
    public init() {}

    /// Takes one answer in.
    mutating func add(_ reply: TerminalReply) {
        switch reply {
        case .primaryAttributes: areComplete = true
        case .secondaryAttributes: break
        case .version(let text): name = text.isEmpty ? nil : text
        case .mode(let mode, let setting): modes[mode] = setting
        case .keyboardFlags: hasKittyKeyboard = true
        case .cursor(_, let column):
            switch column - TerminalQuestions.place.column {
            case 2: ambiguousWidth = .narrow
            case 3, 4: ambiguousWidth = .wide
            default: ambiguousWidth = nil  // a screen too narrow for the question
            }
        }
    }
}
