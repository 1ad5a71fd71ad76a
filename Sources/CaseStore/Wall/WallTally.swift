import Casework
import GRDB

/// How the work of the last days went, counted once: each further board reads what has come since.
///
/// Received counts by the moment at which somebody asked, accepted and completed by what the appraisal counts
/// (`case_work`): completed is what was approved, and what was taken back counts once less.
struct WallTally: Sendable {
    /// So many days, today included.
    static let days = 14
    /// Average time and on-time share are of the newest completions of those days, so many at most: each takes a look at
    /// its entries.
    static let sample = 1_000

    private struct Counts {
        var received = 0
        var accepted = 0
        var completed = 0
    }

    private struct Completion {
        var caseID: Int64
        var sequence: Int64
        var at: Instant
        var day: Int
        /// Looked at: minutes since somebody asked, and whether it was in time.
        var course: (minutes: Int, isInTime: Bool?)?
    }

    /// Everything up to here is of earlier days.
    private var bound: Int64?
    private var lastWork: Int64 = 0
    private var lastCase: Int64?
    /// By day.
    private var counts: [Int: Counts] = [:]
    /// By time.
    private var completions: [Completion] = []

    mutating func today(_ connection: WallConnection, offset: UTCOffset, now: Instant) throws -> WallToday {
        let today = offset.civil(now).date
        let first = today.advanced(days: 1 - Self.days)
        let start = offset.instant(first)
        let bound = try self.bound ?? Self.bound(before: start, connection)
        self.bound = bound
        try countReceived(connection, offset: offset, from: start, after: bound)
        try countWork(connection, offset: offset, from: first, to: today, after: bound)
        counts = counts.filter { $0.key >= first.dayNumber }
        completions.removeAll { $0.day < first.dayNumber }
        let shown = completions.indices.suffix(Self.sample)
        for index in shown where completions[index].course == nil {
            completions[index].course = try Self.course(of: completions[index], connection)
        }
        let courses = completions[shown].filter { $0.at <= now }.compactMap(\.course)
        let judged = courses.compactMap(\.isInTime)
        return WallToday(
            days: (0..<Self.days).map { distance in
                let date = first.advanced(days: distance)
                let day = counts[date.dayNumber] ?? Counts()
                return WallToday.Day(
                    date: date, received: day.received, accepted: max(0, day.accepted),
                    completed: max(0, day.completed))
            },
            averageMinutes: courses.isEmpty ? nil : courses.reduce(0) { $0 + $1.minutes } / courses.count,
            onTime: judged.isEmpty ? nil : WallToday.Share(part: judged.count { $0 }, whole: judged.count))
    }

    // MARK: Where to begin

    /// The number of the last entry that was made here before `start`: so were all before it. Found by halving, since there
    /// is no index of entries by time. Where a clock was wrong for a while, what was done just before that may be left out.
    private static func bound(before start: Instant, _ connection: WallConnection) throws -> Int64 {
        var low: Int64 = 0
        var high = try connection.first(.lastEntry) { $0.integer(0) } ?? 0
        while low < high {
            let middle = low + (high - low + 1) / 2
            let entry = try connection.first(.entry, [middle.databaseValue]) { (seq: $0.integer(0), at: $0.integer(1)) }
            if let entry, entry.at < start.milliseconds { low = entry.seq } else { high = middle - 1 }
        }
        return low
    }

    // MARK: Counting

    private mutating func countReceived(
        _ connection: WallConnection, offset: UTCOffset, from start: Instant, after bound: Int64
    ) throws {
        if lastCase == nil {
            // Ids rise with the registrations.
            lastCase = try connection.first(.registration, [bound.databaseValue]) { $0.integer(0) - 1 }
        }
        guard var last = lastCase else { return }
        try connection.each(.received, [last.databaseValue]) { row in
            last = row.integer(0)
            let at = Instant(milliseconds: row.integer(1))
            if at >= start { counts[offset.civil(at).date.dayNumber, default: Counts()].received += 1 }
        }
        lastCase = last
    }

    private mutating func countWork(
        _ connection: WallConnection, offset: UTCOffset, from first: CivilDate, to today: CivilDate, after bound: Int64
    ) throws {
        let months = [CivilMonth(of: first), CivilMonth(of: today)].map { $0.description.databaseValue }
        let start = offset.instant(first).milliseconds
        var newest = lastWork
        var takenBack: [(caseID: Int64, sequence: Int64, day: Int)] = []
        try connection.each(
            .work, months + [max(bound, lastWork).databaseValue, start.databaseValue]
        ) { row in
            let at = Instant(milliseconds: row.integer(3))
            let day = offset.civil(at).date.dayNumber
            newest = max(newest, row.integer(2))
            switch (row.text(1), row.integer(4)) {
            case ("accepted", let factor): counts[day, default: Counts()].accepted += Int(factor)
            case (_, 1...):
                counts[day, default: Counts()].completed += 1
                completions.append(
                    Completion(caseID: row.integer(0), sequence: row.integer(2), at: at, day: day))
            default: takenBack.append((row.integer(0), row.integer(2), day))
            }
        }
        lastWork = newest
        completions.sort { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
        for (caseID, sequence, day) in takenBack.sorted(by: { $0.sequence < $1.sequence }) {
            let index = completions.lastIndex { $0.caseID == caseID && $0.sequence < sequence }
            counts[index.map { completions[$0].day } ?? day, default: Counts()].completed -= 1
            if let index { completions.remove(at: index) }
        }
    }

    // MARK: How one case went

    private static func course(
        of completion: Completion, _ connection: WallConnection
    ) throws -> (minutes: Int, isInTime: Bool?)? {
        let submitted = try connection.first(.submission, [completion.caseID.databaseValue]) {
            Instant(milliseconds: $0.integer(0))
        }
        guard let submitted else { return nil }
        var limits = CaseLimits()
        try connection.each(
            .deadlines, [completion.caseID.databaseValue, completion.sequence.databaseValue]
        ) { row in
            limits.take(
                row.text(0), at: row.integer(1), completion: row.integerIfAny(2), promise: row.integerIfAny(3),
                completedAt: row.integerIfAny(4))
        }
        return (
            max(0, completion.at.minutes(since: submitted)),
            limits.isInTime(completedAt: completion.at.milliseconds)
        )
    }
}

/// The clocks that say whether a case was late (``Case/isLate(at:)``), as far as its entries tell them in numbers.
private struct CaseLimits {
    private var completion: Int64?
    private var promise: Int64?
    /// The result came back from the window.
    private var promiseEnded: Int64?
    /// What was in time when it was stopped stays so until it goes on.
    private var isCompletionStopped = false
    private var isPromiseStopped = false
    /// When the case was completed that was taken over with its past.
    private var pastCompletion: Int64?

    mutating func take(_ kind: String, at: Int64, completion due: Int64?, promise promised: Int64?, completedAt: Int64?)
    {
        pastCompletion = completedAt ?? pastCompletion
        switch kind {
        case "supplementAsked", "setAside":
            if let completion, completion >= at { isCompletionStopped = true }
            if let promise, promiseEnded == nil, promise >= at { isPromiseStopped = true }
        case "forwarded":
            if let completion, completion >= at { isCompletionStopped = true }
            if let promised { (promise, promiseEnded, isPromiseStopped) = (promised, nil, false) }
        case "recomputed", "merged":
            completion = due ?? completion
            promise = promised ?? promise
        default:
            if kind == "resultReceived", promise != nil { promiseEnded = at }
            if let due { (completion, isCompletionStopped) = (due, false) }
            if let promised { (promise, isPromiseStopped) = (promised, false) }
        }
    }

    /// `nil` when nothing limited it.
    func isInTime(completedAt: Int64) -> Bool? {
        guard completion != nil || promise != nil else { return nil }
        let end = pastCompletion ?? completedAt
        let isLate = completion.map { !isCompletionStopped && end > $0 } ?? false
        let isPromiseLate = promise.map { !isPromiseStopped && (promiseEnded ?? end) > $0 } ?? false
        return !isLate && !isPromiseLate
    }
}
