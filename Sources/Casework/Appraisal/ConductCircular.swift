/// Who is named, with what: the standing findings of a period by unit and person, and whether each person is kept
/// (内放办〔2022〕3号 五(五)、六; 四川《指导意见》 三(四)).
public struct ConductCircular: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable {
        case keep
        /// There are findings, none of which asks for another agent.
        case admonish
        case replace([ReplacementReview.Reason])
        case dismiss([DismissalReview.Reason])
    }

    public struct Line: Hashable, Sendable {
        /// The village or department; `nil` for people of the centre itself.
        public var unit: String?
        public var member: StaffMember
        public var findings: [ConductFinding]
    }

    /// By unit, then by person.
    public var lines: [Line]

    public init(_ records: [StaffRecord], from first: CivilDate, to last: CivilDate) {
        lines =
            records.compactMap { record in
                let findings = (record.findings ?? []).filter {
                    (first...max(first, last)).contains($0.on) && $0.isStanding(atEndOf: last)
                }
                guard !findings.isEmpty else { return nil }
                return Line(
                    unit: record.member.department ?? record.member.village, member: record.member,
                    findings: findings.sorted { ($0.on, $0.number) < ($1.on, $1.number) })
            }
            .sorted { ($0.unit ?? "", $0.member.number) < ($1.unit ?? "", $1.member.number) }
    }

    /// How many findings each unit has.
    public var byUnit: [String: Int] {
        Dictionary(lines.compactMap { line in line.unit.map { ($0, line.findings.count) } }, uniquingKeysWith: +)
    }

    /// What follows for one person; dismissal goes before replacement.
    public static func verdict(
        findings: [ConductFinding], replacement: ReplacementReview, dismissal: DismissalReview?
    ) -> Verdict {
        if let dismissal, dismissal.isDismissal { return .dismiss(dismissal.reasons) }
        if replacement.isReplacement { return .replace(replacement.reasons) }
        return findings.contains(where: \.isStanding) ? .admonish : .keep
    }
}
