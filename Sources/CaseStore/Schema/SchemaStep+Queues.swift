/// Queues and searching at any size: counters of blocks for ranks, and the indexes of words.
///
/// The tables of terms hold nothing: they are the way to look into the indexes when the record is verified.
extension SchemaStep {
    static let queues = SchemaStep(
        sql: """
            CREATE TABLE ranks (
                queue INTEGER NOT NULL,
                first_order INTEGER NOT NULL,
                first_id INTEGER NOT NULL,
                count INTEGER NOT NULL,
                PRIMARY KEY (queue, first_order, first_id)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE search_names (
                id INTEGER PRIMARY KEY,
                kind INTEGER NOT NULL,
                name TEXT NOT NULL,
                UNIQUE (kind, name)
            ) STRICT;
            CREATE VIRTUAL TABLE case_search USING fts5(
                words, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
            );
            CREATE VIRTUAL TABLE open_case_search USING fts5(
                words, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
            );
            CREATE VIRTUAL TABLE case_search_terms USING fts5vocab('case_search', 'instance');
            CREATE VIRTUAL TABLE open_case_search_terms USING fts5vocab('open_case_search', 'instance');
            """,
        fillDerived: { database in
            try RankTable.rebuild(in: database, step: {})
            try CaseSearchTable.rebuild(in: database, step: {})
            try OpenCaseSearchTable.rebuild(in: database, step: {})
        })
}
