// Signals as bytes in a pipe: the handler writes the signal's number, the thread that waits for keys reads it. So a signal
// is handled at a place of the program's choosing, where it may allocate and lock. Only an end that does not come about is
// forced by the handler itself.
//
// Unsafe code: the handler reads and writes atomic integers and calls only `write`, `clock_gettime` and what the restorer
// calls, which is async-signal-safe. A handler may still run on another thread when the handlers are removed; the pipe that it
// writes to is open for the life of the process.

import Synchronization

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

    /// How long an orderly end may take before a further request ends the program at once, in milliseconds. A terminal that
    /// closes can bring several requests together (the system's SIGHUP and the shell's): those are one.
    private static let patience: Int64 = 2_000

    private static let pipe = Atomic<Int32>(-1)
    /// When the program was first asked to end (monotonic milliseconds); 0 while it was not.
    private static let firstRequest = Atomic<Int64>(0)
    private nonisolated(unsafe) static var previous: [(Int32, sigaction)] = []

    /// From now on the numbers of the watched signals are written to `descriptor`, which must not block and never be
    /// closed. The mark of the end has been cleared before, and so is there for the handler.
    static func install(writingTo descriptor: Int32) {
        remove()
        TerminalRestorer.prepare()
        firstRequest.store(0, ordering: .sequentiallyConsistent)
        pipe.store(descriptor, ordering: .sequentiallyConsistent)
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
        pipe.store(-1, ordering: .sequentiallyConsistent)
    }

    private static func received(_ signal: Int32) {
        let descriptor = pipe.load(ordering: .sequentiallyConsistent)
        guard descriptor >= 0 else { return }
        let saved = errno
        if asksForEnd(signal) {
            if isOverdue() { return TerminalRestorer.end(by: signal) }
            // At once, because whoever waits for the terminal may be about to stop the process (``JobControl``).
            StopMark.set()
        }
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(descriptor, &byte, 1)  // when the pipe is full, enough signals are waiting
        errno = saved
    }

    private static func asksForEnd(_ signal: Int32) -> Bool {
        switch signal {
        case SIGTERM, SIGHUP, SIGINT, SIGQUIT: true
        default: false
        }
    }

    /// Notes a request to end, and says whether the first one was long ago.
    private static func isOverdue() -> Bool {
        let now = Glue.milliseconds()
        let (isFirst, first) = firstRequest.compareExchange(
            expected: 0, desired: now, ordering: .sequentiallyConsistent)
        return !isFirst && now - first >= patience
    }
}
