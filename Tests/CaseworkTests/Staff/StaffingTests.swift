import Casework
import Testing

@Suite("Staffing")
struct StaffingTests {
    /// 内放办〔2022〕3号 一、附件.
    private static let requirements: [AgentRules.StaffingRequirement] = [
        .init(unit: .township, post: .townshipAgent, least: 1), .init(unit: .township, post: .supervisor, least: 1),
        .init(unit: .village, post: .villageAgent, least: 1), .init(unit: .group, post: .gridAgent, least: 1),
        .init(unit: .department, post: .departmentHelper, least: 1),
        .init(unit: .department, post: .supervisor, least: 1),
    ]

    private static let full: [StaffMember] = [
        PeopleFixture.member(1, village: nil) { $0.post = .townshipAgent },
        PeopleFixture.member(2, role: .supervisor, village: nil),
        PeopleFixture.member(3, village: "石门村"),
        PeopleFixture.member(4, village: "石门村") { $0.group = "三组" },
        PeopleFixture.member(5, role: .departmentLiaison, village: nil) { $0.department = "民政" },
        PeopleFixture.member(6, role: .supervisor, village: nil) { $0.department = "民政" },
    ]

    private func vacancies(_ staff: [StaffMember], villages: [String] = ["石门村"]) -> [StaffingCheck.Vacancy] {
        StaffingCheck(
            Self.requirements, places: StaffingCheck.Places(villages: villages, staff: staff), staff: staff
        ).vacancies
    }

    @Test("N2: where everybody is there nobody is missing")
    func full() {
        #expect(vacancies(Self.full) == [])
    }

    @Test("N2: whoever leaves is missing at the place and in the post they had", arguments: 0..<6)
    func oneGone(_ index: Int) {
        var staff = Self.full
        staff[index].isActive = false
        let places: [StaffingCheck.Vacancy.Place] = [
            .township, .township, .village("石门村"), .group(.init(village: "石门村", name: "三组")), .department("民政"),
            .department("民政"),
        ]
        let found = vacancies(staff)
        #expect(found.map(\.place) == [places[index]])
        #expect(found.map(\.post) == [staff[index].effectivePost])
        #expect(found.first?.least == 1 && found.first?.found == 0)
    }

    @Test("N2: a village, a group or a department that nobody was ever there for is missing everybody")
    func newPlaces() {
        let places = StaffingCheck.Places(
            villages: ["石门村", "两河村"], groups: [.init(village: "石门村", name: "一组")], departments: ["人社"],
            staff: Self.full)
        #expect(places.groups.map(\.name).sorted() == ["一组", "三组"])
        let found = StaffingCheck(Self.requirements, places: places, staff: Self.full).vacancies
        #expect(
            found.map(\.place) == [
                .village("两河村"), .group(.init(village: "石门村", name: "一组")), .department("人社"), .department("人社"),
            ])
    }

    @Test("P3: a window needs a first and a second; without either it is an alarm")
    func windows() {
        let first = PeopleFixture.member(1, role: .windowClerk, village: nil) { $0.window = "社保" }
        let second = PeopleFixture.member(2, role: .windowClerk, village: nil) {
            $0.window = "社保"
            $0.watch = .second
        }
        #expect(WindowWatch.vacancies(staff: [first, second]) == [])
        #expect(WindowWatch.vacancies(staff: [first]).map(\.fault) == [.noSecond])
        #expect(WindowWatch.vacancies(staff: [second]).map(\.fault) == [.noFirst])
        var gone = first
        gone.isActive = false
        #expect(WindowWatch.vacancies(windows: ["民政"], staff: [gone]).map(\.window) == ["民政", "社保"])
        #expect(WindowWatch.vacancies(windows: ["民政"], staff: [gone]).map(\.fault) == [.nobody, .nobody])
    }

    @Test("P3: when the first is away the second keeps the window; when both are away it is an alarm")
    func unattended() throws {
        var fixture = AttendanceFixture()
        for (person, watch) in [(\AttendanceFixture.zhou, Watch.first), (\.he, .second)] {
            fixture[keyPath: person].member.role = .windowClerk
            fixture[keyPath: person].member.village = nil
            fixture[keyPath: person].member.window = "社保"
            fixture[keyPath: person].member.watch = watch
        }
        func alarms(_ time: String) -> [String] {
            let alarms = WindowWatch.unattended(fixture.book, at: Fixture.at("2026-11-20 \(time)"))
            #expect(alarms.allSatisfy { $0.fault == .unattended })
            return alarms.map(\.window)
        }
        // Before the session and at noon nobody has to be there.
        #expect(alarms("08:30") == [] && alarms("12:30") == [])
        #expect(alarms("09:30") == ["社保"])
        fixture.mark(.into, "09:40", by: \.he)
        #expect(alarms("09:45") == [])
        fixture.mark(.out, "10:00", by: \.he)
        #expect(alarms("10:05") == ["社保"])
        // Somebody of another window stands in, once they are there.
        fixture.he.member.window = "民政"
        fixture.standIn("2026-11-20 08:00", "2026-11-21 00:00")
        #expect(alarms("10:05") == ["民政", "社保"])
        fixture.mark(.into, "10:10", by: \.he)
        #expect(alarms("10:15") == [])
        // Leave leaves the window without anybody, in the hours alone.
        var away = AttendanceFixture()
        (away.zhou.member.role, away.zhou.member.village, away.zhou.member.window) = (.windowClerk, nil, "社保")
        try away.leave("2026-11-20", "2026-11-20")
        fixture = away
        #expect(alarms("09:30") == ["社保"] && alarms("12:30") == [] && alarms("20:00") == [])
        // Nobody is missed where nobody keeps attendance.
        var book = fixture.book
        book.facts.keptSince = DutyFacts.never
        #expect(WindowWatch.unattended(book, at: Fixture.at("2026-11-20 09:30")).isEmpty)
    }

    @Test("N5: who serves a grid is known, and a request belongs to the grid of its group, else of its village")
    func grids() {
        let network = ServiceNetwork([
            PeopleFixture.member(1, village: "石门村") {
                $0.grid = "石门一"
                $0.group = "一组"
            },
            PeopleFixture.member(2, village: "石门村") {
                $0.grid = "石门二"
                $0.group = "二组"
            },
            PeopleFixture.member(3, village: "两河村") { $0.grid = "两河" },
            PeopleFixture.member(4, village: "两河村") {
                $0.grid = "旧"
                $0.isActive = false
            },
        ])
        #expect(network.serving(grid: "石门二").map(\.id) == [StaffID(2)])
        #expect(network.serving(grid: "旧").isEmpty)
        #expect(network.grid(village: "石门村", group: "二组") == "石门二")
        #expect(network.grid(village: "石门村") == nil)
        #expect(network.grid(village: "两河村", group: "九组") == "两河")
    }

    @Test("S1: a village has one agent, and collectors pass what is asked to that one")
    func collectors() {
        let agent = PeopleFixture.member(1)
        let collector = PeopleFixture.member(2, role: .collector)
        let network = ServiceNetwork([agent, collector])
        #expect(network.agent(behind: collector) == agent)
        #expect(network.agent(behind: agent) == nil)
        #expect(ServiceNetwork([agent, collector, PeopleFixture.member(3)]).agent(behind: collector) == nil)
        #expect(Role.collector.mayRegister)
        #expect(CaseCommand.Kind.allCases.allSatisfy { !Role.collector.may($0) })
    }

    @Test("P11: county specialists, liaison officers and agents are one network; 5 and 13 of the first two fill it")
    func network() {
        let staff =
            (1...5).map { id in PeopleFixture.member(Int64(id), role: .countyOffice) { $0.post = .countySpecialist } }
            + (6...17).map { id in
                PeopleFixture.member(Int64(id), role: .departmentLiaison) { $0.post = .liaisonOfficer }
            } + [PeopleFixture.member(20)]
        let layers = ServiceNetwork(staff).layers
        #expect(layers.map(\.count) == [5, 12, 0, 1, 0])
        let asked: [AgentRules.StaffingRequirement] = [
            .init(unit: .county, post: .countySpecialist, least: 5),
            .init(unit: .county, post: .liaisonOfficer, least: 13),
        ]
        let check = StaffingCheck(asked, places: .init(villages: []), staff: staff)
        #expect(check.vacancies.map(\.post) == [.liaisonOfficer])
        #expect(check.vacancies.map(\.found) == [12])
    }
}
