/// The exchange with villages by file: who this record is, whom it trusts, which bundles went and came, where entries
/// came from, and what waits for a person. All of it is a projection of the journal.
extension SchemaStep {
    static let relay = SchemaStep(
        sql: """
            CREATE TABLE relay_self (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                mark TEXT,
                body TEXT NOT NULL
            ) STRICT;
            CREATE TABLE relay_partners (
                site TEXT PRIMARY KEY,
                village TEXT,
                is_active INTEGER NOT NULL,
                body TEXT NOT NULL
            ) STRICT;
            CREATE TABLE relay_bundles (
                site TEXT NOT NULL,
                is_ours INTEGER NOT NULL,
                number INTEGER NOT NULL,
                -- The newest entry here before a bundle of the partner; its maker's clock and ours.
                after INTEGER NOT NULL,
                made_at INTEGER NOT NULL,
                at INTEGER NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (site, is_ours, number)
            ) STRICT;
            CREATE TABLE relay_held (
                site TEXT NOT NULL,
                number INTEGER NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (site, number)
            ) STRICT;
            CREATE TABLE relay_origins (
                seq INTEGER PRIMARY KEY,
                site TEXT NOT NULL,
                origin INTEGER NOT NULL,
                -- Made here, and taken over by the partner under that number.
                is_own INTEGER NOT NULL,
                bundle INTEGER NOT NULL,
                UNIQUE (site, origin)
            ) STRICT;
            CREATE TABLE relay_tasks (
                site TEXT NOT NULL,
                seq INTEGER NOT NULL,
                subject TEXT NOT NULL,
                status TEXT NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (site, seq)
            ) STRICT;
            CREATE INDEX relay_tasks_by_subject ON relay_tasks (site, subject);
            """)

    /// In an order in which they can be emptied.
    static let relayTables = [
        "relay_self", "relay_partners", "relay_bundles", "relay_held", "relay_origins", "relay_tasks",
    ]
}
