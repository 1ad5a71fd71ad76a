/// A point in time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Everything the office records is an instant; civil dates and clock times are derived from it with the centre's
/// ``UTCOffset``. Nothing in this module asks the machine for the time: instants come in as values.
public struct Instant: Hashable, Comparable, Sendable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The instant `minutes` later (earlier when negative).
    public func advanced(minutes: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(minutes) * 60_000)
    }

    /// The instant `seconds` later (earlier when negative).
    public func advanced(seconds: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(seconds) * 1_000)
    }

    /// Milliseconds from `earlier` to this instant.
    public func milliseconds(since earlier: Instant) -> Int64 {
        milliseconds - earlier.milliseconds
    }

    /// Whole minutes from `earlier` to this instant, rounded towards minus infinity, so that one second overdue is
    /// already minute -1.
    public func minutes(since earlier: Instant) -> Int {
        let distance = milliseconds(since: earlier)
        return Int(distance >= 0 ? distance / 60_000 : -((-distance + 59_999) / 60_000))
    }

    /// Minutes between the two as clocks without seconds show them.
    public func clockMinutes(since earlier: Instant) -> Int {
        Int(milliseconds / 60_000 - earlier.milliseconds / 60_000)
    }

    /// Itself at a full minute, else the next one: what a clock without seconds must show for it to be over.
    public var nextMinute: Instant { Instant(milliseconds: (milliseconds + 59_999) / 60_000 * 60_000) }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
