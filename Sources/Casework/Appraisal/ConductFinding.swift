/// Something that somebody did or failed to do, as the office found it: the fact that a deduction, a dismissal or a
/// circular rests on (建政发〔2022〕33号 二(四)2; 四川《指导意见》 三(四)).
///
/// It counts once a second person has verified it, and no longer once an appeal has been granted. Nothing is deleted:
/// both stand beside it.
public struct ConductFinding: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// 不受理代办事项
        case refusedToAccept = "refused-to-accept"
        /// 无故不参加培训
        case missedTraining = "missed-training"
        /// 督查检查不在岗
        case notAtPost = "not-at-post"
        /// 不按时报送月汇总表
        case lateSummary = "late-summary"
        /// 台账填写不完整
        case incompleteLedger = "incomplete-ledger"
        /// 额外收费
        case extraFee = "extra-fee"
        /// 推诿不办
        case shirking
        /// 擅自增加申请人义务
        case addedDuties = "added-duties"
        /// 超时办结
        case overdue
        /// 弄虚作假、骗取补贴
        case fraud

        public var source: RuleSource {
            switch self {
            case .refusedToAccept, .missedTraining, .notAtPost, .lateSummary, .incompleteLedger: .deductions
            case .extraFee: .gratis
            case .shirking, .addedDuties, .overdue: .violations
            case .fraud: .fraud
            }
        }

        /// Whether it is followed up and published as a violation.
        public var isViolation: Bool {
            switch self {
            case .extraFee, .shirking, .addedDuties, .overdue, .fraud: true
            case .refusedToAccept, .missedTraining, .notAtPost, .lateSummary, .incompleteLedger: false
            }
        }
    }

    /// Who says so, when, and with which words.
    public struct Mark: Hashable, Codable, Sendable {
        public var by: StaffID
        public var on: CivilDate
        public var note: String?

        public init(by: StaffID, on: CivilDate, note: String? = nil) {
            self.by = by
            self.on = on
            self.note = note
        }
    }

    /// Counts the findings about the person, from 1.
    public var number: Int
    public var kind: Kind
    public var fact: String
    /// The day of the fact.
    public var on: CivilDate
    public var recorded: Mark
    /// The case that it is about.
    public var `case`: CaseID?
    public var verification: Mark?
    /// An appeal was granted.
    public var reversal: Mark?
    /// What was done about it: published, handed to another authority.
    public var followUp: Mark?
    /// What it rests on; findings of before evidence was kept have none.
    public var evidence: Evidence?
    /// The newest appeal of the person concerned.
    public var appeal: Appeal?

    public init(
        number: Int, kind: Kind, fact: String, on: CivilDate, recorded: Mark, case: CaseID? = nil,
        verification: Mark? = nil, reversal: Mark? = nil, followUp: Mark? = nil, evidence: Evidence? = nil,
        appeal: Appeal? = nil
    ) {
        self.number = number
        self.kind = kind
        self.fact = fact
        self.on = on
        self.recorded = recorded
        self.case = `case`
        self.verification = verification
        self.reversal = reversal
        self.followUp = followUp
        self.evidence = evidence
        self.appeal = appeal
    }

    /// Whether an appeal waits for its decision.
    public var isAppealOpen: Bool { appeal.map { $0.refused == nil } ?? false && reversal == nil }

    /// Whether it counts.
    public var isStanding: Bool { verification != nil && reversal == nil }

    /// The month in which it tells: that of the fact, or of the verification when that came later, so that a month that
    /// is over stays as it was. `nil` when nothing was verified, or when it was reversed before that month ended.
    public var monthOfEffect: CivilMonth? {
        guard let verification else { return nil }
        let month = CivilMonth(of: max(on, verification.on))
        if let reversal, CivilMonth(of: reversal.on) <= month { return nil }
        return month
    }

    /// Whether it counted at the end of `day`, whatever came later: what a finished month rests on.
    public func isStanding(atEndOf day: CivilDate) -> Bool {
        guard on <= day, let verification, verification.on <= day else { return false }
        return reversal.map { $0.on > day } ?? true
    }
}

/// The second person's word on a finding.
public struct FindingVerified: Hashable, Codable, Sendable {
    public var number: Int
    public var mark: ConductFinding.Mark

    public init(number: Int, mark: ConductFinding.Mark) {
        self.number = number
        self.mark = mark
    }
}

/// An appeal was granted.
public struct FindingReversed: Hashable, Codable, Sendable {
    public var number: Int
    public var mark: ConductFinding.Mark

    public init(number: Int, mark: ConductFinding.Mark) {
        self.number = number
        self.mark = mark
    }
}

/// What was done about a finding.
public struct FindingFollowedUp: Hashable, Codable, Sendable {
    public var number: Int
    public var mark: ConductFinding.Mark

    public init(number: Int, mark: ConductFinding.Mark) {
        self.number = number
        self.mark = mark
    }
}
