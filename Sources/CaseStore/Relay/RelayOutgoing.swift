import Casework
import Foundation
import GRDB

/// Reads the entries of a bundle from the journal: for the same part of it always the same, so that a bundle whose stick
/// was lost can be made anew.
///
/// The township tells a village about the centre, its people and the village's cases, and what became of the village's
/// own entries. A village tells about its cases and who was at the post.
struct RelayOutgoing {
    let database: Database
    let own: RelayEvent.Introduced
    let partner: RelaySite

    private static let row = "journal.\(JournalEntry.columns.replacing(", ", with: ", journal.")), journal.hash"

    /// Everything from `first` to `last`.
    ///
    /// - Parameter isFounding: leaves out the cases that were closed at `last`: a village begins with what is open.
    func entries(from first: Int64, to last: Int64, isFounding: Bool) throws -> [RelayEntry] {
        own.site.isTownship
            ? try ofTownship(from: first, to: last, isFounding: isFounding) : try ofVillage(from: first, to: last)
    }

    // MARK: The township's

    private func ofTownship(from first: Int64, to last: Int64, isFounding: Bool) throws -> [RelayEntry] {
        let closed = isFounding ? try closedCases(at: last) : []
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(Self.row), relay_origins.origin FROM journal \
                LEFT JOIN cases ON subject_kind = 'case' AND cases.id = subject \
                LEFT JOIN relay_origins ON relay_origins.seq = journal.seq AND relay_origins.site = ? \
                WHERE journal.seq BETWEEN ? AND ? AND (subject_kind <> 'case' OR village = ?) ORDER BY journal.seq
                """, arguments: [partner.id, first, last, partner.village])
        var entries: [RelayEntry] = []
        while let row = try rows.next() {
            let entry = try JournalEntry(row: row)
            let origin: Int64? = try row.value(9)
            guard entry.subjectKind != JournalFact.SubjectKind.case.rawValue || !closed.contains(entry.subject)
            else { continue }
            if let told = try told(entry, hash: try row.value(8), origin: origin) { entries.append(told) }
        }
        return entries
    }

    private func told(_ entry: JournalEntry, hash: Data, origin: Int64?) throws -> RelayEntry? {
        let fact = try fact(of: entry)
        switch fact {
        case .case(let event):
            if event.kind == .notified || event.kind == .merged { return nil }
            guard let origin else { return try self.entry(entry, hash: hash) }
            return RelayEntry(
                seq: entry.sequence, at: entry.at.milliseconds, actor: "", about: entry.subjectKind,
                subject: try caseNumber(entry.subject), kind: entry.kind, body: "", hash: hash.hexadecimal,
                echo: origin)
        case .staff(let event):
            switch event {
            case .enrolled(let member): return try self.entry(entry, hash: hash, body: Self.body(member))
            case .changed(let member): return try self.entry(entry, hash: hash, body: Self.body(member))
            case .left: return try self.entry(entry, hash: hash)
            // Who is on leave, and what counts of a session, is the village's business too, for its own people.
            case .leaveAsked, .leaveGranted, .leaveRefused, .sessionCorrected:
                guard origin == nil, try serves(StaffID(entry.subject)) else { return nil }
                return try self.entry(entry, hash: hash)
            // How somebody is appointed, judged and paid is no business of a village's office.
            default: return nil
            }
        case .centre(let event):
            switch event {
            case .villageAdded, .itemListed, .item, .calendarChanged, .campaign:
                return try self.entry(entry, hash: hash)
            case .dutyExcepted(let exception):
                let isForAll = exception.village == nil || exception.village == partner.village
                return isForAll ? try self.entry(entry, hash: hash) : nil
            case .relay(.task(let task)):
                return task.site == partner.id ? try self.entry(entry, hash: hash) : nil
            // What hangs in the hall of the township hangs there alone.
            case .founded, .notice, .messagesSwitched, .relay, .restored, .dataExported, .anchorSigned,
                .anchorsRestarted, .rulebookAdopted, .projectionsRebuilt, .summaryHandedIn, .pay, .inspected,
                .trainingHeld, .pointAssessed,
                .villageDescribed:
                return nil
            }
        }
    }

    /// Whether the person is one of the village's.
    private func serves(_ id: StaffID) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT village FROM staff WHERE id = ?")
        return try String.fetchOne(statement, arguments: [id.value]) == partner.village
    }

    /// The cases of the village that nobody had to do anything about any more.
    private func closedCases(at last: Int64) throws -> Set<Int64> {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(Self.row) FROM journal INDEXED BY journal_by_subject \
                WHERE subject_kind = 'case' AND subject IN (SELECT id FROM cases WHERE village = ?) \
                AND seq <= ? ORDER BY subject, seq
                """, arguments: [partner.village, last])
        var closed: Set<Int64> = []
        var current: Case?
        func close() { if let current, !current.isOpen { closed.insert(current.id.value) } }
        while let row = try rows.next() {
            let entry = try JournalEntry(row: row)
            guard case .case(let event) = try fact(of: entry) else { continue }
            if case .registered(let registration) = event {
                close()
                current = Case(id: CaseID(entry.subject), registration: registration, at: entry.at)
            } else {
                current?.apply(event, at: entry.at, by: entry.actor)
            }
        }
        close()
        return closed
    }

    /// Of a person only what a village needs to name and reach them.
    private static func body(_ member: StaffMember) throws -> String {
        var told = StaffMember(
            id: member.id, number: member.number, name: member.name, role: member.role, village: member.village,
            phone: member.phone, isActive: member.isActive)
        told.post = member.post
        told.isMadeUp = member.isMadeUp
        return try CanonicalJSON.text(told)
    }

    // MARK: A village's

    private func ofVillage(from first: Int64, to last: Int64) throws -> [RelayEntry] {
        let arrivals = try RelayProjection.arrivals(from: partner.id, in: database)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(Self.row) FROM journal LEFT JOIN relay_origins ON relay_origins.seq = journal.seq \
                WHERE journal.seq BETWEEN ? AND ? AND (relay_origins.seq IS NULL OR relay_origins.is_own = 1) \
                ORDER BY journal.seq
                """, arguments: [first, last])
        var entries: [RelayEntry] = []
        while let row = try rows.next() {
            let entry = try JournalEntry(row: row)
            if let told = try own(entry, hash: try row.value(8), arrivals: arrivals) { entries.append(told) }
        }
        return entries
    }

    /// An entry that was made in this village, as the township is told it; `nil` for what stays here.
    func own(
        _ entry: JournalEntry, hash: Data, arrivals: [(after: Int64, mark: RelayBundleMark)]
    ) throws -> RelayEntry? {
        switch try fact(of: entry) {
        case .case(let event): guard Self.travels(event.kind) else { return nil }
        case .staff(.checkedIn), .staff(.checkedOut), .staff(.leaveTaken), .staff(.cameIn), .staff(.wentOut),
            .staff(.leaveAsked):
            break
        case .staff, .centre: return nil
        }
        var told = try self.entry(entry, hash: hash)
        told.seen = Self.seen(by: entry.sequence, arrivals)
        return told
    }

    /// Dates are computed anew by each side, and messages are the township's.
    static func travels(_ kind: CaseEvent.Kind) -> Bool {
        kind != .recomputed && kind != .notified && kind != .merged
    }

    /// The last entry of the township's that was known here when entry `row` was made.
    static func seen(by row: Int64, _ arrivals: [(after: Int64, mark: RelayBundleMark)]) -> Int64 {
        arrivals.last { $0.after < row }?.mark.last ?? 0
    }

    // MARK: Spelling

    private func fact(of entry: JournalEntry) throws -> JournalFact {
        try JournalFact(
            subjectKind: entry.subjectKind, kind: entry.kind, body: entry.body, sequence: entry.sequence)
    }

    private func entry(_ entry: JournalEntry, hash: Data, body: String? = nil) throws -> RelayEntry {
        var subject = ""
        var people: [String: String] = [:]
        var cases: [String: String] = [:]
        switch try fact(of: entry) {
        case .case(let event):
            subject = try caseNumber(entry.subject)
            _ = try event.mappingIDs(
                person: { (id: StaffID) throws -> StaffID in
                    people[String(id.value)] = try staffNumber(id)
                    return id
                },
                case: { (id: CaseID) throws -> CaseID in
                    cases[String(id.value)] = try caseNumber(id.value)
                    return id
                })
        case .staff: subject = try staffNumber(StaffID(entry.subject))
        case .centre: break
        }
        return RelayEntry(
            seq: entry.sequence, at: entry.at.milliseconds, actor: try staffNumber(entry.actor),
            about: entry.subjectKind, subject: subject, kind: entry.kind, body: body ?? entry.body,
            people: people.isEmpty ? nil : people, cases: cases.isEmpty ? nil : cases, hash: hash.hexadecimal)
    }

    private func caseNumber(_ id: Int64) throws -> String {
        let statement = try database.cachedStatement(sql: "SELECT number FROM cases WHERE id = ?")
        return try String.fetchOne(statement, arguments: [id]) ?? ""
    }

    private func staffNumber(_ id: StaffID) throws -> String {
        guard id != .office else { return "" }
        let statement = try database.cachedStatement(sql: "SELECT number FROM staff WHERE id = ?")
        return try String.fetchOne(statement, arguments: [id.value]) ?? ""
    }
}
