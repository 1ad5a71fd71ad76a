/// What an entry of a village's ledger can be asked to hold (建政发〔2022〕33号 二(四)2, 六(三)).
public enum LedgerField: String, Hashable, Codable, CaseIterable, Sendable {
    case phone
    case identityNumber = "identity-number"
    case address, authorisation
    /// Who signed for the result.
    case delivery
    /// Where the papers were put.
    case filing
}

extension Case {
    /// What the ledger's entry about this case lacks of `fields`. A case that nobody brought to an end is not asked for
    /// its delivery, and one that may still be delivered in time neither.
    public func missing(of fields: [LedgerField], at now: Instant) -> [LedgerField] {
        let isOver = state == .delivered || state == .filed
        let isLate = clocks.newest(.delivery).map { $0.endedAt == nil && $0.deadline.due < now } ?? false
        return fields.filter { field in
            switch field {
            case .phone: intake.applicant.phone == nil
            case .identityNumber: intake.applicant.identityNumber == nil
            case .address: intake.applicant.address == nil
            case .authorisation: authorisation == nil
            case .delivery: facts.delivery == nil && (isOver || isLate)
            case .filing: facts.filedAt == nil && state == .filed
            }
        }
    }
}
