// What is written to standard error while the screen is taken: the message of a trap, a complaint of the C library or of a
// program that was started. On the screen it would spoil the frame, and be gone with the alternate screen. So, where standard
// error is that very terminal, it goes into a pipe meanwhile, and to the terminal when that is given back.
//
// Unsafe code: `record` points to one record, allocated before the first handler is installed and never freed. Its plain fields
// are set before `isHolding` is; `release` is async-signal-safe as far as `send` is.

import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

enum HeldErrors {
    private struct Record: ~Copyable {
        let isHolding = Atomic<Bool>(false)
        /// The terminal that standard error is; -1 before the first time, and where there are no descriptors left.
        var terminal: Int32 = -1
        var reading: Int32 = -1
        var writing: Int32 = -1
        let bytes: UnsafeMutablePointer<UInt8>
    }

    private static let capacity = 4_096
    /// What a pipe holds on Linux and macOS, in bytes. Computed, so that nothing is made in a handler.
    private static var pipeCapacity: Int { 65_536 }

    private nonisolated(unsafe) static let record: UnsafeMutablePointer<Record> = {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        bytes.initialize(repeating: 0, count: capacity)
        let record = UnsafeMutablePointer<Record>.allocate(capacity: 1)
        record.initialize(to: Record(bytes: bytes))
        return record
    }()

    /// Makes all that a handler needs.
    static func prepare() { _ = record }

    /// From now on standard error is kept, if it is this terminal. A pipe holds 64 KiB; what is more is lost.
    static func hold(terminal: Int32) {
        guard !record.pointee.isHolding.load(ordering: .sequentiallyConsistent) else { return }
        // Frames may go there themselves: where standard error was closed, the terminal can have been opened as it.
        guard terminal != STDERR_FILENO, Glue.isSameDevice(STDERR_FILENO, terminal), open() else { return }
        guard dup2(record.pointee.writing, STDERR_FILENO) >= 0 else { return }
        record.pointee.isHolding.store(true, ordering: .sequentiallyConsistent)
    }

    /// Standard error is the terminal again; `send` gets what was kept, and how many bytes that is, piece by piece, until it
    /// says that one did not go through. No more than a pipe holds, because programs that were started may write on.
    static func release(_ send: (UnsafeMutablePointer<UInt8>, Int) -> Bool) {
        guard record.pointee.isHolding.exchange(false, ordering: .sequentiallyConsistent) else { return }
        dup2(record.pointee.terminal, STDERR_FILENO)
        var left = pipeCapacity
        while left > 0 {
            let count = read(record.pointee.reading, record.pointee.bytes, capacity)
            guard count > 0, send(record.pointee.bytes, count) else { return }
            left -= count
        }
    }

    /// Opens the pipe and keeps a descriptor of the terminal, once for the life of the process.
    private static func open() -> Bool {
        if record.pointee.terminal >= 0 { return true }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return false }
        // Neither end waits: a message that finds no room is lost, and no thread hangs on it.
        for end in ends { Glue.makePrivateAndNonBlocking(end) }
        record.pointee.reading = ends[0]
        record.pointee.writing = ends[1]
        record.pointee.terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        return record.pointee.terminal >= 0
    }
}
