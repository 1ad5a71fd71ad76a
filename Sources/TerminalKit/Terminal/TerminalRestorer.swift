// Gives the terminal back when the program ends in a way it did not choose: a trap, an abort, a signal nobody watches, `exit`
// from anywhere. Everything needed lies ready in memory that is never freed; a handler touches only that and calls only what
// POSIX lists as async-signal-safe (POSIX.1-2017, 2.4.3): poll, write, tcflush, tcsetattr, tcgetpgrp, getpgrp, getpid,
// pthread_sigmask, sigaction, raise, and through HeldErrors read and dup2.
//
// Unsafe code: `record` points to one record, allocated before the first handler is installed and never freed. Its plain fields
// change only while `phase` is `idle`; whoever moves it from `armed` to `restoring` restores, so that happens once.

import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

enum TerminalRestorer {
    private enum Phase: UInt8, AtomicRepresentable {
        /// Not taken, or given back in the ordinary way.
        case idle
        case armed
        /// A thread is giving the terminal back; the process ends after that.
        case restoring, restored
    }

    private struct Record: ~Copyable {
        let phase = Atomic<Phase>(.idle)
        /// How many threads are inside a write to the terminal.
        let writers = Atomic<Int>(0)
        /// The process that took the terminal: a child made by `fork` has the handlers, too, but not the terminal.
        var owner: pid_t = 0
        var input: Int32 = -1
        var output: Int32 = -1
        var termios = Glue.emptyTermios()
        var length = 0
        let bytes: UnsafeMutablePointer<UInt8>
        var everySignal = sigset_t()
        /// The action that lets a signal end the program; made beforehand.
        var ending = Glue.defaultAction()
    }

    private static let capacity = 512

    /// The most bytes of one write, as in ``TerminalOutput``. Computed, so that nothing is made in a handler.
    private static var cautiousPortion: Int { 64 }

    /// The one record. Allocated on first use, which `arm` makes happen outside of any handler.
    private nonisolated(unsafe) static let record: UnsafeMutablePointer<Record> = {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        bytes.initialize(repeating: 0, count: capacity)
        let record = UnsafeMutablePointer<Record>.allocate(capacity: 1)
        record.initialize(to: Record(bytes: bytes))
        sigfillset(&record.pointee.everySignal)
        atexit { TerminalRestorer.restoreNow() }
        return record
    }()

    /// Makes all that a handler needs.
    static func prepare() {
        _ = record
        HeldErrors.prepare()
    }

    /// Keeps what restores the terminal, and from now on does so at every end of the program.
    static func arm(input: FileDescriptor, output: Int32, termios: termios, bytes: [UInt8]) {
        record.pointee.phase.store(.idle, ordering: .sequentiallyConsistent)
        record.pointee.owner = getpid()
        record.pointee.input = input.rawValue
        record.pointee.output = output
        record.pointee.termios = termios
        let length = min(bytes.count, capacity)
        for index in 0..<length { record.pointee.bytes[index] = bytes[index] }
        record.pointee.length = length
        HeldErrors.hold(terminal: output)
        record.pointee.phase.store(.armed, ordering: .sequentiallyConsistent)
        FatalSignals.install()
        SignalStack.coverThread()
    }

    /// The terminal has been given back in the ordinary way.
    static func disarm() { record.pointee.phase.store(.idle, ordering: .sequentiallyConsistent) }

    /// Lets `write` write to the terminal, unless a handler has given it back or is about to: what another thread draws then
    /// must not come after the last bytes. Nil when it was not let.
    static func unlessGivenBack(_ write: () -> Int) -> Int? {
        record.pointee.writers.add(1, ordering: .sequentiallyConsistent)
        defer { record.pointee.writers.subtract(1, ordering: .sequentiallyConsistent) }
        switch record.pointee.phase.load(ordering: .sequentiallyConsistent) {
        case .idle, .armed: return write()
        case .restoring, .restored: return nil
        }
    }

    /// Gives the terminal back, once; when another thread is about it, waits for that. Async-signal-safe after the first `arm`.
    static func restoreNow() {
        var mask = sigset_t()
        // Nothing comes between on this thread; and with SIGTTOU blocked, no call stops a program in the background.
        pthread_sigmask(SIG_BLOCK, &record.pointee.everySignal, &mask)
        defer { pthread_sigmask(SIG_SETMASK, &mask, nil) }
        guard record.pointee.owner == getpid() else { return }
        let (isMine, phase) = record.pointee.phase.compareExchange(
            expected: .armed, desired: .restoring, ordering: .sequentiallyConsistent)
        if isMine {
            awaitWriters()
            restore()
            record.pointee.phase.store(.restored, ordering: .sequentiallyConsistent)
        } else if phase == .restoring {
            // Whoever returns from here ends the process, and with it the other's work.
            wait(upTo: 1_000) { record.pointee.phase.load(ordering: .sequentiallyConsistent) != .restoring }
        }
    }

    /// Gives the terminal back, and lets a signal end the program as if it had never been handled. For handlers: the signal
    /// takes effect when the handler returns.
    static func end(by signal: Int32) {
        restoreNow()
        sigaction(signal, &record.pointee.ending, nil)
        raise(signal)
    }

    /// Writes do not wait, so others are soon through. A handler that has interrupted a write of its own thread waits in vain,
    /// which is why it does not wait long.
    private static func awaitWriters() {
        wait(upTo: 100) { record.pointee.writers.load(ordering: .sequentiallyConsistent) == 0 }
    }

    private static func wait(upTo milliseconds: Int32, until isTrue: () -> Bool) {
        var left = milliseconds
        while left > 0, !isTrue() {
            _ = poll(nil, 0, 1)
            left -= 1
        }
    }

    private static func restore() {
        let output = record.pointee.output
        var request = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        // The settings first: a terminal that nobody reads gets them back, too, and what it has not taken is dropped.
        if poll(&request, 1, 0) != 1 { tcflush(output, TCOFLUSH) }
        if !JobControl.isInBackground(record.pointee.input) {
            tcsetattr(record.pointee.input, TCSANOW, &record.pointee.termios)
        }
        let isTaken = send(record.pointee.bytes, record.pointee.length, to: output)
        HeldErrors.release { isTaken && TerminalRestorer.send($0, $1, to: output) }
        // Keys and clicks that nobody will read must not reach the shell.
        tcflush(record.pointee.input, TCIFLUSH)
    }

    /// Whether the terminal took all; one that takes nothing is given half a second.
    private static func send(_ bytes: UnsafeMutablePointer<UInt8>, _ length: Int, to output: Int32) -> Bool {
        var request = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        var sent = 0
        var failures = 0
        while sent < length, failures < 10 {
            // No write without room for it: the descriptor may be one that waits, and `poll` says only that some fit.
            guard poll(&request, 1, 50) == 1, request.revents & Int16(POLLOUT) != 0 else {
                failures += 1
                continue
            }
            let count = write(output, bytes + sent, min(length - sent, cautiousPortion))
            if count > 0 { sent += count } else { failures += 1 }
        }
        return sent == length
    }
}
