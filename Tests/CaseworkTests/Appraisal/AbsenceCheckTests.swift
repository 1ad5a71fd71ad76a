import Casework
import Testing

@Suite("Whom an inspection finds missing, and where")
struct AbsenceCheckTests {
    private static let zhou = StaffID(1)
    private static let he = StaffID(2)
    private static let clerk = StaffID(3)

    /// 石门村 with 一组, 两河村, and a window at the centre; 2026-11-20 is a Friday.
    private struct Office {
        var entries: [RosterChange.Entry] = []
        var exceptions: [Entered<DutyException>] = []
        var people: [StaffID: PersonalDuty] = [:]

        init() {
            enrol(PeopleFixture.member(1, "周桂兰") { $0.group = "一组" })
            enrol(PeopleFixture.member(2, "何有田", village: "两河村") { $0.group = "三组" })
            enrol(PeopleFixture.member(3, "吴敏", role: .windowClerk, village: nil) { $0.window = "社保" })
        }

        mutating func enrol(_ member: StaffMember) {
            enter(.enrolled(member), of: member.id, "2026-01-05 09:00")
            people[member.id] = PersonalDuty(member: member)
        }

        mutating func enter(_ event: StaffEvent, of id: StaffID, _ time: String) {
            entries.append(.init(at: Fixture.at(time), actor: StaffID(9), member: id, event: event))
        }

        /// Who is now in the record is who they became.
        mutating func change(_ id: StaffID, _ time: String, _ change: (inout StaffMember) -> Void) {
            guard var member = people[id]?.member else { return }
            change(&member)
            enter(.changed(member), of: id, time)
            people[id]?.member = member
        }

        mutating func standIn(_ by: StaffID, for id: StaffID, _ from: String, _ until: String) {
            let standIn = StandIn(by: by, from: Fixture.at(from), until: Fixture.at(until), reason: "培训")
            people[id]?.standIns.append(Entered(entry: 1, at: Fixture.at(from), actor: StaffID(9), value: standIn))
        }

        func finding(_ agent: StaffID, _ place: String, _ time: String) throws -> AbsenceCheck.Finding? {
            let check = AbsenceCheck(
                book: AttendanceBook(
                    plan: AttendanceFixture.plan,
                    facts: DutyFacts(exceptions: exceptions, people: Array(people.values))),
                roster: RosterOfThen(entries), villages: ["石门村", "两河村"], centre: "云溪镇便民服务中心")
            return check.finding(
                of: try Inspection(
                    number: 1, at: Fixture.at(time), by: StaffID(9), place: place, found: "无人", agent: agent,
                    wasAtPost: false))
        }
    }

    private let morning = AbsenceCheck.Finding.absent(
        DutySessionID(day: PeopleFixture.day("2026-11-20"), number: 1))

    @Test(
        "J10: an agent is missed in the own village and its groups, a clerk at the own window and in the hall, and nowhere else"
    )
    func places() throws {
        let office = Office()
        func finding(_ agent: StaffID, _ place: String) throws -> AbsenceCheck.Finding? {
            try office.finding(agent, place, "2026-11-20 09:30")
        }
        for place in ["石门村", "一组"] { #expect(try finding(Self.zhou, place) == morning, "\(place)") }
        for place in ["两河村", "三组", "社保", "云溪镇便民服务中心"] {
            #expect(try finding(Self.zhou, place) == .noDuty(.elsewhere("石门村")), "\(place)")
        }
        for place in ["社保", "云溪镇便民服务中心"] { #expect(try finding(Self.clerk, place) == morning, "\(place)") }
        #expect(try finding(Self.clerk, "石门村") == .noDuty(.elsewhere(nil)))
        // A point that was assessed is nobody's alone.
        #expect(try finding(Self.zhou, "石门小卖部") == morning)
    }

    @Test("J10, P3: who stands in is missed there by the hours of that place, and not at home")
    func standingIn() throws {
        var office = Office()
        office.standIn(Self.zhou, for: Self.he, "2026-11-20 08:00", "2026-11-20 12:00")
        #expect(try office.finding(Self.zhou, "两河村", "2026-11-20 09:30") == morning)
        #expect(try office.finding(Self.zhou, "石门村", "2026-11-20 09:30") == .noDuty(.standsIn("两河村")))
        // In the afternoon it is over.
        #expect(try office.finding(Self.zhou, "两河村", "2026-11-20 15:00") == .noDuty(.elsewhere("石门村")))
        let day = PeopleFixture.day("2026-11-20")
        let closed = try DutyException(village: "两河村", from: day, to: day, kind: .none, reason: "停电")
        office.exceptions = [Entered(entry: 2, at: Fixture.at("2026-11-20 07:00"), actor: StaffID(9), value: closed)]
        guard case .noDuty(.noSession(.exception)) = try office.finding(Self.zhou, "两河村", "2026-11-20 09:30") else {
            Issue.record("a closed village has nobody missing")
            return
        }
        let home = try DutyException(village: "石门村", from: day, to: day, kind: .none, reason: "停电")
        office.exceptions = [Entered(entry: 3, at: Fixture.at("2026-11-20 07:00"), actor: StaffID(9), value: home)]
        #expect(try office.finding(Self.zhou, "两河村", "2026-11-20 09:30") == morning)
    }

    @Test("J10, P3: a clerk who keeps the next window too is missed at both; along a chain the last one is")
    func clerksAndChains() throws {
        var office = Office()
        office.enrol(PeopleFixture.member(4, "宋平", role: .windowClerk, village: nil) { $0.window = "民政" })
        let other = StaffID(4)
        office.standIn(Self.clerk, for: other, "2026-11-20 08:00", "2026-11-20 20:00")
        for place in ["社保", "民政", "云溪镇便民服务中心"] {
            #expect(try office.finding(Self.clerk, place, "2026-11-20 09:30") == morning, "\(place)")
        }
        #expect(try office.finding(other, "民政", "2026-11-20 09:30") == .noDuty(.stoodInFor))
        // 周桂兰 for 何有田 for the second clerk of all.
        var chain = Office()
        chain.enrol(PeopleFixture.member(5, "郑好", village: "两河村"))
        let last = StaffID(5)
        chain.standIn(Self.he, for: Self.zhou, "2026-11-20 08:00", "2026-11-20 20:00")
        chain.standIn(last, for: Self.he, "2026-11-20 08:00", "2026-11-20 20:00")
        #expect(try chain.finding(last, "石门村", "2026-11-20 09:30") == morning)
        #expect(try chain.finding(Self.zhou, "石门村", "2026-11-20 09:30") == .noDuty(.stoodInFor))
        // Who has left stands in for nobody.
        chain.people[last]?.until = Fixture.at("2026-11-19 18:00")
        #expect(try chain.finding(Self.he, "石门村", "2026-11-20 09:30") == morning)
    }

    @Test("J10: it goes by who served where at that moment, whatever came later, also on the same day")
    func rosterOfThen() throws {
        var office = Office()
        office.change(Self.zhou, "2026-11-20 15:00") { ($0.village, $0.group) = ("两河村", nil) }
        #expect(try office.finding(Self.zhou, "石门村", "2026-11-20 09:30") == morning)
        #expect(try office.finding(Self.zhou, "石门村", "2026-11-20 16:00") == .noDuty(.elsewhere("两河村")))
        office.change(Self.zhou, "2026-11-23 08:00") { ($0.role, $0.village) = (.reviewer, nil) }
        #expect(try office.finding(Self.zhou, "石门村", "2026-11-20 09:30") == morning)
        #expect(try office.finding(Self.zhou, "石门村", "2026-11-23 09:30") == .noDuty(.role(.reviewer)))
        // Whoever had left then is not missed, though they came back later.
        var left = Office()
        left.enter(.left(try StaffEvent.Departure(reason: "调走")), of: Self.zhou, "2026-11-18 17:00")
        var again = PeopleFixture.member(1, "周桂兰")
        again.isActive = true
        left.enter(.enrolled(again), of: Self.zhou, "2026-11-21 08:00")
        #expect(try left.finding(Self.zhou, "石门村", "2026-11-20 09:30") == .noDuty(.hasLeft))
        // Before the record began they were where they were entered.
        #expect(try office.finding(Self.zhou, "石门村", "2025-11-20 09:30") != nil)
    }
}
