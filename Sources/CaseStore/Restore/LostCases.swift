import Casework
import Foundation

/// A case of the record that is put aside which the restored one does not have. Nothing of its applicant.
public struct LostCase: Hashable, Sendable {
    public var number: String
    public var item: String
    /// Staff number and name of who had it in hand.
    public var agent: String?
    /// When it was asked for.
    public var submittedAt: Instant
}

/// The cases that a restore loses, or of which it loses the later steps, and behind which numbers and ids the restored record goes on: what an applicant holds a
/// receipt of is given to nobody else.
public struct LostCases: Hashable, Sendable {
    /// In the order in which they were registered.
    public var cases: [LostCase] = []
    /// They stay, as they were before their last steps.
    public var shortened: [LostCase] = []
    /// The greatest number of each day and series, also those of restores that are lost themselves.
    var numbers: [String] = []
    /// The greatest id.
    var lastCase: Int64?
    /// The greatest id of a person whom the old record knows, or a restore that is lost itself.
    var lastStaff: Int64?
}

extension LostCases {
    /// Also what the tables have of entries that are missing at the end of the journal: it was acknowledged, too.
    ///
    /// - Parameters:
    ///   - old: the record that is put aside, of any schema.
    ///   - common: the last entry that both have.
    static func read(from old: PlainConnection, behind common: Int64) throws(StoreError) -> LostCases {
        let rows = try old.rows(
            """
            SELECT cases.id, cases.number, item, applicant, submitted_at, staff.number || ' ' || staff.name, \
            EXISTS (SELECT 1 FROM journal \
            WHERE subject_kind = 'case' AND subject = cases.id AND seq <= \(common)) \
            FROM cases LEFT JOIN staff ON staff.id = cases.holder \
            WHERE cases.id IN (SELECT subject FROM journal WHERE seq > \(common) AND subject_kind = 'case') \
            OR cases.id > (SELECT coalesce(max(subject), 0) FROM journal WHERE subject_kind = 'case') \
            ORDER BY cases.id
            """)
        var lost = LostCases()
        for row in rows {
            guard let id = row[0].number, let number = row[1].text, let item = row[2].text,
                let applicant = row[3].text, let at = row[4].number
            else { throw .corrupt(path: old.place, detail: "a case cannot be read") }
            let one = LostCase(
                number: number, item: Masking.freeText(item, hiding: applicant), agent: row[5].text,
                submittedAt: Instant(milliseconds: at))
            guard row[6].number == 0 else {
                lost.shortened.append(one)
                continue
            }
            lost.lastCase = max(lost.lastCase ?? 0, id)
            lost.cases.append(one)
        }
        let prefix = try old.rows("SELECT prefix FROM centre WHERE id = 1").first?.first?.text ?? ""
        let restores = try old.rows(
            """
            SELECT body FROM journal WHERE subject_kind = 'centre' AND subject = 0 AND kind = 'restored' \
            AND seq > \(common)
            """
        ).compactMap { $0[0].text.flatMap { try? CanonicalJSON.value(RecordRestored.self, from: $0) } }
        lost.lastCase = (restores.compactMap(\.lastCase) + [lost.lastCase].compactMap(\.self)).max()
        let people = try old.rows("SELECT max(id) FROM staff").first?.first?.number
        lost.lastStaff = (restores.compactMap(\.lastStaff) + [people].compactMap(\.self)).max()
        let numbers = restores.flatMap { $0.numbers ?? [] } + lost.cases.map(\.number)
        lost.numbers = NumberFloors.greatest(of: numbers, prefix: prefix)
        return lost
    }

    /// Writes the list, for its owner only, as a table that a spreadsheet program opens.
    func write(to path: String, offset: UTCOffset) throws(StoreError) {
        let writing = ExportWriting(
            format: .spreadsheet, columns: ["number", "item", "agent", "submitted", "lost"], offset: offset)
        var bytes = writing.head
        for (lost, what) in cases.map({ ($0, "case") }) + shortened.map({ ($0, "later steps") }) {
            writing.append(
                [
                    .text(lost.number), .text(lost.item), lost.agent.map(ExportValue.text) ?? .none,
                    .instant(lost.submittedAt), .text(what),
                ], to: &bytes)
        }
        let draft = try FileDraft(for: path)
        do {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: draft.path))
            try handle.write(contentsOf: bytes)
            try handle.close()
        } catch {
            throw FileFacts.isDiskFull(path)
                ? .full(path: path) : .failed(path: path, detail: FileFacts.reason(error))
        }
        try draft.sync()
        try draft.place()
    }
}
