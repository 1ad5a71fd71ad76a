/// What a finding rests on, so that somebody else can look it up (建政发〔2022〕33号 二(四)2–4).
public struct Evidence: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// An inspection, by its number.
        case inspection
        /// A training session, by its number.
        case training
        /// The monthly summary of a village, by its month.
        case summary
        /// An entry of a village's ledger, by the number of the case.
        case ledger
        /// A complaint, by the number of the case and its own.
        case complaint
        /// A case, by its number.
        case `case`
        /// A paper, a photograph, a statement: where it is kept.
        case document
    }

    public var kind: Kind
    public var reference: String

    /// - Throws: ``StaffRefusal/unfit(_:_:)`` for a reference that says nothing.
    public init(_ kind: Kind, _ reference: String) throws(StaffRefusal) {
        self.kind = kind
        self.reference = try EntryField.basis.checkedForStaff(reference)
    }

    private init(kind: Kind, reference: String) {
        self.kind = kind
        self.reference = reference
    }

    /// The number of the inspection that it is.
    public var inspection: Int? { kind == .inspection ? Int(reference) : nil }

    public static func inspection(_ number: Int) -> Evidence { Evidence(kind: .inspection, reference: "\(number)") }
    public static func training(_ number: Int) -> Evidence { Evidence(kind: .training, reference: "\(number)") }
    public static func summary(_ month: CivilMonth) -> Evidence {
        Evidence(kind: .summary, reference: month.description)
    }
    public static func ledger(_ number: String) -> Evidence { Evidence(kind: .ledger, reference: number) }
    public static func complaint(_ number: String, _ complaint: Int) -> Evidence {
        Evidence(kind: .complaint, reference: "\(number) \(complaint)")
    }
    public static func `case`(_ number: String) -> Evidence { Evidence(kind: .case, reference: number) }
}

/// The person concerned says that a finding is wrong (建政发〔2022〕33号 二(四)2).
public struct Appeal: Hashable, Codable, Sendable {
    /// Who asked, when and why.
    public var asked: ConductFinding.Mark
    /// A third person found nothing in it; an appeal that was granted is the finding's reversal.
    public var refused: ConductFinding.Mark?

    public init(asked: ConductFinding.Mark, refused: ConductFinding.Mark? = nil) {
        self.asked = asked
        self.refused = refused
    }
}

/// An appeal was asked for.
public struct FindingAppealed: Hashable, Codable, Sendable {
    public var number: Int
    public var mark: ConductFinding.Mark

    public init(number: Int, mark: ConductFinding.Mark) {
        self.number = number
        self.mark = mark
    }
}

/// An appeal was refused.
public struct AppealRefused: Hashable, Codable, Sendable {
    public var number: Int
    public var mark: ConductFinding.Mark

    public init(number: Int, mark: ConductFinding.Mark) {
        self.number = number
        self.mark = mark
    }
}
