import Foundation

/// The clocks of the measurements. Nanoseconds of CLOCK_MONOTONIC are the same in all processes of a machine, so a
/// child's instant can be compared with the parent's.
enum Stopwatch {
    static func now() -> Int64 { read(CLOCK_MONOTONIC) }

    /// Milliseconds since 1970, UTC.
    static func wallMilliseconds() -> Int64 { read(CLOCK_REALTIME) / 1_000_000 }

    /// Milliseconds into the minute of the wall clock, at whose turn the desk's clock is painted.
    static func millisecondOfMinute() -> Int64 { read(CLOCK_REALTIME) / 1_000_000 % 60_000 }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
