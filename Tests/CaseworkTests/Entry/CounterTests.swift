import Casework
import Testing

@Suite struct CounterTests {
    private static let now = Instant("2026-11-20 09:00", offset: .china) ?? Instant(milliseconds: 0)
    private static let today = UTCOffset.china.civil(now).date

    private func intake(identity: String? = nil, phone: String? = nil, name: String = "张三") -> Intake {
        Intake(
            kind: .agency, origin: .walkIn, item: " 养老参保 ", village: "石门垭",
            applicant: .init(name: name, identityNumber: identity, phone: phone, address: "  "), submittedAt: Self.now)
    }

    @Test func theCounterKeepsNumbersInTheirOneSpellingAndTrimsTexts() throws {
        let checked = try intake(identity: "99999919500101000x", phone: "+86 139 1234 5678")
            .checkedAtCounter(on: Self.today)
        #expect(checked.item == "养老参保")
        #expect(checked.applicant.identityNumber == "99999919500101000X")
        #expect(checked.applicant.phone == "13912345678")
        #expect(checked.applicant.address == nil)
    }

    @Test func theCounterRefusesWhatAnImportTakes() throws {
        let wrong = intake(identity: "E12345", phone: "12")
        #expect(throws: CounterFault.identityNumber(.wrongLength(6))) { try wrong.checkedAtCounter(on: Self.today) }
        #expect(try wrong.checked().applicant.identityNumber == "E12345")
        #expect(throws: CounterFault.phone(.wrongLength(2))) {
            try intake(phone: "12").checkedAtCounter(on: Self.today)
        }
        #expect(throws: CounterFault.text(.applicant, .missing)) {
            try intake(name: " ").checkedAtCounter(on: Self.today)
        }
    }

    @Test("S3: the receipt tells number, item, time and limit, and the person only masked")
    func receipt() throws {
        let rulebook = try Rulebook.embedded("standard")
        let registration = Registration(
            number: "YX261120-0001", intake: intake(identity: "99999919500101000X"), holder: StaffID(3),
            acceptance: rulebook.acceptance.deadline(from: Self.now, calendar: .national, offset: .china))
        let made = Case(id: CaseID(1), registration: registration, at: Self.now)
        let centre = Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china)
        let receipt = Receipt(made, centre: centre, agent: "周桂兰", phone: "0377-66001234")
        #expect(receipt.number == "YX261120-0001")
        #expect(receipt.receivedAt == Self.now)
        #expect(receipt.limits.map(\.kind) == [.acceptance])
        #expect(receipt.limits.first?.due == made.acceptance?.due)
        #expect(receipt.applicant == "张*")
        #expect(receipt.identityNumber == "999999************")
    }
}
