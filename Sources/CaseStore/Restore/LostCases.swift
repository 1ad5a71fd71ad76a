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

/// The cases that a restore loses, or a making anew from a journal that is not whole, or of which it loses the later steps;
/// and behind which numbers and ids the record goes on: what an applicant holds a receipt of is given to nobody else.
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
    /// Restores of which the old record alone tells, and those whose entries they lost themselves.
    var restores: [LostRestore] = []
}

extension LostCases {
    /// What a restore loses; also what the tables have of entries that are missing at the end of the journal: it was
    /// acknowledged, too.
    ///
    /// - Parameters:
    ///   - old: the record that is put aside, of any schema.
    ///   - common: the last entry that both have.
    static func read(from old: PlainConnection, behind common: Int64) throws(StoreError) -> LostCases {
        var lost = try find(
            in: old,
            where: """
                cases.id IN (SELECT subject FROM journal WHERE seq > \(common) AND subject_kind = 'case') \
                OR cases.id > (SELECT coalesce(max(subject), 0) FROM journal WHERE subject_kind = 'case')
                """,
            stays:
                "EXISTS (SELECT 1 FROM journal WHERE subject_kind = 'case' AND subject = cases.id AND seq <= \(common))"
        )
        let taken = try old.rows("\(TakenNumbers.entries) AND seq > \(common)").compactMap { row -> TakenNumbers? in
            guard let kind = row[0].text, let body = row[1].text else { return nil }
            return try? TakenNumbers(kind: kind, body: body)
        }
        lost.lastCase = (taken.compactMap(\.lastCase) + [lost.lastCase].compactMap(\.self)).max()
        lost.lastStaff = (taken.compactMap(\.lastStaff) + [lost.lastStaff].compactMap(\.self)).max()
        lost.numbers = NumberFloors.greatest(of: taken.flatMap(\.numbers) + lost.numbers, prefix: try prefix(old))
        lost.restores = try LostRestore.read(from: old, behind: common)
        return lost
    }

    /// What goes when the tables are made anew from a journal that is not whole: cases of whose beginning it does not tell,
    /// and steps of entries that it does not have, as far as they were somebody's work.
    static func read(notIn journal: PlainConnection) throws(StoreError) -> LostCases {
        // The index of subjects may be what is missing or wrong, so the entries themselves are gone through.
        let begun = "SELECT subject FROM journal NOT INDEXED WHERE subject_kind = 'case' AND kind = 'registered'"
        var lost = try find(
            in: journal,
            where: """
                cases.id NOT IN (\(begun)) OR cases.id IN (SELECT case_id FROM case_work WHERE NOT EXISTS (SELECT 1 \
                FROM journal WHERE journal.seq = case_work.seq AND subject_kind = 'case' AND subject = case_work.case_id))
                """,
            stays: "cases.id IN (\(begun))")
        lost.numbers = NumberFloors.greatest(of: lost.numbers, prefix: try prefix(journal))
        return lost
    }

    private static func prefix(_ record: PlainConnection) throws(StoreError) -> String {
        try record.rows("SELECT prefix FROM centre WHERE id = 1").first?.first?.text ?? ""
    }

    /// - Parameter stays: whether a case stays, without its last steps.
    private static func find(
        in record: PlainConnection, where condition: String, stays: String
    ) throws(StoreError) -> LostCases {
        let rows = try record.rows(
            """
            SELECT cases.id, cases.number, item, applicant, submitted_at, staff.number || ' ' || staff.name, \
            \(stays) FROM cases LEFT JOIN staff ON staff.id = cases.holder WHERE \(condition) ORDER BY cases.id
            """)
        var lost = LostCases()
        for row in rows {
            guard let id = row[0].number, let number = row[1].text, let item = row[2].text,
                let applicant = row[3].text, let at = row[4].number
            else { throw .corrupt(path: record.place, detail: "a case cannot be read") }
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
        lost.numbers = lost.cases.map(\.number)
        lost.lastStaff = try record.rows("SELECT max(id) FROM staff").first?.first?.number
        return lost
    }

    /// What the name of the list ends with, behind that of the record that is kept.
    static let listMark = "-lost-cases.csv"

    /// As an entry tells them.
    var toldNumbers: [String]? { numbers.isEmpty ? nil : numbers }
    var toldRestores: [LostRestore]? { restores.isEmpty ? nil : restores }

    public var isEmpty: Bool { cases.isEmpty && shortened.isEmpty }

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

extension LostRestore {
    /// Those whose entries stand behind the common part, and those that these had lost themselves.
    fileprivate static func read(from old: PlainConnection, behind common: Int64) throws(StoreError) -> [LostRestore] {
        try old.rows(
            """
            SELECT seq, hash, at, body FROM journal WHERE subject_kind = 'centre' AND subject = 0 AND kind = 'restored' \
            AND seq > \(common) ORDER BY seq
            """
        ).flatMap { row -> [LostRestore] in
            guard let sequence = row[0].number, let hash = row[1].bytes, let at = row[2].number, let body = row[3].text,
                let word = try? CanonicalJSON.value(RecordRestored.self, from: body)
            else { return [] }
            let own = LostRestore(
                sequence: sequence, hash: hash.hexadecimal, at: Instant(milliseconds: at), oldEntries: word.oldEntries,
                oldHash: word.oldHash, lost: word.lost)
            return [own] + (word.restores ?? [])
        }
    }
}
