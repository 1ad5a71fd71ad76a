/// Is an agent dismissed by counting? Any one of the three kinds that count, often enough inside the window
/// (建政发〔2022〕33号 二(四)2).
public struct DismissalReview: Hashable, Sendable {
    /// One kind that reached the count, with the findings that were counted, oldest first.
    public struct Reason: Hashable, Sendable {
        public var kind: ConductFinding.Kind
        public var findings: [ConductFinding]
        public var source: RuleSource { .deductions }
    }

    /// The kinds that are counted; each is counted for itself.
    public static let kinds: [ConductFinding.Kind] = [.refusedToAccept, .missedTraining, .notAtPost]

    public var reasons: [Reason]
    public var isDismissal: Bool { !reasons.isEmpty }

    /// - Parameters:
    ///   - servesSince: the tenure's first day.
    ///   - day: the last one that is looked at; windows end with it.
    public init(
        findings: [ConductFinding], servesSince: CivilDate, on day: CivilDate, rules: AgentRules.Dismissal
    ) {
        let first = max(servesSince, Self.firstDay(of: rules.window, endingOn: day) ?? servesSince)
        let counted = findings.filter { $0.on >= first && $0.isStanding(atEndOf: day) }
            .sorted { ($0.on, $0.number) < ($1.on, $1.number) }
        reasons = Self.kinds.compactMap { kind in
            let ofKind = counted.filter { $0.kind == kind }
            return ofKind.count >= rules.count ? Reason(kind: kind, findings: ofKind) : nil
        }
    }

    /// `nil` for a window that begins with the tenure.
    private static func firstDay(of window: AgentRules.Dismissal.Window, endingOn day: CivilDate) -> CivilDate? {
        switch window {
        case .tenure: nil
        case .year: CivilDate(year: day.year, month: 1, day: 1)
        // A window of one month that ends on 15 March begins on 16 February.
        case .rollingMonths(let months): day.advanced(months: -months).advanced(days: 1)
        }
    }
}
