import Casework
import GRDB

/// Work that changes hands: a handover for good, a stand-in for a while.
extension RecordWriter {
    /// Gives everything that `from` has in hand to `to`, in this transaction: each open case, and one entry about the
    /// act itself. No deadline of a case is touched.
    ///
    /// - Parameters:
    ///   - originals: the applicants' originals that change hands with the cases.
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
        let cases = try openCases(of: from)
        let handover: Handover
        do {
            handover = try Handover(
                id: Handover.name(from: giver, at: at), from: giver, to: receiver, reason: reason, cases: cases,
                originals: originals, given: given, taken: taken)
        } catch {
            throw .refused(error)
        }
        do {
            try transaction.guarded {
                try transaction.record(.staff(.handedOver(handover)), about: from.value, at: at, by: actor.id)
                try move(handover.cases, from: from, to: to, at: at, by: actor.id)
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
            try transaction.guarded { try move(cases, from: person, to: other.id, at: at, by: actor.id) }
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

    /// The one place where cases change hands by the bundle.
    private func move(_ cases: [CaseID], from: StaffID, to: StaffID, at: Instant, by actor: StaffID) throws {
        for id in cases {
            guard let value = try transaction.find(id) else { continue }
            try transaction.record(.reassigned(Reassignment(from: from, to: to)), on: value, at: at, by: actor)
        }
    }

    private func allStaffRecords() throws(RecordError) -> [StaffRecord] {
        do {
            return try transaction.guarded { try StaffProjection.fetch("", [], in: transaction.database) }
        } catch {
            throw .store(error)
        }
    }
}
