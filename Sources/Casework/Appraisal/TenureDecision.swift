/// Somebody decided whether a person stays, on what the rules of a month had brought up (武政管办〔2022〕36号 第十五条;
/// 建政发〔2022〕33号 二(四)2; 内放办〔2022〕3号 五(五)).
public struct TenureDecision: Hashable, Codable, Sendable {
    public enum Outcome: String, Hashable, Codable, CaseIterable, Sendable {
        case keep, replace, dismiss
    }

    /// The month that brought it up.
    public var month: CivilMonth
    public var outcome: Outcome
    /// The ids of the clauses that were met, such as `W21`.
    public var clauses: [String]
    /// The cases and findings that they rested on.
    public var evidence: [String]
    public var reason: String

    public init(month: CivilMonth, outcome: Outcome, clauses: [String], evidence: [String], reason: String) {
        self.month = month
        self.outcome = outcome
        self.clauses = clauses
        self.evidence = evidence
        self.reason = reason
    }
}

/// What the rules bring up about a person at the end of a month: something to decide, never a decision.
public struct TenureProposal: Hashable, Sendable {
    public var month: CivilMonth
    public var replacement: ReplacementReview
    /// `nil` where the rulebook knows no dismissal by counting.
    public var dismissal: DismissalReview?

    public init(month: CivilMonth, replacement: ReplacementReview, dismissal: DismissalReview?) {
        self.month = month
        self.replacement = replacement
        self.dismissal = dismissal
    }

    public var isEmpty: Bool { !replacement.isReplacement && dismissal?.isDismissal != true }

    /// The harder of the two, when both are met.
    public var suggested: TenureDecision.Outcome {
        if dismissal?.isDismissal == true { return .dismiss }
        return replacement.isReplacement ? .replace : .keep
    }

    public var clauses: [String] {
        let all = (dismissal?.reasons.map { _ in "J8" } ?? []) + replacement.reasons.map(\.clause)
        return all.reduce(into: []) { known, clause in if !known.contains(clause) { known.append(clause) } }
    }

    /// The articles behind them.
    public var sources: [RuleSource] {
        let all = (dismissal?.reasons.map { _ in RuleSource.dismissal } ?? []) + replacement.reasons.map(\.source)
        return all.reduce(into: []) { known, source in if !known.contains(source) { known.append(source) } }
    }

    public var evidence: [String] {
        (dismissal?.reasons.flatMap { $0.findings.map { "finding \($0.number)" } } ?? [])
            + replacement.reasons.flatMap(\.evidence)
    }

    /// Whether somebody may decide on it now.
    ///
    /// - Parameters:
    ///   - member: whom it is about.
    ///   - decided: the months that were decided on before.
    public func permit(
        about member: StaffID, decided: Set<CivilMonth>, by actor: Actor, today: CivilDate
    ) throws(StaffRefusal) {
        guard actor.role.may(.decideTenure) else { throw .notPermitted(.decideTenure, actor.role) }
        guard actor.id != member else { throw .concernsOneself }
        guard month.lastDay < today else { throw .monthNotOver(month) }
        guard !isEmpty else { throw .nothingToDecide(month) }
        guard !decided.contains(month) else { throw .tenureDecided(month) }
    }

    /// Decides on it.
    ///
    /// - Parameter seen: what the person who decides had before their eyes; `nil` for whatever it is now.
    public func decide(
        _ outcome: TenureDecision.Outcome, about member: StaffID, reason: String, seen: TenureProposal? = nil,
        decided: Set<CivilMonth>, by actor: Actor, today: CivilDate
    ) throws(StaffRefusal) -> TenureDecision {
        try permit(about: member, decided: decided, by: actor, today: today)
        guard seen.map({ $0 == self }) ?? true else { throw .proposalChanged(month) }
        return TenureDecision(
            month: month, outcome: outcome, clauses: clauses, evidence: evidence,
            reason: try EntryField.reason.checkedForStaff(reason))
    }
}

extension ReplacementReview.Reason {
    public var clause: String {
        switch self {
        case .idle: RuleSource.idle.rawValue
        case .overdue: RuleSource.faults.rawValue
        case .complaints: RuleSource.complaints.rawValue
        case .fraud: RuleSource.fraud.rawValue
        }
    }

    /// The months, cases or findings that it rests on.
    public var evidence: [String] {
        switch self {
        case .idle(let months): months.map(\.description)
        case .overdue(_, let cases), .complaints(_, let cases): cases
        case .fraud(let findings): findings.map { "finding \($0.number)" }
        }
    }
}
