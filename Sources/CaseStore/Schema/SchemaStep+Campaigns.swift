/// The campaigns that were given from above, each as the journal makes it.
extension SchemaStep {
    static let campaigns = SchemaStep(
        sql: """
            CREATE TABLE campaigns (
                code TEXT PRIMARY KEY,
                is_closed INTEGER NOT NULL,
                body TEXT NOT NULL
            ) STRICT;
            """)
}
