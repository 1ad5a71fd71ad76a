// The signals that end the program: those of its own faults, and all others that do so by default and are not answered
// elsewhere (SIGUSR1, SIGALRM, a limit of CPU time, ...). One handler gives the terminal back and lets the signal do the rest.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

enum FatalSignals {
    /// Signals that end the program because of a fault of its own.
    private static let traps: [Int32] = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]

    #if os(Linux)
        /// With the real-time signals (signal(7)).
        private static let all: ClosedRange<Int32> = 1...64
        /// Nothing happens by default, or the program is stopped and may go on.
        private static let harmless: Set<Int32> = [SIGCHLD, SIGURG, SIGWINCH, SIGCONT, SIGTSTP, SIGTTIN, SIGTTOU]
    #else
        private static let all: ClosedRange<Int32> = 1...31
        private static let harmless: Set<Int32> = [
            SIGCHLD, SIGURG, SIGWINCH, SIGCONT, SIGTSTP, SIGTTIN, SIGTTOU, SIGIO, SIGINFO,
        ]
    #endif

    /// Handles every signal that would end the program. A signal that somebody ignores or answers stays with them, except for
    /// the traps: the Swift runtime's own handler would ask questions on the terminal.
    ///
    /// What cannot be handled (SIGKILL, SIGSTOP, those that the C library keeps for itself) is refused by the system.
    static func install() {
        var action = Glue.action { TerminalRestorer.end(by: $0) }
        action.sa_flags = Int32(SA_ONSTACK)
        sigfillset(&action.sa_mask)
        for signal in all where !harmless.contains(signal) {
            var present = sigaction()
            guard sigaction(signal, nil, &present) == 0 else { continue }
            if traps.contains(signal) || Glue.isDefault(present) { sigaction(signal, &action, nil) }
        }
    }
}
