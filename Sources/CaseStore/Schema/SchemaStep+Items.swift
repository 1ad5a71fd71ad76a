/// The lists of service items: each item once as the lists have it now, and every version that it ever had.
///
/// What a case keeps of its item stands in the case; the versions are there so that the guide of that time can be read.
extension SchemaStep {
    static let items = SchemaStep(
        sql: """
            CREATE TABLE service_items (
                code TEXT PRIMARY KEY,
                version INTEGER NOT NULL,
                level TEXT NOT NULL,
                name TEXT NOT NULL,
                kind TEXT NOT NULL,
                area TEXT NOT NULL,
                promised_days INTEGER,
                is_claimed INTEGER NOT NULL,
                is_withdrawn INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX service_items_by_name ON service_items (name);
            CREATE TABLE service_item_versions (
                code TEXT NOT NULL REFERENCES service_items (code),
                version INTEGER NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (code, version)
            ) STRICT;
            """)
}
