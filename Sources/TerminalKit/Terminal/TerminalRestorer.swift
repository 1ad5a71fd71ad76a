// Gives the terminal back when the program ends in a way it did not choose: a trap, an abort, `exit` from anywhere. Everything
// needed lies ready in memory that is never freed; the handler touches only that and calls poll, write, tcflush, tcsetattr,
// sigaction and raise, which POSIX lists as async-signal-safe (POSIX.1-2017, 2.4.3).
//
// Unsafe code: `record` points to one record, allocated before the first handler is installed and never freed. `isArmed` is
// set after, and cleared before, the other fields change; whoever clears it restores, so that happens once.

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
    /// Signals that end the program because of a fault of its own.
    static let traps: [Int32] = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]

    private struct Record: ~Copyable {
        let isArmed = Atomic<Bool>(false)
        var input: Int32 = -1
        var output: Int32 = -1
        var termios = Glue.emptyTermios()
        var length = 0
        let bytes: UnsafeMutablePointer<UInt8>
        /// The action that lets a signal end the program; made beforehand.
        var ending = Glue.defaultAction()
    }

    private static let capacity = 256

    /// The one record. Allocated on first use, which `arm` makes happen outside of any handler.
    private nonisolated(unsafe) static let record: UnsafeMutablePointer<Record> = {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        bytes.initialize(repeating: 0, count: capacity)
        let record = UnsafeMutablePointer<Record>.allocate(capacity: 1)
        record.initialize(to: Record(bytes: bytes))
        atexit { TerminalRestorer.restoreNow() }
        return record
    }()

    /// Keeps what restores the terminal, and from now on does so at every end of the program.
    static func arm(input: FileDescriptor, output: Int32, termios: termios, bytes: [UInt8]) {
        record.pointee.isArmed.store(false, ordering: .sequentiallyConsistent)
        record.pointee.input = input.rawValue
        record.pointee.output = output
        record.pointee.termios = termios
        let length = min(bytes.count, capacity)
        for index in 0..<length { record.pointee.bytes[index] = bytes[index] }
        record.pointee.length = length
        record.pointee.isArmed.store(true, ordering: .sequentiallyConsistent)
        installTraps()
    }

    /// The terminal has been given back in the ordinary way.
    static func disarm() { record.pointee.isArmed.store(false, ordering: .sequentiallyConsistent) }

    /// Gives the terminal back, once. Async-signal-safe after the first `arm`.
    static func restoreNow() {
        guard record.pointee.isArmed.exchange(false, ordering: .sequentiallyConsistent) else { return }
        var request = pollfd(fd: record.pointee.output, events: Int16(POLLOUT), revents: 0)
        // The settings first: a terminal that nobody reads gets them back, too, and what it has not taken is dropped.
        if poll(&request, 1, 0) != 1 { tcflush(record.pointee.output, TCOFLUSH) }
        tcsetattr(record.pointee.input, TCSANOW, &record.pointee.termios)
        var sent = 0
        var failures = 0
        while sent < record.pointee.length, failures < 10 {
            // No write without room for it: the descriptor may be one that waits.
            guard poll(&request, 1, 50) == 1, request.revents & Int16(POLLOUT) != 0 else {
                failures += 1
                continue
            }
            let count = write(record.pointee.output, record.pointee.bytes + sent, record.pointee.length - sent)
            if count > 0 { sent += count } else { failures += 1 }
        }
    }

    private nonisolated(unsafe) static var areTrapsInstalled = false

    private static func installTraps() {
        guard !areTrapsInstalled else { return }
        areTrapsInstalled = true
        for signal in traps {
            var action = Glue.action { TerminalRestorer.trapped($0) }
            action.sa_flags = Int32(SA_ONSTACK)
            sigaction(signal, &action, nil)
        }
    }

    /// The handler of traps: restores, then lets the signal end the program. The Swift runtime's own handler, which would ask
    /// questions on the terminal, is passed over.
    private static func trapped(_ signal: Int32) {
        restoreNow()
        sigaction(signal, &record.pointee.ending, nil)
        raise(signal)  // pending until this handler returns
    }
}
