import Casework
import GRDB

/// What a walk over the journal has met of cases, in four bytes an entry: enough to say that the tables have no case and no
/// piece of work that the journal does not tell of. Which ones these are, ``LostCases`` finds, and takes ten times as long.
struct CasesTold: Sendable {
    /// The number of the first entry.
    private var first: Int64?
    /// Which case each entry is about; 0 for none.
    private var marks: [UInt32] = []
    private var begun = RowSum()
    private var isGapless = true

    /// Takes in the next entry.
    mutating func add(_ sequence: Int64, _ subjectKind: EntryHasher.Bytes, _ subject: Int64, _ kind: EntryHasher.Bytes)
    {
        if let first {
            let (next, overflows) = first.addingReportingOverflow(Int64(marks.count))
            if overflows || sequence != next { isGapless = false }
        } else {
            first = sequence
        }
        guard Self.isSame(subjectKind, Self.aboutCase) else { return marks.append(0) }
        marks.append(Self.mark(subject))
        if Self.isSame(kind, Self.beginning) { begun.add(Self.hash(subject)) }
    }

    /// Goes on with what was met behind.
    static func += (told: inout CasesTold, behind: CasesTold) {
        guard let start = behind.first else { return }
        if let first = told.first {
            let (next, overflows) = first.addingReportingOverflow(Int64(told.marks.count))
            if overflows || start != next { told.isGapless = false }
        } else {
            told.first = start
        }
        told.isGapless = told.isGapless && behind.isGapless
        told.marks += behind.marks
        told.begun += behind.begun
    }

    /// Whether every case of the tables was begun by an entry, and every row of work has its entry. `false` also when
    /// nobody can say.
    func tellsOfAll(in database: Database, watch: PrivateCrew.Watch) throws -> Bool {
        guard isGapless else { return false }
        do {
            var stored = RowSum()
            let cases = try RawStatement(database, sql: "SELECT id FROM cases")
            while try cases.next() {
                stored.add(Self.hash(cases.integer(0)))
                if stored.rows % 16_384 == 0 { try watch.count(0) }
            }
            guard stored == begun else { return false }
            let work = try RawStatement(database, sql: "SELECT seq, case_id FROM case_work")
            var walked = 0
            while try work.next() {
                guard tells(of: work.integer(0), about: work.integer(1)) else { return false }
                walked += 1
                if walked % 16_384 == 0 { try watch.count(0) }
            }
            return true
        } catch is DatabaseError {
            // A table that cannot be read, or is not there.
            return false
        }
    }

    private func tells(of sequence: Int64, about subject: Int64) -> Bool {
        guard let first, sequence >= first, sequence - first < Int64(marks.count) else { return false }
        return marks[Int(sequence - first)] == Self.mark(subject)
    }

    private static let aboutCase = Array(JournalFact.SubjectKind.case.rawValue.utf8)
    private static let beginning = Array(CaseEvent.Kind.registered.rawValue.utf8)

    private static func isSame(_ bytes: EntryHasher.Bytes, _ word: [UInt8]) -> Bool {
        bytes.count == word.count && bytes.elementsEqual(word)
    }

    private static func hash(_ subject: Int64) -> Int {
        var hasher = Hasher()
        hasher.combine(subject)
        return hasher.finalize()
    }

    private static func mark(_ subject: Int64) -> UInt32 { UInt32(truncatingIfNeeded: hash(subject)) | 1 }
}
