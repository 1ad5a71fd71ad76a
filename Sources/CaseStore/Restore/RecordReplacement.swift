import Casework
import GRDB

/// An action that a person was told is done.
public struct AcknowledgedAction: Hashable, Sendable {
    public enum Subject: Hashable, Sendable {
        /// A case, and its version after the action.
        case `case`(CaseID, number: String, version: Int)
        /// What becomes of somebody, decided for a month.
        case tenure(StaffID, CivilMonth)
    }

    public var subject: Subject
    /// When the person was told.
    public var at: Instant

    public init(id: CaseID, number: String, version: Int, at: Instant) {
        subject = .case(id, number: number, version: version)
        self.at = at
    }

    public init(tenureOf member: StaffMember, in month: CivilMonth, at: Instant) {
        subject = .tenure(member.id, month)
        self.at = at
    }

    /// Of the case; `nil` for what is about none.
    public var number: String? {
        if case .case(_, let number, _) = subject { number } else { nil }
    }
}

/// How the record that stands there now came in the place of the one that somebody worked with.
public struct RecordReplacement: Hashable, Sendable {
    /// The restore that put it there; `nil` when its journal tells of none since then: the file was exchanged by hand.
    public var restore: RestoreEntry?
    /// When the last entry before that restore was made: up to then the record goes back.
    public var contentUntil: Instant?
    /// Which of somebody's own actions it does not have, in the order of the question.
    public var missing: [AcknowledgedAction]
    /// Whether the one who asks serves there, too, and is the same person of the same centre.
    public var knowsPerson: Bool

    public init(
        restore: RestoreEntry?, contentUntil: Instant?, missing: [AcknowledgedAction], knowsPerson: Bool = true
    ) {
        self.knowsPerson = knowsPerson
        self.restore = restore
        self.contentUntil = contentUntil
        self.missing = missing
    }
}

extension CaseStore {
    /// Asks the record that took another one's place what became of the work of one person.
    ///
    /// - Parameters:
    ///   - since: when the person began to work with the other one.
    ///   - own: what the person was told is done since then.
    ///   - centre: of the record before; another one's is nobody's whom it has not known before.
    ///   - told: the hashes of restores that the person knows of. Where the newest one is among them, this file came by hand.
    public func replacement(
        since: Instant, own: [AcknowledgedAction], told: Set<String> = [], by member: StaffMember,
        of centre: Centre? = nil
    ) throws(StoreError) -> RecordReplacement {
        let person = member.id
        return try read { database in
            let known = try StaffProjection.find(person, in: database)?.member
            let restore = try RestoreEntry.newest(since: since, in: database).flatMap {
                told.contains($0.hash) ? nil : $0
            }
            var until: Instant?
            if let restore {
                until = try Int64.fetchOne(
                    database, sql: "SELECT at FROM journal WHERE seq = ?", arguments: [restore.sequence - 1]
                ).map(Instant.init(milliseconds:))
            }
            let missing = try own.filter { action in
                try !Self.holds(action, since: since, by: person, before: restore?.sequence ?? .max, in: database)
            }
            let isSameCentre = try centre == nil || CentreProjection.centre(in: database) == centre
            return RecordReplacement(
                restore: restore, contentUntil: until, missing: missing,
                knowsPerson: isSameCentre && known?.isActive == true && known?.number == member.number
                    && known?.name == member.name
                    && known?.role == member.role)
        }
    }

    /// Whether the entry that made that version of that case, or decided that, is the person's own of that time. What was
    /// entered behind the restore is not what the person was told of before it.
    private static func holds(
        _ action: AcknowledgedAction, since: Instant, by person: StaffID, before limit: Int64, in database: Database
    ) throws -> Bool {
        switch action.subject {
        case .case(let id, let number, let version):
            guard try CaseProjection.number(of: id, in: database) == number else { return false }
            // The registration makes version 1, and every entry that moves the version adds one.
            let moving = try Trace.entries(of: id, in: database).filter(\.event.movesVersion)
            guard moving.indices.contains(version - 1) else { return false }
            let entry = moving[version - 1]
            return entry.actor == person && entry.sequence < limit && since <= entry.at && entry.at <= action.at
        case .tenure(let member, let month):
            let sql = """
                SELECT count(*) FROM tenure_decisions \
                WHERE staff = ? AND month = ? AND actor = ? AND seq < ? AND at BETWEEN ? AND ?
                """
            let found = try Int.fetchOne(
                database, sql: sql,
                arguments: [
                    member.value, month.description, person.value, limit, since.milliseconds, action.at.milliseconds,
                ])
            return found ?? 0 > 0
        }
    }
}
