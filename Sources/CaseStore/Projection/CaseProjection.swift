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

    /// Brings the rows of a case from where they stand to where it stands now.
    ///
    /// Only columns that change are named: SQLite writes every index anew of which a column is named, whether it changes
    /// or not.
    static func update(from before: Case, to value: Case, in database: Database) throws {
        let (old, new) = (movingValues(before), movingValues(value))
        let changed = new.indices.filter { old[$0] != new[$0] }
        if !changed.isEmpty {
            let columns = changed.map { "\(movingColumns[$0]) = ?" }.joined(separator: ", ")
            try RawStatement(cached: "UPDATE cases SET \(columns) WHERE id = ?", in: database)
                .run(changed.map { new[$0] } + [value.id.value.databaseValue])
        }
        try ClockProjection.update(from: before, to: value, in: database)
        try moved(QueuedCase(before), value, in: database)
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
        let row = try RawStatement(cached: "SELECT number FROM cases WHERE id = ?", in: database)
        row.bind(id.value, 1)
        return try row.next() ? row.text(0) : nil
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
}
