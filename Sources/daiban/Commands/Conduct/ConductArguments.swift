import ArgumentParser
import Casework
import Dashboard

/// `inspection:3`, `document:照片`, with a colon of either width.
struct EvidenceArgument: ExpressibleByArgument {
    var evidence: Evidence

    init?(argument: String) {
        let parts = argument.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        guard parts.count == 2, let kind = Evidence.Kind(rawValue: String(parts[0])),
            let evidence = try? Evidence(kind, String(parts[1]))
        else { return nil }
        self.evidence = evidence
    }
}

/// `NAME:WORDS`, with a colon of either width.
struct NotedArgument: ExpressibleByArgument {
    var name: String
    var words: String

    init?(argument: String) {
        let parts = argument.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        (name, words) = (String(parts[0]), String(parts[1]))
    }
}

extension Workplace {
    /// The moment that somebody typed, or now.
    func moment(_ text: String?) throws -> Instant {
        guard let text else { return SystemClock.now() }
        guard let instant = Instant(text, offset: centre.offset) else {
            throw Failure(.conduct(.notATime(text)), exit: .usage)
        }
        return instant
    }

    /// The month that is named, or the present one.
    func month(_ named: MonthArgument?) -> CivilMonth {
        named?.month ?? CivilMonth(of: day(of: SystemClock.now()))
    }

    /// Everybody by id.
    func people() throws -> [StaffID: StaffMember] {
        Dictionary(try store.allStaff().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func text(_ message: AppraisalMessage) -> String { text(.appraisal(message)) }
    func text(_ words: ConductWords) -> String { text(.conduct(words)) }

    /// A table in the language of the desk.
    func table(_ heading: [ConductWords], _ rows: [[String]]) -> TextTable {
        TextTable(heading: heading.map { text($0) }, rows: rows)
    }
}

extension TrainingYear.Holder: ExpressibleByArgument {}
extension TenureDecision.Outcome: ExpressibleByArgument {}
extension Appraisal.Figure: ExpressibleByArgument {}
extension ServicePoint.Kind: ExpressibleByArgument {}
