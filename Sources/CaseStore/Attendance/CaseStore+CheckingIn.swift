import Casework
import GRDB

/// Checking in and out: the rules decide from what the record says at that moment, and what they decide is written in the
/// same transaction.

/// Somebody wants to check in or out.
public struct AttendanceCall: Hashable, Sendable {
    public var person: StaffID
    /// `nil` for whichever comes next.
    public var wanted: AttendanceDirection?
    /// When the person stood there.
    public var at: Instant
    public var source: AttendanceSource
    /// Nobody could look at the PIN.
    public var isUnverified: Bool

    public init(
        _ person: StaffID, _ wanted: AttendanceDirection? = nil, at: Instant, source: AttendanceSource,
        isUnverified: Bool = false
    ) {
        self.person = person
        self.wanted = wanted
        self.at = at
        self.source = source
        self.isUnverified = isUnverified
    }
}

extension CaseStore {
    /// Checks somebody in or out, if the rules let them.
    ///
    /// Whoever has checked in for the session already is told so, and nothing is written.
    ///
    /// - Parameter now: when it is entered; later than the call's own time for what was kept aside.
    public func attend(
        _ call: AttendanceCall, rules: Rules, now: Instant
    ) throws(StoreError) -> AttendanceDecision {
        // Most of what is not written need not wait for a turn to write.
        let first = try read { try Self.decide(call, rules, in: $0) }
        guard case .enter = first else { return first }
        do {
            return try write { transaction in
                let decision = try Self.decide(call, rules, in: transaction.database)
                guard case .enter(let direction, let session, _) = decision else { return decision }
                try transaction.record(direction, session, call, now: now)
                return decision
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// What was kept aside while the record could not be written, entered once: the same person at the same millisecond is
    /// the same call.
    ///
    /// - Returns: `nil` when it is in the record already.
    public func attendLate(
        _ call: AttendanceCall, rules: Rules, now: Instant
    ) throws(StoreError) -> AttendanceDecision? {
        do {
            return try write { transaction -> AttendanceDecision? in
                let statement = try transaction.database.cachedStatement(
                    sql:
                        "SELECT 1 FROM attendance WHERE staff = ? AND at = ? AND kind IN ('checkedIn@2', 'checkedOut@2')"
                )
                let known = try Row.fetchOne(
                    statement, arguments: [call.person.value, call.at.milliseconds])
                guard known == nil else { return nil }
                let decision = try Self.decide(call, rules, in: transaction.database)
                guard case .enter(let direction, let session, _) = decision else { return decision }
                try transaction.record(direction, session, call, now: now)
                return decision
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// What would be written, without writing it.
    public func decide(_ call: AttendanceCall, rules: Rules) throws(StoreError) -> AttendanceDecision {
        try read { try Self.decide(call, rules, in: $0) }
    }

    private static func decide(
        _ call: AttendanceCall, _ rules: Rules, in database: Database
    ) throws -> AttendanceDecision {
        let today = rules.offset.civil(call.at).date
        // Ahead, too: when the next session is may be said.
        let facts = try DutyReader(database: database, offset: rules.offset).facts(
            of: nil, from: today.advanced(days: -7), to: today.advanced(days: 14), marksOf: call.person)
        guard let person = facts.person(call.person) else { return .refuse(.notOnStaff) }
        let decision = AttendanceBook(rules, facts).decide(call.wanted, for: person, at: call.at)
        guard call.isUnverified, case .enter(let direction, let session, let notes) = decision else { return decision }
        return .enter(direction, session, notes: notes + [.unverified])
    }
}

extension RecordTransaction {
    fileprivate func record(
        _ direction: AttendanceDirection, _ session: DutyPlan.Session, _ call: AttendanceCall, now: Instant
    ) throws {
        let mark = AttendanceMark(
            at: call.at, session: session.id, source: call.source, isUnverified: call.isUnverified)
        let event: StaffEvent = direction == .into ? .cameIn(mark) : .wentOut(mark)
        try record(.staff(event), about: call.person.value, at: now, by: call.person)
    }
}

extension RecordWriter {
    /// Checks somebody in or out inside this batch, as ``CaseStore/attend(_:rules:now:)`` does.
    ///
    /// - Parameter session: the one that the caller knows it to be.
    public mutating func record(
        _ direction: AttendanceDirection, _ session: DutySessionID, _ call: AttendanceCall, now: Instant
    ) throws(RecordError) {
        let mark = AttendanceMark(
            at: call.at, session: session, source: call.source, isUnverified: call.isUnverified)
        try record(direction == .into ? .cameIn(mark) : .wentOut(mark), about: call.person, at: now, by: call.person)
    }
}
