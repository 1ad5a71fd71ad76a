// Waiting for descriptors with poll(2), until a deadline. Every wait of this library ends here: nothing sleeps.

import SystemPackage

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A point in time by which a fact must have come.
struct Deadline {
    private let instant: ContinuousClock.Instant

    init(in duration: Duration) {
        instant = ContinuousClock.now + duration
    }

    var hasPassed: Bool { ContinuousClock.now >= instant }

    /// The time left in milliseconds, rounded up, as poll(2) takes it; at most `limit`.
    func milliseconds(atMost limit: Duration? = nil) -> Int32 {
        var left = instant - ContinuousClock.now
        if let limit { left = min(left, limit) }
        let (seconds, attoseconds) = left.components
        let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        let rounded =
            overflow ? Int64(Int32.max) : milliseconds + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: max(0, rounded))
    }
}

/// Descriptors and what is waited for on each.
enum Readiness {
    static let readable = Int16(POLLIN)
    static let writable = Int16(POLLOUT)

    /// Waits until one of the descriptors is ready (or closed at its other end), or the time is over.
    ///
    /// - Returns: for each descriptor what it is ready for, 0 for nothing.
    static func wait(
        for interests: [(descriptor: Int32, events: Int16)], milliseconds: Int32
    ) throws(ProcessError) -> [Int16] {
        var polled = interests.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
        if poll(&polled, nfds_t(polled.count), milliseconds) < 0 {
            // A signal came: the caller looks at its deadline and waits again.
            guard errno == EINTR else { throw .system(call: "poll", Errno(rawValue: errno)) }
            return interests.map { _ in 0 }
        }
        return polled.map(\.revents)
    }
}

/// Makes reads and writes that cannot be done at once say so (EAGAIN).
func makeNonBlocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
}

/// What one read gave.
enum ReadOutcome {
    case bytes([UInt8])
    /// Nothing is there now.
    case nothing
    /// Nothing will come any more. A pty says EIO when its last program has gone (Linux).
    case closed
}

/// Reads once from a non-blocking descriptor.
func readOnce(_ descriptor: Int32) -> ReadOutcome {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        let got = read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 { failure = errno }
        count = max(0, got)
    }
    if !bytes.isEmpty { return .bytes(bytes) }
    return failure == EAGAIN || failure == EINTR ? .nothing : .closed
}
