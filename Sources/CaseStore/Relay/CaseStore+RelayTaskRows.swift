import Casework
import GRDB

/// A task of the exchange by file as a desk lists it.
public struct RelayTaskRow: Hashable, Sendable {
    public var task: RelayTask
    /// The case that it is about, where this record has it.
    public var caseID: CaseID?
    /// The name of who did it, where this record knows the person; the staff number otherwise, `nil` for the office.
    public var actor: String?
    /// Whether it is this record that settles it.
    public var isOurs: Bool

    public init(task: RelayTask, caseID: CaseID?, actor: String?, isOurs: Bool) {
        self.task = task
        self.caseID = caseID
        self.actor = actor
        self.isOurs = isOurs
    }
}

extension CaseStore {
    /// What waits for a person, with what a desk needs to show it.
    public func relayTaskRows() throws(StoreError) -> [RelayTaskRow] {
        try read { database in
            let isTownship = try RelayProjection.own(in: database)?.site.isTownship ?? false
            return try RelayProjection.tasks(in: database).filter(\.isOpen).map { task in
                let entry = task.entry
                let isCase = entry.about == JournalFact.SubjectKind.case.rawValue
                let id = try Int64.fetchOne(
                    database.cachedStatement(sql: "SELECT id FROM cases WHERE number = ?"), arguments: [entry.subject])
                let member = try StaffProjection.find(number: entry.actor, in: database)?.member
                return RelayTaskRow(
                    task: task, caseID: isCase ? id.map(CaseID.init) : nil,
                    actor: member?.name ?? (entry.actor.isEmpty ? nil : entry.actor), isOurs: isTownship)
            }
        }
    }

    /// How many there are.
    static func relayTaskCount(in database: Database) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(sql: "SELECT count(*) FROM relay_tasks WHERE status IN ('open', 'expected')")) ?? 0
    }
}
