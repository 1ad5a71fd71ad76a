// What the terminal says of itself when it is asked. It comes in among the keys, but it is no doing of the person: so it goes
// a way of its own, and however late it arrives it is never taken for a key.

/// An answer of the terminal to a question of ours. Answers to questions that nobody asks here are swallowed without a name.
enum TerminalReply: Hashable, Sendable {
    /// DA1, `CSI ? … c`: the level and the extensions. Every terminal since the VT100 answers it, in its turn.
    case primaryAttributes([Int])
    /// DA2, `CSI > … c`: kind, version, hardware.
    case secondaryAttributes([Int])
    /// XTVERSION, `DCS > | text ST`: name and version, such as "XTerm(379)".
    case version(String)
    /// CPR, `CSI row ; column R`, both from 1: where the cursor is.
    case cursor(row: Int, column: Int)
    /// DECRPM, `CSI ? mode ; setting $ y`.
    case mode(Int, ModeSetting)
    /// The flags of the kitty keyboard protocol in force, `CSI ? flags u`.
    case keyboardFlags(Int)
}

/// What a terminal says about one of its private modes (DECRPM, VT510 manual, "Report Mode").
enum ModeSetting: Int, Hashable, Sendable {
    case unknown = 0
    case set = 1
    case reset = 2
    case alwaysSet = 3
    case alwaysReset = 4

    /// Whether a program can set and reset it.
    var isChangeable: Bool { self == .set || self == .reset }
}
