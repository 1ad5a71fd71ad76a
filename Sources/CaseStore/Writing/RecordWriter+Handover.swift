import Casework
import GRDB

/// Work that changes hands: a handover for good, a stand-in for a while.
extension RecordWriter {
    /// Gives everything that `from` has in hand to `to`, in this transaction: each open case, and one entry about the
    /// act itself. No deadline of a case is touched.
    ///
    /// - Parameters:
    ///   - originals: papers in hand that no case knows of; those in the cases' custody go along by themselves.
    ///   - given: the signature of the person who gives; `taken` is the receiver's.
    /// - Throws: ``RecordError/refused(_:)``; nothing is written then.
    @discardableResult
    public mutating func handOver(
        from: StaffID, to: StaffID, reason: String, originals: [Handover.Original], given: Handover.Signature,
        taken: Handover.Signature, at: Instant, by actor: Actor
    ) throws(RecordError) -> Handover {
        let actor = try known(actor, for: .handOver)
        guard let giver = try found(from)?.member else { throw .noSuchStaff(from) }
        guard let receiver = try found(to)?.member else { throw .noSuchStaff(to) }
        let kept = try self.originals(with: from)
        // A closed case goes along when its applicant's papers do.
        let cases = Set(try openCases(of: from)).union(kept.compactMap(\.case)).sorted()
        let handover: Handover
        do {
            handover = try Handover(
                id: Handover.name(from: giver, at: at), from: giver, to: receiver, reason: reason, cases: cases,
                originals: kept + originals, given: given, taken: taken)
        } catch {
            throw .refused(error)
        }
        do {
            try transaction.guarded {
                try transaction.record(.staff(.handedOver(handover)), about: from.value, at: at, by: actor.id)
                try move(handover.cases, from: from, to: to, act: handover.id, at: at, by: actor.id)
            }
        } catch {
            throw .store(error)
        }
        return handover
    }

    /// Lets somebody stand in: what is in hand goes over when it begins now, and what is asked for meanwhile follows.
    ///
    /// - Returns: how many cases went over.
    @discardableResult
    public mutating func standIn(
        _ standIn: StandIn, for person: StaffID, at: Instant, by actor: Actor
    ) throws(RecordError) -> Int {
        guard let other = try found(standIn.by)?.member else { throw .noSuchStaff(standIn.by) }
        let standIns = StandIns(try allStaffRecords())
        try decide(.standIn, about: person, at: at, by: actor) { record throws(StaffRefusal) in
            .standInSet(try standIns.check(standIn, of: other, for: record.member, now: at))
        }
        guard standIn.covers(at) else { return 0 }
        let cases = try openCases(of: person)
        do {
            let act = "stand-in-\(person.value)-\(at.milliseconds)"
            try transaction.guarded { try move(cases, from: person, to: other.id, act: act, at: at, by: actor.id) }
        } catch {
            throw .store(error)
        }
        return cases.count
    }

    /// The person is back. What the other one has in hand stays there until it is reassigned: it is half done.
    public mutating func endStandIn(for person: StaffID, at: Instant, by actor: Actor) throws(RecordError) {
        try decide(.standIn, about: person, at: at, by: actor) { record throws(StaffRefusal) in
            guard let standIn = record.standIn, standIn.until.map({ at < $0 }) ?? true else { throw .noStandIn }
            return .standInEnded
        }
    }

    /// The one place where cases change hands by the bundle: as they are, with every clock.
    private func move(
        _ cases: [CaseID], from: StaffID, to: StaffID, act: String, at: Instant, by actor: StaffID
    ) throws {
        let event = CaseEvent.handedOver(HandedOver(from: from, to: to, handover: act))
        for id in cases {
            guard let value = try transaction.find(id) else { continue }
            try transaction.record(event, on: value, at: at, by: actor)
        }
    }

    /// The originals that the cases of `person` keep in custody, open or closed.
    private func originals(with person: StaffID) throws(RecordError) -> [Handover.Original] {
        do {
            return try transaction.guarded {
                try transaction.flush()
                let ids = try Int64.fetchAll(
                    transaction.database.cachedStatement(
                        sql: "SELECT id FROM cases WHERE holder = ? AND originals > 0 ORDER BY id"),
                    arguments: [person.value])
                return try ids.flatMap { id in
                    let names = try transaction.find(CaseID(id))?.facts.originals ?? []
                    return names.map { Handover.Original(case: CaseID(id), name: $0) }
                }
            }
        } catch {
            throw .store(error)
        }
    }

    /// How many originals the cases of `person` keep in custody.
    func originalsInCustody(of person: StaffID) throws(RecordError) -> Int { try originals(with: person).count }

    private func allStaffRecords() throws(RecordError) -> [StaffRecord] {
        do {
            return try transaction.guarded { try StaffProjection.fetch("", [], in: transaction.database) }
        } catch {
            throw .store(error)
        }
    }
}
