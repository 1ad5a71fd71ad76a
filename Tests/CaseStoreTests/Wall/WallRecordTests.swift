import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("What a wall in the hall reads")
struct WallRecordTests {
    /// Friday 2026-11-20; sessions 09:00–11:30 and 14:30–17:30.
    private func at(_ time: String, _ day: String = "2026-11-20") -> Instant {
        Instant("\(day) \(time)", offset: .china) ?? Office.morning
    }

    private func wall(_ office: Office) -> WallRecord { WallRecord(path: office.path, rules: office.rules) }

    private func act(
        _ command: CaseCommand, _ value: Case, _ actor: StaffMember, _ office: Office, at now: Instant
    ) throws -> Case {
        try office.store.perform(command, on: value.reference, by: Actor(actor), at: now, rules: office.rules)
    }

    // MARK: Figures

    @Test("J10: received, accepted and completed day by day; an approval that was taken back counts once less")
    func figures() throws {
        let office = try Office()
        let wall = wall(office)
        let value = try act(.approve(note: nil), try office.inReview(), office.wang, office, at: at("10:10"))
        try office.register("李四")
        let board = try wall.board(at: at("12:00"))
        #expect(board.centre == Office.centre.name && board.offset == .china && board.readAt == at("12:00"))
        #expect(board.today.days.count == 14)
        let today = try #require(board.today.days.last)
        #expect(today == .init(date: CivilDate("2026-11-20")!, received: 2, accepted: 1, completed: 1))
        #expect(board.today.days.dropLast().allSatisfy { $0.received + $0.accepted + $0.completed == 0 })
        #expect(board.today.averageMinutes == 70)
        #expect(board.today.onTime == .init(part: 1, whole: 1))

        let undone = try act(.undo, value, office.wang, office, at: at("10:11"))
        let without = try wall.board(at: at("12:00")).today
        #expect(without.days.last?.completed == 0)
        #expect(without.averageMinutes == nil && without.onTime == nil)
        _ = try act(.approve(note: nil), undone, office.wang, office, at: at("10:20"))
        #expect(try wall.board(at: at("12:00")).today.averageMinutes == 80)
        // What is added to is what is counted from the start.
        #expect(try wall.board(at: at("12:00")) == self.wall(office).board(at: at("12:00")))
    }

    @Test("What came to its end after the limit is not in time; time that stood still does not count")
    func onTime() throws {
        let office = try Office()
        let late = try office.inReview("张三")
        _ = try act(.approve(note: nil), try office.inReview("李四"), office.wang, office, at: at("10:00"))
        var waiting = try office.register("王五")
        waiting = try act(.accept(.confirmed), waiting, office.wang, office, at: at("09:10"))
        waiting = try act(
            .askSupplement(missing: ["户口簿"], note: nil, again: nil), waiting, office.zhou, office, at: at("09:20"))
        waiting = try act(.supplement, waiting, office.zhou, office, at: at("09:20", "2026-11-30"))
        waiting = try act(.complete(note: nil), waiting, office.zhou, office, at: at("09:30", "2026-11-30"))
        _ = try act(.approve(note: nil), waiting, office.wang, office, at: at("10:00", "2026-11-30"))
        _ = try act(.approve(note: nil), late, office.wang, office, at: at("10:01", "2026-11-30"))
        let today = try wall(office).board(at: at("12:00", "2026-11-30")).today
        #expect(today.onTime == .init(part: 2, whole: 3))
        #expect(today.days.last?.completed == 2)
        // The days go on; what lies before them is not shown any more.
        let later = try wall(office).board(at: at("12:00", "2026-12-10")).today
        #expect(later.days.first?.date == CivilDate("2026-11-27")!)
        #expect(later.onTime == .init(part: 1, whole: 2))
    }

    @Test("Entries that a wrong clock put a year back do not hide what comes after them")
    func wrongClock() throws {
        let office = try Office()
        // Somebody's clock stood in the year before while this was entered.
        try office.store.batch { writer in
            for day in 1...40 {
                try writer.record(
                    .itemListed(.init(name: "事项\(day)")), at: at("09:00", "2025-11-20"), by: .office)
            }
        }
        try office.register("张三")
        #expect(try wall(office).board(at: at("12:00")).today.days.last?.received == 1)
        #expect(try wall(office).board(at: at("12:00", "2026-12-04")).today.days.allSatisfy { $0.received == 0 })
    }

    @Test("W16, J6: near and overdue by village as the desk counts them, the worst first; the circular without a name")
    func villages() throws {
        let office = try Office()
        try office.register("张三", dueInMinutes: 30)
        try office.register("李四", dueInMinutes: 500)
        try office.register("王五", village: "两河口", dueInMinutes: -5)
        try office.register("赵六", village: "Old_Mill", dueInMinutes: 500)
        let board = try wall(office).board(at: Office.morning)
        #expect(
            board.villages == [
                WallVillage(name: "两河口", open: 1, near: 0, overdue: 1),
                WallVillage(name: "石门垭", open: 2, near: 1, overdue: 0),
                WallVillage(name: "Old_Mill", open: 1, near: 0, overdue: 0),
            ])
        #expect(
            board.circular == [
                WallCircularLine(village: "两河口", yellow: 0, red: 1),
                WallCircularLine(village: "石门垭", yellow: 1, red: 0),
            ])
        let counters = try office.store.desk(DeskRequest(now: Office.morning, queues: [:])).counters
        #expect(counters.near == board.villages.reduce(0) { $0 + $1.near })
        #expect(counters.overdue == board.villages.reduce(0) { $0 + $1.overdue })
    }

    @Test("What lies ready is shown by its receipt and a masked name until it is handed out, the longest waiting first")
    func ready() throws {
        let office = try Office()
        let second = try act(
            .approve(note: nil), try office.inReview("张三"), office.wang, office, at: at("10:30"))
        let first = try act(
            .approve(note: nil), try office.inReview("欧阳修远"), office.wang, office, at: at("10:00"))
        let wall = wall(office)
        #expect(
            try wall.board(at: at("12:00")).ready == [
                WallReceipt(number: first.number, name: "欧阳**", village: "石门垭", since: at("10:00")),
                WallReceipt(number: second.number, name: "张*", village: "石门垭", since: at("10:30")),
            ])
        _ = try act(.deliver(Delivery(signedBy: "本人")), first, office.zhou, office, at: at("12:10"))
        #expect(try wall.board(at: at("12:20")).ready.map(\.number) == [second.number])
        // A case of another system may be numbered by somebody's identity number.
        try office.tamper("UPDATE cases SET number = '999999198504150018' WHERE number = '\(second.number)'")
        #expect(try wall.board(at: at("12:21")).ready.isEmpty)
    }

    @Test("What was imported does not stand before or behind the work of these days")
    func imported() throws {
        let office = try Office()
        try office.register("张三")
        // Entries of an import come last and tell of years ago.
        try office.store.batch { writer in
            for day in 1...40 {
                try writer.record(.itemListed(.init(name: "事项\(day)")), at: at("09:00", "2016-11-20"), by: .office)
            }
        }
        #expect(try wall(office).board(at: at("12:00")).today.days.last?.received == 1)
    }

    // MARK: Duty

    @Test("S12: where nobody keeps attendance, nobody is shown as away")
    func notKept() throws {
        let office = try Office()
        #expect(try presence(office, "10:00").allSatisfy { $0 == .offDuty })
    }

    private func presence(_ office: Office, _ time: String) throws -> [WallAgent.Presence] {
        try wall(office).board(at: at(time)).agents.map(\.presence)
    }

    @Test("S12, P3: who is there by the marks of today, who stands in, by the public card")
    func agents() throws {
        let office = try Office()
        let source = AttendanceSource(.kiosk)
        func attend(_ person: StaffMember, _ time: String) throws {
            _ = try office.store.attend(
                AttendanceCall(person.id, at: at(time), source: source), rules: office.rules, now: at(time))
        }
        _ = try office.store.batch { writer in
            try writer.change(office.zhou.id, at: Office.morning, by: office.reviewer) { $0.phone = "0377-66001234" }
        }
        #expect(try presence(office, "08:00") == [.offDuty, .offDuty])
        try attend(office.zhou, "09:05")
        #expect(try presence(office, "10:00") == [.present, .absent])
        try attend(office.zhou, "11:31")
        #expect(try presence(office, "12:00") == [.offDuty, .offDuty])
        try office.store.batch { writer in
            let day = CivilDate("2026-11-20")!
            let request = try writer.askLeave(
                try DutySpan(from: day, to: day), of: office.he.id, reason: "看病", rules: office.rules, at: at("09:00"),
                by: Actor(office.he))
            try writer.decideLeave(
                request.id, of: office.he.id, isGranted: true, note: nil, standIn: nil, rules: office.rules,
                at: at("09:01"), by: office.reviewer)
            try writer.record(
                .standInSet(StandIn(by: office.zhou.id, from: at("09:00"), reason: "看病")), about: office.he.id,
                at: at("09:02"), by: office.wang.id)
        }
        let agents = try wall(office).board(at: at("10:00")).agents
        #expect(agents.map(\.village) == ["石门垭", "两河口"])
        #expect(agents.map(\.card.name) == ["周桂兰", "何有田"])
        #expect(agents.map(\.card.contact) == ["0377-66001234", nil])
        #expect(agents.map(\.presence) == [.present, .onLeave])
        #expect(agents.map(\.standIn?.name) == [nil, "周桂兰"])
        #expect(
            agents[0].card
                == PublicCard(of: office.zhou.with(phone: "0377-66001234"), duty: office.rules.rulebook.agents.duty))

        let exception = try DutyException(
            village: "石门垭", from: CivilDate("2026-11-20")!, to: CivilDate("2026-11-20")!, kind: .none, reason: "停水")
        try office.store.batch { try $0.record(.dutyExcepted(exception), at: at("12:00"), by: office.wang.id) }
        #expect(try presence(office, "15:00") == [.offDuty, .onLeave])
    }

    @Test("S12: where entries come by file, nobody is called away while the file is on its way")
    func relayed() throws {
        let town = try RelayTown()
        let office = town.office
        let source = AttendanceSource(.kiosk)
        _ = try office.store.attend(
            AttendanceCall(office.he.id, at: at("09:05"), source: source), rules: office.rules, now: at("09:05"))
        #expect(try presence(office, "08:00") == [.offDuty, .offDuty])
        #expect(try presence(office, "10:00") == [.scheduled, .present])
        #expect(try presence(office, "12:00").first == .offDuty)
        let here = try #require(try town.village.store.staff(number: "A01"))
        _ = try town.village.store.attend(
            AttendanceCall(here.id, at: at("09:10"), source: source), rules: office.rules, now: at("09:10"))
        try town.exchange()
        #expect(try presence(office, "10:00") == [.present, .present])
        // What the file tells of the morning says nothing of the afternoon, where there is a line again.
        #expect(try presence(office, "15:00").first == .scheduled)
        _ = try office.store.revoke(
            village: town.village.name, reason: "通网了", by: office.reviewer, at: at("12:00"))
        #expect(try presence(office, "15:00").first == .absent)
    }

    @Test("The newest entry is known, by which a clock behind the record is told")
    func newest() throws {
        let office = try Office()
        try office.store.batch { try $0.record(.itemListed(.init(name: "事项")), at: at("16:00"), by: .office) }
        #expect(try wall(office).board(at: at("12:00")).newestEntry == at("16:00"))
    }

    @Test("P2: the hours of the week and the next days off, with the calendar of the centre")
    func hours() throws {
        let office = try Office()
        let market = CivilDate("2026-11-24")!
        let change = CalendarChange(
            layer: CalendarLayer(
                region: "云溪镇", reason: "镇政府通知",
                days: CalendarDays(off: [.init(from: market, to: market, name: "赶集")], work: [])))
        _ = try office.store.addToCalendar([change], at: Office.morning, by: office.wang.id)
        let hours = try wall(office).board(at: Office.morning).hours
        #expect(hours.week.map(\.date) == (0..<7).map { CivilDate("2026-11-20")!.advanced(days: $0) })
        #expect(
            hours.week[0].sessions == [
                AgentRules.Duty.Session(from: 540, to: 690), AgentRules.Duty.Session(from: 870, to: 1_050),
            ])
        #expect(hours.week.map(\.sessions.isEmpty) == [false, true, true, false, true, false, false])
        #expect(hours.week[4].name == "赶集" && hours.week[1].name == nil)
        #expect(hours.next.first == hours.week[4])
    }

    @Test("P2: the catalogue in force: without what was withdrawn, and of the county only what was claimed")
    func items() throws {
        let office = try Office()
        var county = ServiceItemFixture.full
        (county.code, county.name, county.level) = ("X-01", "社保卡申领", .county)
        func perform(_ command: ItemCommand, by role: Role = .director) throws {
            let actor = Actor(id: .office, role: role)
            _ = try office.store.batch { try $0.perform(command, by: actor, at: Office.morning) }
        }
        try perform(.list(ServiceItemFixture.full))
        try perform(.list(county), by: .countyOffice)
        let wall = wall(office)
        #expect(try wall.board(at: Office.morning).items.map(\.item) == [ServiceItemFixture.full])
        var revised = ServiceItemFixture.full
        revised.promisedDays = 2
        try perform(.revise(revised))
        let shown = try wall.board(at: Office.morning).items.map(\.item)
        #expect(shown.map(\.promisedDays) == [2] && shown.map(\.version) == [2])
        try perform(.claim(code: county.code))
        #expect(try wall.board(at: Office.morning).items.map(\.item.name) == ["社保卡申领", "高龄津贴申领"])
    }

    // MARK: Cost

    @Test("Nothing is read that is not shown: no statement walks through the cases or the journal")
    func plans() throws {
        let office = try Office()
        let connection = try WallConnection(path: office.path, patience: 1_000)
        for query in WallQuery.allCases {
            let plan = try connection.plan(query)
            #expect(!plan.isEmpty)
            for step in plan {
                // An index that has the open cases alone is as long as what is open.
                let isOfOpenCases = step.contains("USING COVERING INDEX cases_open_by_item")
                for table in ["cases", "journal", "attendance", "case_work", "duty_entries", "notice_removals"] {
                    #expect(!step.contains("SCAN \(table)") || isOfOpenCases, "\(query): \(step)")
                }
            }
        }
    }
}

extension StaffMember {
    fileprivate func with(phone: String) -> StaffMember {
        var member = self
        member.phone = phone
        return member
    }
}
