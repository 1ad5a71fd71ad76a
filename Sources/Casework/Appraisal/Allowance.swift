/// The money of a village's agent: a yearly sum in twelve parts, less what is docked, in fen (建政发〔2022〕33号 二(四)).
///
/// A finished month is fixed. It rests on what was verified by its end; what is verified later is docked in the month
/// of the verification, and what an appeal gives back stands in the month in which it was granted.
public struct Allowance: Hashable, Sendable {
    /// Fen a year from the township.
    public var yearly: Int
    /// Fen a year that the village adds; it goes only to agents who are no deputy cadres.
    public var yearlyOfVillage: Int
    public var deductions: AgentRules.Deductions?
    /// Which months have the fen that twelve does not divide.
    public var remainder: AgentRules.AllowanceRule.Remainder

    public init(
        yearly: Int, yearlyOfVillage: Int = 0, deductions: AgentRules.Deductions?,
        remainder: AgentRules.AllowanceRule.Remainder = .spread
    ) {
        self.yearly = yearly
        self.yearlyOfVillage = yearlyOfVillage
        self.deductions = deductions
        self.remainder = remainder
    }

    /// One finding's part of a month.
    public struct Deduction: Hashable, Sendable {
        public var finding: ConductFinding
        /// What the rule asks for.
        public var nominal: Int
        /// What was left to take: a month never goes below zero.
        public var amount: Int

        public var fact: String { finding.fact }
        public var source: RuleSource { finding.kind.source }
    }

    /// What an appeal brought back, of an earlier month.
    public struct Refund: Hashable, Sendable {
        public var finding: ConductFinding
        public var dockedIn: CivilMonth
        public var amount: Int
    }

    public struct Month: Hashable, Sendable {
        public var month: CivilMonth
        public var share: Int
        public var ofVillage: Int
        public var deductions: [Deduction]
        public var refunds: [Refund]

        public var deducted: Int { deductions.reduce(0) { $0 + $1.amount } }
        public var refunded: Int { refunds.reduce(0) { $0 + $1.amount } }
        /// What is paid.
        public var net: Int { share - deducted + refunded + ofVillage }
    }

    /// - Parameter isDeputyCadre: `nil`, not known, is nobody's claim to the village's money.
    public func month(_ month: CivilMonth, findings: [ConductFinding], isDeputyCadre: Bool?) -> Month {
        Month(
            month: month, share: share(month),
            ofVillage: isDeputyCadre == false ? Self.share(of: yearlyOfVillage, month, remainder) : 0,
            deductions: docked(in: month, findings, from: share(month)),
            refunds: refunds(in: month, findings, from: share))
    }

    /// The three months of the quarter that `month` lies in: what the quarterly sheet pays.
    public func quarter(
        of month: CivilMonth, findings: [ConductFinding], isDeputyCadre: Bool?
    ) -> (months: [Month], net: Int) {
        let months = month.monthsOfQuarter.map {
            self.month($0, findings: findings, isDeputyCadre: isDeputyCadre)
        }
        return (months, months.reduce(0) { $0 + $1.net })
    }

    private func share(_ month: CivilMonth) -> Int { Self.share(of: yearly, month, remainder) }

    /// A twelfth, so that the twelve of a year are the year to the fen. Spread over the year means: what has been paid by
    /// the end of a month is the whole fen below its part of the year.
    public static func share(
        of yearly: Int, _ month: CivilMonth, _ remainder: AgentRules.AllowanceRule.Remainder
    ) -> Int {
        let number = month.month
        return switch remainder {
        case .spread: yearly * number / 12 - yearly * (number - 1) / 12
        case .first: yearly / 12 + (number <= yearly % 12 ? 1 : 0)
        case .last: yearly / 12 + (number == 12 ? yearly % 12 : 0)
        }
    }

    /// What is docked in a month, from so many fen.
    func docked(in month: CivilMonth, _ findings: [ConductFinding], from share: Int) -> [Deduction] {
        var left = share
        return findings.filter { $0.monthOfEffect == month }
            .sorted { ($0.on, $0.number) < ($1.on, $1.number) }
            .compactMap { finding in
                guard let nominal = deductions?.amount(for: finding.kind), nominal > 0 else { return nil }
                let amount = min(nominal, left)
                left -= amount
                return Deduction(finding: finding, nominal: nominal, amount: amount)
            }
    }

    /// What appeals bring back in a month.
    ///
    /// - Parameter share: the fen from which a month was docked.
    func refunds(
        in month: CivilMonth, _ findings: [ConductFinding], from share: (CivilMonth) -> Int
    ) -> [Refund] {
        findings.filter { $0.reversal.map { month.contains($0.on) } ?? false }
            .compactMap { finding in
                guard let dockedIn = finding.monthOfEffect, dockedIn < month else { return nil }
                let docked = docked(in: dockedIn, findings, from: share(dockedIn))
                    .first { $0.finding.number == finding.number }
                return docked.map { Refund(finding: finding, dockedIn: dockedIn, amount: $0.amount) }
            }
    }
}

extension AgentRules.Deductions {
    /// Fen for one finding of that kind; `nil` for kinds that cost something else than money.
    public func amount(for kind: ConductFinding.Kind) -> Int? {
        switch kind {
        case .refusedToAccept: refusedToAccept
        case .missedTraining: missedTraining
        case .notAtPost: notAtPost
        case .lateSummary: lateSummary
        case .incompleteLedger: incompleteLedger
        case .extraFee, .shirking, .addedDuties, .overdue, .fraud: nil
        }
    }
}
