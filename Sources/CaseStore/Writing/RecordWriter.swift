import Casework
import GRDB

/// The pen inside ``CaseStore/batch(_:)``: many entries, one transaction.
///
/// It is valid only inside the body that it was handed to. A refused command, a conflict or a taken number leaves the
/// batch usable; after an error of the database the whole batch is rolled back, whatever the body does with it.
public struct RecordWriter {
    let transaction: RecordTransaction

    // MARK: The centre

    public mutating func record(_ event: CentreEvent, at: Instant, by actor: StaffID) throws(StoreError) {
        try transaction.guarded { try transaction.record(.centre(event), about: 0, at: at, by: actor) }
    }

    // MARK: Staff

    /// Takes a person into the office, with the next staff id.
    public mutating func enrol(
        number: String, name: String, role: Role, village: String? = nil, phone: String? = nil, at: Instant,
        by actor: StaffID
    ) throws(RecordError) -> StaffMember {
        try enrol(
            StaffMember(id: StaffID(0), number: number, name: name, role: role, village: village, phone: phone),
            at: at, by: actor)
    }

    /// Takes a person with everything that is known about them into the office; the id in it is not looked at.
    public mutating func enrol(
        _ newcomer: StaffMember, at: Instant, by actor: StaffID
    ) throws(RecordError) -> StaffMember {
        do {
            guard try staff(number: newcomer.number) == nil else {
                throw RecordError.staffNumberTaken(newcomer.number)
            }
            if let post = newcomer.post, post.role != newcomer.role {
                throw RecordError.refused(.postOfAnotherRole(post, newcomer.role))
            }
            return try transaction.guarded {
                var member = newcomer
                member.id = try transaction.nextStaffID()
                try transaction.record(.staff(.enrolled(member)), about: member.id.value, at: at, by: actor)
                return member
            }
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: transaction.path))
        }
    }

    public mutating func record(
        _ event: StaffEvent, about member: StaffID, at: Instant, by actor: StaffID
    ) throws(RecordError) {
        do {
            guard try staff(member) != nil else { throw RecordError.noSuchStaff(member) }
            try transaction.guarded { try transaction.record(.staff(event), about: member.value, at: at, by: actor) }
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: transaction.path))
        }
    }

    // MARK: Acting on cases

    /// The same as ``CaseStore/perform(_:on:by:at:rules:)``, inside this batch.
    @discardableResult
    public mutating func perform(
        _ command: CaseCommand, on reference: CaseReference, by actor: Actor, at now: Instant, rules: Rules
    ) throws(ActionError) -> Case {
        try transaction.perform(command, on: reference, by: actor, at: now, rules: rules)
    }

    // MARK: Reading what the batch sees, its own entries included

    public func centre() throws(StoreError) -> Centre {
        try transaction.guarded { try CentreProjection.centre(in: transaction.database) }
    }

    public func villages() throws(StoreError) -> [String] {
        try transaction.guarded { try CentreProjection.villages(in: transaction.database) }
    }

    public func items() throws(StoreError) -> [String] {
        try transaction.guarded { try CentreProjection.items(in: transaction.database) }
    }

    public func staff(_ id: StaffID) throws(StoreError) -> StaffRecord? {
        try transaction.guarded { try StaffProjection.find(id, in: transaction.database) }
    }

    public func staff(number: String) throws(StoreError) -> StaffMember? {
        try transaction.guarded { try StaffProjection.find(number: number, in: transaction.database)?.member }
    }

    /// Everybody of that role who has not left, by number.
    public func staff(role: Role) throws(StoreError) -> [StaffMember] {
        try transaction.guarded {
            try StaffProjection.fetch(
                "WHERE role = ? AND is_active = 1", [role.rawValue], in: transaction.database
            ).map(\.member)
        }
    }

    /// Whether a case has that number.
    public func exists(number: String) throws(StoreError) -> Bool {
        try transaction.guarded {
            let row = try RawStatement(cached: "SELECT 1 FROM cases WHERE number = ?", in: transaction.database)
            row.bind(number, 1)
            return try row.next()
        }
    }

    public func find(_ id: CaseID) throws(StoreError) -> Case? {
        try transaction.guarded { try transaction.find(id) }
    }

    public func find(number: String) throws(StoreError) -> Case? {
        try transaction.guarded {
            let statement = try transaction.database.cachedStatement(sql: "SELECT id FROM cases WHERE number = ?")
            guard let id = try Int64.fetchOne(statement, arguments: [number]) else { return nil }
            return try transaction.find(CaseID(id))
        }
    }
}

extension CaseStore {
    /// Writes many entries in one transaction: all of them, or none when `body` throws.
    ///
    /// For founding, import and the simulator. What `body` throws comes out unchanged; errors of the database come out
    /// as ``StoreError`` (inside `body` also as ``RecordError`` and ``ActionError``). `body` has the only pen of all
    /// processes while it runs: keep it short while people are working, a few hundred entries at a time.
    public func batch<Result>(
        seenIn seen: RecordMark? = nil, _ body: (inout RecordWriter) throws -> Result
    ) throws -> Result {
        try write(seenIn: seen) { transaction in
            var writer = RecordWriter(transaction: transaction)
            return try body(&writer)
        }
    }
}
