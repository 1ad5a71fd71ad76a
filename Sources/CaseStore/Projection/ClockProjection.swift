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
            try RawStatement(cached: insertion, in: database).run(row)
        }
    }

    /// Takes away the rows of clocks that are not what they were, and puts down what they are; most actions leave most
    /// clocks alone.
    static func update(from before: Case, to value: Case, in database: Database) throws {
        let (old, new) = (rows(before) { _ in 0 }, rows(value) { _ in 0 })
        func isSame(_ row: [DatabaseValue], _ other: [DatabaseValue]) -> Bool {
            guard row == other, let position = Int.fromDatabaseValue(row[1]) else { return false }
            return before.clocks[position].deadline.rule == value.clocks[position].deadline.rule
        }
        for row in old where !new.contains(where: { isSame(row, $0) }) {
            try RawStatement(cached: "DELETE FROM clocks WHERE case_id = ? AND position = ?", in: database)
                .run([row[0], row[1]])
        }
        for row in new where !old.contains(where: { isSame($0, row) }) {
            guard let position = Int.fromDatabaseValue(row[1]) else { continue }
            var row = row
            row[3] = try rule(value.clocks[position].deadline.rule, in: database).databaseValue
            // Also over a row that should not be there.
            try RawStatement(cached: replacement, in: database).run(row)
        }
    }

    /// Takes away all rows of a case and puts down those that it should have.
    static func replace(_ value: Case, in database: Database) throws {
        try RawStatement(cached: "DELETE FROM clocks WHERE case_id = ?", in: database)
            .run([value.id.value.databaseValue])
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
        let known = try RawStatement(cached: "SELECT id FROM clock_rules WHERE body = ?", in: database)
        known.bind(body, 1)
        if try known.next() { return known.integer(0) }
        try RawStatement(cached: "INSERT INTO clock_rules (body) VALUES (?)", in: database).run([body.databaseValue])
        return database.lastInsertedRowID
    }

    static let insertion = "INSERT \(filling)"
    private static let replacement = "INSERT OR REPLACE \(filling)"
    private static let filling = """
        INTO clocks (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """
}
