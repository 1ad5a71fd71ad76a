import Casework
import Foundation
import Testing

@testable import CaseStore

/// What is read and written by hand for the sake of speed, held against the general way.
@Suite("Values that are read and written member by member")
struct DirectCodingTests {
    private static let rule = ClockRule(
        kind: .completion, limit: 72, unit: .hours, skip: .nonWorking, warnBefore: 240, dayEnd: 1_020,
        clause: "武政管办〔2022〕36号 \"第十一条\"")
    private static let deadline = Deadline(
        rule: rule, start: Instant(milliseconds: -5), due: Instant(milliseconds: 7), warnAt: Instant(milliseconds: 0),
        isProvisional: true,
        pauses: [
            Deadline.Pause(from: Instant(milliseconds: 1), until: Instant(milliseconds: 2)),
            Deadline.Pause(from: Instant(milliseconds: 3)),
        ])
    private static let clock = CaseClock(kind: .holder, deadline: deadline, endedAt: Instant(milliseconds: .max))
    private static let authorisation = Intake.Authorisation(
        form: .signed, at: Instant(milliseconds: 9), note: "签了字")
    private static let intake = {
        var intake = Intake(
            kind: .assistance, origin: .walkIn, item: "残疾人证换领", village: "石门垭村",
            applicant: Intake.Applicant(
                name: "张三", identityNumber: "999999199001010018", phone: "13900000000", address: "石门垭村二组\n"),
            note: "腿脚不便", isUrgent: true, submittedAt: Instant(milliseconds: 1_764_000_000_000))
        intake.matter = .consultation
        intake.direction = .countyToVillage
        intake.listedItem = Intake.ListedItem(code: "A-1", version: 3, kind: .promised, promisedDays: 20)
        intake.priority = [.old, .leftBehind]
        intake.authorisation = authorisation
        intake.collector = StaffID(4)
        intake.campaign = "C1"
        intake.redoOf = CaseID(77)
        return intake
    }()

    private static let registration = {
        var registration = Registration(
            number: "YX261120-0031", intake: intake, holder: StaffID(3), acceptance: deadline,
            history: Registration.History(state: .accepted, completion: deadline, reason: "补录"), source: "old.csv")
        registration.clocks = [clock]
        return registration
    }()
    private static let acceptance = Acceptance(
        completion: deadline, authorisation: authorisation, clocks: [clock], receipt: "R-1")
    private static let approval = Approval(note: "同意", delivery: deadline)

    private static let member = {
        var member = StaffMember(
            id: StaffID(9), number: "A09", name: "张三", role: .windowClerk, village: "石门垭村", phone: "13900000000")
        member.post = .windowClerk
        member.kind = StaffKind.allCases[0]
        (member.grid, member.group, member.department, member.window) = ("一网格", "二组", "民政办", "3")
        (member.watch, member.employer) = (Watch.allCases[1], "农商行")
        (member.birthday, member.education) = (CivilDate(dayNumber: 8_000), Education.allCases[2])
        (member.livesInVillage, member.usesDevices, member.isGridWorker) = (true, false, true)
        (member.isDeputyCadre, member.isMadeUp) = (false, true)
        return member
    }()

    private static func staff() throws -> StaffRecord {
        var staff = StaffRecord(member: member)
        (staff.presence, staff.presentSince) = (.onDuty, Instant(milliseconds: 5))
        let day = CivilDate(dayNumber: 20_000)
        staff.appointment = [
            try AppointmentStepTaken(step: AgentRules.AppointmentStep.allCases[0], on: day, by: "两委")
        ]
        staff.waivers = [try Waiver(subject: .gridWork, reason: "另有网格员")]
        staff.standIn = StandIn(by: StaffID(3), from: Instant(milliseconds: 1), reason: "病假")
        staff.findings = [
            ConductFinding(
                number: 1, kind: .extraFee, fact: "收费十元", on: day,
                recorded: ConductFinding.Mark(by: StaffID(2), on: day))
        ]
        staff.leftAt = Instant(milliseconds: 8)
        staff.pin = PINStanding(digest: "ab", setAt: Instant(milliseconds: 2))
        return staff
    }

    private func agree<Value: Codable & Equatable>(_ value: Value) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        #expect(try CanonicalJSON.text(value) == text)
        #expect(try CanonicalJSON.value(Value.self, from: text) == value)
        // Each member left out, made null, or of another type: both ways say the same.
        guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { return }
        for key in object.keys {
            for other in [nil, NSNull(), [Int](), "word", -1, true] as [Any?] {
                var changed = object
                changed[key] = other
                let data = try JSONSerialization.data(withJSONObject: changed)
                let general = try? JSONDecoder().decode(Value.self, from: data)
                let direct = try? CanonicalJSON.value(Value.self, from: String(decoding: data, as: UTF8.self))
                #expect(direct == general, "\(Value.self).\(key) as \(String(describing: other))")
            }
        }
    }

    @Test("Whole values and those with as little as may be: spelt and read as by Foundation, also when damaged")
    func agreement() throws {
        try agree(Self.rule)
        try agree(ClockRule(kind: .target, limit: 0, unit: .sameDay, skip: .nothing, warnBefore: 0, clause: ""))
        try agree(Self.deadline)
        try agree(
            Deadline(
                rule: Self.rule, start: Instant(milliseconds: 1), due: Instant(milliseconds: .min),
                warnAt: Instant(milliseconds: 1), isProvisional: false))
        try agree(Self.clock)
        try agree(CaseClock(kind: .visitPlan, deadline: Self.deadline))
        try agree([Self.clock, Self.clock])
        try agree([CaseClock]())
        try agree(Self.authorisation)
        try agree(Self.intake)
        try agree(
            Intake(
                kind: .window, origin: .found, item: "", village: "", applicant: Intake.Applicant(name: ""),
                submittedAt: Instant(milliseconds: 0)))
        try agree(Self.registration)
        try agree(Self.acceptance)
        try agree(Acceptance(completion: Self.deadline))
        try agree(Self.approval)
        try agree(Approval())
        try agree([Instant(milliseconds: 3)])
        try agree([StaffID(8)])
        try agree(Self.member)
        try agree(StaffMember(id: StaffID(1), number: "", name: "", role: .agent, isActive: false))
        try agree(try Self.staff())
        try agree(StaffRecord(member: Self.member))
    }

    /// A member that is added to one of these types would be lost by the readers: here it has to be filled in.
    @Test("The whole values of this test leave nothing out")
    func whole() throws {
        for value in [
            try Self.staff(),
            Self.intake, Self.intake.applicant, Self.intake.listedItem as Any, Self.authorisation,
            Self.deadline, Self.clock, Self.rule, Self.registration, Self.acceptance, Self.approval, Self.member,
        ] as [Any] {
            let mirror = Mirror(reflecting: value)
            let members =
                mirror.displayStyle == .optional ? mirror.children.first.map { Mirror(reflecting: $0.value) } : mirror
            for member in members?.children ?? mirror.children {
                let inner = Mirror(reflecting: member.value)
                #expect(inner.displayStyle != .optional || !inner.children.isEmpty, "\(member.label ?? "?") is nil")
            }
        }
    }

    @Test("A rule is known again by its whole spelling")
    func knownSpellings() {
        let known = KnownSpellings<Int>(most: 2)
        var reads = 0
        func value(_ text: String) -> Int {
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                known.value(of: bytes) {
                    reads += 1
                    return text.utf8.count
                }
            }
        }
        for text in ["abcdefgh1", "abcdefgh12", "abcdefgh1", "", "abcdefgh1"] {
            #expect(value(text) == text.utf8.count)
        }
        #expect(reads == 4)
    }

    @Test("An entry that was read lately is not taken for another one")
    func knownEvents() throws {
        var reader = EventReader()
        func event(_ kind: String, _ body: String) throws -> CaseEvent {
            try Array(kind.utf8).withUnsafeBufferPointer { kind in
                try Array(body.utf8).withUnsafeBufferPointer { try reader.event(kind: kind, body: $0) }
            }
        }
        for _ in 0..<2 {
            for number in 0..<600 {
                #expect(try event("completed", #"{"note":"\#(number)"}"#) == .completed(Completion(note: "\(number)")))
            }
            #expect(try event("visitArrived", "{}") == .visitArrived)
            #expect(throws: UnknownKind.self) { try event("visitArrived@2", "{}") }
        }
    }
}
