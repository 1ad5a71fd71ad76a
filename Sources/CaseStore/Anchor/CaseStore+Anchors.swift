import Casework
import Foundation
import GRDB

/// Why no anchor was signed or added.
public enum AnchorError: Error, Hashable, Sendable {
    case notOnStaff
    case notPermitted(Role)
    /// The month is signed for, or not over and not the running one.
    case monthSigned(CivilMonth)
    case monthInFuture(CivilMonth)
    /// There is something in the file, and none of its lines is an anchor: it is another file.
    case noAnchors(path: String)
    /// There is no folder in which the file could be made.
    case noFolder(path: String)
    /// A line of the file is no anchor, or not whole.
    case lineUnreadable(path: String, line: Int)
    /// The last line of the file does not agree with the record; in which offset its moments are told.
    case lineDiffers(path: String, VerificationReport.Finding, UTCOffset)
    /// It does not, and was taken of what this restore lost, if that was what the journal says.
    case lineBeforeRestore(path: String, VerificationReport.Finding, RestoreEntry, UTCOffset)
    /// The last line agrees: there is nothing to begin anew for.
    case nothingToRestart(path: String)
    /// The journal itself is broken first there: nobody can vouch for it.
    case chainBroken(VerificationReport.Finding)
    case file(path: String, detail: String)
    case store(StoreError)
}

extension CaseStore {
    /// The end of the journal as it is now.
    public func anchor(at now: Instant) throws(StoreError) -> RecordAnchor {
        try read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT seq, hash, (SELECT count(*) FROM journal) FROM journal ORDER BY seq DESC LIMIT 1"
            )
            guard let row else { throw UnreadableRecord(place: "journal", detail: "there is no entry in it") }
            return RecordAnchor(
                sequence: try row.value(0), hash: ((try row.value(1) as Data)).hexadecimal, at: now,
                entries: try row.value(2))
        }
    }

    /// The month for which an anchor is signed when nobody names one: the one that ended last, while nobody has signed for
    /// it and the record goes back so far, else the running one. On the 1st that is the month before.
    public func monthToSign(at now: Instant) throws(StoreError) -> CivilMonth {
        try read { database in
            let running = CivilMonth(of: try CentreProjection.centre(in: database).offset.civil(now).date)
            let ended = running.advanced(by: -1)
            return try AnchorCheck(database: database).lacksAnchor(of: ended) ? ended : running
        }
    }

    /// Records that somebody vouches for the record as it is, for `month`.
    ///
    /// - Returns: the anchor that was signed; the entry that says so is the one behind it.
    public func signAnchor(
        for month: CivilMonth, by actor: Actor, at now: Instant
    ) throws(AnchorError) -> RecordAnchor {
        do {
            return try write { transaction in
                let role = try transaction.role(of: actor)
                guard let role else { throw AnchorError.notOnStaff }
                guard role.may(.signAnchor) else { throw AnchorError.notPermitted(role) }
                let database = transaction.database
                let centre = try CentreProjection.centre(in: database)
                guard month <= CivilMonth(of: centre.offset.civil(now).date) else {
                    throw AnchorError.monthInFuture(month)
                }
                let signed = try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM signed_anchors WHERE month = ?", arguments: [month.description]
                )
                guard signed == 0 else { throw AnchorError.monthSigned(month) }
                let head = try transaction.currentHead()
                let entries = try Int64.fetchOne(database, sql: "SELECT count(*) FROM journal") ?? 0
                let anchor = RecordAnchor(
                    sequence: head.sequence, hash: head.hash.hexadecimal, at: now, entries: entries)
                try transaction.record(
                    .centre(
                        .anchorSigned(AnchorSigned(month: month, sequence: anchor.sequence, hash: anchor.hash))),
                    about: 0, at: now, by: actor.id)
                return anchor
            }
        } catch let error as AnchorError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    /// Records that a kept file begins anew, as the line in it will say.
    func record(_ restart: AnchorRestart, by actor: StaffID) throws(AnchorError) {
        do {
            try write { transaction in
                let member = try StaffProjection.find(actor, in: transaction.database)?.member
                guard let member, member.isActive else { throw AnchorError.notOnStaff }
                guard member.role.may(.signAnchor) else { throw AnchorError.notPermitted(member.role) }
                let word = AnchorsRestarted(
                    sequence: restart.sequence, hash: restart.hash, person: restart.person, reason: restart.reason)
                try transaction.record(.centre(.anchorsRestarted(word)), about: 0, at: restart.at, by: actor)
            }
        } catch let error as AnchorError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }

    /// What is wrong with a kept anchor, and the restore that may be the reason; `nil` when the record agrees.
    func difference(
        from anchor: KeptAnchor
    ) throws(StoreError) -> (finding: VerificationReport.Finding, reason: RestoreEntry?)? {
        try read { database in
            guard let finding = try AnchorCheck(database: database).difference(from: anchor) else { return nil }
            return (finding, try RestoreEntry.all(in: database).last { $0.explains(anchor) })
        }
    }
}

extension RecordTransaction {
    /// The actor's role as the record has it, whatever the caller believes; `nil` for somebody who is not on the staff,
    /// or not any more.
    func role(of actor: Actor) throws -> Role? {
        guard actor.id != .office else { return actor.role }
        let member = try StaffProjection.find(actor.id, in: database)?.member
        return member.flatMap { $0.isActive ? $0.role : nil }
    }
}
