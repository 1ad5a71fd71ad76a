// What a journey waits for on the screen.
//
// A condition is looked at after everything that can be read has been read, and not in the middle of a synchronised
// frame (mode 2026). A program that does not mark its frames can still be seen between two writes of one frame; wait
// for what is drawn last, or for all that the next step needs.

extension TerminalJourney {
    /// Waits until a text stands within one row of the screen.
    public func waitUntil(_ text: String) throws(ProcessError) {
        try wait(for: "the text \"\(text)\"") { screen.find(text) != nil }
    }

    /// Waits until a text is nowhere on the screen.
    public func waitUntil(absent text: String) throws(ProcessError) {
        try wait(for: "the text \"\(text)\" to go") { screen.find(text) == nil }
    }

    /// Waits until the screen is as the condition says.
    ///
    /// - Parameter description: what is waited for, for the message of a test that fails.
    public func waitUntil(
        _ description: String, _ condition: (TerminalModel) -> Bool
    ) throws(ProcessError) {
        try wait(for: description) { condition(screen) }
    }
}
