import Casework
import GRDB

/// Replays the journal subject by subject, one in memory at a time, and compares each with its row.
extension Verification {
    func checkCases() throws {
        var subjectNow: Int64?
        var replayed: Case?
        var isReadable = true
        func close() throws {
            // What follows from an unreadable entry is no finding of its own.
            if isReadable, let subjectNow {
                if let replayed {
                    try compare(replayed)
                } else {
                    report.add(.registrationMissing(id: CaseID(subjectNow)))
                }
            }
            replayed = nil
            isReadable = true
        }
        try replay(.case) { subject, entry in
            if subject != subjectNow {
                try close()
                subjectNow = subject
                report.cases += 1
            }
            switch entry.fact {
            case .case(.registered(let registration)):
                replayed = Case(id: CaseID(subject), registration: registration, at: entry.at)
            case .case(let event):
                replayed?.apply(event, at: entry.at, by: entry.actor)
            case .staff, .centre, nil:
                isReadable = false
            }
        }
        try close()
        let extra = try String.fetchCursor(
            database,
            sql: """
                SELECT number FROM cases WHERE NOT EXISTS \
                (SELECT 1 FROM journal WHERE subject_kind = 'case' AND subject = cases.id) ORDER BY id
                """)
        while let number = try extra.next() { report.add(.caseExtra(number: number)) }
        let orphans = try Int64.fetchCursor(
            database,
            sql: "SELECT id FROM case_bodies WHERE NOT EXISTS (SELECT 1 FROM cases WHERE cases.id = case_bodies.id)")
        while let id = try orphans.next() { report.add(.caseBodyExtra(id: CaseID(id))) }
    }

    func checkStaff() throws {
        var replayed: StaffRecord?
        func close() throws {
            if let replayed { try compare(replayed) }
            replayed = nil
        }
        try replay(.staff) { subject, entry in
            if replayed?.member.id != StaffID(subject) { try close() }
            guard case .staff(let event) = entry.fact else { return }
            if replayed == nil, case .enrolled(let member) = event { replayed = StaffRecord(member: member) }
            replayed?.apply(event, at: entry.at)
        }
        try close()
        let extra = try String.fetchCursor(
            database,
            sql: """
                SELECT number FROM staff WHERE NOT EXISTS \
                (SELECT 1 FROM journal WHERE subject_kind = 'staff' AND subject = staff.id) ORDER BY id
                """)
        while let number = try extra.next() { report.add(.staffExtra(number: number)) }
    }

    func checkCentre() throws {
        var centre: Centre?
        var villages: [String] = []
        var items: [String] = []
        var catalogue = ItemCatalogue()
        var changes: [CalendarChange] = []
        var campaigns: [String: Campaign] = [:]
        var messages = MessageSwitch.off
        try replay(.centre) { _, entry in
            guard case .centre(let event) = entry.fact else { return }
            switch event {
            case .founded(let founded): centre = founded
            case .villageAdded(let village):
                if !villages.contains(village.name) { villages.append(village.name) }
            case .itemListed(let item):
                if !items.contains(item.name) { items.append(item.name) }
            case .item(let event): catalogue.apply(event)
            case .calendarChanged(let change): changes.append(change)
            case .campaign(.opened(let opened)):
                campaigns[opened.code] = Campaign(opened, at: entry.at, by: entry.actor)
            case .campaign(let event): campaigns[event.code]?.apply(event, at: entry.at, by: entry.actor)
            case .messagesSwitched(let word): messages = word
            case .restored: break
            case .dataExported: break
            case .relay: break
            }
        }
        let stored = try? CentreProjection.centre(in: database)
        if centre?.name != stored?.name { report.add(.centreDiffers(field: "name")) }
        if centre?.prefix != stored?.prefix { report.add(.centreDiffers(field: "prefix")) }
        if centre?.offset != stored?.offset { report.add(.centreDiffers(field: "offset")) }
        if try CentreProjection.villages(in: database) != villages { report.add(.centreDiffers(field: "villages")) }
        if try CentreProjection.namedItems(in: database) != items { report.add(.centreDiffers(field: "items")) }
        if (try? CalendarProjection.changes(in: database)) != changes { report.add(.centreDiffers(field: "calendar")) }
        try compare(catalogue)
        try compare(campaigns, messages)
    }

    private struct ReplayedEntry {
        var at: Instant
        var actor: StaffID
        /// `nil` when it cannot be read.
        var fact: JournalFact?
    }

    private func replay(_ kind: JournalFact.SubjectKind, _ body: (Int64, ReplayedEntry) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT seq, at, actor, subject, kind, body FROM journal INDEXED BY journal_by_subject \
                WHERE subject_kind = ? ORDER BY subject, seq
                """, arguments: [kind.rawValue])
        while let row = try rows.next() {
            let sequence: Int64 = row[0]
            var entry = ReplayedEntry(at: Instant(milliseconds: row[1]), actor: StaffID(row[2]))
            do {
                entry.fact = try JournalFact(
                    subjectKind: kind.rawValue, kind: row[4], body: row[5], sequence: sequence)
            } catch let error as UnreadableRecord {
                report.add(.entryUnreadable(sequence: sequence, detail: error.detail))
            }
            try body(row[3], entry)
            try step()
        }
    }

    private func compare(_ replayed: Case) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(CaseProjection.columns.joined(separator: ", ")), body FROM cases \
                LEFT JOIN case_bodies USING (id) WHERE id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [replayed.id.value]) else {
            report.add(.caseMissing(id: replayed.id))
            return
        }
        let columns = CaseProjection.columns + ["body"]
        let expected =
            CaseProjection.fixedValues(replayed) + CaseProjection.movingValues(replayed)
            + [try CanonicalJSON.text(replayed).databaseValue]
        let stored = columns.indices.map { row[$0] as DatabaseValue }
        // Another spelling of the same value is no difference.
        for field in differing(columns, expected, stored)
        where field != "body" || (try? CaseProjection.find(replayed.id, in: database)) != replayed {
            report.add(.caseDiffers(number: replayed.number, field: field))
        }
        if try ClockProjection.stored(replayed.id, in: database) != ClockProjection.expected(replayed) {
            report.add(.caseDiffers(number: replayed.number, field: "clocks"))
        }
    }

    private func compare(_ replayed: StaffRecord) throws {
        let statement = try database.cachedStatement(
            sql: "SELECT \(StaffProjection.columns.joined(separator: ", ")) FROM staff WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [replayed.member.id.value]) else {
            report.add(.staffMissing(id: replayed.member.id))
            return
        }
        let stored = StaffProjection.columns.indices.map { row[$0] as DatabaseValue }
        for field in differing(StaffProjection.columns, try StaffProjection.values(replayed), stored)
        where field != "body" || (try? StaffProjection.find(replayed.member.id, in: database)) != replayed {
            report.add(.staffDiffers(number: replayed.member.number, field: field))
        }
    }

    private func differing(
        _ columns: [String], _ expected: [DatabaseValue], _ stored: [DatabaseValue]
    ) -> [String] {
        zip(columns, zip(expected, stored)).filter { $0.1.0 != $0.1.1 }.map(\.0)
    }
}
