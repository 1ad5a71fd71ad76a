import Casework
import GRDB

/// Empties the projections and fills them from the journal, inside the transaction that it is given.
///
/// Indexes and triggers are taken away first and made at the end: an index that is made from all rows at once is
/// sorted, not sought, and costs a third. Cases are played through by other threads, which read what is committed;
/// while the write lock is held that is all there is.
struct Rebuilding {
    let database: Database
    let store: CaseStore
    let record: OpenRecord
    /// Whether it is said which tables were something else before.
    let compares: Bool
    let watch: PrivateCrew.Watch
    let tell: (RebuildProgress.Stage) throws -> Void

    /// What follows from the journal entry by entry. What follows from these tables is ``DerivedTables``.
    static let tables =
        caseTables + [
            "service_item_versions", "service_items", "staff", "items",
            "villages", "centre", "calendar_changes", "campaigns", "message_switch", "money_sums",
        ] + SchemaStep.relayTables + Ledger.allCases.map(\.rawValue)

    /// What follows from nothing: only a copy of it helps.
    static let followingFromNothing = ["outbox", "import_checkpoints", "pins", "pin_tries"]

    /// What ``CaseFilling`` fills.
    private static let caseTables = ["case_work", "clocks", "clock_rules", "cases"]

    func run(
        derived: [any DerivedTable.Type]
    ) throws -> (cases: Int, withoutBeginning: Int, changes: [RebuildReport.Change]?) {
        var before: Beside<TableSums>?
        if compares {
            before = Beside { [store, record, watch] in
                try TableSums(of: Self.tables, in: store, record, watch: watch)
            }
        }
        // Nobody goes on in our back, however this ends.
        defer {
            watch.end()
            _ = try? before?.value()
        }
        let wanted = try Schema.blueprint().filter { Self.tables.contains($0.table) }
        let others = Self.tables.filter { !Self.caseTables.contains($0) }
        try empty(others, wanted)
        try fillCentre()
        let filling = CaseFilling(database: database, store: store, record: record, watch: watch)
        let made = try filling.run(
            tick: { try tell(.cases) },
            // While the others play the first cases through, for which the centre is enough.
            meanwhile: {
                try fillStaff()
                try Ledger.fill(in: database)
                try empty(Self.caseTables, wanted)
            })
        for part in wanted where part.kind != "table" {
            try tell(.indexes)
            try database.stoppable(by: watch) { try database.execute(sql: part.sql) }
        }
        try makeViews()
        for table in derived {
            try prepare(table)
            try table.rebuild(in: database) { try tell(.derived) }
        }
        try makeMissing()
        // Work about a case that there is not, or for an entry that there is not, is none.
        try database.execute(
            sql: """
                DELETE FROM outbox WHERE NOT EXISTS (SELECT 1 FROM cases WHERE cases.id = outbox.case_id) \
                OR NOT EXISTS (SELECT 1 FROM journal WHERE journal.seq = outbox.cause)
                """)
        try PINRecord.discardStrangers(in: database)
        try requireReferences()
        let changes = try before.map { before in
            let after = try TableSums(of: Self.tables, in: database) { try tell(.derived) }
            return after.changes(since: try before.value(), of: Self.tables)
        }
        return (made.cases, made.withoutBeginning, changes)
    }

    /// Makes the tables of a derived one that are not there, or not as they should be, and takes away what others have hung
    /// on them.
    private func prepare(_ table: any DerivedTable.Type) throws {
        let found = try Schema.parts(in: database)
        for part in found where part.kind == "trigger" && table.tables.contains(part.table) {
            try database.execute(sql: "DROP TRIGGER \(part.name.quotedDatabaseIdentifier)")
        }
        for part in try Schema.blueprint()
        where part.kind == "table" && table.tables.contains(part.name) && !found.contains(part) {
            try database.execute(sql: "DROP TABLE IF EXISTS \(part.name)")
            try database.execute(sql: part.sql)
        }
    }

    /// Makes the tables that follow from nothing, such as the outbox, where they are not there: what was in them is lost,
    /// and no command could go on without them.
    private func makeMissing() throws {
        let found = Set(try Schema.parts(in: database).map(\.name))
        let missing = try Schema.blueprint().filter { $0.table != "journal" && !found.contains($0.name) }
        for part in missing.filter({ $0.kind == "table" }) + missing.filter({ $0.kind != "table" }) {
            try database.execute(sql: part.sql)
        }
    }

    /// Views hold nothing, but show it: one that is missing or altered is made as it should be.
    private func makeViews() throws {
        let found = try Schema.parts(in: database)
        for part in try Schema.blueprint() where part.kind == "view" && !found.contains(part) {
            try database.execute(sql: "DROP VIEW IF EXISTS \(part.name)")
            try database.execute(sql: part.sql)
        }
    }

    /// The tables were filled without it being looked at whether what they refer to is there. A case in the hands of
    /// somebody whom the journal does not know could never be acted on again.
    private func requireReferences() throws {
        for table in ["cases", "clocks", "service_item_versions"] {
            guard let row = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check(\(table))") else { continue }
            let id: Int64? = try row.value(1)
            let parent: String = try row.value(2)
            throw UnreadableRecord(
                place: "\(table) row \(id.map(String.init) ?? "?")",
                detail: "the journal does not tell of what it refers to in \(parent)")
        }
    }

    private func empty(_ tables: [String], _ wanted: [Schema.Part]) throws {
        let found = try Schema.parts(in: database)
        for part in found where tables.contains(part.table) && part.kind != "table" {
            try database.execute(sql: "DROP \(part.kind) \(part.name.quotedDatabaseIdentifier)")
        }
        for part in wanted where part.kind == "table" && tables.contains(part.name) {
            if found.contains(part) {
                try database.execute(sql: "DELETE FROM \(part.name)")
            } else {
                try database.execute(sql: "DROP TABLE IF EXISTS \(part.name)")
                try database.execute(sql: part.sql)
            }
        }
    }

    private func fillCentre() throws {
        try JournalReplay.entries(about: .centre, in: database) { entry in
            guard case .centre(let event) = try fact(of: entry, .centre) else { return }
            try CentreProjection.apply(event, at: entry.at, by: entry.actor, in: database)
        }
    }

    private func fillStaff() throws {
        var member: StaffRecord?
        try JournalReplay.entries(about: .staff, in: database) { entry in
            guard case .staff(let event) = try fact(of: entry, .staff) else { return }
            if let done = member, done.member.id.value != entry.subject {
                try StaffProjection.save(done, in: database)
                member = nil
            }
            if member == nil, case .enrolled(let enrolled) = event { member = StaffRecord(member: enrolled) }
            member?.apply(event, at: entry.at)
        }
        if let member { try StaffProjection.save(member, in: database) }
    }

    private func fact(of entry: ReplayedEntry, _ kind: JournalFact.SubjectKind) throws -> JournalFact {
        switch entry.fact {
        case .success(let fact): return fact
        case .failure(let error): throw RebuildError.unreadable(.unreadable(entry.sequence, error, of: kind))
        }
    }
}
