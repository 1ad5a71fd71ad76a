import Casework
import Dashboard
import Foundation

/// The machine's clock: the only place in the program that reads it.
enum SystemClock {
    static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// The time, and that of the clock that nobody sets and that goes on while the machine sleeps.
    static func moment() -> WallMoment {
        let passed = start.duration(to: .now).components
        return WallMoment(
            now(), steady: passed.seconds * 1_000 + passed.attoseconds / 1_000_000_000_000_000)
    }

    private static let start = ContinuousClock.now
}
