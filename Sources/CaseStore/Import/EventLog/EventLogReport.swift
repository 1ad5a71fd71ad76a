import Casework

/// How far the import of an event log is, and what came of it.
public struct EventLogProgress: Hashable, Sendable {
    public enum Phase: Hashable, Sendable {
        /// The log is read and put in order.
        case reading
        case recording
    }

    public var phase = Phase.reading
    public var bytesRead: Int64 = 0
    public var bytesTotal: Int64 = 0
    /// Rows read, the header not included.
    public var rows = 0
    /// Rows whose case has been dealt with.
    public var rowsDone = 0
    /// Cases that came in, and the events of them.
    public var cases = 0
    public var events = 0
    /// Cases that the record has already from the same source.
    public var alreadyThere = 0
    /// The same, but the log leads to another state than they have here; they are not among ``alreadyThere``. An earlier
    /// run over the very same file has told of those that it met.
    public var otherState = 0
    public var casesRejected = 0
    public var rowsRejected = 0

    public init() {}
}

public struct EventLogReport: Hashable, Sendable {
    public var progress = EventLogProgress()
    /// How many cases came in, by the state they have now.
    public var states: [CaseState: Int] = [:]
    public var newVillages = 0
    /// The first of them, at most ``ImportReport/newNameLimit``.
    public var newVillageNames: [String] = []
    public var newItems = 0
    /// The first rejected rows that have a reason of their own, at most ``ImportReport/rejectLimit``.
    public var rejects: [ImportReject] = []
    /// The first cases that are here in another state than the log leads to, at most ``ImportReport/differenceLimit``.
    public var differences: [ImportDifference] = []
    /// Where the rejects file was written, if there was anything to write.
    public var rejectsPath: String?
    /// The caller stopped it before the end; run again, it goes on there.
    public var wasStopped = false

    public init() {}
}
