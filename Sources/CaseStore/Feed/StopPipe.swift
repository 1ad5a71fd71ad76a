#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How another thread ends one that sleeps in `poll`: by closing the writing end, the reading end becomes ready.
///
/// The writing end is closed by ``pull()``, which the owner calls once; the reading end by the sleeping thread.
struct StopPipe: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32

    /// `nil` when the process has no descriptors left.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    func pull() {
        close(writeEnd)
    }

    func closeReadEnd() {
        close(readEnd)
    }
}
