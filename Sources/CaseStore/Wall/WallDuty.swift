import Casework
import GRDB

/// The board of duty: who serves where, whether they are there, and who stands in. The facts come from the wall's views,
/// without the reasons; what follows from them is said by ``AttendanceBook``, as on the desk.
struct WallDuty {
    let connection: WallConnection
    let rules: Rules
    let now: Instant

    private var today: CivilDate { rules.offset.civil(now).date }

    /// - Parameter order: the places of the villages in their list.
    func agents(_ exceptions: [Entered<DutyException>], order: [String: Int]) throws -> [WallAgent] {
        let records = try records()
        let relayed = try relayed()
        let facts = DutyFacts(exceptions: exceptions, people: try people(records), keptSince: try keptSince())
        let book = AttendanceBook(rules, facts)
        let standIns = StandIns(records)
        let cards = Dictionary(
            uniqueKeysWithValues: records.map {
                ($0.member.id, PublicCard(of: $0.member, duty: rules.rulebook.agents.duty))
            })
        func place(_ record: StaffRecord) -> Int { record.member.village.flatMap { order[$0] } ?? .max }
        return records.sorted { (place($0), $0.member.id) < (place($1), $1.member.id) }.compactMap { record in
            let id = record.member.id
            guard let card = cards[id], let person = facts.person(id) else { return nil }
            let other = standIns.responsible(for: id, at: now)
            let village = record.member.village ?? ""
            return WallAgent(
                village: village, card: card,
                presence: WallAgent.Presence(
                    book.presence(of: person, at: now, isRelayed: relayed.contains(village))),
                standIn: other == id ? nil : cards[other],
                isStandInThere: facts.person(other).map { book.presence(of: $0, at: now).isPresent } ?? false)
        }
    }

    // MARK: Facts

    /// The villages that hand their entries over by file.
    private func relayed() throws -> Set<String> {
        var villages: Set<String> = []
        try connection.each(.relayed) { villages.insert($0.text(0)) }
        return villages
    }

    /// Before attendance was kept nobody is missed.
    private func keptSince() throws -> CivilDate {
        let at = try connection.first(.firstMark) { Instant(milliseconds: $0.integer(0)) }
        return at.map { rules.offset.civil($0).date } ?? DutyFacts.never
    }

    /// In the order in which they were enrolled, with what a card shows.
    private func records() throws -> [StaffRecord] {
        var records: [StaffRecord] = []
        try connection.each(.agents) { row in
            guard let role = Role(rawValue: row.text(2)) else {
                throw UnreadableRecord(place: "staff \(row.integer(0))", detail: "unknown role")
            }
            var member = StaffMember(
                id: StaffID(row.integer(0)), number: "", name: row.text(1), role: role, village: row.textIfAny(3),
                phone: row.textIfAny(6))
            member.post = row.textIfAny(4).flatMap(StaffPost.init(rawValue:))
            // Only whether there is one says something here.
            if row.integer(5) != 0 { member.group = "" }
            var record = StaffRecord(member: member)
            if let by = row.integerIfAny(7), let from = row.integerIfAny(8) {
                record.standIn = StandIn(
                    by: StaffID(by), from: Instant(milliseconds: from),
                    until: row.integerIfAny(9).map(Instant.init(milliseconds:)), reason: "")
            }
            records.append(record)
        }
        return records
    }

    /// What is known of today, by the ids of the records.
    private func people(_ records: [StaffRecord]) throws -> [PersonalDuty] {
        var people = Dictionary(
            uniqueKeysWithValues: records.map { ($0.member.id, PersonalDuty(member: $0.member)) })
        let start = rules.offset.instant(today).milliseconds
        try connection.each(.marks, [start.databaseValue, (now.milliseconds + 1).databaseValue]) { row in
            let id = StaffID(row.integer(0))
            let at = Instant(milliseconds: row.integer(1))
            switch StaffEvent.Kind(rawValue: row.text(2)) {
            case .cameIn, .checkedIn:
                people[id]?.marks.append(entered(row, 5, DutyMark(.into, at: at, session: session(row))))
            case .wentOut, .checkedOut:
                people[id]?.marks.append(entered(row, 5, DutyMark(.out, at: at, session: session(row))))
            case .leaveTaken:
                people[id]?.taken.append(Entered(entry: row.integer(5), at: at, actor: .office, value: ""))
            default: break
            }
        }
        for (id, leaves) in try leaves() { people[id]?.leaves = leaves }
        try connection.each(.corrections, [today.dayNumber.databaseValue]) { row in
            let state = row.text(2)
            guard let known = SessionState(rawValue: state) else {
                throw UnreadableRecord(place: "journal entry \(row.integer(3))", detail: "unknown state")
            }
            let correction = try SessionCorrection(
                session: DutySessionID(day: today, number: Int(row.integer(1))), state: known, reason: state)
            people[StaffID(row.integer(0))]?.corrections.append(entered(row, 3, correction))
        }
        return records.compactMap { people[$0.member.id] }
    }

    private func session(_ row: WallRow) -> DutySessionID? {
        guard let number = row.integerIfAny(4), let day = row.textIfAny(3).flatMap(CivilDate.init) else { return nil }
        return DutySessionID(day: day, number: Int(number))
    }

    /// The leaves that were granted for today, and not refused after that.
    private func leaves() throws -> [StaffID: [Leave]] {
        var granted: [StaffID: [String: Leave]] = [:]
        try connection.each(.leaves, [today.dayNumber.databaseValue]) { row in
            let (id, request) = (StaffID(row.integer(0)), row.text(4))
            guard row.text(3) == StaffEvent.Kind.leaveGranted.rawValue else {
                granted[id]?[request] = nil
                return
            }
            let sessions = try row.textIfAny(5).map { _ in try decoded([Int].self, row.bytes(5), "leave") }
            let span = try DutySpan(
                from: CivilDate(dayNumber: Int(row.integer(1))), to: CivilDate(dayNumber: Int(row.integer(2))),
                sessions: sessions)
            let leave = try Leave(
                request: entered(row, 6, LeaveRequest(id: request, span: span, reason: "-")),
                status: .granted(entered(row, 6, LeaveDecision(request: request, span: span))))
            granted[id, default: [:]][request] = leave
        }
        return granted.mapValues { $0.values.sorted { $0.request.entry < $1.request.entry } }
    }

    /// What takes duty from a day of these, or gives it other hours.
    func exceptions(from first: CivilDate, to last: CivilDate) throws -> [Entered<DutyException>] {
        var exceptions: [Entered<DutyException>] = []
        try connection.each(.exceptions, [first.dayNumber.databaseValue, last.dayNumber.databaseValue]) { row in
            let kind = row.text(3)
            guard let known = DutyException.Kind(rawValue: kind) else {
                throw UnreadableRecord(place: "journal entry \(row.integer(5))", detail: "unknown exception")
            }
            let hours = try row.textIfAny(4).map { _ in
                try decoded([DutyException.Hours].self, row.bytes(4), "journal entry \(row.integer(5))")
            }
            let exception = try DutyException(
                village: row.textIfAny(0), from: CivilDate(dayNumber: Int(row.integer(1))),
                to: CivilDate(dayNumber: Int(row.integer(2))), kind: known, hours: hours, reason: kind)
            exceptions.append(entered(row, 5, exception))
        }
        return exceptions
    }

    /// A value with the number of its entry; who said it and when does not matter here.
    private func entered<Value>(_ row: WallRow, _ column: Int32, _ value: Value) -> Entered<Value> {
        Entered(entry: row.integer(column), at: now, actor: .office, value: value)
    }
}

extension WallAgent.Presence {
    /// To the hall, whoever comes unasked is not on duty.
    fileprivate init(_ presence: DutyPresence) {
        self =
            switch presence {
            case .onDuty: .present
            case .away: .absent
            case .leave: .onLeave
            case .scheduled: .scheduled
            case .outsideDuty, .offDuty: .offDuty
            }
    }
}
