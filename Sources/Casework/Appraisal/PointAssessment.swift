/// Somebody looked at a service point and marked what is there, each mark with what shows it (平政办发〔2024〕14号 二(一)1,
/// 二(一)4(2); 建政发〔2022〕33号 六(二)).
public struct PointAssessment: Hashable, Codable, Sendable {
    public struct Mark: Hashable, Codable, Sendable {
        /// As the rulebook's checklist names it.
        public var item: String
        public var isThere: Bool
        /// What shows it: a photograph, a paper, who saw it.
        public var evidence: String

        public init(item: String, isThere: Bool, evidence: String) throws(StaffRefusal) {
            self.item = item
            self.isThere = isThere
            self.evidence = try EntryField.basis.checkedForStaff(evidence)
        }
    }

    public var point: String
    public var kind: ServicePoint.Kind
    public var village: String?
    /// Square metres, when they were measured.
    public var hall: Int?
    public var marks: [Mark]

    /// - Throws: ``StaffRefusal/markUnfit(_:asked:)`` for a mark that the point's checklist does not ask for, or twice.
    public init(
        point: String, kind: ServicePoint.Kind, village: String? = nil, hall: Int? = nil, marks: [Mark],
        rules: AgentRules.Checklists
    ) throws(StaffRefusal) {
        let asked = rules.items(for: kind)
        var seen: Set<String> = []
        for mark in marks where !asked.contains(mark.item) || !seen.insert(mark.item).inserted {
            throw .markUnfit(mark.item, asked: asked)
        }
        guard !marks.isEmpty || hall != nil else { throw .nothingChanged }
        self.point = try EntryField.centre.checkedForStaff(point)
        self.kind = kind
        self.village = try EntryField.village.checkedForStaffIfAny(village)
        self.hall = hall
        self.marks = marks
    }
}

extension AgentRules.Checklists {
    /// What a point of that kind is asked for. A bus or a postman has no counter, no hall and no board.
    public func items(for kind: ServicePoint.Kind) -> [String] {
        switch kind {
        case .centre: centre
        case .village: villagePoint
        case .mobile, .postal: []
        }
    }
}

extension ServicePoint {
    /// Takes over what an assessment says: a newer mark takes the place of an older one.
    public mutating func apply(_ assessment: PointAssessment) {
        kind = assessment.kind
        if let village = assessment.village { self.village = village }
        if let hall = assessment.hall { self.hall = hall }
        for mark in assessment.marks { has[mark.item] = mark.isThere }
    }
}
