/// Version 1: the journal with its guards, and the projections of cases, staff and the centre.
///
/// Instants are UTC milliseconds. `due_order` and `review_order` exist so that cases without a deadline, or without the
/// moment of their completion, have a place in the queues: last, and by submission. The whole cases stood in a table of
/// their own at first (``lean``), so that a walk over the rows of a queue reads a tenth of the pages. The partial indexes carry the column
/// of their condition too: SQLite before 3.43 would look it up in the table, row by row, to test it again.
extension SchemaStep {
    static let foundation = SchemaStep(
        sql: """
            CREATE TABLE journal (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                subject_kind TEXT NOT NULL CHECK (subject_kind IN ('case', 'staff', 'centre')),
                subject INTEGER NOT NULL,
                kind TEXT NOT NULL,
                body TEXT NOT NULL,
                prev BLOB NOT NULL CHECK (length(prev) = 32),
                hash BLOB NOT NULL CHECK (length(hash) = 32)
            ) STRICT;
            CREATE INDEX journal_by_subject ON journal (subject_kind, subject, seq);
            CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
            CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
            -- INSERT OR REPLACE deletes without asking the trigger above.
            CREATE TRIGGER journal_refuses_other_than_next BEFORE INSERT ON journal
            WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

            CREATE TABLE centre (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                name TEXT NOT NULL,
                prefix TEXT NOT NULL,
                offset_minutes INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE villages (
                position INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE
            ) STRICT;
            CREATE TABLE items (
                position INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE
            ) STRICT;
            CREATE TABLE staff (
                id INTEGER PRIMARY KEY,
                number TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                role TEXT NOT NULL,
                village TEXT,
                is_active INTEGER NOT NULL,
                presence TEXT NOT NULL,
                present_since INTEGER,
                body TEXT NOT NULL
            ) STRICT;
            CREATE INDEX staff_by_role ON staff (role, village);

            CREATE TABLE cases (
                id INTEGER PRIMARY KEY,
                number TEXT NOT NULL UNIQUE,
                version INTEGER NOT NULL,
                state TEXT NOT NULL,
                is_open INTEGER NOT NULL,
                holder INTEGER REFERENCES staff (id),
                item TEXT NOT NULL,
                village TEXT NOT NULL,
                applicant TEXT NOT NULL,
                submitted_at INTEGER NOT NULL,
                completed_at INTEGER,
                closed_at INTEGER,
                due_at INTEGER,
                warn_at INTEGER,
                is_provisional INTEGER NOT NULL,
                is_urgent INTEGER NOT NULL,
                returns INTEGER NOT NULL,
                urgings INTEGER NOT NULL,
                due_order INTEGER NOT NULL,
                review_order INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE case_bodies (
                id INTEGER PRIMARY KEY REFERENCES cases (id),
                body TEXT NOT NULL
            ) STRICT;
            CREATE INDEX cases_pending_by_due ON cases (due_order, id, state) WHERE state = 'pending';
            CREATE INDEX cases_open_by_due ON cases (due_order, id, warn_at, is_open) WHERE is_open = 1;
            CREATE INDEX cases_open_by_warning ON cases (warn_at, due_at, is_open) WHERE is_open = 1;
            CREATE INDEX cases_in_review ON cases (review_order, id, state) WHERE state = 'in-review';
            CREATE INDEX cases_open_by_holder ON cases (holder, state, due_at, is_open) WHERE is_open = 1;
            CREATE INDEX cases_approved_by_closing ON cases (closed_at, state) WHERE state = 'approved';
            """)

    /// The triggers whose absence ``CaseStore/verify(_:progress:)`` calls by its name.
    static let guards = ["journal_refuses_delete", "journal_refuses_other_than_next", "journal_refuses_update"]
}
