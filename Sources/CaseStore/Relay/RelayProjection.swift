import Casework
import GRDB

/// The exchange by file as rows, and back.
enum RelayProjection {
    static func apply(_ event: RelayEvent, at: Instant, in database: Database) throws {
        switch event {
        case .introduced(let introduced):
            try run(
                "INSERT OR REPLACE INTO relay_self (id, mark, body) VALUES (1, ?, ?)",
                [introduced.site.mark, try CanonicalJSON.text(introduced)], in: database)
        case .admitted(let site):
            try run(
                """
                INSERT INTO relay_partners (site, village, is_active, body) VALUES (?, ?, 1, ?) \
                ON CONFLICT (site) DO UPDATE SET is_active = 1, body = excluded.body
                """, [site.id, site.village, try CanonicalJSON.text(site)], in: database)
        case .revoked(let revoked):
            try run("UPDATE relay_partners SET is_active = 0 WHERE site = ?", [revoked.site], in: database)
        case .exported(let mark):
            try save(mark, isOurs: true, after: mark.last, madeAt: at, at: at, in: database)
        case .held(let held):
            try run(
                "INSERT OR REPLACE INTO relay_held (site, number, body) VALUES (?, ?, ?)",
                [held.bundle.site, held.bundle.number, try CanonicalJSON.text(held)], in: database)
        case .imported(let imported):
            let mark = imported.bundle
            try save(
                mark, isOurs: false, after: imported.after, madeAt: imported.madeAt, at: at, in: database)
            try run(
                "DELETE FROM relay_held WHERE site = ? AND number = ?", [mark.site, mark.number], in: database)
            for (rows, isOwn) in [(imported.rows, false), (imported.confirmed, true)] {
                for index in stride(from: 0, to: rows.count - 1, by: 2) {
                    try saveOrigin(
                        rows[index], site: mark.site, origin: rows[index + 1], isOwn: isOwn, bundle: mark.number,
                        in: database)
                }
            }
        case .task(let task):
            try run(
                "INSERT OR REPLACE INTO relay_tasks (site, seq, subject, status, body) VALUES (?, ?, ?, ?, ?)",
                [
                    task.site, task.entry.seq, task.entry.subject, task.status.rawValue,
                    try CanonicalJSON.text(task),
                ], in: database)
            // At the township: where the entry that a person let in came from.
            if let row = task.settlement?.row, try own(in: database)?.site.isTownship == true {
                try saveOrigin(
                    row, site: task.site, origin: task.entry.seq, isOwn: false, bundle: task.bundle, in: database)
            }
        }
    }

    /// Where an entry came from, or under which number the partner has it.
    static func saveOrigin(
        _ row: Int64, site: String, origin: Int64, isOwn: Bool, bundle: Int, in database: Database
    ) throws {
        try run(
            "INSERT OR IGNORE INTO relay_origins (seq, site, origin, is_own, bundle) VALUES (?, ?, ?, ?, ?)",
            [row, site, origin, isOwn, bundle], in: database)
    }

    private static func save(
        _ mark: RelayBundleMark, isOurs: Bool, after: Int64, madeAt: Instant, at: Instant, in database: Database
    ) throws {
        try run(
            "INSERT INTO relay_bundles (site, is_ours, number, after, made_at, at, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                mark.site, isOurs, mark.number, after, madeAt.milliseconds, at.milliseconds,
                try CanonicalJSON.text(mark),
            ], in: database)
    }

    private static func run(_ sql: String, _ arguments: StatementArguments, in database: Database) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    // MARK: Reading

    static func own(in database: Database) throws -> RelayEvent.Introduced? {
        try String.fetchOne(database.cachedStatement(sql: "SELECT body FROM relay_self WHERE id = 1"))
            .map { try CanonicalJSON.value(RelayEvent.Introduced.self, from: $0) }
    }

    /// In the order of their letters.
    static func partners(in database: Database) throws -> [(site: RelaySite, isActive: Bool)] {
        let statement = try database.cachedStatement(sql: "SELECT body, is_active FROM relay_partners")
        return try Row.fetchAll(statement)
            .map { (site: try CanonicalJSON.value(RelaySite.self, from: try $0.value(0)), isActive: try $0.value(1)) }
            .sorted { ($0.site.mark ?? "", $0.site.id) < ($1.site.mark ?? "", $1.site.id) }
    }

    /// The last bundle to, or from, a partner.
    static func last(_ site: String, isOurs: Bool, in database: Database) throws -> RelayBundleMark? {
        let statement = try database.cachedStatement(
            sql: "SELECT body FROM relay_bundles WHERE site = ? AND is_ours = ? ORDER BY number DESC LIMIT 1")
        return try String.fetchOne(statement, arguments: [site, isOurs])
            .map { try CanonicalJSON.value(RelayBundleMark.self, from: $0) }
    }

    static func bundle(_ site: String, isOurs: Bool, number: Int, in database: Database) throws -> RelayBundleMark? {
        let statement = try database.cachedStatement(
            sql: "SELECT body FROM relay_bundles WHERE site = ? AND is_ours = ? AND number = ?")
        return try String.fetchOne(statement, arguments: [site, isOurs, number])
            .map { try CanonicalJSON.value(RelayBundleMark.self, from: $0) }
    }

    /// The bundles of a partner, oldest first, each with the last entry here before it came.
    static func arrivals(
        from site: String, in database: Database
    ) throws -> [(after: Int64, mark: RelayBundleMark)] {
        let statement = try database.cachedStatement(
            sql: "SELECT after, body FROM relay_bundles WHERE site = ? AND is_ours = 0 ORDER BY number")
        return try Row.fetchAll(statement, arguments: [site])
            .map {
                (after: try $0.value(0), mark: try CanonicalJSON.value(RelayBundleMark.self, from: try $0.value(1)))
            }
    }

    static func held(_ site: String, in database: Database) throws -> [RelayEvent.Held] {
        let statement = try database.cachedStatement(sql: "SELECT body FROM relay_held WHERE site = ? ORDER BY number")
        return try String.fetchAll(statement, arguments: [site])
            .map { try CanonicalJSON.value(RelayEvent.Held.self, from: $0) }
    }

    static func task(_ site: String, _ sequence: Int64, in database: Database) throws -> RelayTask? {
        let statement = try database.cachedStatement(sql: "SELECT body FROM relay_tasks WHERE site = ? AND seq = ?")
        return try String.fetchOne(statement, arguments: [site, sequence])
            .map { try CanonicalJSON.value(RelayTask.self, from: $0) }
    }

    static func tasks(_ site: String, about subject: String, in database: Database) throws -> [RelayTask] {
        let statement = try database.cachedStatement(
            sql: "SELECT body FROM relay_tasks WHERE site = ? AND subject = ? ORDER BY seq")
        return try String.fetchAll(statement, arguments: [site, subject])
            .map { try CanonicalJSON.value(RelayTask.self, from: $0) }
    }

    static func tasks(in database: Database) throws -> [RelayTask] {
        try String.fetchAll(
            database.cachedStatement(sql: "SELECT body FROM relay_tasks ORDER BY site, seq")
        ).map { try CanonicalJSON.value(RelayTask.self, from: $0) }
    }

    // MARK: Making anew

    /// Empties the tables and fills them from the journal.
    static func rebuild(in database: Database) throws {
        for table in SchemaStep.relayTables { try database.execute(sql: "DELETE FROM \(table)") }
        try replay(from: database) { event, at in try apply(event, at: at, in: database) }
    }

    /// Every event of the exchange, oldest first.
    static func replay(from database: Database, _ body: (RelayEvent, Instant) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT seq, at, kind, body FROM journal INDEXED BY journal_by_subject \
                WHERE subject_kind = 'centre' AND subject = 0 AND kind LIKE 'relay%' ORDER BY seq
                """)
        while let row = try rows.next() {
            let fact = try JournalFact(
                subjectKind: JournalFact.SubjectKind.centre.rawValue, kind: try row.value(2), body: try row.value(3),
                sequence: try row.value(0))
            guard case .centre(.relay(let event)) = fact else { continue }
            try body(event, Instant(milliseconds: try row.value(1)))
        }
    }
}

extension RecordTransaction {
    /// The letters in the numbers of cases that are registered in this record; empty for the township.
    func siteMark() throws -> String {
        if let knownSiteMark { return knownSiteMark }
        let mark =
            try String.fetchOne(database.cachedStatement(sql: "SELECT mark FROM relay_self WHERE id = 1")) ?? ""
        knownSiteMark = mark
        return mark
    }
}
