/// One person does another's work for a while (AB 岗, 平政办发〔2024〕14号 二(一)1(4)).
public struct StandIn: Hashable, Codable, Sendable {
    /// Who does the work.
    public var by: StaffID
    public var from: Instant
    /// `nil` until it is ended.
    public var until: Instant?
    public var reason: String

    public init(by: StaffID, from: Instant, until: Instant? = nil, reason: String) {
        self.by = by
        self.from = from
        self.until = until
        self.reason = reason
    }

    public func covers(_ instant: Instant) -> Bool {
        from <= instant && until.map { instant < $0 } ?? true
    }

    fileprivate func overlaps(_ other: StandIn) -> Bool {
        (other.until.map { from < $0 } ?? true) && (until.map { other.from < $0 } ?? true)
    }
}

/// Who does whose work.
public struct StandIns: Hashable, Sendable {
    private var byPerson: [StaffID: StandIn]

    public init(_ records: [StaffRecord]) {
        let gone = Set(records.filter { !$0.member.isActive }.map(\.member.id))
        byPerson = [:]
        for record in records {
            // Who has left stands in for nobody.
            if let standIn = record.standIn, !gone.contains(standIn.by) { byPerson[record.member.id] = standIn }
        }
    }

    /// Who is responsible at `instant` for what is `person`'s: the person, or who stands in, or who stands in for
    /// that one.
    public func responsible(for person: StaffID, at instant: Instant) -> StaffID {
        var seen: Set<StaffID> = [person]
        var now = person
        while let next = byPerson[now], next.covers(instant), seen.insert(next.by).inserted { now = next.by }
        return now
    }

    /// Whether `other` may stand in for `person`.
    ///
    /// - Throws: ``StaffRefusal``.
    public func check(
        _ standIn: StandIn, of other: StaffMember, for person: StaffMember, now: Instant
    ) throws(StaffRefusal) -> StandIn {
        guard person.isActive, other.isActive else { throw .notOnStaff }
        guard other.id != person.id else { throw .standsInForSelf }
        guard other.role == person.role else { throw .standInOfAnotherRole(other.role) }
        if let until = standIn.until, until <= standIn.from || until <= now { throw .standInPeriod }
        if let running = byPerson[person.id], running.overlaps(standIn) { throw .standInRunning }
        // Both away at once would leave the work with nobody.
        if let absence = byPerson[other.id], absence.overlaps(standIn) { throw .standInAbsent }
        var checked = standIn
        checked.by = other.id
        checked.reason = try EntryField.reason.checkedForStaff(standIn.reason)
        return checked
    }
}
