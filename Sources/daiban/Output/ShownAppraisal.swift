import CaseStore
import Casework
import Dashboard

/// An appraisal as `--format json` prints it.
struct ShownAppraisal: Encodable {
    struct Month: Encodable {
        var month: String
        var figures: [String: Int]
        var sessions: Int
        /// Hundredths of a level.
        var averageRating: Int?
    }

    struct Proposal: Encodable {
        var suggested: String
        var clauses: [String]
        var evidence: [String]
        var decided: String?
        var reason: String?
        var decidedBy: String?
        var decidedOn: String?
    }

    var number: String
    var name: String
    var village: String?
    /// Twelve, oldest first.
    var months: [Month]
    var proposal: Proposal?

    init(_ appraisal: Appraisal) {
        number = appraisal.member.number
        name = appraisal.member.name
        village = appraisal.member.village
        months = appraisal.months.map { month in
            Month(
                month: month.month.description,
                figures: Appraisal.Figure.allCases.reduce(into: [:]) { $0[$1.rawValue] = month.value(of: $1) },
                sessions: month.sessions, averageRating: month.ratings.average)
        }
        guard !appraisal.proposal.isEmpty else { return }
        let decided = appraisal.decisions[appraisal.proposal.month]
        proposal = Proposal(
            suggested: appraisal.proposal.suggested.rawValue, clauses: appraisal.proposal.clauses,
            evidence: appraisal.proposal.evidence, decided: decided?.decision.outcome.rawValue,
            reason: decided?.decision.reason,
            decidedBy: decided?.by, decidedOn: decided?.on.description)
    }
}

/// The entries behind a figure of an appraisal.
struct AppraisalExplanation: Encodable {
    var number: String
    var entry: Int64?
    var at: String
    var what: String
    /// 1, or -1 for what was taken back.
    var factor: Int
    var subject: String
    var item: String
    var by: String
    var reason: String?

    var cells: [String] {
        [number, entry.map(String.init) ?? "", at, factor < 0 ? "-\(what)" : what, subject, item, by, reason ?? ""]
    }

    static func heading(_ workplace: Workplace) -> [String] {
        let columns: [ConductWords] = [
            .columnAgent, .columnNumber, .columnAt, .columnWork, .columnCase, .columnItem, .columnBy, .columnReason,
        ]
        return columns.map { workplace.text($0) }
    }

    static func lines(
        _ figure: Appraisal.Figure, _ appraisal: Appraisal, _ month: CivilMonth, _ workplace: Workplace
    ) throws -> [AppraisalExplanation] {
        let member = appraisal.member
        let people = try workplace.people()
        switch figure {
        case .findings:
            return appraisal.current.findings.map { finding in
                AppraisalExplanation(
                    number: member.number, at: finding.on.description,
                    what: workplace.text(.people(.conduct(finding.kind))), factor: 1, subject: "\(finding.number)",
                    item: finding.evidence.map { workplace.text(.evidence($0)) } ?? "",
                    by: [finding.recorded.by, finding.verification?.by].compactMap { $0 }
                        .map { people[$0]?.number ?? "" }.joined(separator: " "),
                    reason: finding.fact)
            }
        case .attended:
            let offset = workplace.centre.offset
            let months = try workplace.store.attendance(
                in: month, of: member.id, rules: workplace.rules, now: SystemClock.now())
            return months.flatMap(\.outcomes).filter(\.state.isPresent).map { outcome in
                AppraisalExplanation(
                    number: member.number, entry: outcome.entry,
                    at: "\(outcome.session.day) #\(outcome.session.number)",
                    what: Message.attendance(.state(outcome.state)).text(workplace.language), factor: 1, subject: "",
                    item: "", by: member.number,
                    reason: outcome.reasons(offset, workplace.language).joined(separator: "; "))
            }
        case .outsideDuty:
            let offset = workplace.centre.offset
            return try workplace.store.acceptancesOutsideDuty(
                of: member, in: .month(month), rules: workplace.rules, at: SystemClock.now(), limit: .max
            ).map { found in
                AppraisalExplanation(
                    number: member.number, entry: found.sequence, at: found.at.civilText(offset),
                    what: workplace.text(.work(.accepted)), factor: found.factor, subject: found.number,
                    item: found.item, by: member.number, reason: nil)
            }
        default:
            return try ofWork(figure, member, month, people, workplace)
        }
    }

    private static func ofWork(
        _ figure: Appraisal.Figure, _ member: StaffMember, _ month: CivilMonth, _ people: [StaffID: StaffMember],
        _ workplace: Workplace
    ) throws -> [AppraisalExplanation] {
        let rules = workplace.rules
        return try workplace.store.workEntries(of: member.id, kind: figure.kind, in: month).filter { entry in
            switch figure {
            case .badRatings: (entry.work.detail ?? 5) <= rules.rulebook.badRating
            default: true
            }
        }.map { entry in
            let level = entry.work.kind == .rated ? entry.work.detail.map { " \($0)" } ?? "" : ""
            return AppraisalExplanation(
                number: member.number, entry: entry.sequence, at: entry.at.civilText(workplace.centre.offset),
                what: workplace.text(.work(entry.work.kind)) + level, factor: entry.work.factor,
                subject: entry.caseNumber, item: entry.item,
                by: people[entry.actor]?.number ?? workplace.text(.office), reason: entry.reason)
        }
    }
}

extension SessionOutcome {
    /// The entry that says the person was there.
    fileprivate var entry: Int64? {
        for ground in grounds.reversed() {
            switch ground {
            case .cameIn(let mark): return mark.entry
            case .corrected(let correction): return correction.entry
            default: continue
            }
        }
        return nil
    }
}
