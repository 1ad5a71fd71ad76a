import CaseStore
import Casework

/// Founds a made-up township in an empty record: its villages, items and people, a past of closed cases, and a living
/// front as a reviewer would find it on coming to work.
///
///     let store = try CaseStore.create(at: path, centre: Township.yunxi.centre, now: TownFounder.opening(history: 3_000, now: now))
///     try TownFounder.found(in: store, seed: 7, now: now, history: 3_000, rules: rules)
///
/// The front has about 12 cases pending, 5 near their deadline, 3 overdue, 21 in review and 30 in hand, and while a session of
/// duty runs 18 of 22 agents at their post. The villages have handed in their monthly summaries, but for a few that are late. Its cases went through the real commands, at instants of the last days and in their order, so
/// that their traces look like traces; the closed cases of the past are registered with the life behind them.
///
/// Whatever the hour is, the queues are alive: if `now` is before 08:20, the work of the day before is the newest; on a day off
/// requests are taken and handled all the same (班外受理), though nobody has to be at a post, and since no clock of the
/// rulebook runs out on such a day, the near ones are tasks from above that bring their own deadline. The same seed, instant and rules make the same
/// record, but for the salts of the PINs.
public enum TownFounder {
    /// The people of the office besides the agents, by number.
    public static let reviewerNumber = "R01"
    public static let secondReviewerNumber = "R02"
    public static let supervisorNumber = "S01"
    public static let directorNumber = "D01"
    public static let windowClerkNumber = "W01"

    /// How many agents there are: one for each village.
    public static let agentCount = 22

    /// When the centre began, so that nothing in its journal is older: for ``CaseStore/create(at:centre:now:)``.
    public static func opening(history count: Int, now: Instant, offset: UTCOffset = .china) -> Instant {
        let days = ClosedCases.days(for: count)
        var first = offset.civil(now).date.advanced(days: -days - 40)
        // Where every agent but the last has cases in the month before, three whole months end with it, so that there is
        // somebody to decide about (第十五条).
        if days >= 45 { first = min(first, CivilMonth(of: serviceDay(now, offset)).advanced(by: -3).firstDay) }
        return offset.instant(first, minute: 540)
    }

    /// The day whose work is the newest: until 08:20 the one before.
    private static func serviceDay(_ now: Instant, _ offset: UTCOffset) -> CivilDate {
        offset.civil(now.advanced(minutes: -500)).date
    }

    /// Whether the township in `store` was founded here: the only one that the simulator may live in.
    ///
    /// Everybody of the made-up office is enrolled as such (``Casework/StaffMember/isMadeUp``), in the same transaction
    /// as the first village, and no command can do that to a real one.
    public static func hasFounded(_ store: CaseStore) throws(StoreError) -> Bool {
        try store.allStaff().contains { $0.isMadeUp == true }
    }

    /// - Parameters:
    ///   - count: closed cases of the past.
    ///   - progress: called with (cases recorded, cases in all), now and then; `false` stops the founding.
    /// - Throws: ``SimulationError``; batches before the failing one stay recorded. ``SimulationError/inhabited`` when
    ///   there is somebody already, ``SimulationError/stopped`` when `progress` said so.
    public static func found(
        in store: CaseStore, township: Township = .yunxi, seed: UInt64, now: Instant, history count: Int, rules: Rules,
        progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
    ) throws(SimulationError) {
        var chance = SeededGenerator(seed: seed)
        let opening = opening(history: count, now: now, offset: rules.offset)
        let office = try staff(in: store, township: township, at: opening, &chance)
        try setPINs(office.everybody, in: store, rules: rules.rulebook.agents.duty.pins, at: opening)
        let serviceDay = serviceDay(now, rules.offset)
        let hours = WorkingHours(calendar: rules.calendar, offset: rules.offset, dutyDays: [serviceDay])
        let requests = RequestMaker(township: township)

        guard progress(0, count) else { throw .stopped }
        let past = ClosedCases(
            office: office, hours: hours, rules: rules, requests: requests, prefix: township.centre.prefix,
            lastMonth: CivilMonth(of: serviceDay).advanced(by: -1))
        try past.record(count, in: store, before: now, &chance) { progress($0, count) }
        guard progress(count, count) else { throw .stopped }

        try TownConduct(
            office: office, hours: hours, rules: rules, centre: township.centre.name, history: count
        ).record(in: store, before: now)

        var front = LivingFront(office: office, hours: hours, rules: rules, requests: requests, now: now)
        front.plan(&chance)
        // A town with a long past can show last month's sheets.
        let lastMonth = CivilMonth(of: serviceDay).advanced(by: -1).firstDay
        front.planAttendance(on: serviceDay, since: count >= 1_000 ? lastMonth : nil, &chance)
        front.planSummaries(since: CivilMonth(of: rules.offset.civil(opening).date), &chance)
        try front.record(in: store) { progress(count, count) }
    }

    /// Villages, items and people.
    private static func staff(
        in store: CaseStore, township: Township, at opening: Instant, _ chance: inout SeededGenerator
    ) throws(SimulationError) -> Office {
        var generator = chance
        let people = PersonMaker()
        let office = try store.simulate { writer in
            guard try Role.allCases.allSatisfy({ try writer.staff(role: $0).isEmpty }) else {
                throw SimulationError.inhabited
            }
            for village in township.villages {
                let event = CentreEvent.villageAdded(CentreEvent.VillageAdded(name: village))
                try writer.record(event, at: opening, by: .office)
            }
            try list(township, with: &writer, at: opening)
            func enrol(_ number: String, _ name: String, _ role: Role, village: String? = nil) throws -> StaffMember {
                var member = try writer.enrol(
                    number: number, name: name, role: role, village: village, phone: people.phone(&generator),
                    at: opening, by: .office)
                member.isMadeUp = true
                try writer.record(.enrolled(member), about: member.id, at: opening, by: .office)
                return member
            }
            let reviewer = try enrol(reviewerNumber, "王敏", .reviewer)
            let second = try enrol(secondReviewerNumber, "陈立夏", .reviewer)
            let supervisor = try enrol(supervisorNumber, "周定安", .supervisor)
            let director = try enrol(directorNumber, "何远山", .director)
            let clerk = try enrol(windowClerkNumber, "刘小禾", .windowClerk)
            var agents: [StaffMember] = []
            var names: Set<String> = []
            for (index, village) in township.villages.prefix(agentCount).enumerated() {
                var name = people.name(isWoman: generator.chance(55), &generator)
                while !names.insert(name).inserted {
                    name = people.name(isWoman: generator.chance(55), &generator)
                }
                let number = "A\(index < 9 ? "0" : "")\(index + 1)"
                agents.append(try enrol(number, name, .agent, village: village))
            }
            return Office(
                reviewer: reviewer, secondReviewer: second, supervisor: supervisor, director: director, clerk: clerk,
                agents: agents)
        }
        chance = generator
        return office
    }
}

extension TownFounder {
    /// The township's own list, and from the start list what stands above and below it, with a part claimed.
    private static func list(_ township: Township, with writer: inout RecordWriter, at opening: Instant) throws {
        let county = Actor(id: .office, role: .countyOffice)
        let director = Actor(id: .office, role: .director)
        let items = try ItemList.start().items
        try writer.takeOver(items.filter { $0.level == .county }, by: county, at: opening)
        try writer.takeOver(items.filter { $0.level == .village } + township.serviceItems, by: director, at: opening)
        let own = Set(township.serviceItems.map(\.name))
        for item in items where item.level == .county && item.area == .named(.work) && !own.contains(item.name) {
            try writer.perform(.claim(code: item.code), by: director, at: opening)
        }
    }
}

/// The people of the made-up office.
struct Office {
    var reviewer: StaffMember
    var secondReviewer: StaffMember
    var supervisor: StaffMember
    var director: StaffMember
    var clerk: StaffMember
    var agents: [StaffMember]

    var everybody: [StaffMember] { [reviewer, secondReviewer, supervisor, director, clerk] + agents }

    /// Who writes down a request that comes in that way, in the hands of that agent.
    func registrar(of origin: Intake.Origin, agent: StaffMember) -> StaffID {
        switch origin {
        case .online: .office
        case .walkIn: clerk.id
        case .campaign: director.id
        case .phone, .found: agent.id
        }
    }
}
