import Casework
import GRDB

/// Reading the ledgers, and putting money down.

/// One line of the money that was put down.
public struct MoneyLine: Hashable, Sendable {
    /// The journal entry.
    public var sequence: Int64
    public var staff: StaffID
    public var at: Instant
    public var actor: StaffID
    public var entry: MoneyEntry
}

/// What was put down for a person in a month, by kind, in fen.
public struct MoneySum: Hashable, Sendable {
    public var staff: StaffID
    public var period: CivilMonth
    public var amounts: [MoneyEntry.Kind: Int64]

    /// What is paid.
    public var net: Int64 { amounts.reduce(0) { $0 + $1.key.factor * $1.value } }
}

/// One line of attendance.
public struct AttendanceLine: Hashable, Sendable {
    public var sequence: Int64
    public var staff: StaffID
    public var at: Instant
    public var kind: StaffEvent.Kind
}

/// The rulebook that the record says is in force.
public struct RulebookInForce: Hashable, Sendable {
    public var sequence: Int64
    public var since: Instant
    public var actor: StaffID
    public var adopted: RulebookAdopted
}

extension CaseStore {
    /// Puts money down for a person.
    ///
    /// - Throws: ``RecordError/refused(_:)``: nobody enters money for themself.
    public func enterMoney(
        _ entry: MoneyEntry, for person: StaffID, by actor: Actor, at now: Instant
    ) throws(RecordError) {
        do {
            try batch { writer in
                _ = try writer.decide(.enterMoney, about: person, at: now, by: actor) { record throws(StaffRefusal) in
                    guard record.member.id != actor.id else { throw .concernsOneself }
                    return .moneyEntered(entry)
                }
            }
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    /// The lines of a month, or of all, for one person or for everybody, in the order of the journal.
    public func money(of person: StaffID? = nil, in period: CivilMonth? = nil) throws(StoreError) -> [MoneyLine] {
        try read { try MoneyReader.lines($0, of: person, in: period) }
    }

    /// The sums by person and month.
    public func moneySums(of person: StaffID? = nil, in period: CivilMonth? = nil) throws(StoreError) -> [MoneySum] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT staff, period, kind, fen FROM money_sums \
                    WHERE (?1 IS NULL OR staff = ?1) AND (?2 IS NULL OR period = ?2) ORDER BY staff, period, kind
                    """, arguments: [person?.value, period?.description])
            var sums: [MoneySum] = []
            for row in rows {
                guard let period = CivilMonth((try row.value(1) as String)),
                    let kind = MoneyEntry.Kind(rawValue: try row.value(2))
                else {
                    throw UnreadableRecord(
                        place: "money_sums", detail: "\((try row.value(1) as String)) \((try row.value(2) as String))")
                }
                let staff = StaffID(try row.value(0))
                if sums.last?.staff != staff || sums.last?.period != period {
                    sums.append(MoneySum(staff: staff, period: period, amounts: [:]))
                }
                sums[sums.count - 1].amounts[kind] = try row.value(3)
            }
            return sums
        }
    }

    /// Who came and went between two instants, oldest first.
    public func attendance(
        of person: StaffID, from start: Instant, to end: Instant
    ) throws(StoreError) -> [AttendanceLine] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT seq, at, kind FROM attendance WHERE staff = ? AND at >= ? AND at < ? ORDER BY at, seq",
                arguments: [person.value, start.milliseconds, end.milliseconds])
            return try rows.map { row in
                guard let kind = StaffEvent.Kind(rawValue: try row.value(2)) else {
                    throw UnreadableRecord(
                        place: "attendance of entry \((try row.value(0) as Int64))", detail: try row.value(2))
                }
                return AttendanceLine(
                    sequence: try row.value(0), staff: person, at: Instant(milliseconds: try row.value(1)), kind: kind)
            }
        }
    }

    /// The rulebook that was adopted last; `nil` when none ever was.
    public func rulebookInForce() throws(StoreError) -> RulebookInForce? {
        try read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT seq, at, actor, body FROM rulebook_adoptions ORDER BY seq DESC LIMIT 1")
            return try row.map { row in
                RulebookInForce(
                    sequence: try row.value(0), since: Instant(milliseconds: try row.value(1)),
                    actor: StaffID(try row.value(2)),
                    adopted: try CanonicalJSON.value(RulebookAdopted.self, from: try row.value(3)))
            }
        }
    }

    /// Records which rulebook the centre works by from now on.
    ///
    /// - Returns: `false` when exactly this is in force already; nothing is written then.
    public func adoptRulebook(_ adopted: RulebookAdopted, by actor: Actor, at now: Instant) throws(RulebookError)
        -> Bool
    {
        do {
            return try write { transaction in
                guard let role = try transaction.role(of: actor) else { throw RulebookError.notOnStaff }
                guard role.may(.adoptRulebook) else { throw RulebookError.notPermitted(role) }
                let body = try String.fetchOne(
                    transaction.database, sql: "SELECT body FROM rulebook_adoptions ORDER BY seq DESC LIMIT 1")
                let last = try body.map { try CanonicalJSON.value(RulebookAdopted.self, from: $0) }
                if let last, last.name == adopted.name, last.digest == adopted.digest,
                    last.overrides == adopted.overrides
                {
                    return false
                }
                try transaction.record(.centre(.rulebookAdopted(adopted)), about: 0, at: now, by: actor.id)
                return true
            }
        } catch let error as RulebookError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }
}

/// Reads the lines of the money ledger.
enum MoneyReader {
    static func lines(
        _ database: Database, of person: StaffID? = nil, in period: CivilMonth? = nil
    ) throws -> [MoneyLine] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT seq, staff, at, actor, kind, fen, period, ground, note FROM money \
                WHERE (?1 IS NULL OR staff = ?1) AND (?2 IS NULL OR period = ?2) ORDER BY seq
                """, arguments: [person?.value, period?.description])
        return try rows.map { row in
            guard let kind = MoneyEntry.Kind(rawValue: try row.value(4)),
                let period = CivilMonth((try row.value(6) as String)),
                let entry = try? MoneyEntry(
                    kind: kind, fen: try row.value(5), period: period, ground: try row.value(7),
                    note: try row.value(8))
            else {
                throw UnreadableRecord(
                    place: "money of entry \((try row.value(0) as Int64))",
                    detail: "\((try row.value(4) as String))")
            }
            return MoneyLine(
                sequence: try row.value(0), staff: StaffID(try row.value(1)),
                at: Instant(milliseconds: try row.value(2)),
                actor: StaffID(try row.value(3)), entry: entry)
        }
    }
}

/// Why a rulebook was not adopted.
public enum RulebookError: Error, Hashable, Sendable {
    case notOnStaff
    case notPermitted(Role)
    case store(StoreError)
}
