import Casework
import GRDB

/// The rules of a time that is over, as far as the record has them: which rulebook was adopted by then, and what had been
/// added to the calendar.
///
/// An adoption names a rulebook and the digest of all its settings, not the settings themselves. They are found where they
/// are those of today, or those that come with the program; otherwise today's hold, and whoever makes a sheet says so.
struct RulesInForce {
    let database: Database

    /// What is known of the rulebook of that time.
    enum Standing: Hashable {
        /// What was in force is what is used.
        case found
        /// Nobody had adopted any.
        case notRecorded
        /// Another one was in force, of that name, whose settings nobody has any more.
        case lost(String)
    }

    /// The rulebook that was in force last before an instant.
    ///
    /// - Parameter today: what is used where the record does not help.
    func rulebook(until end: Instant, instead today: Rulebook) throws -> (rulebook: Rulebook, standing: Standing) {
        let body = try String.fetchOne(
            database.cachedStatement(sql: "SELECT body FROM rulebook_adoptions WHERE at < ? ORDER BY seq DESC LIMIT 1"),
            arguments: [end.milliseconds])
        guard let body else { return (today, .notRecorded) }
        let adopted = try CanonicalJSON.value(RulebookAdopted.self, from: body)
        if Self.digest(of: today) == adopted.digest { return (today, .found) }
        if let embedded = try? Rulebook.embedded(adopted.name), Self.digest(of: embedded) == adopted.digest {
            return (embedded, .found)
        }
        return (today, .lost(adopted.name))
    }

    /// The rules of a time that ended with `end`.
    ///
    /// - Parameter today: today's, with the calendar as it is now; of what has not ended they are the rules.
    /// - Returns: also how many changes of the calendar came behind the end, and are left out.
    func rules(until end: Instant, today: Rules, now: Instant) throws -> (rules: Rules, standing: Standing, later: Int)
    {
        guard end <= now else { return (today, .found, 0) }
        var rules = today
        let standing: Standing
        (rules.rulebook, standing) = try rulebook(until: end, instead: today.rulebook)
        let later = try changes(since: end)
        if !later.isEmpty { rules.calendar = rules.calendar.without(later) }
        return (rules, standing, later.count)
    }

    /// What the centre added to its calendar from `start` on.
    private func changes(since start: Instant) throws -> [CalendarChange] {
        guard try CalendarProjection.count(in: database) > 0 else { return [] }
        let bodies = try String.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT body FROM journal INDEXED BY journal_by_subject WHERE subject_kind = 'centre' AND subject = 0 \
                    AND kind = '\(CentreEvent.Kind.calendarChanged.rawValue)' AND at >= ? ORDER BY seq
                    """), arguments: [start.milliseconds])
        return try bodies.map { try CanonicalJSON.value(CalendarChange.self, from: $0) }
    }

    private static func digest(of rulebook: Rulebook) -> String {
        RulebookAdopted(rulebook, overrides: [], reason: "").digest
    }
}
