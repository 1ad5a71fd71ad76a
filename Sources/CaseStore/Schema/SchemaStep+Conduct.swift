/// What the appraisal counts: one row for each entry about a case that counts for somebody, and the ledgers of
/// inspections, training sessions, assessments of points and decisions about people.
///
/// `case_work` is its own index: its key begins with the person and the month, so that a person's month lies on one or
/// two pages, a year's figures of everybody are one walk over the rows of that year, and what is behind a number are
/// the very rows that were added up. A table of monthly counters beside it would be read faster still, and would be a
/// second truth.
extension SchemaStep {
    static let conduct = SchemaStep(
        sql: """
            CREATE TABLE case_work (
                staff INTEGER NOT NULL,
                month TEXT NOT NULL,
                kind TEXT NOT NULL,
                seq INTEGER NOT NULL,
                at INTEGER NOT NULL,
                case_id INTEGER NOT NULL,
                factor INTEGER NOT NULL,
                detail INTEGER,
                PRIMARY KEY (staff, month, kind, seq)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE inspections (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                number INTEGER NOT NULL,
                inspected_at INTEGER NOT NULL,
                agent INTEGER,
                body TEXT NOT NULL
            ) STRICT;
            CREATE INDEX inspections_by_time ON inspections (inspected_at);
            CREATE TABLE trainings (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                number INTEGER NOT NULL,
                held_on TEXT NOT NULL,
                holder TEXT NOT NULL,
                body TEXT NOT NULL
            ) STRICT;
            CREATE TABLE point_assessments (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                point TEXT NOT NULL,
                body TEXT NOT NULL
            ) STRICT;
            CREATE TABLE tenure_decisions (
                seq INTEGER PRIMARY KEY,
                staff INTEGER NOT NULL,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                month TEXT NOT NULL,
                outcome TEXT NOT NULL,
                body TEXT NOT NULL
            ) STRICT;
            CREATE INDEX tenure_decisions_by_staff ON tenure_decisions (staff, month);
            """,
        fillDerived: { try CaseWorkTable.rebuild(in: $0, step: {}) })
}
