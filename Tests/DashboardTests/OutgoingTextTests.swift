import CaseStore
import Casework
import Dashboard
import Testing

@Suite("What is said to people outside the office")
struct OutgoingTextTests {
    private let due = Township.at("2026-11-24 00:00")

    private func content(_ kind: OutgoingMessage.Kind) -> MessageContent {
        var content = MessageContent(
            kind: kind, number: "YX261120-0031", item: "Pension", village: "Mill", applicant: "S**")
        content.text = "the bridge is out"
        content.office = "County office"
        content.missing = ["booklet", "photograph"]
        content.condition = "the road is open"
        content.due = due
        content.at = due
        content.materials = "identity card"
        content.topic = .notAccepted
        content.mark = .overdue
        return content
    }

    @Test(
        "W13: every message names the centre and the number, in both languages",
        arguments: OutgoingMessage.Kind.allCases)
    func everyKind(_ kind: OutgoingMessage.Kind) {
        let centre = Centre(name: "Mill Centre", prefix: "YX", offset: .china)
        for language in MessageSwitch.Language.allCases {
            let text = MessageText.text(content(kind), centre: centre, phone: "0377-66001234", language)
            #expect(text.contains("Mill Centre") && text.contains("YX261120-0031"))
            #expect(text.hasSuffix("0377-66001234.") || text.hasSuffix("0377-66001234。"))
            #expect(!text.contains("\n"))
            let isChinese = text.unicodeScalars.contains { $0.value >= 0x2E80 }
            #expect(isChinese == (language == .chinese), "\(text)")
        }
    }

    @Test("J12: what is missing stands in one message, with the day by which it is needed")
    func missing() {
        let text = MessageText.text(content(.supplementAsked), centre: Township.centre, phone: nil, .chinese)
        #expect(text.contains("需要补齐：booklet、photograph。"))
        #expect(text.contains("2026-11-23 24:00 前送来"))
    }

    @Test("N9: a refusal says why and where to go")
    func declined() {
        let text = MessageText.text(content(.declined), centre: Township.centre, phone: nil, .chinese)
        #expect(text.contains("不能办理：the bridge is out。请到County office办理。"))
    }

    @Test("W16: the circular in both languages says the same numbers")
    func circular() {
        let warning = OpenWarning(
            caseID: CaseID(1), number: "YX1", item: "Pension", village: "Mill", applicant: "S**", agent: nil,
            topic: .forwarding, mark: .overdue, due: Township.now.advanced(minutes: -125), isProvisional: false,
            urgings: 2)
        let circular = WarningCircular([warning], since: due, at: Township.now)
        let centre = Centre(name: "Mill Centre", prefix: "YX", offset: .china)
        let chinese = CircularText.lines(circular, centre: centre, .chinese)
        #expect(chinese.contains("Mill：超期 1，临期 0（未报送 1）"))
        #expect(chinese.last == "    YX1  S**  Pension  未报送  到期 2026-11-20 07:36  超2时05  已催办 2 次")
        let english = CircularText.lines(circular, centre: centre, .english)
        #expect(english.contains("Mill: 1 overdue, 0 near (not forwarded 1)"))
        #expect(english.joined().unicodeScalars.allSatisfy { $0.value < 0x2E80 })
    }

    @Test("Progress in English holds no Chinese word of the program")
    func progress() throws {
        let intake = Intake(
            kind: .agency, origin: .walkIn, item: "Pension", village: "Mill",
            applicant: Intake.Applicant(name: "Sun"), submittedAt: Township.now)
        let subject = Case(
            id: CaseID(1), registration: Registration(number: "YX1", intake: intake, holder: nil, acceptance: nil),
            at: Township.now)
        let progress = CaseProgress(subject, decline: nil, at: Township.now)
        let lines = ProgressText.lines(progress, offset: .china, .english)
        #expect(lines.joined().unicodeScalars.allSatisfy { $0.value < 0x2E80 })
        #expect(ProgressText.lines(progress, offset: .china, .chinese)[2] == "现在：待受理（提出申请）")
    }

    @Test("When the minute turns a desk asks for warnings to be raised, not while the record cannot be read")
    func tick() {
        var desk = DeskHarness()
        desk.send(.tick)
        #expect(desk.effects.contains(.raiseWarnings))
        desk.send(.loaded(.failure(.busy(path: "t.sqlite", seconds: 5)), request: desk.state.request))
        desk.send(.tick)
        #expect(!desk.effects.contains(.raiseWarnings))
    }

    @Test("The detail lists each warning once, with its clock, its mark and when it was raised")
    func detail() throws {
        var desk = DeskHarness()
        var detail = try Township.detail()
        let mark = WarningMark(
            clock: .acceptance, start: Township.now, mark: .overdue, due: Township.now.advanced(minutes: 5))
        for (minute, sequence) in [(0, 90), (1_440, 91)] as [(Int, Int64)] {
            let raised = Warning(mark: mark, urged: detail.case.holder, nextUrging: nil)
            detail.trace.insert(
                TraceEntry(
                    sequence: sequence, at: Township.at("2026-11-20 08:00").advanced(minutes: minute),
                    actor: StaffID(0), actorName: nil, event: .warned(raised)), at: 0)
        }
        desk.press(.enter)
        desk.send(.detail(CaseID(10), .success(detail)))
        let lines = desk.screen.split(separator: "\n").filter { $0.contains("预警 2026-") }
        #expect(lines.count == 1)
        #expect(lines.first?.contains("预警 2026-11-20 08:00  受理时限已超期") == true, "\(desk.screen)")
    }
}
