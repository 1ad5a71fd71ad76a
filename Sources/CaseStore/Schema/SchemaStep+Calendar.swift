/// What the centre added to the national calendar, in the order in which it did.
extension SchemaStep {
    static let calendar = SchemaStep(
        sql: """
            CREATE TABLE calendar_changes (
                position INTEGER PRIMARY KEY,
                body TEXT NOT NULL
            ) STRICT;
            """)
}
