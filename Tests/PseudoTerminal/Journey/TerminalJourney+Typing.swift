// What a person does at the terminal, as the bytes a terminal sends for it. A person cannot paste or click into a
// program that has not asked for it, so these wait for the program to set the mode first.

extension TerminalJourney {
    /// Which way a mouse wheel turns.
    public enum ScrollDirection: Hashable, Sendable {
        case up, down
    }

    /// Types a text, as UTF-8 and all at once. Enter is `press(.enter)`: a "\n" in the text would be Ctrl-J.
    public func type(_ text: String) throws(ProcessError) {
        try sendRaw(text.utf8)
    }

    /// Presses keys, all at once. After `.escape`, wait for what it does before typing on: ESC and a letter are Alt.
    public func press(_ keys: Key...) throws(ProcessError) {
        let applicationCursor = screen.modes.contains(1)
        try sendRaw(keys.flatMap { $0.bytes(applicationCursor: applicationCursor) })
    }

    /// Pastes a text in brackets, once the program has asked for them (mode 2004). Line feeds become Enter, as in xterm;
    /// an ESC in the text is sent as it is.
    public func paste(_ text: String) throws(ProcessError) {
        try waitUntil("the program to ask for bracketed paste") { $0.modes.contains(2004) }
        let typed = text.utf8.map { $0 == 0x0A ? 0x0D : $0 }
        try sendRaw(Array("\u{1B}[200~".utf8) + typed + Array("\u{1B}[201~".utf8))
    }

    /// Presses and releases the left button over a cell, once the program has asked for the mouse (1006).
    public func click(column: Int, row: Int) throws(ProcessError) {
        try waitForMouse()
        let place = "\(column + 1);\(row + 1)"
        try sendRaw("\u{1B}[<0;\(place)M\u{1B}[<0;\(place)m".utf8)
    }

    /// Turns the wheel by one notch over a cell, once the program has asked for the mouse (1006).
    public func scroll(_ direction: ScrollDirection, column: Int, row: Int) throws(ProcessError) {
        try waitForMouse()
        let button = direction == .up ? 64 : 65
        try sendRaw("\u{1B}[<\(button);\(column + 1);\(row + 1)M".utf8)
    }

    private func waitForMouse() throws(ProcessError) {
        try waitUntil("the program to ask for the mouse") { $0.reportsMouse }
    }
}
