import GRDB

/// Checks what SQLite can say itself, and what the file is made of.
struct FileCheck {
    let database: Database

    /// - Parameter isFull: also whether indexes have what their tables have, and whether values are what columns take.
    func run(isFull: Bool) throws -> VerificationReport {
        var report = VerificationReport()
        do {
            let words = try String.fetchAll(
                database, sql: isFull ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)")
            for word in words where word != "ok" { report.add(.database(detail: word)) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            report.add(.database(detail: error.message ?? "malformed"))
        }
        return report
    }

    /// Compares what the file is made of with what the steps make of an empty one.
    ///
    /// - Parameter isFull: SQLite's whole check is made as well, and compares indexes with their tables itself.
    func schema(isFull: Bool) throws -> VerificationReport {
        var report = VerificationReport()
        let parts = Set(try Schema.parts(in: database))
        let expected = try Schema.blueprint(ofVersion: try Schema.found(in: database)).byObject
        let found = parts.byObject
        for (object, sql) in expected.sorted(by: { $0.key < $1.key }) where found[object] != sql {
            let isGone = found[object] == nil && SchemaStep.guards.contains(object.name)
            report.add(isGone ? .guardMissing(name: object.name) : .schemaDiffers(name: object.name))
        }
        for object in found.keys.sorted() where expected[object] == nil {
            report.add(.schemaExtra(name: object.name))
        }
        // The same words under another table's name: SQLite goes on with it, and nothing of it would be compared.
        for part in try Schema.blueprint() where !parts.contains(part) && found[part.object] == part.sql {
            report.add(.schemaDiffers(name: part.name))
        }
        if try !isFull && isJournalHidden() { report.add(.schemaDiffers(name: JournalReplay.index)) }
        return report
    }

    /// Whether the index by which subjects are gone through has other entries than the journal: SQLite's quick check does
    /// not compare the two, and what the index does not show no replay would miss.
    private func isJournalHidden() throws -> Bool {
        guard try JournalReplay.hasIndex(in: database) else { return false }
        let all = try Int64.fetchOne(database, sql: "SELECT count(*) FROM journal NOT INDEXED")
        let shown = try Int64.fetchOne(
            database,
            sql: "SELECT count(*) FROM journal INDEXED BY \(JournalReplay.index) WHERE subject_kind >= ''")
        return all != shown
    }
}
