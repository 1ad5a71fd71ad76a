import Casework
import GRDB

/// Puts the board together from the wall's views, inside one read transaction.
struct WallReader {
    let connection: WallConnection
    let now: Instant
    /// What was read before; it is taken over again afterwards.
    private(set) var known: WallMemory
    private var rules: Rules

    /// How far days off and make-up days are looked for, and how many are shown.
    private static let horizon = 366
    private static let nextDays = 24

    init(connection: WallConnection, rules: Rules, now: Instant, known: WallMemory) {
        self.connection = connection
        self.rules = rules
        self.now = now
        self.known = known
    }

    mutating func board(supervisionPhone: String?) throws -> WallBoard {
        let centre = try connection.first(.centre) { row in
            guard let offset = UTCOffset(minutes: Int(row.integer(1))) else {
                throw UnreadableRecord(place: "centre", detail: "an offset of \(row.integer(1)) minutes")
            }
            return (name: row.text(0), offset: offset)
        }
        guard let centre else { throw UnreadableRecord(place: "centre", detail: "the record has no centre") }
        rules.offset = centre.offset
        rules.calendar = rules.calendar.with(try calendarChanges())
        let today = rules.offset.civil(now).date
        let order = try villages()
        let open = try openCases()
        let duty = WallDuty(connection: connection, rules: rules, now: now)
        let exceptions = try duty.exceptions(from: today, to: today.advanced(days: 6))
        return WallBoard(
            readAt: now, centre: centre.name, offset: centre.offset,
            today: try known.tally.today(connection, offset: centre.offset, now: now),
            villages: open.villages, agents: try duty.agents(exceptions, order: order),
            items: try known.items(connection),
            ready: try ready(), circular: open.circular, notices: try notices(on: today),
            hours: hours(from: today, exceptions), supervisionPhone: supervisionPhone,
            newestEntry: try connection.first(.newest) { Instant(milliseconds: $0.integer(0)) })
    }

    private func villages() throws -> [String: Int] {
        var order: [String: Int] = [:]
        try connection.each(.villages) { order[$0.text(0)] = order.count }
        return order
    }

    private func calendarChanges() throws -> [CalendarChange] {
        var changes: [CalendarChange] = []
        try connection.each(.calendar) { row in
            changes.append(try decoded(CalendarChange.self, row.bytes(0), "calendar"))
        }
        return changes
    }

    // MARK: Cases, as numbers

    private func openCases() throws -> (villages: [WallVillage], circular: [WallCircularLine]) {
        var villages: [String: WallVillage] = [:]
        var lines: [WallCircularLine] = []
        try connection.each(.open) { row in
            let name = row.text(0)
            villages[name] = WallVillage(name: name, open: Int(row.integer(1)), near: 0, overdue: 0)
        }
        try connection.each(.marked, [now.milliseconds.databaseValue]) { row in
            let (name, red, overdue) = (row.text(0), Int(row.integer(2)), Int(row.integer(4)))
            lines.append(WallCircularLine(village: name, yellow: Int(row.integer(1)) - red, red: red))
            villages[name]?.near = Int(row.integer(3)) - overdue
            villages[name]?.overdue = overdue
        }
        return (
            villages.values.sorted {
                ($1.overdue, $1.near, $1.open, $0.name) < ($0.overdue, $0.near, $0.open, $1.name)
            }, lines.sorted { ($1.red, $1.yellow, $0.village) < ($0.red, $0.yellow, $1.village) }
        )
    }

    private func ready() throws -> [WallReceipt] {
        var receipts: [WallReceipt] = []
        try connection.each(.ready, [WallBoard.mostReceipts.databaseValue]) { row in
            // Cases of another system bring their numbers along, and some of those are people's.
            guard PersonalNumber.all(in: row.text(0)).isEmpty else { return }
            receipts.append(
                WallReceipt(
                    number: row.text(0), name: row.text(1), village: row.text(2),
                    since: Instant(milliseconds: row.integer(3))))
        }
        return receipts.reversed()
    }

    private func notices(on today: CivilDate) throws -> [NoticePosted] {
        var notices: [NoticePosted] = []
        try connection.each(.notices, [today.dayNumber.databaseValue]) { row in
            notices.append(
                NoticePosted(
                    number: Int(row.integer(0)), text: row.text(4),
                    from: CivilDate(dayNumber: Int(row.integer(1))), to: CivilDate(dayNumber: Int(row.integer(2))),
                    isUrgent: row.integer(3) != 0))
        }
        return notices
    }

    // MARK: Hours

    private func hours(from today: CivilDate, _ exceptions: [Entered<DutyException>]) -> WallHours {
        let plan = DutyPlan(duty: rules.rulebook.agents.duty, calendar: rules.calendar, offset: rules.offset)
        func day(_ date: CivilDate) -> WallHours.Day {
            let start = rules.offset.instant(date)
            let sessions = plan.day(date, in: nil, exceptions).due.map {
                AgentRules.Duty.Session(from: $0.from.minutes(since: start), to: $0.to.minutes(since: start))
            }
            return WallHours.Day(date: date, sessions: sessions, name: name(of: date))
        }
        var next: [WallHours.Day] = []
        for distance in 1...Self.horizon where next.count < Self.nextDays {
            let date = today.advanced(days: distance)
            switch rules.calendar.kind(of: date) {
            case .holiday, .makeUpWorkday: next.append(day(date))
            case .weekday, .weekend: break
            }
        }
        return WallHours(week: (0..<7).map { day(today.advanced(days: $0)) }, next: next)
    }

    /// Of a day off; what a layer calls a workday is its reason, and no name.
    private func name(of date: CivilDate) -> String? {
        guard case .holiday(let name) = rules.calendar.kind(of: date), !name.isEmpty else { return nil }
        return name
    }
}

/// What the wall keeps from board to board, as long as the file is the same.
struct WallMemory: Sendable {
    private struct Version: Hashable {
        var code: String
        var version: Int64
    }

    var tally = WallTally()
    /// A version of an item never changes.
    private var versions: [Version: ServiceItem] = [:]

    /// The catalogue in force, by area and name.
    mutating func items(_ connection: WallConnection) throws -> [WallItem] {
        var inForce: [Version: ServiceItem] = [:]
        try connection.each(.items) { row in
            let key = Version(code: row.text(0), version: row.integer(1))
            inForce[key] = try versions[key] ?? decoded(ServiceItem.self, row.bytes(2), "item \(key.code)")
        }
        versions = inForce
        return inForce.values.sorted {
            ($0.area.place, $0.area.text, $0.name, $0.code) < ($1.area.place, $1.area.text, $1.name, $1.code)
        }.map(WallItem.init)
    }
}

extension ContentArea {
    /// In the order of the document; those of the office's own come last.
    fileprivate var place: Int { ContentArea.ten.firstIndex(of: self) ?? ContentArea.ten.count }
}

/// A value from the JSON of a column.
func decoded<Value: Decodable>(
    _ type: Value.Type, _ bytes: UnsafeBufferPointer<UInt8>, _ place: String
) throws -> Value {
    do {
        return try CanonicalJSON.value(type, fromUTF8: bytes)
    } catch {
        // Its own words could repeat what stands there.
        throw UnreadableRecord(place: place, detail: "not what it should be")
    }
}
