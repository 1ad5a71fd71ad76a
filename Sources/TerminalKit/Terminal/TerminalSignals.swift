// Signals as bytes in a pipe: the handler writes the signal's number, the thread that waits for keys reads it. So a signal
// is handled at a place of the program's choosing, where it may allocate and lock.
//
// Unsafe code: the handler reads one integer that is set before the handlers are installed and reset after they are
// removed, and calls only `write`, which is async-signal-safe.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A signal that the program answers.
public enum TerminalSignal: Hashable, Sendable {
    /// The terminal has another size (SIGWINCH).
    case resized
    /// The program was stopped and goes on (SIGCONT): the terminal may have been used by others.
    case continued
    /// Somebody outside asks the program to stop for a while (SIGTSTP): answer with ``TerminalDevice/suspend()``.
    case suspend
    /// The program is asked to end: SIGTERM, SIGHUP, SIGINT or SIGQUIT, by its number.
    case stop(Int32)

    init?(number: Int32) {
        switch number {
        case SIGWINCH: self = .resized
        case SIGCONT: self = .continued
        case SIGTSTP: self = .suspend
        case SIGTERM, SIGHUP, SIGINT, SIGQUIT: self = .stop(number)
        default: return nil
        }
    }
}

enum TerminalSignals {
    static let watched: [Int32] = [SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGINT, SIGQUIT]

    private nonisolated(unsafe) static var pipe: Int32 = -1
    private nonisolated(unsafe) static var previous: [(Int32, sigaction)] = []

    /// From now on the numbers of the watched signals are written to `descriptor`, which must not block.
    static func install(writingTo descriptor: Int32) {
        remove()
        pipe = descriptor
        for signal in watched {
            var action = Glue.action { TerminalSignals.received($0) }
            action.sa_flags = Int32(SA_RESTART)
            var old = sigaction()
            sigaction(signal, &action, &old)
            previous.append((signal, old))
        }
    }

    /// The signals do again what they did before.
    static func remove() {
        for (signal, old) in previous {
            var action = old
            sigaction(signal, &action, nil)
        }
        previous = []
        pipe = -1
    }

    private static func received(_ signal: Int32) {
        let descriptor = pipe
        guard descriptor >= 0 else { return }
        let saved = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(descriptor, &byte, 1)  // when the pipe is full, enough signals are waiting
        errno = saved
    }
}
