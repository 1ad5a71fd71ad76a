import Casework

/// Rules and people for the tests of what the documents say about people.
enum PeopleFixture {
    /// 武政管办〔2022〕36号 第十三条.
    static let wide = AgentRules.Admission(
        ageLimit: 60, education: .juniorMiddle, gridWorker: .may, livesInVillage: false, usesDevices: true)
    /// 建政发〔2022〕33号 二(一).
    static let narrow = AgentRules.Admission(
        ageLimit: 50, education: .seniorMiddle, gridWorker: .never, livesInVillage: true, usesDevices: true)

    /// 建政发〔2022〕33号 二(三)1; the dates of summer are the house's.
    static let duty = AgentRules.Duty(
        summer: [.init(from: 540, to: 690), .init(from: 900, to: 1_080)],
        winter: [.init(from: 540, to: 690), .init(from: 870, to: 1_050)], summerFrom: .init(month: 5, day: 1),
        summerTo: .init(month: 9, day: 30), onMakeUpWorkdays: true,
        checks: .init(opensBefore: 60, lateAfter: 0, earlyBefore: 0),
        pins: .init(digits: 4, pauseAfter: 3, pauseSeconds: 30, lockAfter: 6))

    /// 建政发〔2022〕33号 二(四)2, in fen.
    static let deductions = AgentRules.Deductions(
        refusedToAccept: 3_000, missedTraining: 3_000, notAtPost: 5_000, lateSummary: 3_000, incompleteLedger: 1_000)

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

    static func month(_ text: String) -> CivilMonth {
        CivilMonth(text) ?? CivilMonth(of: CivilDate(dayNumber: 0))
    }

    static func member(
        _ id: Int64, _ name: String = "某", role: Role = .agent, village: String? = "石门村",
        _ change: (inout StaffMember) -> Void = { _ in }
    ) -> StaffMember {
        var member = StaffMember(id: StaffID(id), number: "N\(id)", name: name, role: role, village: village)
        change(&member)
        return member
    }

    /// Somebody whom nothing speaks against, under either document.
    static let candidate = member(1, "周桂兰") {
        $0.birthday = day("1985-03-02")
        $0.education = .seniorMiddle
        $0.livesInVillage = true
        $0.usesDevices = true
        $0.isGridWorker = false
    }

    static func finding(
        _ number: Int, _ kind: ConductFinding.Kind, _ on: String, verified: String? = nil, reversed: String? = nil
    ) -> ConductFinding {
        ConductFinding(
            number: number, kind: kind, fact: "事实\(number)", on: day(on),
            recorded: ConductFinding.Mark(by: StaffID(90), on: day(on)),
            verification: ConductFinding.Mark(by: StaffID(91), on: day(verified ?? on)),
            reversal: reversed.map { ConductFinding.Mark(by: StaffID(92), on: day($0)) })
    }
}
