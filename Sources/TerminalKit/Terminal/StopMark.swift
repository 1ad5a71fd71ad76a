// Whether the end has been asked for, as a descriptor that `poll` can wait for together with a terminal. A thread that writes
// to a terminal which nobody reads sleeps until somebody does; this is what wakes it when the program has to end.
//
// Signals, and the wish to end that they bring, belong to the process: so there is one mark, made on first use and never
// closed.

import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

enum StopMark {
    /// Readable from the moment on when the end was asked for; -1 when the process has no descriptors left.
    static var descriptor: Int32 { ends.reading }

    /// The program is to end: whoever waits for a terminal gives up soon. Async-signal-safe after the first `clear`.
    static func set() {
        var byte: UInt8 = 0
        _ = write(ends.writing, &byte, 1)  // when the pipe is full, the mark stands
    }

    /// Whether the end is asked for, now or within a time.
    static func isSet(within milliseconds: Int32) -> Bool {
        var request = pollfd(fd: ends.reading, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) == 1
    }

    /// A new beginning: what was asked of somebody before does not count.
    static func clear() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(ends.reading, &bytes, bytes.count) > 0 {}
    }

    private static let ends: (reading: Int32, writing: Int32) = {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return (-1, -1) }
        for end in ends { Glue.makePrivateAndNonBlocking(end) }
        return (ends[0], ends[1])
    }()
}
