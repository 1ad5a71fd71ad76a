import Casework
import GRDB

/// How a case becomes a row of `cases`: the columns that queues sort and search by.
///
/// The whole case is nowhere but in the journal. A life has a dozen entries, and to read them costs no more than to read
/// the case from a copy of it; a copy would have to be spelt, written, logged and proved with every action.
enum CaseProjection {
    /// What never changes after registration.
    static let fixedColumns = [
        "id", "number", "item", "village", "applicant", "submitted_at", "is_urgent", "item_kind", "campaign",
        "is_priority",
    ]
    /// What events change.
    static let movingColumns = [
        "version", "state", "is_open", "holder", "completed_at", "closed_at", "due_at", "warn_at", "is_provisional",
        "returns", "urgings", "due_order", "review_order", "clock",
        "originals",
    ]
    static let columns = fixedColumns + movingColumns

    static func fixedValues(_ value: Case) -> [DatabaseValue] {
        let intake = value.intake
        return [
            value.id.value.databaseValue, value.number.databaseValue, intake.item.databaseValue,
            intake.village.databaseValue, intake.applicant.name.databaseValue,
            intake.submittedAt.milliseconds.databaseValue, intake.isUrgent.databaseValue,
            value.itemKind.rawValue.databaseValue, intake.campaign.databaseValue,
            (intake.priority?.isEmpty == false).databaseValue,
        ]
    }

    static func movingValues(_ value: Case) -> [DatabaseValue] {
        let clock = value.currentClock
        let deadline = clock?.deadline
        return [
            value.version.databaseValue, value.state.rawValue.databaseValue, value.isOpen.databaseValue,
            (value.holder?.value).databaseValue, (value.completedAt?.milliseconds).databaseValue,
            (value.closedAt?.milliseconds).databaseValue, (deadline?.due.milliseconds).databaseValue,
            // A case is never overdue without being near its deadline first, whatever an import brought along.
            (deadline.map { min($0.warnAt, $0.due).milliseconds }).databaseValue,
            (deadline?.isProvisional ?? false).databaseValue, value.returns.databaseValue,
            value.urgings.databaseValue, (deadline?.due.milliseconds ?? .max).databaseValue,
            (value.completedAt ?? value.intake.submittedAt).milliseconds.databaseValue,
            (clock?.kind.rawValue).databaseValue, value.facts.originals.count.databaseValue,
        ]
    }

    static func insert(_ value: Case, into database: Database) throws {
        try RawStatement(cached: insertion, in: database).run(fixedValues(value) + movingValues(value))
        try ClockProjection.insert(value, into: database)
        try moved(nil, value, in: database)
    }

    static func update(_ value: Case, in database: Database) throws {
        let before = try change(value, in: database)
        try ClockProjection.update(value, in: database)
        try moved(before, value, in: database)
    }

    /// Changes those columns of the row that are not as they should be: SQLite writes every index anew of which a column
    /// is named, whether it changes or not.
    ///
    /// - Returns: the row as it was.
    private static func change(_ value: Case, in database: Database) throws -> QueuedCase? {
        let row = try RawStatement(cached: stored, in: database)
        row.bind(value.id.value, 1)
        guard try row.next() else { return nil }
        let before = QueuedCase(row, from: Int32(movingColumns.count))
        let values = movingValues(value)
        let changed = values.indices.filter { !row.holds(values[$0], Int32($0)) }
        row.reset()
        guard !changed.isEmpty else { return before }
        let columns = changed.map { "\(movingColumns[$0]) = ?" }.joined(separator: ", ")
        try RawStatement(cached: "UPDATE cases SET \(columns) WHERE id = ?", in: database)
            .run(changed.map { values[$0] } + [value.id.value.databaseValue])
        return before
    }

    /// Brings along what follows from the row: the counters of the queues and the words that find the case.
    private static func moved(_ before: QueuedCase?, _ value: Case, in database: Database) throws {
        let after = QueuedCase(value)
        guard before != after else { return }
        try RankCounters(database: database).move(from: before?.place, to: after.place)
        try CaseWords(database: database).move(from: before, to: after)
    }

    /// The case with that id, as its entries make it.
    static func find(_ id: CaseID, in database: Database) throws -> Case? {
        guard try number(of: id, in: database) != nil else { return nil }
        return try JournalReplay.case(id, in: database)
    }

    static func find(number: String, in database: Database) throws -> Case? {
        try id(of: number, in: database).flatMap { try JournalReplay.case($0, in: database) }
    }

    static func number(of id: CaseID, in database: Database) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT number FROM cases WHERE id = ?"), arguments: [id.value])
    }

    static func id(of number: String, in database: Database) throws -> CaseID? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM cases WHERE number = ?"), arguments: [number]
        ).map(CaseID.init)
    }

    private static let insertion = """
        INSERT INTO cases (\(columns.joined(separator: ", "))) \
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """
    private static let stored = """
        SELECT \(movingColumns.joined(separator: ", ")), \(QueuedCase.selection) FROM cases WHERE id = ?
        """
}
