import Casework
import GRDB

/// The clocks of a case that have not ended, as rows: what has to be looked at when the calendar changes, and when the
/// next mark is passed. Whole cases are read only for those that are to change.
///
/// Rules repeat from case to case and are kept once each.
enum ClockProjection {
    static let columns = [
        "case_id", "position", "kind", "rule", "start", "due", "warn_at", "is_provisional", "is_stopped", "has_pauses",
        "attention_at",
    ]

    static func insert(_ value: Case, into database: Database) throws {
        for (position, clock) in value.clocks.enumerated() where clock.endedAt == nil {
            let deadline = clock.deadline
            try database.cachedStatement(sql: insertion).execute(arguments: [
                value.id.value, position, clock.kind.rawValue, rule(deadline.rule, in: database),
                deadline.start.milliseconds, deadline.due.milliseconds, deadline.warnAt.milliseconds,
                deadline.isProvisional, deadline.isStopped, deadline.pauses != nil,
                value.attention(ofClockAt: position)?.milliseconds,
            ])
        }
    }

    static func update(_ value: Case, in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM clocks WHERE case_id = ?").execute(arguments: [value.id.value])
        try insert(value, into: database)
    }

    /// The rows that a case should have, as text: for comparing.
    static func expected(_ value: Case) throws -> [String] {
        try value.clocks.enumerated().filter { $0.element.endedAt == nil }.map { position, clock in
            let deadline = clock.deadline
            return try [
                "\(position)", clock.kind.rawValue, CanonicalJSON.text(deadline.rule),
                "\(deadline.start.milliseconds)", "\(deadline.due.milliseconds)", "\(deadline.warnAt.milliseconds)",
                "\(deadline.isProvisional ? 1 : 0)", "\(deadline.isStopped ? 1 : 0)",
                "\(deadline.pauses != nil ? 1 : 0)",
                value.attention(ofClockAt: position).map { "\($0.milliseconds)" } ?? "",
            ].joined(separator: "|")
        }
    }

    /// The rows that a case has, in the same form.
    static func stored(_ id: CaseID, in database: Database) throws -> [String] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT position || '|' || kind || '|' || body || '|' || start || '|' || due || '|' || warn_at || '|' \
                || is_provisional || '|' || is_stopped || '|' || has_pauses || '|' || coalesce(attention_at, '') \
                FROM clocks JOIN clock_rules ON clock_rules.id = clocks.rule WHERE case_id = ? ORDER BY position
                """)
        return try String.fetchAll(statement, arguments: [id.value])
    }

    private static func rule(_ rule: ClockRule, in database: Database) throws -> Int64 {
        let body = try CanonicalJSON.text(rule)
        let find = try database.cachedStatement(sql: "SELECT id FROM clock_rules WHERE body = ?")
        if let known = try Int64.fetchOne(find, arguments: [body]) { return known }
        try database.cachedStatement(sql: "INSERT INTO clock_rules (body) VALUES (?)").execute(arguments: [body])
        return database.lastInsertedRowID
    }

    private static let insertion = """
        INSERT INTO clocks (\(columns.joined(separator: ", "))) \
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """
}
