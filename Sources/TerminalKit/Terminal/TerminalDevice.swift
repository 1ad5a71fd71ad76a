// The terminal as a thing to take, to write to and to give back. While it is taken, line editing and echo are off and the
// alternate screen is shown; `leave`, or the end of the program in whatever way, undoes exactly that.

import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A terminal that a full-screen program uses.
///
/// ```swift
/// let device = try TerminalDevice(input: .standardInput, output: .standardOutput)
/// try device.enter()
/// defer { device.leave() }
/// ```
public final class TerminalDevice: Sendable {
    /// Where keys come from.
    public let input: FileDescriptor
    /// Where frames go to.
    public let output: FileDescriptor

    private struct State: Sendable {
        /// The settings to give back; nil while the terminal is not taken.
        var saved: termios?
        var modes: TerminalModes
    }

    private let state: Mutex<State>
    private let screen: TerminalOutput

    /// How long the terminal may take over its last bytes, in milliseconds. One that nobody reads gets none.
    static let farewell: Int64 = 500

    /// - Parameter usesMouse: Whether mouse events are asked for while the terminal is taken.
    /// - Throws: `notATerminal` when one of the two is no terminal.
    public init(input: FileDescriptor, output: FileDescriptor, usesMouse: Bool = true) throws(TerminalError) {
        guard isatty(input.rawValue) == 1, isatty(output.rawValue) == 1 else { throw .notATerminal }
        self.input = input
        self.output = output
        state = Mutex(State(modes: TerminalModes(usesMouse: usesMouse)))
        screen = TerminalOutput(output.rawValue)
    }

    deinit {
        // While the terminal is taken, the restorer may need it at any moment.
        if state.withLock({ $0.saved == nil }) { screen.close() }
    }

    /// Takes the terminal: raw mode, alternate screen, bracketed paste, mouse. Taken again, it asserts the modes anew
    /// (for a program that was stopped and continued from outside).
    ///
    /// In the background, where the terminal is another job's, the program is stopped like every program that does this. If it
    /// is asked to end instead, the terminal is not taken, and nothing that is written reaches it.
    public func enter() throws(TerminalError) {
        guard JobControl.awaitForeground(input.rawValue) else { return }
        let settings: termios
        if let saved = state.withLock({ $0.saved }) {
            settings = saved
        } else {
            settings = try currentSettings()
        }
        let modes = state.withLock { state in
            state.saved = settings
            return state.modes
        }
        TerminalRestorer.arm(input: input, output: screen.descriptor, termios: settings, bytes: modes.leave)
        do {
            var raw = settings
            Glue.makeRaw(&raw)
            try apply(raw)
            try write(modes.enter)
        } catch {
            leave()
            throw error
        }
    }

    /// Uses from now on what the terminal has turned out to be able to do: the kitty keyboard protocol. Where the terminal is
    /// not taken, that begins when it is.
    public func adopt(_ capabilities: TerminalCapabilities) throws(TerminalError) {
        guard capabilities.hasKittyKeyboard else { return }
        let (saved, modes) = state.withLock { state in
            state.modes.usesKittyKeyboard = true
            return (state.saved, state.modes)
        }
        guard let saved else { return }
        TerminalRestorer.arm(input: input, output: screen.descriptor, termios: saved, bytes: modes.leave)
        try write(modes.enterKeyboard)
    }

    /// Gives the terminal back as it was; does nothing when it is not taken. Keys typed and not yet read are dropped, so that
    /// they do not reach the shell. A terminal that takes no bytes gets its settings back all the same, and nothing waits
    /// for it. In the background, where the shell has put its own settings in force, only the screen is given back.
    public func leave() {
        let (saved, modes) = state.withLock { state in
            let saved = state.saved
            state.saved = nil
            return (saved, state.modes)
        }
        guard let saved else { return }
        // A program in the background must not be stopped at its end.
        let mask = Glue.block([SIGTTOU])
        defer { Glue.restoreMask(mask) }
        // What a stuck terminal has not taken, it would show after the screen was given back.
        if !screen.isReady { tcflush(output.rawValue, TCOFLUSH) }
        if !JobControl.isInBackground(input.rawValue) { try? apply(saved) }
        let deadline = Glue.milliseconds() + Self.farewell
        screen.write(modes.leave, until: deadline)
        HeldErrors.release { bytes, count in
            screen.write(Array(UnsafeBufferPointer(start: bytes, count: count)), until: deadline)
        }
        tcflush(input.rawValue, TCIFLUSH)
        TerminalRestorer.disarm()
    }

    /// Gives the terminal back, stops the program as Ctrl-Z does, and takes the terminal again when it is continued. The
    /// caller then invalidates its encoder.
    ///
    /// In an orphaned process group (no shell to continue it) the system drops the signal: then the terminal is only left and
    /// entered again.
    public func suspend() throws(TerminalError) {
        leave()
        // The others of the process group are stopped first, while this process ignores the signal; then this thread stops
        // itself, which takes effect before `raise` returns.
        var previous = sigaction()
        var action = Glue.ignoringAction()
        sigaction(SIGTSTP, &action, &previous)
        kill(0, SIGTSTP)
        // Where every thread blocks the signal, it is kept for later although it is ignored; ignoring it again drops it, or
        // the program would stop a second time on `fg`.
        sigaction(SIGTSTP, &action, nil)
        action = Glue.defaultAction()
        sigaction(SIGTSTP, &action, nil)
        let mask = Glue.unblock([SIGTSTP])
        raise(SIGTSTP)
        Glue.restoreMask(mask)
        sigaction(SIGTSTP, &previous, nil)
        try enter()
    }

    /// The size of the terminal; 80×24 when it does not know.
    public func size() -> TerminalSize {
        var window = winsize()
        let answer = ioctl(output.rawValue, UInt(TIOCGWINSZ), &window)
        guard answer == 0, window.ws_col > 0, window.ws_row > 0 else { return TerminalSize(columns: 80, rows: 24) }
        return TerminalSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// Writes all bytes, however often the system takes only a part, and waits when the terminal is slow. While the terminal is
    /// not taken, nothing is written.
    ///
    /// - Throws: `system` when the terminal is gone, or when it takes nothing and the program is asked to end (both `EIO`), or
    ///   when another error is final.
    public func write(_ bytes: [UInt8]) throws(TerminalError) {
        if state.withLock({ $0.saved != nil }) { try screen.write(bytes) }
    }

    private func currentSettings() throws(TerminalError) -> termios {
        var settings = Glue.emptyTermios()
        guard tcgetattr(input.rawValue, &settings) == 0 else {
            throw .system(operation: "tcgetattr", Errno(rawValue: Glue.lastErrno))
        }
        return settings
    }

    /// Applies settings at once: waiting for the output to drain could wait for ever on a terminal that does not read.
    private func apply(_ settings: termios) throws(TerminalError) {
        var settings = settings
        while tcsetattr(input.rawValue, TCSANOW, &settings) != 0 {
            let error = Errno(rawValue: Glue.lastErrno)
            if error != .interrupted { throw .system(operation: "tcsetattr", error) }
        }
    }
}
