/// When a message that could not be sent is tried again, and when it is not any more.
///
/// The waits double from a minute on and end at half a day; after ``tries`` attempts, or three days after its cause, a
/// message is given up: news that old do more harm than good.
public enum RetryPlan {
    /// So many attempts at most.
    public static let tries = 8
    /// Minutes from the cause to the end.
    public static let lifetime = 3 * 1_440

    private static let longestWait = 720

    /// Minutes until the next attempt, after `tries` that failed.
    public static func wait(after tries: Int) -> Int {
        tries >= 11 ? longestWait : min(longestWait, 1 << max(0, tries - 1))
    }

    /// Whether nothing more is to be tried.
    public static func isOver(tries: Int, queuedAt: Instant, now: Instant) -> Bool {
        tries >= Self.tries || isStale(queuedAt: queuedAt, now: now)
    }

    public static func isStale(queuedAt: Instant, now: Instant) -> Bool {
        now.minutes(since: queuedAt) >= lifetime
    }
}
