import GRDB

/// Checks what SQLite can say itself, and what the file is made of.
struct FileCheck {
    let database: Database

    /// - Parameter isFull: also whether indexes have what their tables have, and whether values are what columns take.
    func run(isFull: Bool) throws -> VerificationReport {
        var report = VerificationReport()
        do {
            let answers = try String.fetchCursor(
                database, sql: isFull ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)")
            while let answer = try answers.next() {
                // An answer may have several lines, below one that names the database.
                for line in answer.split(separator: "\n") where line != "ok" && !line.hasPrefix("***") {
                    if line == Self.givingUp {
                        addUnreadableTables(String(line), &report)
                    } else {
                        report.add(.database(FileDamage(checked: String(line), in: database)))
                    }
                }
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            addUnreadableTables(error.message ?? Self.givingUp, &report)
        }
        return report
    }

    /// What SQLite's check says where it cannot read on, and ends.
    private static let givingUp = "database disk image is malformed"

    /// Says where it gave up; what it said before stands.
    private func addUnreadableTables(_ words: String, _ report: inout VerificationReport) {
        let tables = unreadableTables()
        for table in tables { report.add(.database(FileDamage(words, table: table))) }
        if report.findings.isEmpty { report.add(.database(FileDamage(words))) }
    }

    /// The tables that cannot be gone through to their end; none where not even their list can be read.
    private func unreadableTables() -> [String] {
        let tables = try? String.fetchAll(
            database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY rowid")
        return (tables ?? []).filter { table in
            let sql = "SELECT count(*) FROM \(table.quotedDatabaseIdentifier) NOT INDEXED"
            do {
                _ = try Int64.fetchOne(database, sql: sql)
                return false
            } catch let error as DatabaseError {
                return error.resultCode == .SQLITE_CORRUPT
            } catch {
                return false
            }
        }
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
