/// The centre's civil time: a fixed distance from UTC (China has one, +08:00, and no summer time).
public struct UTCOffset: Hashable, Sendable {
    public let minutes: Int

    /// - Parameter minutes: east of Greenwich is positive; at most 14 hours either way.
    public init?(minutes: Int) {
        guard abs(minutes) <= 14 * 60 else { return nil }
        self.minutes = minutes
    }

    private init(unchecked minutes: Int) {
        self.minutes = minutes
    }

    public static let china = UTCOffset(unchecked: 8 * 60)
    public static let utc = UTCOffset(unchecked: 0)

    /// Further from 1970 nothing is told apart, in milliseconds: some ten thousand years.
    private static let reach: Int64 = 300_000_000_000_000

    /// The civil day and the millisecond of that day (0 ..< 86,400,000) at `instant`.
    public func civil(_ instant: Instant) -> (date: CivilDate, millisecondOfDay: Int64) {
        // A moment that a damaged file gives must not end the process.
        let local = min(max(instant.milliseconds, -Self.reach), Self.reach) + Int64(minutes) * 60_000
        let day = local >= 0 ? local / 86_400_000 : -((-local + 86_399_999) / 86_400_000)
        return (CivilDate(dayNumber: Int(day)), local - day * 86_400_000)
    }

    /// The instant at which `date` begins here, `minute` minutes later (1,440 = the end of the day).
    public func instant(_ date: CivilDate, minute: Int = 0) -> Instant {
        Instant(milliseconds: Int64(date.dayNumber) * 86_400_000 + Int64(minute - minutes) * 60_000)
    }
}

extension UTCOffset: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// `+08:00`.
    public var description: String {
        "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60, 2)):\(padded(abs(minutes) % 60, 2))"
    }

    public init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
            bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            let hours = decimal(bytes[1..<3]), let rest = decimal(bytes[4..<6]), rest < 60
        else { return nil }
        self.init(minutes: (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + rest))
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let offset = UTCOffset(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an offset like +08:00")
        }
        self = offset
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
