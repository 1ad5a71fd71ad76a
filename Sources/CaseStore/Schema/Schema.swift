import GRDB

/// How the file is marked as ours and how old files become current: a list of forward steps that never change once
/// released.
enum Schema {
    /// `application_id` of every Daiban file: "DBan" in ASCII. SQLite keeps it in the file's header.
    static let applicationID: Int32 = 0x4442_616E

    /// The steps, oldest first. `user_version` of a file is how many of them it has had.
    static let steps: [SchemaStep] = [
        .foundation, .life, .items, .applicants, .calendar, .outbox, .campaigns, .imports, .relay, .queues, .ledgers,
        .lean, .attendance, .sheets, .conduct, .counting, .wall, .support, .hall,
    ]

    static var version: Int { steps.count }

    /// Makes the whole schema in a new file, which has nothing to bring forward: that is what ``SchemaUpgrade`` does.
    static func make(in database: Database) throws {
        for step in steps.indices {
            try database.inTransaction(.immediate) {
                try apply(step, to: database)
                return .commit
            }
        }
    }

    /// Does the step that follows version `done`, in the transaction of the caller.
    ///
    /// - Parameter fillsDerived: not where all derived tables are made anew right behind it.
    static func apply(_ done: Int, to database: Database, fillingDerived fillsDerived: Bool = true) throws {
        try database.execute(sql: steps[done].sql)
        try steps[done].then(database)
        if fillsDerived { try steps[done].fillDerived(database) }
        try database.execute(sql: "PRAGMA user_version = \(done + 1)")
    }

    /// The schema version of the open file.
    static func found(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    /// Refuses a file that is not ours or newer than this program.
    static func check(_ database: Database, path: String) throws {
        let mark = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard mark == Int64(applicationID) else { throw StoreError.foreign(path: path) }
        let found = try found(in: database)
        guard found <= version else { throw StoreError.newer(path: path, found: found, known: version) }
        guard found > 0 else { throw StoreError.corrupt(path: path, detail: "there is no schema in it") }
    }
}

/// One step from a schema version to the next.
struct SchemaStep: Sendable {
    var sql: String
    /// What is done with the rows afterwards.
    var then: @Sendable (Database) throws -> Void = { _ in }
    /// Fills tables of the step that follow from others. After the last step of an upgrade they are made anew in any case;
    /// between two steps the file has to be whole for a program of that day.
    var fillDerived: @Sendable (Database) throws -> Void = { _ in }
}
