/// What a wall in the hall reads besides (``SchemaStep/wall``): which villages hand their entries over by file, so that nobody
/// there is called away while the file is on its way; and of when the newest entry is, by which a clock is known that stands
/// behind the record.
extension SchemaStep {
    static let hall = SchemaStep(
        sql: """
            CREATE VIEW wall_relayed AS
            SELECT village FROM relay_partners WHERE is_active = 1 AND village IS NOT NULL;
            CREATE VIEW wall_newest AS SELECT at FROM journal WHERE seq > 0 ORDER BY seq DESC LIMIT 1;
            """)
}
