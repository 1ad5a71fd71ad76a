/// What the centre's audit of the villages' cases found, village by village, as it is published: no applicant, no
/// agent, only numbers (建政发〔2022〕33号 六(三)、(四)).
public struct AuditResults: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var village: String
        /// All cases of the village's ledger, audited or not.
        public var cases: Int
        public var audited: Int
        public var passed: Int
    }

    /// By village; villages without cases have a line too.
    public var lines: [Line]

    /// - Parameters:
    ///   - ledger: the village of each case.
    ///   - audits: the village of each audited case, and whether it passed.
    public init(villages: [String], ledger: [String], audits: [(village: String, passed: Bool)]) {
        let cases = Dictionary(ledger.map { ($0, 1) }, uniquingKeysWith: +)
        lines = villages.map { village in
            let own = audits.filter { $0.village == village }
            return Line(
                village: village, cases: cases[village] ?? 0, audited: own.count, passed: own.count { $0.passed })
        }
    }
}
