import Casework

/// What the columns of an event log mean: which one names the case, which the activity, which the time, and which
/// activity is which step of a case's life.
///
/// A TOML file, read by ``init(toml:source:)``. Logs of process mining (XES written as CSV) have these three columns, and
/// say the rest in columns that repeat in every row of a case.
public struct EventLogMapping: Sendable {
    /// The label that imported cases carry as where they came from.
    public var name: String
    public var format: Format
    public var events: Events
    public var columns: Columns
    public var activities: [String: LoggedActivity]
    /// For activities that are not in ``activities``; without it their cases are rejected.
    public var others: LoggedActivity?
    /// Tried in order; the first that reads the whole text counts.
    public var formats: [TimePattern]
    public var zone: ImportZone
    public var blank: ImportMapping.Blank
    public var origin: ImportMapping.ValueMap<Intake.Origin>
    public var kind: ImportMapping.ValueMap<Intake.ServiceKind>
    public var ratingChannel: Rating.Channel

    public enum Format: Hashable, Sendable {
        case csv(delimiter: UInt8)
        /// One JSON object a line.
        case jsonl
    }

    /// The columns that are about one event.
    public struct Events: Hashable, Sendable {
        public var `case`: String
        public var activity: String
        public var time: String
        /// Who did it. A staff number makes its person the case's agent, where no column does.
        public var resource: String?
        /// What was written with it: a reason, a note, a result.
        public var text: String?
        /// The level of a rating, 1 to 5.
        public var level: String?
    }

    /// The columns that are about the case. Of its rows, the earliest that says something counts.
    public struct Columns: Hashable, Sendable {
        public var item: String?
        public var village: String?
        public var applicant: String?
        public var identityNumber: String?
        public var phone: String?
        public var address: String?
        public var note: String?
        public var origin: String?
        public var kind: String?
        /// Holds the staff number of the agent who has the case.
        public var agent: String?
    }

    /// Every column that the mapping names, with the key that names it.
    var namedColumns: [(key: String, column: String)] {
        let all: [(String, String?)] = [
            ("events.case", events.case), ("events.activity", events.activity), ("events.time", events.time),
            ("events.resource", events.resource), ("events.text", events.text), ("events.level", events.level),
            ("columns.item", columns.item), ("columns.village", columns.village),
            ("columns.applicant", columns.applicant), ("columns.identity", columns.identityNumber),
            ("columns.phone", columns.phone), ("columns.address", columns.address), ("columns.note", columns.note),
            ("columns.origin", columns.origin), ("columns.kind", columns.kind), ("columns.agent", columns.agent),
        ]
        return all.compactMap { key, column in column.map { (key: key, column: $0) } }
    }

    /// The time that `text` says; `nil` when no pattern reads it.
    func instant(_ text: String) -> Instant? {
        ImportMapping.instant(text, formats: formats, zone: zone)
    }
}
