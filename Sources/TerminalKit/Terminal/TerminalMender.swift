// Mends a terminal that a program could not give back, because it was ended by what no program survives (SIGKILL, a machine
// without memory) or on a thread without a signal stack. Nothing is known of how it was taken, so everything is undone that
// this or another full-screen program may have done, and nothing is asked.

import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Makes a terminal usable again.
public enum TerminalMender {
    /// Mends the terminal that the program was started from, wherever its input and output go.
    ///
    /// - Throws: `notATerminal` when there is none, `system` when it refuses its settings.
    public static func mend() throws(TerminalError) {
        let opened = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        defer { if opened >= 0 { close(opened) } }
        let candidates = [opened, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
        guard let terminal = candidates.first(where: { $0 >= 0 && isatty($0) == 1 }) else { throw .notATerminal }
        try mend(FileDescriptor(rawValue: terminal))
    }

    /// Mends this terminal: its settings first, so that a terminal which takes no bytes gets them, too.
    ///
    /// - Throws: `system` when it refuses its settings.
    static func mend(_ terminal: FileDescriptor) throws(TerminalError) {
        var settings = Glue.emptyTermios()
        guard tcgetattr(terminal.rawValue, &settings) == 0 else {
            throw .system(operation: "tcgetattr", Errno(rawValue: Glue.lastErrno))
        }
        Glue.makeSane(&settings)
        while tcsetattr(terminal.rawValue, TCSANOW, &settings) != 0 {
            let error = Errno(rawValue: Glue.lastErrno)
            if error != .interrupted { throw .system(operation: "tcsetattr", error) }
        }
        // Ctrl-S may have stopped it.
        tcflow(terminal.rawValue, TCOON)
        let screen = TerminalOutput(terminal.rawValue)
        defer { screen.close() }
        screen.write(bytes, until: Glue.milliseconds() + TerminalDevice.farewell)
        tcflush(terminal.rawValue, TCIFLUSH)
    }

    /// What undoes everything. The cursor keeps its place where the main screen is shown already: it is saved before, and
    /// restored after, what moves it (margins, and leaving a screen that is not the alternate one).
    static let bytes = Array(
        [
            TerminalModes.cancel,
            // The kitty keyboard's stack, which belongs to the screen shown: more is taken off than can be on it.
            "\u{1B}[<99u",
            // A frame that was held back; then a soft reset (DECSTR), which xterm and its kin know.
            "\u{1B}[?2026l\u{1B}[!p",
            // Every way to report the mouse, the focus, pastes, colour schemes and sizes.
            ["9", "1000", "1002", "1003", "1005", "1006", "1015", "1016", "1004", "2004", "2031", "2048"]
                .map { "\u{1B}[?\($0)l" }.joined(),
            // Cursor keys and keypad as a shell has them.
            "\u{1B}[?1l\u{1B}>",
            "\u{1B}7" + TerminalModes.neutral + "\u{1B}8",
            "\u{1B}[?7h\u{1B}[?25h\u{1B}[0 q",
            "\u{1B}7\u{1B}[?1049l\u{1B}[m",
        ].joined().utf8)
}
