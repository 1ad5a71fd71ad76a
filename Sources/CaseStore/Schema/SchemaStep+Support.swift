/// How large villages are and how far away, for the money that is weighed by it. No file has such entries before this step.
extension SchemaStep {
    static let support = SchemaStep(
        sql: """
            CREATE TABLE village_facts (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                village TEXT NOT NULL,
                residents INTEGER NOT NULL,
                kilometres INTEGER NOT NULL
            ) STRICT;
            """)
}
