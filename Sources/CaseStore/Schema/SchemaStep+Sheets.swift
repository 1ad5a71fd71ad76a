/// What sheets are made of: summaries that were handed in, what is paid from when on, how far the quarterly allowance sheets
/// are, and the index by which registrations and approvals are found with who did the work, case by case, without a body.
///
/// Only cases have entries of these kinds, so the index covers what is asked of it without naming the subject's kind.
extension SchemaStep {
    static let sheets = SchemaStep(
        sql: """
            CREATE TABLE village_summaries (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                village TEXT NOT NULL,
                month TEXT NOT NULL
            ) STRICT;
            CREATE INDEX village_summaries_by_month ON village_summaries (month, village, at);
            CREATE TABLE pay_rates (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                kind TEXT NOT NULL,
                name TEXT,
                fen INTEGER NOT NULL,
                first_month TEXT NOT NULL,
                ground TEXT NOT NULL
            ) STRICT;
            CREATE TABLE allowance_steps (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                quarter TEXT NOT NULL,
                step TEXT NOT NULL
            ) STRICT;
            CREATE INDEX allowance_steps_by_quarter ON allowance_steps (quarter, seq);
            CREATE INDEX journal_of_sheets ON journal (subject, seq, kind, actor, at)
            WHERE kind IN ('registered', 'completed', 'approved', 'undone');
            """)
}
