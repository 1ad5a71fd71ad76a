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
}
