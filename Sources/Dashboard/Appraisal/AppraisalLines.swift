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
        func say(_ message: AppraisalMessage) -> Message { .appraisal(message) }
        let month = appraisal.current
        let first = appraisal.months.first?.month ?? month.month
        var lines: [AppraisalLine] = [.heading(say(.trendHeading(first, month.month)))]
        for figure in Appraisal.Figure.allCases {
            var note: String?
            var value = "\(month.value(of: figure))"
            if figure == .ratings, let average = month.ratings.average {
                note = AppraisalMessage.average(average).text(language)
            }
            if figure == .attended { value = AppraisalMessage.ofAll(month.attended, month.sessions).text(language) }
            lines.append(.figure(figure, value: value, note: note, trend: appraisal.trend(figure)))
        }
        lines += [.muted(say(.countedFor)), .blank, .heading(say(.proposalHeading))]
        let proposal = appraisal.proposal
        lines += grounds(of: proposal)
        if proposal.isEmpty {
            lines.append(.muted(say(.noProposal)))
        } else {
            lines += [.text(say(.suggested(proposal.suggested))), .muted(say(.restsOn(proposal.sources)))]
            if let decided = appraisal.decisions[month.month] {
                lines.append(.text(say(.decided(decided))))
            } else {
                switch place {
                case .commandLine:
                    lines.append(.warning(say(.undecided)))
                    lines.append(.text(say(.decideBy(appraisal.member.number, month.month))))
                case .desk(let mayDecide):
                    lines.append(.warning(say(.undecidedAtDesk(mayDecide: mayDecide))))
                }
            }
        }
        lines += [.blank, .heading(say(.findingsHeading))]
        for finding in month.findings { lines.append(.text(say(.finding(finding)))) }
        if month.findings.isEmpty { lines.append(.muted(say(.noFindings))) }
        return lines
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
