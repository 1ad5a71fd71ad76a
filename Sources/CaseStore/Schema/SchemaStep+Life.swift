import Casework
import GRDB

/// The whole life of a case: what its rows say beside the state, the clocks that run, and the index that finds the next
/// mark. The rows of cases are made anew from the journal, since a case's own spelling has changed.
extension SchemaStep {
    static let life = SchemaStep(
        sql: """
            ALTER TABLE cases ADD COLUMN item_kind TEXT NOT NULL DEFAULT 'promised';
            ALTER TABLE cases ADD COLUMN campaign TEXT;
            ALTER TABLE cases ADD COLUMN is_priority INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE cases ADD COLUMN clock TEXT;
            ALTER TABLE cases ADD COLUMN originals INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX cases_with_originals ON cases (holder, originals) WHERE originals > 0;
            CREATE INDEX cases_by_campaign ON cases (campaign, village, state) WHERE campaign IS NOT NULL;
            CREATE TABLE clock_rules (
                id INTEGER PRIMARY KEY,
                body TEXT NOT NULL UNIQUE
            ) STRICT;
            CREATE TABLE clocks (
                case_id INTEGER NOT NULL REFERENCES cases (id),
                position INTEGER NOT NULL,
                kind TEXT NOT NULL,
                rule INTEGER NOT NULL REFERENCES clock_rules (id),
                start INTEGER NOT NULL,
                due INTEGER NOT NULL,
                warn_at INTEGER NOT NULL,
                is_provisional INTEGER NOT NULL,
                is_stopped INTEGER NOT NULL,
                has_pauses INTEGER NOT NULL,
                attention_at INTEGER,
                PRIMARY KEY (case_id, position)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX clocks_by_attention ON clocks (attention_at) WHERE attention_at IS NOT NULL;
            """,
        then: { try CaseRebuilding(database: $0).run() })
}

/// Makes the rows of all cases from the journal.
struct CaseRebuilding {
    let database: Database

    /// - Parameter made: called after each case; throws to stop.
    func run(made: () throws -> Void = {}) throws {
        try JournalReplay.cases(.min ... .max, in: database, watch: PrivateCrew.Watch()) { sequence, error in
            throw UnreadableRecord(place: "journal entry \(sequence)", error)
        } _: { _, replayed in
            if case .whole(let value) = replayed { try save(value) }
            try made()
        }
    }

    private func save(_ value: Case) throws {
        let all = CaseProjection.fixedColumns + CaseProjection.movingColumns
        let statement = try database.cachedStatement(
            sql: "UPDATE cases SET \(all.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?")
        try statement.execute(
            arguments: StatementArguments(
                CaseProjection.fixedValues(value) + CaseProjection.movingValues(value)
                    + [value.id.value.databaseValue]))
        try ClockProjection.replace(value, in: database)
    }
}
