import CaseStore
import Casework
import TerminalKit
import Testing

@testable import Dashboard

@Suite struct IntakeFormTests {
    private static let number = "999999195001010042"
    private static let send = KeyPress(.character("s"), .control)

    /// A form that is filled in but for the authorisation.
    private static func filled() -> DeskHarness {
        var desk = DeskHarness()
        desk.openIntake()
        desk.fillIn(identityNumber: number)
        return desk
    }

    @Test("W6, W8: a walk-in is taken down with what was typed and sensible values for the rest")
    func ordinary() throws {
        var desk = Self.filled()
        desk.press(.enter)
        desk.type("1")
        desk.press(Self.send)
        let intake = try #require(desk.registering?.intake)
        #expect(intake.item == "养老保险待遇申领")
        #expect(intake.village == "石门垭")
        #expect(intake.applicant == .init(name: "张三丰", identityNumber: Self.number, phone: "13912345678"))
        #expect((intake.origin, intake.kind, intake.isUrgent) == (.walkIn, .agency, false))
        #expect(intake.authorisation == .init(form: .signed, at: Township.now))
        #expect(intake.submittedAt == Township.now)
        #expect(intake.priority == nil && intake.note == nil)
    }

    @Test("W6: a phone call is told apart from a walk-in")
    func phoneCall() throws {
        var desk = Self.filled()
        desk.press(.enter)
        desk.type("2")
        desk.press(.enter)
        desk.type("2")
        desk.press(Self.send)
        let intake = try #require(desk.registering?.intake)
        #expect(intake.origin == .phone)
        #expect(intake.authorisation?.form == .spoken)
    }

    @Test("S8: without the applicant's word nothing is sent")
    func authorisation() {
        var desk = Self.filled()
        desk.press(Self.send)
        #expect(desk.registering == nil)
        #expect(desk.shows("没有本人委托不能代办"))
        #expect(desk.state.form?.form.focus == "authorisation")
    }

    @Test("J15: a consultation is registered, and needs no authorisation")
    func consultation() throws {
        var desk = Self.filled()
        desk.type("2")
        #expect(!desk.shows("已签委托书"))
        desk.press(Self.send)
        let intake = try #require(desk.registering?.intake)
        #expect(intake.matter == .consultation)
        #expect(intake.authorisation == nil)
    }

    @Test("N13, S9: who goes first is asked, and an old applicant's number tells it")
    func priority() throws {
        var desk = Self.filled()
        #expect(desk.shows("女 1950-01-01 76 岁"))
        #expect(desk.shows("已满 60 岁"))
        desk.press(.enter)
        desk.type("1")
        for _ in 0..<3 { desk.press(.enter) }
        desk.type("16")
        #expect(!desk.shows("已满 60 岁"))
        desk.press(.enter)
        desk.type("1")
        desk.press(Self.send)
        let intake = try #require(desk.registering?.intake)
        #expect(intake.priority == [.old, .remote])
        #expect(intake.isUrgent)
    }

    @Test func eachFaultIsShownWhenItsFieldIsLeftAndAllOnSending() {
        var desk = DeskHarness()
        desk.openIntake()
        #expect(!desk.shows("不能空着"))
        desk.press(.enter)
        #expect(desk.shows("“事项”不能空着"))
        desk.press(KeyPress(.tab, .shift))
        desk.type("危房")
        #expect(!desk.shows("“事项”不能空着"))
        desk.press(.enter)
        desk.type("月亮村")
        desk.press(.enter)
        #expect(desk.shows("清单里没有，请从清单中选一个"))
        desk.press(.enter)
        desk.type("999999195001010041")
        desk.press(.enter)
        #expect(desk.shows("身份证号与校验位不合"))
        desk.type("12")
        desk.press(Self.send)
        #expect(desk.registering == nil)
        for words in ["清单里没有，请从清单中选一个", "“申请人姓名”不能空着", "身份证号与校验位不合", "位数不对", "没有本人委托"] {
            #expect(desk.shows(words), "\(words)")
        }
        #expect(desk.shows("还有 5 处要改"))
        // Wrong fields keep their text, and the first of them has the caret.
        #expect(desk.shows("月亮村") && desk.shows("999999195001010041"))
        #expect(desk.state.form?.form.focus == "village")
    }

    @Test func theCheckCharacterThatWasExpectedIsNeverTold() {
        var desk = DeskHarness()
        desk.openIntake()
        desk.fillIn(identityNumber: "999999195001010041")
        #expect(!desk.shows("010042"))
    }

    @Test func anOpenMatterIsPointedOutAndTheNextSendingGoesOn() throws {
        var desk = Self.filled()
        #expect(desk.askedAbout?.identityNumber == Self.number)
        desk.answerDuplicates([Township.dueSoon[0]])
        #expect(desk.shows("同一人同一事项已有 YX261120-0020，办理中，代办员 周桂兰"))
        desk.press(.enter)
        desk.type("1")
        desk.press(Self.send)
        #expect(desk.registering == nil)
        #expect(desk.shows("仍要登记，请再送一次"))
        desk.press(Self.send)
        #expect(try #require(desk.registering).seen == [CaseID(20)])
    }

    @Test func aMatterThatWasOpenedMeanwhileIsPointedOutByTheRecord() throws {
        var desk = Self.filled()
        desk.answerDuplicates([])
        desk.press(.enter)
        desk.type("1")
        desk.press(Self.send)
        let request = try #require(desk.registering)
        desk.send(.registered(request, .failure(.alreadyOpen([Township.dueSoon[0]]))))
        #expect(desk.shows("YX261120-0020"))
        desk.press(Self.send)
        #expect(try #require(desk.registering).seen == [CaseID(20)])
    }

    @Test func anAnswerAboutAnotherPersonIsNotShown() {
        var desk = Self.filled()
        desk.send(
            .duplicates(ApplicantMatter(item: "x", village: "y", applicant: "z"), .success([Township.dueSoon[0]])))
        #expect(!desk.shows("同一人同一事项"))
    }

    @Test("S3: what was registered is shown as a receipt, and stands selected in its queue")
    func receipt() throws {
        var desk = Self.filled()
        desk.press(.enter)
        desk.type("1")
        desk.press(Self.send)
        try desk.answerRegistration(id: 12)
        #expect(desk.state.form == nil)
        #expect(desk.shows("登记回执") && desk.shows("YX261120-0012"))
        #expect(desk.shows("999999************") && !desk.shows(Self.number) && !desk.shows("张三丰"))
        desk.type("p")
        let text = desk.effects.compactMap { effect -> String? in
            guard case .issueReceipt("YX261120-0012", let text) = effect else { return nil }
            return text
        }
        #expect(text.first?.contains("受理时限") == true)
        desk.send(.receiptIssued(.success(.file("/r/YX261120-0012.txt"))))
        #expect(desk.shows("回执已存为 /r/YX261120-0012.txt"))
        desk.press(.escape)
        desk.load(Township.snapshot())
        #expect(desk.state.selectedRow?.id == CaseID(12))
    }

    @Test func aSelectionMadeMeanwhileIsNotStolen() throws {
        var desk = Self.filled()
        desk.press(.enter)
        desk.type("1")
        desk.press(Self.send)
        try desk.answerRegistration(id: 12)
        desk.press(.escape)
        desk.press(.down)
        #expect(desk.state.selectedRow?.id == CaseID(11))
        desk.load(Township.snapshot())
        #expect(desk.state.selectedRow?.id == CaseID(11))
    }

    @Test func whileItIsBeingRecordedKeysChangeNothing() {
        var desk = Self.filled()
        desk.press(.enter)
        desk.type("1")
        desk.press(Self.send)
        #expect(desk.registering != nil)
        desk.press(Self.send)
        #expect(desk.registering == nil)
        desk.press(.escape)
        #expect(desk.state.form != nil)
    }

    @Test func aFailureKeepsTheForm() throws {
        var desk = Self.filled()
        desk.press(.enter)
        desk.type("1")
        desk.press(Self.send)
        let request = try #require(desk.registering)
        desk.send(.registered(request, .failure(.record(.store(.busy(path: "t.db", seconds: 5))))))
        #expect(desk.shows("t.db 被占用"))
        #expect(desk.shows("张三丰"))
        desk.press(Self.send)
        #expect(desk.registering?.intake.applicant.name == "张三丰")
    }

    @Test func whoMayNotRegisterIsTold() {
        let supervisor = StaffMember(id: StaffID(9), number: "D01", name: "孙", role: .supervisor)
        var desk = DeskHarness(person: supervisor)
        desk.type("n")
        #expect(desk.state.form == nil)
        #expect(desk.shows("督办员不能登记办件"))
    }

    @Test func aCentreWithoutListsTakesWhatIsTyped() throws {
        var desk = DeskHarness()
        desk.type("n")
        desk.send(.intakeLists(.success(IntakeLists(items: [], villages: []))))
        desk.fillIn(item: "开个证明", village: "新村", identityNumber: Self.number)
        desk.press(.enter)
        desk.type("1")
        desk.press(Self.send)
        let intake = try #require(desk.registering?.intake)
        #expect((intake.item, intake.village) == ("开个证明", "新村"))
    }

    @Test func theFormIsUsableInTheSmallestWindow() {
        var desk = DeskHarness(columns: 60, rows: 15)
        desk.openIntake()
        desk.fillIn(identityNumber: Self.number)
        for _ in 0..<6 { desk.press(.enter) }
        #expect(desk.state.form?.form.focus == "note")
        desk.type("请上门取材料")
        #expect(desk.shows("请上门取材料"))
        desk.press(.enter)
        #expect(desk.shows("[ 登记 ]"))
    }
}
