/// How far imports of event logs have come, so that one that was broken off goes on where it was.
///
/// Written in the transaction that holds the cases it speaks of. No projection of the journal: without it an import only
/// takes longer.
extension SchemaStep {
    static let imports = SchemaStep(
        sql: """
            CREATE TABLE import_checkpoints (
                -- The name of the mapping, and the SHA-256 of the file.
                source TEXT NOT NULL,
                digest BLOB NOT NULL,
                -- Cases are taken in the order of their numbers; up to this one all are done.
                last_case TEXT NOT NULL,
                PRIMARY KEY (source, digest)
            ) STRICT, WITHOUT ROWID;
            """)
}
