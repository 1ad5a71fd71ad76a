/// Somebody asks to be away; a supervisor grants it or not.

/// A leave as it was asked for.
public struct LeaveRequest: Hashable, Codable, Sendable {
    /// Names the request in every record it gets to, such as `A07-20261120T014105Z`.
    public var id: String
    public var span: DutySpan
    public var reason: String

    /// - Throws: ``StaffRefusal/unfit(_:_:)`` without a reason.
    public init(id: String, span: DutySpan, reason: String) throws(StaffRefusal) {
        self.id = id
        self.span = span
        self.reason = try EntryField.reason.checkedForStaff(reason)
    }

    /// - Parameter instant: of the asking; the name has its second (UTC).
    public static func name(of person: StaffMember, at instant: Instant) -> String {
        Handover.name(from: person, at: instant)
    }
}

/// What was said to a request. Whether it was granted is told by the kind of the entry.
public struct LeaveDecision: Hashable, Codable, Sendable {
    /// The ``LeaveRequest/id``.
    public var request: String
    /// The request's: a decision changes nothing about it.
    public var span: DutySpan
    public var note: String?
    /// The staff number of who stands in (B 岗).
    public var standIn: String?

    /// - Throws: ``StaffRefusal/unfit(_:_:)`` for a note that may not go into the record.
    public init(
        request: String, span: DutySpan, note: String? = nil, standIn: String? = nil
    ) throws(StaffRefusal) {
        self.request = request
        self.span = span
        self.note = try EntryField.reason.checkedForStaffIfAny(note)
        self.standIn = standIn
    }
}

/// A leave with what became of it.
public struct Leave: Hashable, Sendable {
    public enum Status: Hashable, Sendable {
        case asked
        case granted(Entered<LeaveDecision>)
        case refused(Entered<LeaveDecision>)
    }

    public var request: Entered<LeaveRequest>
    public var status: Status

    public init(request: Entered<LeaveRequest>, status: Status = .asked) {
        self.request = request
        self.status = status
    }

    public var isGranted: Bool {
        if case .granted = status { return true }
        return false
    }

    public var isOpen: Bool { status == .asked }
}

/// A supervisor says what a session was, whatever the marks say: by a new entry, never by changing one.
public struct SessionCorrection: Hashable, Codable, Sendable {
    public var session: DutySessionID
    public var state: SessionState
    public var reason: String

    /// - Throws: ``StaffRefusal/unfit(_:_:)`` without a reason, ``StaffRefusal/stateUnfit`` for a state that nobody can be
    ///   corrected to.
    public init(session: DutySessionID, state: SessionState, reason: String) throws(StaffRefusal) {
        guard state != .toCome else { throw .stateUnfit }
        self.session = session
        self.state = state
        self.reason = try EntryField.reason.checkedForStaff(reason)
    }
}
