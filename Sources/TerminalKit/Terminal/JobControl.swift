// Whose the terminal is at the moment, among the jobs of a shell (POSIX.1-2017, 11.1.4). A program that the shell has put into
// the background keeps its hands off the settings: they are the shell's or another program's then.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

enum JobControl {
    /// Whether the terminal is another job's. Async-signal-safe. Where there is no job control, it is everybody's.
    static func isInBackground(_ terminal: Int32) -> Bool {
        let group = tcgetpgrp(terminal)
        return group > 0 && group != getpgrp()
    }

    /// How long the end that comes together with a continuation may take to be known, in milliseconds: a shell's `kill` sends
    /// a stopped job the signal and SIGCONT, which different threads of a busy machine see.
    private static let grace: Int32 = 500

    /// Stops the program, as the system stops one that touches the terminal's settings (SIGTTOU), until the terminal is its
    /// own.
    ///
    /// - Returns: false when the program was asked to end instead.
    static func awaitForeground(_ terminal: Int32) -> Bool {
        while isInBackground(terminal) {
            if StopMark.isSet(within: grace) { return false }
            let mask = Glue.unblock([SIGTTOU])
            raise(SIGTTOU)
            Glue.restoreMask(mask)
        }
        return true
    }
}
