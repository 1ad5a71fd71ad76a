/// Approved cases of one item in one month of the person who handed them to review: who did the work is paid by the piece.
/// An appraisal counts the same approvals for who had the case in hand. Those whose approval was taken back are taken off in
/// the month in which that happened.
public struct ApprovedCount: Hashable, Sendable {
    public var staff: StaffID
    public var month: CivilMonth
    public var item: String
    public var count: Int
    /// So many of them were given in another system, before the cases were taken over.
    public var imported: Int

    public init(staff: StaffID, month: CivilMonth, item: String, count: Int, imported: Int = 0) {
        self.staff = staff
        self.month = month
        self.item = item
        self.count = count
        self.imported = imported
    }
}

/// A line of the money ledger with its owner.
public struct EnteredMoney: Hashable, Sendable {
    public var sequence: Int64
    public var staff: StaffID
    public var entry: MoneyEntry

    public init(sequence: Int64, staff: StaffID, entry: MoneyEntry) {
        self.sequence = sequence
        self.staff = staff
        self.entry = entry
    }
}

/// Works a quarter's money out of what is known (建政发〔2022〕33号 二(四); 武政管办〔2022〕36号 第十四条).
///
/// What a signed sheet has paid stays paid. What is learnt about its months afterwards stands in the first month behind
/// the signed ones: a finding that was verified with an earlier date, an appeal, a correction.
public struct AllowanceReckoning: Sendable {
    public var quarter: CivilQuarter
    public var rulebook: String
    public var rule: AgentRules.AllowanceRule
    public var deductions: AgentRules.Deductions?
    public var rates: PayRates
    public var service: VillageService
    public var findings: [StaffID: [ConductFinding]]
    public var approved: [ApprovedCount]
    public var money: [EnteredMoney]
    /// All that were signed, oldest first.
    public var signed: [AllowanceSheet]
    public var through: Int64

    public init(
        quarter: CivilQuarter, rules: AgentRules, rulebook: String, rates: PayRates, service: VillageService,
        findings: [StaffID: [ConductFinding]], approved: [ApprovedCount], money: [EnteredMoney],
        signed: [AllowanceSheet], through: Int64
    ) {
        self.quarter = quarter
        self.rulebook = rulebook
        rule = rules.allowanceRule
        deductions = rules.deductions
        self.rates = rates
        self.service = service
        self.findings = findings
        self.approved = approved
        self.money = money
        self.signed = signed.filter { $0.quarter < quarter }.sorted { $0.quarter < $1.quarter }
        self.through = through
    }

    public func sheet() -> AllowanceSheet {
        var portions = Portions(self)
        let pieces = Dictionary(grouping: approved.filter { quarter.contains($0.month) }, by: \.staff)
        let entries = Dictionary(grouping: money.filter(belongs), by: \.staff)
        let lines = service.people.compactMap { id -> AllowanceSheet.Line? in
            guard let member = service.member(id, on: quarter.lastDay) else { return nil }
            let known = known(findings[id] ?? [], of: id)
            let months = quarter.months.map { month in
                self.month(month, of: id, &portions, findings: known, pieces: pieces[id] ?? [])
            }
            let line = AllowanceSheet.Line(
                staff: id, number: member.number, name: member.name, post: member.effectivePost,
                village: member.village, employer: member.employer, months: months,
                entries: counted(entries[id] ?? [], months))
            return line.isEmpty ? nil : line
        }
        return AllowanceSheet(
            quarter: quarter, rulebook: rulebook, rule: rule, through: through,
            lines: lines.sorted { ($0.village ?? "", $0.number) < ($1.village ?? "", $1.number) })
    }

    private func month(
        _ month: CivilMonth, of id: StaffID, _ portions: inout Portions, findings: [ConductFinding],
        pieces: [ApprovedCount]
    ) -> AllowanceSheet.Month {
        let own = portions.of(id, month)
        var shares: [CivilMonth: Int] = [:]
        for docked in findings.compactMap(\.monthOfEffect) where shares[docked] == nil {
            shares[docked] = portions.of(id, docked).share
        }
        let allowance = Allowance(yearly: 0, deductions: deductions)
        let docked = allowance.docked(in: month, findings, from: own.share)
        let refunds = allowance.refunds(in: month, findings) { shares[$0] ?? 0 }
        let ofMonth = pieces.filter { $0.month == month && $0.count != 0 }.sorted { $0.item < $1.item }
        return AllowanceSheet.Month(
            month: month, days: own.days, share: own.share, ofVillage: own.ofVillage,
            daysOfVillage: own.ofVillage == 0 || own.daysOfVillage == own.days ? nil : own.daysOfVillage,
            pieces: ofMonth.map {
                AllowanceSheet.Piece(item: $0.item, count: $0.count, rate: rates.piece($0.item, in: month))
            },
            deductions: docked.map {
                AllowanceSheet.Docking(
                    finding: $0.finding.number, kind: $0.finding.kind, on: $0.finding.on, nominal: $0.nominal,
                    amount: $0.amount)
            },
            refunds: refunds.map { refund in
                AllowanceSheet.Refund(
                    finding: refund.finding.number, kind: refund.finding.kind, dockedIn: refund.dockedIn,
                    amount: taken(refund.finding.number, from: id) ?? refund.amount)
            })
    }

    // MARK: What was signed

    private var lastSigned: CivilQuarter? { signed.last?.quarter }

    /// The line of the ledger is of this quarter, or of a signed one that did not have it yet.
    private func belongs(_ money: EnteredMoney) -> Bool {
        let period = money.entry.period
        guard money.entry.kind != .fee, money.sequence <= through else { return false }
        if quarter.contains(period) { return true }
        guard let first = signed.first?.quarter, let last = lastSigned, period >= first.first, period <= last.last
        else { return false }
        return !signed.contains { sheet in
            sheet.lines.contains { $0.staff == money.staff && $0.entries.contains { $0.sequence == money.sequence } }
        }
    }

    /// The findings as far as they reach into this quarter: what the signed sheets should have had and had not is of the
    /// day behind them.
    private func known(_ findings: [ConductFinding], of id: StaffID) -> [ConductFinding] {
        guard let last = lastSigned else { return findings }
        let months = signed.flatMap(\.lines).filter { $0.staff == id }.flatMap(\.months)
        let docked = Set(months.flatMap(\.deductions).map(\.finding))
        let refunded = Set(months.flatMap(\.refunds).map(\.finding))
        let next = last.lastDay.advanced(days: 1)
        return findings.map { finding in
            var known = finding
            if let month = finding.monthOfEffect, month <= last.last, !docked.contains(finding.number) {
                known.verification?.on = next
            }
            if docked.contains(finding.number), let reversal = finding.reversal, reversal.on <= last.lastDay,
                !refunded.contains(finding.number)
            {
                known.reversal?.on = next
            }
            return known
        }
    }

    /// What a signed sheet took for a finding.
    private func taken(_ finding: Int, from id: StaffID) -> Int? {
        for line in signed.flatMap(\.lines) where line.staff == id {
            if let docking = line.months.flatMap(\.deductions).first(where: { $0.finding == finding }) {
                return docking.amount
            }
        }
        return nil
    }

    private func counted(_ entries: [EnteredMoney], _ months: [AllowanceSheet.Month]) -> [AllowanceSheet.Entry] {
        var left = Dictionary(months.map { ($0.month, $0.net) }) { first, _ in first }
        return entries.sorted { $0.sequence < $1.sequence }.map { money in
            let entry = money.entry
            let month = quarter.contains(entry.period) ? entry.period : quarter.first
            var amount = Int(entry.kind.factor * entry.fen)
            if entry.kind == .deduction { amount = -min(Int(entry.fen), max(0, left[month] ?? 0)) }
            left[month, default: 0] += amount
            return AllowanceSheet.Entry(
                sequence: money.sequence, kind: entry.kind, period: entry.period, fen: Int(entry.fen), amount: amount)
        }
    }

    /// Everybody's parts of the villages' months, each month worked out once.
    private struct Portions {
        let reckoning: AllowanceReckoning
        var months: [CivilMonth: [StaffID: VillageService.Portion]] = [:]

        init(_ reckoning: AllowanceReckoning) { self.reckoning = reckoning }

        mutating func of(_ id: StaffID, _ month: CivilMonth) -> VillageService.Portion {
            let all = months[month] ?? made(month)
            months[month] = all
            return all[id] ?? .none(in: "")
        }

        private func made(_ month: CivilMonth) -> [StaffID: VillageService.Portion] {
            let (rates, rule) = (reckoning.rates, reckoning.rule)
            var all: [StaffID: VillageService.Portion] = [:]
            for village in reckoning.service.villages {
                let portions = reckoning.service.divide(
                    month, of: village,
                    share: Allowance.share(of: rates.yearly(of: village, in: month), month, rule.remainder),
                    ofVillage: Allowance.share(of: rates.yearlyOfVillage(village, in: month), month, rule.remainder),
                    by: rule.partMonth)
                for (id, portion) in portions {
                    guard var sum = all[id] else {
                        all[id] = portion
                        continue
                    }
                    sum.village = portion.village
                    sum.days += portion.days
                    sum.share += portion.share
                    sum.ofVillage += portion.ofVillage
                    sum.daysOfVillage += portion.daysOfVillage
                    all[id] = sum
                }
            }
            return all
        }
    }
}

extension AllowanceSheet.Line {
    /// Nothing happened: neither days nor money nor a finding.
    fileprivate var isEmpty: Bool {
        entries.isEmpty
            && months.allSatisfy {
                $0.days == 0 && $0.pieces.isEmpty && $0.deductions.isEmpty && $0.refunds.isEmpty
            }
    }
}
