/// The register of centres and points, and what each of them must have: the "six ones" and "six haves" of a village
/// point, the "eight haves and one can" of a centre (建政发〔2022〕33号 六(二); 平政办发〔2024〕14号 二(一)1, 二(三)2).

/// A place where people are served.
public struct ServicePoint: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        case centre, village
        /// For remote places.
        case mobile
        /// By post, for remote places.
        case postal
    }

    public var name: String
    public var kind: Kind
    /// The village that it serves; `nil` for the centre.
    public var village: String?
    /// Square metres of the hall; `nil` when nobody has measured.
    public var hall: Int?
    /// Requirement -> whether it is there. What is not in it has not been looked at.
    public var has: [String: Bool]

    public init(name: String, kind: Kind, village: String? = nil, hall: Int? = nil, has: [String: Bool] = [:]) {
        self.name = name
        self.kind = kind
        self.village = village
        self.hall = hall
        self.has = has
    }
}

/// A point against its checklist.
public struct PointChecklist: Hashable, Sendable {
    public enum Hall: Hashable, Sendable {
        case notAsked, unknown, enough
        case tooSmall(Int, least: Int)
    }

    /// In the order of the rulebook.
    public var fulfilled: [String]
    public var missing: [String]
    public var unknown: [String]
    public var hall: Hall

    public init(_ point: ServicePoint, rules: AgentRules.Checklists) {
        let asked = rules.items(for: point.kind)
        fulfilled = asked.filter { point.has[$0] == true }
        missing = asked.filter { point.has[$0] == false }
        unknown = asked.filter { point.has[$0] == nil }
        hall =
            switch (point.kind, point.hall) {
            case (.village, _), (.mobile, _), (.postal, _): .notAsked
            case (.centre, _) where rules.hall == 0: .notAsked
            case (.centre, nil): .unknown
            case (.centre, .some(let area)): area >= rules.hall ? .enough : .tooSmall(area, least: rules.hall)
            }
    }

    public var isComplete: Bool {
        guard missing.isEmpty, unknown.isEmpty else { return false }
        switch hall {
        case .notAsked, .enough: return true
        case .unknown, .tooSmall: return false
        }
    }

    /// Points: one for each requirement that is fulfilled, of so many.
    public var score: (points: Int, of: Int) {
        (fulfilled.count, fulfilled.count + missing.count + unknown.count)
    }
}
