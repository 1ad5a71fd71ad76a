import Casework
import GRDB

/// Reading the centre and its people.
extension CaseStore {
    public func centre() throws(StoreError) -> Centre {
        try read { try CentreProjection.centre(in: $0) }
    }

    /// In the order in which they were added.
    public func villages() throws(StoreError) -> [String] {
        try read { try CentreProjection.villages(in: $0) }
    }

    /// In the order in which they were listed.
    public func items() throws(StoreError) -> [String] {
        try read { try CentreProjection.items(in: $0) }
    }

    /// The person who signs in with that number, also one who has left.
    public func staff(number: String) throws(StoreError) -> StaffMember? {
        try read { try StaffProjection.find(number: number, in: $0)?.member }
    }

    public func staff(_ id: StaffID) throws(StoreError) -> StaffMember? {
        try read { try StaffProjection.find(id, in: $0)?.member }
    }

    /// Everybody of that role who has not left, by number.
    public func staff(role: Role) throws(StoreError) -> [StaffMember] {
        try read {
            try StaffProjection.fetch("WHERE role = ? AND is_active = 1", [role.rawValue], in: $0).map(\.member)
        }
    }

    /// Everybody, by number, also those who have left.
    public func allStaff() throws(StoreError) -> [StaffMember] {
        try read { try StaffProjection.fetch("", [], in: $0).map(\.member) }
    }

    /// The number of the newest journal entry: moves with every change of the record.
    public func lastSequence() throws(StoreError) -> Int64 {
        try read { try Self.lastSequence(in: $0) }
    }

    /// The instant that the newest journal entry was told. The clock of a computer that stands well behind it is wrong,
    /// or that of another one was.
    public func lastInstant() throws(StoreError) -> Instant? {
        try read { database in
            let statement = try database.cachedStatement(sql: "SELECT at FROM journal ORDER BY seq DESC LIMIT 1")
            return try Int64.fetchOne(statement).map(Instant.init(milliseconds:))
        }
    }

    static func lastSequence(in database: Database) throws -> Int64 {
        try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(seq) FROM journal")) ?? 0
    }
}
