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

    /// The rows of a case.
    ///
    /// - Parameter rule: the number of a rule.
    static func rows(_ value: Case, rule: (ClockRule) throws -> Int64) rethrows -> [[DatabaseValue]] {
        try value.clocks.enumerated().filter { $0.element.endedAt == nil }.map { position, clock in
            let deadline = clock.deadline
            return try [
                value.id.value.databaseValue, position.databaseValue, clock.kind.rawValue.databaseValue,
                rule(deadline.rule).databaseValue, deadline.start.milliseconds.databaseValue,
                deadline.due.milliseconds.databaseValue, deadline.warnAt.milliseconds.databaseValue,
                deadline.isProvisional.databaseValue, deadline.isStopped.databaseValue,
                (deadline.pauses != nil).databaseValue,
                (value.attention(ofClockAt: position)?.milliseconds).databaseValue,
            ]
        }
    }

    static func insert(_ value: Case, into database: Database) throws {
        for row in try rows(value, rule: { try rule($0, in: database) }) {
            try database.cachedStatement(sql: insertion).execute(arguments: StatementArguments(row))
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

    /// A row in the same form, as SQL.
    static let spelling = """
        position || '|' || kind || '|' || coalesce(clock_rules.body, '') || '|' || start || '|' || due || '|' \
        || warn_at || '|' || is_provisional || '|' || is_stopped || '|' || has_pauses || '|' \
        || coalesce(attention_at, '')
        """

    private static func rule(_ rule: ClockRule, in database: Database) throws -> Int64 {
        let body = try CanonicalJSON.text(rule)
        let find = try database.cachedStatement(sql: "SELECT id FROM clock_rules WHERE body = ?")
        if let known = try Int64.fetchOne(find, arguments: [body]) { return known }
        try database.cachedStatement(sql: "INSERT INTO clock_rules (body) VALUES (?)").execute(arguments: [body])
        return database.lastInsertedRowID
    }

    static let insertion = """
        INSERT INTO clocks (\(columns.joined(separator: ", "))) \
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """
}
