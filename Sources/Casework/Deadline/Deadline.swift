/// When something has to be done, and why then: never a bare date.
///
/// A deadline carries its rule and its start, so it can be computed again and can explain itself line by line
/// (``explanation(calendar:offset:)``). `due` is the cached answer.
public struct Deadline: Hashable, Codable, Sendable {
    public var rule: ClockRule
    public var start: Instant
    public var due: Instant
    /// From here on the case is near its deadline.
    public var warnAt: Instant
    /// A year was needed whose days off are not published yet.
    public var isProvisional: Bool
    /// The stretches in which the clock stood still, in order; `nil` when it never did. Only the last may be open.
    public var pauses: [Pause]?

    /// A stretch in which a clock stands still.
    public struct Pause: Hashable, Codable, Sendable {
        public var from: Instant
        /// `nil` while it still stands.
        public var until: Instant?

        public init(from: Instant, until: Instant? = nil) {
            self.from = from
            self.until = until
        }
    }

    public init(
        rule: ClockRule, start: Instant, due: Instant, warnAt: Instant, isProvisional: Bool, pauses: [Pause]? = nil
    ) {
        self.rule = rule
        self.start = start
        self.due = due
        self.warnAt = warnAt
        self.isProvisional = isProvisional
        self.pauses = pauses
    }

    /// Whether the clock stands still now: then ``due`` is the instant that would hold if it went on at once.
    public var isStopped: Bool { pauses?.last.map { $0.until == nil } ?? false }
}
