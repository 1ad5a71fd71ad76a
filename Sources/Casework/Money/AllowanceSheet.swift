/// The money of a quarter as it is prepared, reviewed and signed (建政发〔2022〕33号 二(四)3): every amount with what it
/// rests on. The journal keeps it whole, so that it is the same whatever changes later.
public struct AllowanceSheet: Hashable, Codable, Sendable {
    public var quarter: CivilQuarter
    /// The name of the rulebook, and what it says about parts of a year and of a month.
    public var rulebook: String
    public var rule: AgentRules.AllowanceRule
    /// The newest journal entry that was known.
    public var through: Int64
    /// By village, then by number.
    public var lines: [Line]

    public init(
        quarter: CivilQuarter, rulebook: String, rule: AgentRules.AllowanceRule, through: Int64, lines: [Line]
    ) {
        self.quarter = quarter
        self.rulebook = rulebook
        self.rule = rule
        self.through = through
        self.lines = lines
    }

    /// One person.
    public struct Line: Hashable, Codable, Sendable {
        public var staff: StaffID
        public var number: String
        public var name: String
        public var post: StaffPost
        public var village: String?
        /// The bank of a bank auxiliary: the second of two lines.
        public var employer: String?
        public var months: [Month]
        /// What was put down by hand.
        public var entries: [Entry]

        public var share: Int { months.reduce(0) { $0 + $1.share } }
        public var ofVillage: Int { months.reduce(0) { $0 + $1.ofVillage } }
        public var pieces: Int { months.reduce(0) { $0 + $1.piecePay } }
        public var deducted: Int { months.reduce(0) { $0 + $1.deducted } }
        public var refunded: Int { months.reduce(0) { $0 + $1.refunded } }
        public var entered: Int { entries.reduce(0) { $0 + $1.amount } }
        /// What is paid.
        public var net: Int { months.reduce(0) { $0 + $1.net } + entered }
    }

    public struct Month: Hashable, Codable, Sendable {
        public var month: CivilMonth
        /// Days that the village was served, of so many.
        public var days: Int
        public var share: Int
        public var ofVillage: Int
        /// Days for which the village's money was paid, where it was and they are others than `days`.
        public var daysOfVillage: Int?
        public var pieces: [Piece]
        public var deductions: [Docking]
        public var refunds: [Refund]

        public var piecePay: Int { pieces.reduce(0) { $0 + $1.sum } }
        public var deducted: Int { deductions.reduce(0) { $0 + $1.amount } }
        public var refunded: Int { refunds.reduce(0) { $0 + $1.amount } }
        public var net: Int { share - deducted + refunded + ofVillage + piecePay }
    }

    /// Approved cases of one item.
    public struct Piece: Hashable, Codable, Sendable {
        public var item: String
        /// Below zero when more approvals of earlier months were taken back than given.
        public var count: Int
        /// Fen for one; absent where nobody has set it: such cases are told and not paid.
        public var rate: Int?
        public var sum: Int { (rate ?? 0) * count }
    }

    public struct Docking: Hashable, Codable, Sendable {
        public var finding: Int
        public var kind: ConductFinding.Kind
        public var on: CivilDate
        /// What the rule asks for, and what was left to take.
        public var nominal: Int
        public var amount: Int
    }

    public struct Refund: Hashable, Codable, Sendable {
        public var finding: Int
        public var kind: ConductFinding.Kind
        public var dockedIn: CivilMonth
        public var amount: Int
    }

    /// A line of the money ledger.
    public struct Entry: Hashable, Codable, Sendable {
        public var sequence: Int64
        public var kind: MoneyEntry.Kind
        public var period: CivilMonth
        /// What was put down.
        public var fen: Int
        /// What it adds to the sum; a deduction takes no more than its month has.
        public var amount: Int
    }

    public var net: Int { lines.reduce(0) { $0 + $1.net } }
}
