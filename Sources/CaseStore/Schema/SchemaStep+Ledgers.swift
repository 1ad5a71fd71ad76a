/// The ledgers: attendance, money, rulebooks in force, signed anchors. Each row stands for one entry of the journal and
/// has its number; what the journal has of them already is put down when the tables are made.
///
/// Amounts are whole fen.
extension SchemaStep {
    static let ledgers = SchemaStep(
        sql: """
            CREATE TABLE attendance (
                seq INTEGER PRIMARY KEY,
                staff INTEGER NOT NULL,
                at INTEGER NOT NULL,
                kind TEXT NOT NULL
            ) STRICT;
            CREATE INDEX attendance_by_staff ON attendance (staff, at);
            CREATE TABLE money (
                seq INTEGER PRIMARY KEY,
                staff INTEGER NOT NULL,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                kind TEXT NOT NULL,
                fen INTEGER NOT NULL,
                period TEXT NOT NULL,
                ground TEXT NOT NULL,
                note TEXT
            ) STRICT;
            CREATE INDEX money_by_period ON money (period, staff);
            CREATE TABLE money_sums (
                staff INTEGER NOT NULL,
                period TEXT NOT NULL,
                kind TEXT NOT NULL,
                entries INTEGER NOT NULL,
                fen INTEGER NOT NULL,
                PRIMARY KEY (staff, period, kind)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE rulebook_adoptions (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                name TEXT NOT NULL,
                digest TEXT NOT NULL,
                body TEXT NOT NULL
            ) STRICT;
            CREATE TABLE signed_anchors (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                month TEXT NOT NULL,
                up_to INTEGER NOT NULL,
                hash TEXT NOT NULL
            ) STRICT;
            """,
        then: { try Ledger.fill(Ledger.first, in: $0) })
}
