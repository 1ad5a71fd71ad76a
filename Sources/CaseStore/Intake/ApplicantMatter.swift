import Casework
import GRDB

/// What makes two requests the same: one person and one item. Asked before a request is written down a second time.
///
/// The person is known by the identity number. Where one of the two requests has none, the same name in the same village
/// is taken for the same person; people who share both exist, which is why this is pointed out and not refused.
public struct ApplicantMatter: Hashable, Sendable {
    public var item: String
    public var village: String
    public var applicant: String
    public var identityNumber: String?

    public init(item: String, village: String, applicant: String, identityNumber: String? = nil) {
        self.item = item
        self.village = village
        self.applicant = applicant
        self.identityNumber = identityNumber
    }

    public init(_ intake: Intake) {
        self.init(
            item: intake.item, village: intake.village, applicant: intake.applicant.name,
            identityNumber: intake.applicant.identityNumber)
    }

    /// Whether `intake` is about the same.
    func isSame(as intake: Intake) -> Bool {
        guard intake.item == item else { return false }
        if let own = identityNumber, let other = intake.applicant.identityNumber {
            // Imported numbers are kept as they came.
            return own.uppercased() == other.uppercased()
        }
        return intake.village == village && intake.applicant.name == applicant
    }
}

extension CaseStore {
    /// The open cases about the same matter, oldest first.
    public func openCases(about matter: ApplicantMatter) throws(StoreError) -> [QueueRow] {
        try read { try matter.openCases(in: $0) }
    }
}

extension ApplicantMatter {
    /// In a database whose rows are up to date with the journal.
    func openCases(in database: Database) throws -> [QueueRow] {
        let rows = try RawStatement(
            cached: """
                SELECT \(QueueRow.selection) FROM cases INDEXED BY cases_open_by_item \(QueueRow.holderJoin) \
                WHERE cases.is_open = 1 AND cases.item = ? \
                AND ((cases.village = ? AND cases.applicant = ?) OR \(named.condition)) ORDER BY cases.id
                """, in: database)
        rows.start(([item, village, applicant] + named.arguments).map(\.databaseValue))
        return try QueueRow.all(rows).filter { try isSame(as: $0.id, in: database) }
    }

    /// Whether the first entry of a case, which brings the intake along, holds the identity number. It stands nowhere else.
    var named: (condition: String, arguments: [String]) {
        guard let identityNumber else { return ("0", []) }
        let holds = """
            instr((SELECT body FROM journal WHERE subject_kind = 'case' AND subject = cases.id ORDER BY seq LIMIT 1), ?) > 0
            """
        let (upper, lower) = (identityNumber.uppercased(), identityNumber.lowercased())
        return upper == lower ? (holds, [upper]) : ("(\(holds) OR \(holds))", [upper, lower])
    }

    func isSame(as candidate: CaseID, in database: Database) throws -> Bool {
        try JournalReplay.case(candidate, in: database).map { isSame(as: $0.intake) } ?? false
    }
}
