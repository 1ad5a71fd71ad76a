import Casework

/// Why an action was not recorded. In each case the record is as it was before.
public enum ActionError: Error, Hashable, Sendable {
    /// The regulations do not allow it.
    case refused(Refusal)
    /// Somebody else was faster.
    case conflict(Conflict)
    /// There is no such case.
    case missing(CaseID)
    case store(StoreError)
}

/// What happened to a case between the version that the person saw and now.
public struct Conflict: Hashable, Sendable {
    public var current: Case
    /// What came after that version, oldest first. Looks at masked data do not count.
    public var entries: [TraceEntry]

    public init(current: Case, entries: [TraceEntry]) {
        self.current = current
        self.entries = entries
    }
}

/// Why a new entry was not taken into the record.
public enum RecordError: Error, Hashable, Sendable {
    case caseNumberTaken(String)
    case staffNumberTaken(String)
    case noSuchStaff(StaffID)
    /// The rules about people do not allow it.
    case refused(StaffRefusal)
    case store(StoreError)
}
