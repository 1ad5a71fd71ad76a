/// Money that is put down for a member of the staff, as the journal keeps it: what is paid or docked, and fees that went
/// through a person's hands.
///
/// An entry is never changed. What was wrong is put right by a further one of kind ``Kind/correction``.
public struct MoneyEntry: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// 补助
        case allowance
        /// 扣减: what is taken off; the amount is positive.
        case deduction
        /// 计件
        case piece
        /// 更正: more or less of what is paid.
        case correction
        /// 代收: fees of applicants, in hand and no part of what is paid.
        case fee

        /// What one fen of this kind adds to the sum that is paid.
        public var factor: Int64 {
            switch self {
            case .allowance, .piece, .correction: 1
            case .deduction: -1
            case .fee: 0
            }
        }
    }

    public var kind: Kind
    /// In fen. Positive; of a correction also negative, never zero.
    public var fen: Int64
    public var period: CivilMonth
    /// Why: the rule, the decision.
    public var ground: String
    public var note: String?

    /// Ten million yuan: what is more is a slip of the pen. The sum of a thousand million such entries fits into 64 bits.
    public static let limit: Int64 = 1_000_000_000

    /// - Throws: ``StaffRefusal``.
    public init(kind: Kind, fen: Int64, period: CivilMonth, ground: String, note: String?) throws(StaffRefusal) {
        guard fen != 0, fen > 0 || kind == .correction, fen.magnitude <= Self.limit.magnitude else {
            throw .amountUnfit
        }
        self.kind = kind
        self.fen = fen
        self.period = period
        self.ground = try EntryField.reason.checkedForStaff(ground)
        self.note = try EntryField.note.checkedForStaffIfAny(note)
    }
}
