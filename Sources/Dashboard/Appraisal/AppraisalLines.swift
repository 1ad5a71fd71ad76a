import Casework
import TerminalKit

/// An appraisal as lines, for the screen and for the command line: figures with their twelve months, what the rules bring
/// up, what was decided, and the findings.
public enum AppraisalLine: Hashable, Sendable {
    case heading(Message)
    /// A figure: its name, its value, what else is said of it, and twelve months as columns, oldest first.
    case figure(Appraisal.Figure, value: String, note: String?, trend: [Int])
    case text(Message)
    case warning(Message)
    case muted(Message)
    case blank

    /// Where the lines are read: it is told how one decides there.
    public enum Place: Hashable, Sendable {
        case commandLine
        case desk(mayDecide: Bool)
    }

    public static func lines(_ appraisal: Appraisal, _ language: Language, place: Place) -> [AppraisalLine] {
        let figures = figures(appraisal, language)
        let proposal = proposal(appraisal, place)
        // What is to be decided comes first.
        var lines = appraisal.proposal.isEmpty ? figures + [.blank] + proposal : proposal + [.blank] + figures
        lines += [.blank, .heading(.appraisal(.findingsHeading))]
        let month = appraisal.current
        for finding in month.findings { lines.append(.text(.appraisal(.finding(finding)))) }
        if month.findings.isEmpty { lines.append(.muted(.appraisal(.noFindings))) }
        return lines
    }

    private static func figures(_ appraisal: Appraisal, _ language: Language) -> [AppraisalLine] {
        let month = appraisal.current
        let first = appraisal.months.first?.month ?? month.month
        var lines: [AppraisalLine] = [.heading(.appraisal(.trendHeading(first, month.month)))]
        for figure in Appraisal.Figure.allCases {
            var note: String?
            var value = "\(month.value(of: figure))"
            if figure == .ratings, let average = month.ratings.average {
                note = AppraisalMessage.average(average).text(language)
            }
            if figure == .attended { value = AppraisalMessage.ofAll(month.attended, month.sessions).text(language) }
            lines.append(.figure(figure, value: value, note: note, trend: appraisal.trend(figure)))
        }
        return lines + [.muted(.appraisal(.countedFor))]
    }

    /// What the rules bring up, what they propose, and what was decided or how one decides.
    private static func proposal(_ appraisal: Appraisal, _ place: Place) -> [AppraisalLine] {
        let proposal = appraisal.proposal
        let heading = AppraisalLine.heading(.appraisal(.proposalHeading))
        guard !proposal.isEmpty else { return [heading, .muted(.appraisal(.noProposal))] }
        var lines = [heading] + grounds(of: proposal)
        lines += [.text(.appraisal(.suggested(proposal.suggested))), .muted(.appraisal(.restsOn(proposal.sources)))]
        if let decided = appraisal.decisions[proposal.month] {
            return lines + [.text(.appraisal(.decided(decided)))]
        }
        switch place {
        case .commandLine:
            return lines + [
                .warning(.appraisal(.undecided)),
                .text(.appraisal(.decideBy(appraisal.member.number, proposal.month))),
            ]
        case .desk(let mayDecide):
            return lines + [.warning(.appraisal(.undecidedAtDesk(mayDecide: mayDecide)))]
        }
    }

    /// What the rules bring up, with the cases and findings that it rests on.
    static func grounds(of proposal: TenureProposal) -> [AppraisalLine] {
        var lines: [AppraisalLine] = []
        for reason in proposal.dismissal?.reasons ?? [] {
            lines.append(.warning(.appraisal(.dismissalReason(reason))))
            lines += reason.findings.map { .text(.appraisal(.finding($0))) }
        }
        for reason in proposal.replacement.reasons {
            lines.append(.warning(.appraisal(.replacementReason(reason))))
            lines += evidence(of: reason)
        }
        return lines
    }

    /// What a reason rests on, in lines that fit on the smallest screen.
    private static func evidence(of reason: ReplacementReview.Reason) -> [AppraisalLine] {
        switch reason {
        case .fraud(let findings): return findings.map { .text(.appraisal(.finding($0))) }
        case .idle, .overdue, .complaints:
            let all = reason.evidence
            return stride(from: 0, to: all.count, by: 4).map {
                .text(.appraisal(.evidenceList(Array(all[$0..<min($0 + 4, all.count)]))))
            }
        }
    }
}
