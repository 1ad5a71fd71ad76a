import Casework

/// What the columns of an export mean: which one is which part of a case, how times are written, which words stand for
/// which state, origin and kind.
///
/// A mapping is a TOML file that people write once for each source; ``init(toml:source:)`` reads it and says where it is
/// wrong. `Tests/DaibanTests/Import/boston311.toml` is a whole example.
public struct ImportMapping: Sendable {
    /// The label that imported cases carry as where they came from.
    public var name: String
    /// One ASCII character.
    public var delimiter: UInt8
    public var columns: Columns
    /// Tried in order; the first that reads the whole text counts.
    public var formats: [TimePattern]
    public var zone: ImportZone
    /// What a blank cell becomes.
    public var blank: Blank
    /// The clause and the warning of deadlines that the export brings along; `nil` when it brings none.
    public var target: Target?
    public var state: ValueMap<CaseState>
    /// Looked at in order before ``state``; the first that holds decides.
    public var stateRules: [StateRule]
    public var origin: ValueMap<Intake.Origin>
    public var kind: ValueMap<Intake.ServiceKind>

    /// The columns by name. What has a list is put together, line by line.
    public struct Columns: Hashable, Sendable {
        public var number: String
        public var submitted: String
        public var accepted: String?
        public var completed: String?
        public var closed: String?
        public var target: String?
        public var state: String?
        public var item: String
        public var village: String
        public var applicant: String?
        public var phone: String?
        public var address: String?
        public var note: [String]
        public var reason: String?
        public var origin: String?
        public var kind: String?
        /// Holds the staff number of the agent who has the case.
        public var agent: String?
    }

    /// Words for cells that say nothing. Without one, such a row is rejected (the applicant always has one).
    public struct Blank: Hashable, Sendable {
        public var applicant: String
        public var item: String?
        public var village: String?
    }

    public struct Target: Hashable, Sendable {
        /// What the target rests on, in the words of the source.
        public var clause: String
        /// Minutes.
        public var warnBefore: Int
    }

    /// Words of the export and what they stand for here.
    public struct ValueMap<Value: Hashable & Sendable>: Hashable, Sendable {
        public var values: [String: Value]
        /// For blank cells, missing columns and words that are not in ``values``; without it they are rejected.
        public var fallback: Value?
    }

    /// What stands in for words that the mapping does not know.
    public struct Defaults: Hashable, Sendable {
        public var state: CaseState?
        public var origin: Intake.Origin?
        public var kind: Intake.ServiceKind?
    }

    public var defaults: Defaults { Defaults(state: state.fallback, origin: origin.fallback, kind: kind.fallback) }
}

/// Gives a state to rows that fulfil every condition it names.
public struct StateRule: Hashable, Sendable {
    public var column: String
    /// One of these words.
    public var isOneOf: [String]?
    public var isBlank: Bool?
    public var contains: String?
    /// A time at or after this one.
    public var since: Instant?
    /// A time before this one.
    public var before: Instant?
    public var state: CaseState

    /// - Parameter time: reads the cell as a time; `nil` when it is none, and then no time condition holds.
    func holds(for cell: String, time: (String) -> Instant?) -> Bool {
        if let isOneOf, !isOneOf.contains(cell) { return false }
        if let isBlank, isBlank != cell.isEmpty { return false }
        if let contains, !cell.contains(contains) { return false }
        guard since != nil || before != nil else { return true }
        guard let instant = time(cell) else { return false }
        if let since, instant < since { return false }
        if let before, instant >= before { return false }
        return true
    }
}

extension ImportMapping {
    /// The time that `text` says; `nil` when no pattern reads it.
    public func instant(_ text: String) -> Instant? {
        Self.instant(text, formats: formats, zone: zone)
    }

    static func instant(_ text: String, formats: [TimePattern], zone: ImportZone) -> Instant? {
        for format in formats {
            guard let reading = format.read(text) else { continue }
            let zone = reading.offset.map(ImportZone.fixed) ?? zone
            return zone.instant(reading.date, millisecondOfDay: reading.millisecondOfDay)
        }
        return nil
    }

    /// Every column that the mapping names, with the key that names it.
    var namedColumns: [(key: String, column: String)] {
        var named = columns.single.compactMap { key, column in column.map { (key: "columns.\(key)", column: $0) } }
        named += columns.note.map { (key: "columns.note", column: $0) }
        named += stateRules.enumerated().map { (key: "state.rules[\($0 + 1)]", column: $1.column) }
        return named
    }
}

extension ImportMapping.Columns {
    /// The keys that name one column, in the order of the documentation.
    static let singleKeys = [
        "number", "submitted", "accepted", "completed", "closed", "target", "state", "item", "village", "applicant",
        "phone", "address", "reason", "origin", "kind", "agent",
    ]

    fileprivate var single: [(String, String?)] {
        [
            ("number", number), ("submitted", submitted), ("accepted", accepted), ("completed", completed),
            ("closed", closed), ("target", target), ("state", state), ("item", item), ("village", village),
            ("applicant", applicant), ("phone", phone), ("address", address), ("reason", reason), ("origin", origin),
            ("kind", kind), ("agent", agent),
        ]
    }
}
