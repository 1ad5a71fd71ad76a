import Casework
import Testing

@Suite("Admission of agents")
struct AdmissionTests {
    private let today = PeopleFixture.day("2026-11-20")

    private func findings(
        _ rules: AgentRules.Admission, _ change: (inout StaffMember) -> Void = { _ in }
    ) -> [AdmissionFinding] {
        var member = PeopleFixture.candidate
        change(&member)
        return AdmissionCheck(of: member, rules: rules, on: today).findings
    }

    @Test("W18: whom nothing speaks against is admissible under either document")
    func nothing() {
        #expect(findings(PeopleFixture.wide) == [])
        #expect(findings(PeopleFixture.narrow) == [])
    }

    @Test(
        "W18: an agent is younger than 60; on the day of the birthday it is over",
        arguments: [
            ("1966-11-21", nil), ("1966-11-20", 60), ("1966-11-19", 60), ("1960-01-01", 66), ("2006-11-20", nil),
        ] as [(String, Int?)])
    func under60(_ birthday: String, _ tooOld: Int?) {
        let found = findings(PeopleFixture.wide) { $0.birthday = PeopleFixture.day(birthday) }
        #expect(found == (tooOld.map { [.tooOld(age: $0, limit: 60)] } ?? []))
    }

    @Test(
        "J1: an agent is younger than 50; on the day of the birthday it is over",
        arguments: [("1976-11-21", nil), ("1976-11-20", 50), ("1976-11-19", 50)] as [(String, Int?)])
    func under50(_ birthday: String, _ tooOld: Int?) {
        let found = findings(PeopleFixture.narrow) { $0.birthday = PeopleFixture.day(birthday) }
        #expect(found == (tooOld.map { [.tooOld(age: $0, limit: 50)] } ?? []))
    }

    @Test(
        "J1: who was born on 29 February grows older on the last day of February",
        arguments: [
            ("1976-02-29", "2026-02-27", 49), ("1976-02-29", "2026-02-28", 50), ("1976-02-29", "2026-03-01", 50),
            ("1976-02-29", "2024-02-28", 47), ("1976-02-29", "2024-02-29", 48),
        ])
    func leapDay(_ birthday: String, _ day: String, _ age: Int) {
        #expect(PeopleFixture.day(birthday).years(until: PeopleFixture.day(day)) == age)
    }

    @Test("W18: junior middle school is enough, J1: senior middle or vocational school is asked for")
    func education() {
        #expect(findings(PeopleFixture.wide) { $0.education = .juniorMiddle } == [])
        #expect(
            findings(PeopleFixture.wide) { $0.education = .primary } == [
                .educationTooLow(.primary, least: .juniorMiddle)
            ])
        #expect(
            findings(PeopleFixture.narrow) { $0.education = .juniorMiddle } == [
                .educationTooLow(.juniorMiddle, least: .seniorMiddle)
            ])
        #expect(findings(PeopleFixture.narrow) { $0.education = .college } == [])
    }

    @Test("W18: an agent can use a computer and a phone")
    func devices() {
        #expect(findings(PeopleFixture.wide) { $0.usesDevices = false } == [.usesNoDevices])
        var rules = PeopleFixture.wide
        rules.usesDevices = false
        #expect(findings(rules) { $0.usesDevices = nil } == [])
    }

    @Test("J1: an agent lives in the village and is no full-time grid worker; W3: elsewhere one may be, N1: or must be")
    func villageAndGrid() {
        #expect(findings(PeopleFixture.narrow) { $0.livesInVillage = false } == [.livesElsewhere])
        #expect(findings(PeopleFixture.wide) { $0.livesInVillage = false } == [])
        #expect(findings(PeopleFixture.narrow) { $0.isGridWorker = true } == [.isGridWorker])
        #expect(findings(PeopleFixture.wide) { $0.isGridWorker = true } == [])
        var must = PeopleFixture.wide
        must.gridWorker = .must
        #expect(findings(must) == [.noGridWorker])
        #expect(findings(must) { $0.isGridWorker = true } == [])
        #expect(findings(must) { $0.isGridWorker = nil } == [.gridWorkUnknown])
    }

    @Test("J1: what nobody has told the office is a finding too, and a birthday to come is none at all")
    func unknown() {
        let bare = PeopleFixture.member(1)
        let found = AdmissionCheck(of: bare, rules: PeopleFixture.narrow, on: today).findings
        #expect(
            found == [
                .ageUnknown(limit: 50), .educationUnknown(least: .seniorMiddle), .gridWorkUnknown, .residenceUnknown,
                .deviceUseUnknown,
            ])
        #expect(found.count { $0.isUnknown } == 5)
        #expect(
            findings(PeopleFixture.narrow) { $0.birthday = PeopleFixture.day("2026-11-21") } == [.ageUnknown(limit: 50)]
        )
    }

    @Test("W18: a waiver with a reason covers one finding; without a reason it is none")
    func waivers() throws {
        var member = PeopleFixture.candidate
        member.birthday = PeopleFixture.day("1950-01-01")
        member.education = .primary
        let check = AdmissionCheck(of: member, rules: PeopleFixture.wide, on: today)
        #expect(!check.isAdmissible())
        let age = try Waiver(subject: .age, reason: " 特别优秀 ")
        #expect(age.reason == "特别优秀")
        #expect(check.open(after: [age]) == [.educationTooLow(.primary, least: .juniorMiddle)])
        #expect(check.isAdmissible(after: [age, try Waiver(subject: .education, reason: "自学")]))
        #expect(throws: StaffRefusal.unfit(.reason, .missing)) { try Waiver(subject: .age, reason: "  ") }
    }

    @Test("W18: every finding names the article that asks for it")
    func sources() {
        #expect(AdmissionFinding.tooOld(age: 61, limit: 60).sources.contains(.admission))
        #expect(AdmissionFinding.livesElsewhere.sources == [.villageAgents])
        #expect(AdmissionFinding.noGridWorker.sources.contains(.gridAgents))
    }

    @Test("W18: the conditions are those of agents of villages and grids, and of nobody else")
    func others() {
        for post in StaffPost.allCases {
            let member = PeopleFixture.member(1, role: post.role) { $0.post = post }
            let isEmpty = AdmissionCheck(of: member, rules: PeopleFixture.narrow, on: today).findings.isEmpty
            #expect(isEmpty == (post != .villageAgent && post != .gridAgent), "\(post)")
        }
    }
}
