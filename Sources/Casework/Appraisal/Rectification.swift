/// A finding of a supervision about a unit: published in a circular, to be put right by a day (平政办发〔2024〕14号 三(四)).
public struct Rectification: Hashable, Codable, Sendable {
    public enum State: Hashable, Sendable {
        case open
        /// The day has passed and nothing was put right.
        case overdue
        case done
        case doneLate
    }

    public var unit: String
    public var fact: String
    public var found: ConductFinding.Mark
    /// The last day.
    public var by: CivilDate
    public var rectified: ConductFinding.Mark?
    /// The circular that names it, such as `2026-3`.
    public var circular: String?

    /// - Throws: ``StaffRefusal`` for a finding without unit or fact, or with a day before it was found.
    public init(
        unit: String, fact: String, found: ConductFinding.Mark, by day: CivilDate,
        rectified: ConductFinding.Mark? = nil, circular: String? = nil
    ) throws(StaffRefusal) {
        guard day >= found.on else { throw .rectificationBeforeFinding }
        self.unit = try EntryField.centre.checkedForStaff(unit)
        self.fact = try EntryField.reason.checkedForStaff(fact)
        self.found = found
        self.by = day
        self.rectified = rectified
        self.circular = circular
    }

    public func state(on day: CivilDate) -> State {
        guard let rectified else { return day <= by ? .open : .overdue }
        return rectified.on <= by ? .done : .doneLate
    }
}
