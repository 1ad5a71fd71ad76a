/// Messages to people outside: whether the centre sends any (a projection of the journal), and those that wait or have
/// come to their end.
///
/// The outbox itself is no projection: it is a list of work to do. It holds no text and no phone; both are looked up when
/// a message is sent. A message is named by the journal entry that caused it, its recipient and its kind, so that the
/// same cause never queues twice.
extension SchemaStep {
    static let outbox = SchemaStep(
        sql: """
            CREATE TABLE message_switch (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                is_on INTEGER NOT NULL,
                language TEXT NOT NULL
            ) STRICT;
            CREATE TABLE outbox (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                cause INTEGER NOT NULL REFERENCES journal (seq),
                case_id INTEGER NOT NULL REFERENCES cases (id),
                kind TEXT NOT NULL,
                -- 0 is the applicant, else the agent.
                staff INTEGER NOT NULL,
                language TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'given-up')),
                tries INTEGER NOT NULL,
                queued_at INTEGER NOT NULL,
                -- When to look at it next; while somebody sends it, when that one is taken for lost.
                next_try INTEGER NOT NULL,
                -- Counts the claims of senders; the last one holds it while is_claimed.
                attempt INTEGER NOT NULL,
                is_claimed INTEGER NOT NULL,
                channel TEXT,
                detail TEXT,
                UNIQUE (cause, staff, kind)
            ) STRICT;
            CREATE INDEX outbox_waiting ON outbox (next_try, id, state) WHERE state IN ('queued', 'failed');
            CREATE INDEX outbox_by_case ON outbox (case_id, kind, id);
            """)
}
