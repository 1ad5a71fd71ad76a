/// Somebody looked, and wrote down who, when, where and what was found (建政发〔2022〕33号 二(四)4).
public struct Inspection: Hashable, Codable, Sendable {
    /// Counts the inspections of the record, from 1.
    public var number: Int
    public var at: Instant
    public var by: StaffID
    /// The village or window.
    public var place: String
    public var found: String
    /// The agent who should have been there, and whether they were; `nil` when nobody was looked for.
    public var agent: StaffID?
    public var wasAtPost: Bool?

    /// - Throws: ``StaffRefusal/unfit(_:_:)`` for an inspection that says not where or not what.
    public init(
        number: Int = 0, at: Instant, by: StaffID, place: String, found: String, agent: StaffID? = nil,
        wasAtPost: Bool? = nil
    ) throws(StaffRefusal) {
        self.number = number
        self.at = at
        self.by = by
        self.place = try EntryField.village.checkedForStaff(place)
        self.found = try EntryField.note.checkedForStaff(found)
        self.agent = agent
        self.wasAtPost = wasAtPost
    }

    /// The agent who was looked for and not met. Whether that is held against anybody is said by
    /// ``AbsenceCheck``: outside duty nobody has to be there.
    public var missed: StaffID? { wasAtPost == false ? agent : nil }
}

/// What the centre keeps of one village and month, the file behind its line of the allowance sheet
/// (建政发〔2022〕33号 二(四)3).
public struct VillageFile: Hashable, Sendable {
    public var village: String
    public var month: CivilMonth
    /// Sessions with check-in and check-out, of so many.
    public var attended: Int
    public var sessions: Int
    /// Entries of the ledger, and how many of them are incomplete.
    public var ledger: Int
    public var incomplete: Int
    public var summary: SummaryDeadline.State
    public var inspections: [Inspection]

    public init(
        village: String, month: CivilMonth, attended: Int, sessions: Int, ledger: Int, incomplete: Int,
        summary: SummaryDeadline.State, inspections: [Inspection]
    ) {
        self.village = village
        self.month = month
        self.attended = attended
        self.sessions = sessions
        self.ledger = ledger
        self.incomplete = incomplete
        self.summary = summary
        self.inspections = inspections
    }

    /// Whether there is nothing to talk about before the allowance is signed off.
    public var isClean: Bool {
        attended == sessions && incomplete == 0 && summary == .onTime
            && inspections.allSatisfy { $0.wasAtPost != false }
    }
}
