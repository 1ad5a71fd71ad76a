import Casework
import GRDB

/// How the work of the last days went, counted once: each further board reads what has come since.
///
/// All of it is what the appraisal and the sheets count (`case_work`): received are the requests that came in, completed is
/// what was approved, and what was taken back counts once less.
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

    /// The days that are counted.
    private struct Days {
        var first: CivilDate
        var last: CivilDate
        var offset: UTCOffset

        /// Their months, behind which entry, and from which moment on.
        func arguments(after sequence: Int64) -> [DatabaseValue] {
            [first, last].map { CivilMonth(of: $0).description.databaseValue }
                + [sequence.databaseValue, offset.instant(first).milliseconds.databaseValue]
        }

        func day(of milliseconds: Int64) -> Int {
            offset.civil(Instant(milliseconds: milliseconds)).date.dayNumber
        }
    }

    /// What is counted already.
    private var lastRequest: Int64 = 0
    private var lastWork: Int64 = 0
    /// By day.
    private var counts: [Int: Counts] = [:]
    /// By time.
    private var completions: [Completion] = []

    mutating func today(_ connection: WallConnection, offset: UTCOffset, now: Instant) throws -> WallToday {
        let today = offset.civil(now).date
        let first = today.advanced(days: 1 - Self.days)
        let days = Days(first: first, last: today, offset: offset)
        try countReceived(connection, days)
        try countWork(connection, days)
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

    // MARK: Counting

    private mutating func countReceived(_ connection: WallConnection, _ days: Days) throws {
        try connection.each(.received, days.arguments(after: lastRequest)) { row in
            lastRequest = max(lastRequest, row.integer(0))
            counts[days.day(of: row.integer(1)), default: Counts()].received += 1
        }
    }

    private mutating func countWork(_ connection: WallConnection, _ days: Days) throws {
        var newest = lastWork
        var takenBack: [(caseID: Int64, sequence: Int64, day: Int)] = []
        try connection.each(.work, days.arguments(after: lastWork)) { row in
            let at = Instant(milliseconds: row.integer(3))
            let day = days.day(of: row.integer(3))
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
