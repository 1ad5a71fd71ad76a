import Casework
import GRDB

/// Replays what the journal says about people and compares it with their rows and with the ledgers.
struct StaffCheck {
    let database: Database
    let watch: PrivateCrew.Watch
    /// Whether another spelling of the same value is a difference.
    let isExact: Bool

    func run() throws -> VerificationReport {
        var report = VerificationReport()
        let ledgers = LedgerCheck(database: database)
        var now: Int64?
        var replayed: StaffRecord?
        func close() throws {
            if let replayed {
                report.people += 1
                try compare(replayed, &report)
            }
            if let now { try ledgers.closeSums(of: StaffID(now), number: replayed?.member.number, &report) }
            replayed = nil
        }
        try JournalReplay.entries(about: .staff, in: database) { entry in
            if now != entry.subject {
                try close()
                now = entry.subject
            }
            try watch.count(1)
            switch entry.fact {
            case .failure(let error): report.add(.unreadable(entry.sequence, error, of: .staff))
            case .success(let fact):
                if case .staff(let event) = fact {
                    if replayed == nil, case .enrolled(let member) = event { replayed = StaffRecord(member: member) }
                    replayed?.apply(event, at: entry.at)
                }
                try ledgers.compare(entry, fact, &report)
            }
        }
        try close()
        let extra = try String.fetchCursor(
            database,
            sql: """
                SELECT number FROM staff WHERE NOT EXISTS \
                (SELECT 1 FROM journal WHERE subject_kind = 'staff' AND subject = staff.id) ORDER BY id
                """)
        while let number = try extra.next() { report.add(.staffExtra(number: number)) }
        for id in try PINRecord.strangers(in: database) { report.add(.pinExtra(id: id)) }
        try ledgers.extras(of: .staff, &report)
        return report
    }

    private func compare(_ replayed: StaffRecord, _ report: inout VerificationReport) throws {
        let columns = StaffProjection.columns
        let row = try RawStatement(
            database, sql: "SELECT \(columns.joined(separator: ", ")) FROM staff WHERE id = ?")
        row.bind(replayed.member.id.value, 1)
        guard try row.next() else {
            report.add(.staffMissing(number: replayed.member.number))
            return
        }
        for (place, value) in try StaffProjection.values(replayed).enumerated() where !row.holds(value, Int32(place)) {
            let field = columns[place]
            if field == "body", !isExact,
                (try? CanonicalJSON.value(StaffRecord.self, fromUTF8: row.bytes(Int32(place)))) == replayed
            {
                continue
            }
            let values = field == "body" ? nil : FieldValues(value, row, Int32(place))
            report.add(.staffDiffers(number: replayed.member.number, field: field, values: values))
        }
        let kept = try PINRecord.find(replayed.member.id, in: database)
        if let kept, kept.digest != replayed.pin?.digest {
            report.add(.pinDiffers(number: replayed.member.number))
        } else if kept == nil, replayed.pin != nil, replayed.member.isActive {
            report.add(.pinMissing(number: replayed.member.number))
        }
    }
}
