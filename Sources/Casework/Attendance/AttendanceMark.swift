/// Somebody came or went: what the journal keeps of it.
///
/// The time is the person's own: of the moment at which they stood there. What was kept aside while the record could not
/// be written, or came from a village by file, was entered later.
public struct AttendanceMark: Hashable, Codable, Sendable {
    public var at: Instant
    /// The session that the person was told it counts for.
    public var session: DutySessionID
    public var source: AttendanceSource
    /// `true` when nobody could look whether the PIN was right; absent otherwise.
    public var isUnverified: Bool?

    public init(at: Instant, session: DutySessionID, source: AttendanceSource, isUnverified: Bool = false) {
        self.at = at
        self.session = session
        self.source = source
        self.isUnverified = isUnverified ? true : nil
    }
}

/// Coming or going.
public enum AttendanceDirection: String, Hashable, Codable, CaseIterable, Sendable {
    /// 签到
    case into = "in"
    /// 签退
    case out
}

/// Where a mark was made.
public struct AttendanceSource: Hashable, Codable, Sendable {
    public enum Channel: String, Hashable, Codable, CaseIterable, Sendable {
        case kiosk
        case commandLine = "command-line"
        /// Spelt from the beginning, and read; a desk writes none: whoever sits at one checks in by `attendance in`.
        case desk
        /// The made-up township.
        case simulator
    }

    public var channel: Channel
    /// The name of the computer.
    public var host: String?
    /// The line that it came over, as `SSH_CONNECTION` tells it: both addresses and ports.
    public var connection: String?

    /// Texts that are too long or hold what cannot be read are left out: the machine makes them, not a person.
    public init(_ channel: Channel, host: String? = nil, connection: String? = nil) {
        self.channel = channel
        self.host = host.flatMap { try? EntryField.place.fit($0) }
        self.connection = connection.flatMap { try? EntryField.place.fit($0) }
    }
}

/// A mark as the attendance of a person is made of: also one of the time when only its moment was kept.
public struct DutyMark: Hashable, Sendable {
    public var direction: AttendanceDirection
    public var at: Instant
    public var session: DutySessionID?
    public var source: AttendanceSource?
    public var isUnverified: Bool

    public init(
        _ direction: AttendanceDirection, at: Instant, session: DutySessionID? = nil, source: AttendanceSource? = nil,
        isUnverified: Bool = false
    ) {
        self.direction = direction
        self.at = at
        self.session = session
        self.source = source
        self.isUnverified = isUnverified
    }

    public init(_ direction: AttendanceDirection, _ mark: AttendanceMark) {
        self.init(
            direction, at: mark.at, session: mark.session, source: mark.source,
            isUnverified: mark.isUnverified ?? false)
    }
}
