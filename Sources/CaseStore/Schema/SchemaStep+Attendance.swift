/// Duty and attendance: ledgers of what is said about days, what is kept of PINs, and the wrong tries.
///
/// The ledgers follow from the journal. `pins` does not: a journal is kept for ever, copied and exported, and of a short
/// number whatever can be checked can be tried out. The journal has only a digest of each record, which proves that it is
/// the one that was set.
extension SchemaStep {
    static let attendance = SchemaStep(
        sql: """
            CREATE INDEX attendance_by_time ON attendance (at);
            CREATE INDEX journal_acceptances_by_time ON journal (at, actor)
            WHERE subject_kind = 'case' AND kind = 'accepted';
            CREATE TABLE duty_entries (
                seq INTEGER PRIMARY KEY,
                staff INTEGER NOT NULL,
                -- Days since 1970-01-01.
                day INTEGER NOT NULL,
                last_day INTEGER NOT NULL,
                kind TEXT NOT NULL
            ) STRICT;
            CREATE INDEX duty_entries_by_days ON duty_entries (last_day, day);
            CREATE TABLE duty_exceptions (
                seq INTEGER PRIMARY KEY,
                village TEXT,
                day INTEGER NOT NULL,
                last_day INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE pins (
                staff INTEGER PRIMARY KEY,
                salt BLOB NOT NULL,
                rounds INTEGER NOT NULL,
                block_size INTEGER NOT NULL,
                parallelism INTEGER NOT NULL,
                key BLOB NOT NULL
            ) STRICT;
            CREATE TABLE pin_tries (
                staff INTEGER PRIMARY KEY,
                tries INTEGER NOT NULL,
                last_at INTEGER NOT NULL
            ) STRICT;
            """,
        then: { try Ledger.fill([.duty, .exceptions], in: $0) })
}
