import Casework

/// How long after a change on the screen the selected case takes no action: nobody can have read it yet.
///
/// A case that others changed needs time to be seen and a finger to be stopped; the row that moves up after one's own
/// action only has to have been on the screen for a moment.
struct Settling: Hashable, Sendable {
    /// Milliseconds after somebody else's change.
    static let afterChange: Int64 = 600
    /// Milliseconds after the selection moved by itself.
    static let afterMove: Int64 = 200

    private var begin: Instant
    private var length: Int64

    init(at now: Instant, _ length: Int64) {
        begin = now
        self.length = length
    }

    /// Whether the case still settles. A clock that was set back does not hold it for ever.
    func isUnder(at now: Instant) -> Bool {
        (0..<length).contains(now.milliseconds(since: begin))
    }
}
