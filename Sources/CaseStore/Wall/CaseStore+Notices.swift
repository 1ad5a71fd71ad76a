import Casework
import GRDB

/// Notices in the record: put up, taken down, listed.

/// Why nothing was written. The record is as it was before.
public enum NoticeError: Error, Hashable, Sendable {
    case refused(NoticeRefusal)
    case store(StoreError)
}

/// A notice with who put it up, and who took it down.
public struct NoticeLine: Hashable, Sendable {
    public struct Removal: Hashable, Sendable {
        public var at: Instant
        public var actor: StaffID
        public var reason: String
    }

    public var notice: NoticePosted
    public var at: Instant
    public var actor: StaffID
    public var removal: Removal?

    /// Whether it hangs on that day, or will.
    public func isStanding(on day: CivilDate) -> Bool { removal == nil && day <= notice.to }
}

extension CaseStore {
    /// Puts a notice up; gives it the next number.
    ///
    ///     let draft = NoticeDraft(text: "12月3日上午停电，业务照常受理。", from: today, to: today)
    ///     let notice = try store.post(draft, by: director, at: now)
    public func post(_ draft: NoticeDraft, by actor: Actor, at now: Instant) throws(NoticeError) -> NoticePosted {
        try asNotice { transaction in
            let known = try transaction.noticeKeeper(actor)
            let last = try Int.fetchOne(transaction.database, sql: "SELECT max(number) FROM notices") ?? 0
            let today = try CentreProjection.centre(in: transaction.database).offset.civil(now).date
            let event = try NoticeEvent.posting(draft, number: last + 1, today: today, by: known)
            guard case .posted(let notice) = event else { throw NoticeRefusal.unknown(last + 1) }
            try transaction.record(.centre(.notice(event)), about: 0, at: now, by: known.id)
            return notice
        }
    }

    /// Takes a notice down before its last day.
    public func removeNotice(
        _ number: Int, reason: String, by actor: Actor, at now: Instant
    ) throws(NoticeError) {
        try asNotice { transaction in
            let known = try transaction.noticeKeeper(actor)
            let event = try NoticeEvent.removing(number, reason: reason, by: known)
            guard let line = try Self.notices(in: transaction.database).first(where: { $0.notice.number == number })
            else { throw NoticeRefusal.unknown(number) }
            guard line.removal == nil else { throw NoticeRefusal.removedAlready(number) }
            try transaction.record(.centre(.notice(event)), about: 0, at: now, by: known.id)
        }
    }

    /// Every notice that ever was, the newest first.
    public func notices() throws(StoreError) -> [NoticeLine] {
        try read { try Self.notices(in: $0) }
    }

    private static func notices(in database: Database) throws -> [NoticeLine] {
        var removals: [Int: NoticeLine.Removal] = [:]
        for row in try Row.fetchAll(
            database, sql: "SELECT number, at, actor, reason FROM notice_removals ORDER BY seq DESC")
        {
            removals[try row.value(0)] = NoticeLine.Removal(
                at: Instant(milliseconds: try row.value(1)), actor: StaffID(try row.value(2)),
                reason: try row.value(3))
        }
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT number, text, day, last_day, is_urgent, at, actor FROM notices ORDER BY number DESC")
        return try rows.map { row in
            let number: Int = try row.value(0)
            return NoticeLine(
                notice: NoticePosted(
                    number: number, text: try row.value(1), from: CivilDate(dayNumber: try row.value(2)),
                    to: CivilDate(dayNumber: try row.value(3)), isUrgent: try row.value(4)),
                at: Instant(milliseconds: try row.value(5)), actor: StaffID(try row.value(6)),
                removal: removals[number])
        }
    }

    private func asNotice<Result>(_ body: (RecordTransaction) throws -> Result) throws(NoticeError) -> Result {
        do {
            return try write { try body($0) }
        } catch let refusal as NoticeRefusal {
            throw .refused(refusal)
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }
}

extension RecordTransaction {
    /// The actor as the record knows them now.
    fileprivate func noticeKeeper(_ actor: Actor) throws -> Actor {
        guard let member = try StaffProjection.find(actor.id, in: database)?.member, member.isActive else {
            throw NoticeRefusal.notOnStaff
        }
        return Actor(member)
    }
}
