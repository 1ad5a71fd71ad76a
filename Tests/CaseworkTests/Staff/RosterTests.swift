import Casework
import Testing

@Suite("The roster")
struct RosterTests {
    @Test(
        "W3: an agent is a grid worker, a cadre or a volunteer; reviewers and bank auxiliaries have posts of their own")
    func kinds() {
        #expect(Set([StaffKind.gridWorker, .cadre, .volunteer]).isSubset(of: StaffKind.allCases))
        #expect(StaffPost.bankAuxiliary.role == .bankAuxiliary)
        #expect(StaffPost.reviewer.role.may(.approve))
        #expect(!StaffPost.bankAuxiliary.role.may(.approve))
        #expect(StaffPost.countyOffice.role == .countyOffice)
    }

    @Test("N1: five posts, from the township's agent to the agent of a grid")
    func fivePosts() {
        let posts: [(StaffPost, Role)] = [
            (.townshipAgent, .agent), (.departmentHelper, .departmentLiaison), (.stepTracker, .supervisor),
            (.supervisor, .supervisor), (.gridAgent, .agent),
        ]
        for (post, role) in posts { #expect(post.role == role) }
    }

    @Test("W3: people without a post are what people of their role usually are")
    func effectivePost() {
        for role in Role.allCases {
            #expect(PeopleFixture.member(1, role: role).effectivePost.role == role)
        }
        #expect(PeopleFixture.member(1).effectivePost == .villageAgent)
        #expect(PeopleFixture.member(1) { $0.group = "三组" }.effectivePost == .gridAgent)
    }

    @Test("W19: a bank auxiliary answers to the bank and to the centre, everybody else to the centre")
    func twoLines() {
        let auxiliary = PeopleFixture.member(1, role: .bankAuxiliary, village: nil) { $0.employer = "农商行" }
        #expect(auxiliary.managementLines == [.centre, .employer("农商行")])
        #expect(PeopleFixture.member(2) { $0.employer = "农商行" }.managementLines == [.centre])
    }

    @Test("W4: every enrolment, leaving and change is a line, what came before the day is none")
    func changes() throws {
        let at = (0..<7).map { Fixture.at("2026-11-2\($0) 09:00") }
        let office = StaffID(0)
        let zhou = PeopleFixture.member(1, "周桂兰") { $0.phone = "13800000000" }
        let he = PeopleFixture.member(2, "何有田", village: "两河村")
        var moved = zhou
        moved.village = "两河村"
        moved.phone = "13900000000"
        var promoted = moved
        promoted.post = .gridAgent
        promoted.name = "周桂兰(大)"
        let entries: [RosterChange.Entry] = [
            .init(at: at[0], actor: office, member: zhou.id, event: .enrolled(zhou)),
            .init(at: at[1], actor: office, member: he.id, event: .enrolled(he)),
            .init(at: at[2], actor: he.id, member: zhou.id, event: .changed(moved)),
            .init(at: at[3], actor: he.id, member: zhou.id, event: .checkedIn),
            .init(at: at[4], actor: he.id, member: zhou.id, event: .changed(promoted)),
            .init(at: at[5], actor: office, member: he.id, event: .left(try .init(reason: "调走"))),
        ]
        let lines = RosterChange.list(entries, since: at[1])
        #expect(lines.map(\.kind) == [.enrolled, .village, .contact, .person, .post, .left])
        #expect(lines.map(\.number) == ["N2", "N1", "N1", "N1", "N1", "N2"])
        #expect(lines[1].before == "石门村" && lines[1].after == "两河村")
        #expect(lines[2].before == "13800000000" && lines[2].after == "13900000000")
        #expect(lines[4].before == "village-agent" && lines[4].after == "grid-agent")
        #expect(lines[5].before == "两河村" && lines[5].after == nil)
        #expect(RosterChange.list(entries, since: at[6]).isEmpty)
    }

    @Test("W4: a person who was written down as having left before leaving was an act of its own is a leaver too")
    func oldLeavers() {
        let at = Fixture.at("2026-11-20 09:00")
        let zhou = PeopleFixture.member(1)
        var gone = zhou
        gone.isActive = false
        let lines = RosterChange.list(
            [
                .init(at: at, actor: StaffID(0), member: zhou.id, event: .enrolled(zhou)),
                .init(at: at.advanced(minutes: 1), actor: StaffID(0), member: zhou.id, event: .enrolled(gone)),
            ], since: at)
        #expect(lines.map(\.kind) == [.enrolled, .left])
    }

    @Test("W4: a change touches neither who somebody is nor whether they serve")
    func fixedFacts() throws {
        let at = Fixture.at("2026-11-20 09:00")
        var record = StaffRecord(member: PeopleFixture.member(1, "周桂兰"))
        record.apply(.left(try .init(reason: "年龄到了")), at: at)
        #expect(record.leftAt == at)
        record.apply(.changed(PeopleFixture.member(9, "别人")), at: at)
        #expect(record.member.id == StaffID(1))
        #expect(record.member.number == "N1")
        #expect(record.member.name == "别人")
        #expect(!record.member.isActive)
    }

    @Test("S12: the public card holds name, post, contact and acceptance hours, and nothing else that is known")
    func card() {
        let member = PeopleFixture.member(1, "周桂兰") {
            $0.phone = "13800000000"
            $0.birthday = PeopleFixture.day("1985-03-02")
            $0.education = .college
            $0.employer = "农商行"
        }
        let card = PublicCard(of: member, duty: PeopleFixture.duty)
        #expect(card.name == "周桂兰")
        #expect(card.contact == "13800000000")
        #expect(card.hours.map(\.season) == [.summer, .winter])
        #expect(Mirror(reflecting: card).children.compactMap(\.label) == ["name", "post", "contact", "hours"])
        var same = PeopleFixture.duty
        same.winter = same.summer
        #expect(PublicCard(of: member, duty: same).hours.map(\.season) == [.allYear])
    }

    @Test("J10: a village publishes its items with their days and whom to call")
    func notice() {
        let zhou = PeopleFixture.member(1, "周桂兰") { $0.phone = "13800000000" }
        let gone = PeopleFixture.member(2, "何有田") { $0.isActive = false }
        let notice = VillageNotice(
            village: "石门村", items: [.init(name: "养老参保", promisedDays: 3)], staff: [zhou, gone],
            duty: PeopleFixture.duty)
        #expect(notice.cards.map(\.name) == ["周桂兰"])
        #expect(notice.isComplete)
        #expect(!VillageNotice(village: "石门村", items: [], staff: [zhou], duty: PeopleFixture.duty).isComplete)
        #expect(
            !VillageNotice(
                village: "石门村", items: notice.items, staff: [PeopleFixture.member(3)], duty: PeopleFixture.duty
            ).isComplete)
    }

    @Test("N14: reviewers, supervisors and directors keep the roster; appeals are granted by those who lead")
    func permissions() {
        for role in [Role.agent, .collector, .bankAuxiliary, .windowClerk, .departmentLiaison] {
            #expect(StaffAction.allCases.allSatisfy { !role.may($0) }, "\(role)")
        }
        for role in [Role.reviewer, .supervisor, .director] {
            for action in [StaffAction.enrol, .change, .appoint, .standIn, .handOver, .leave, .recordFinding] {
                #expect(role.may(action), "\(role) \(action)")
            }
        }
        #expect(Role.allCases.filter { $0.may(.grantAppeal) } == [.director, .countyOffice])
        #expect(Role.allCases.filter { $0.may(.waive) } == [.reviewer, .director])
        #expect(Role.allCases.allSatisfy { $0.mayEnrol == $0.may(.enrol) })
    }

    @Test("W3: what was written about people before posts were kept reads as before, and new facts come back")
    func tolerantShape() throws {
        let old = #"{"id":7,"isActive":true,"name":"周桂兰","number":"A07","role":"agent","village":"石门村"}"#
        let member = try JSON.value(StaffMember.self, old)
        #expect(member.post == nil && member.birthday == nil)
        #expect(try JSON.text(member) == old)
        #expect(try JSON.value(StaffMember.self, try JSON.text(PeopleFixture.candidate)) == PeopleFixture.candidate)
        #expect(try JSON.text(PeopleFixture.candidate).contains(#""birthday":"1985-03-02""#))
    }
}
