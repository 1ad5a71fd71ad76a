import Testing

@testable import Casework

@Suite struct MaskingTests {
    @Test(arguments: [("张三", "张*"), ("张小三", "张**"), ("欧阳修远", "欧阳**"), ("欧阳", "欧*"), ("Maria Lopez", "M****"), ("", "")])
    func namesKeepTheSurname(_ name: String, _ masked: String) {
        #expect(Masking.name(name) == masked)
    }

    @Test func numbersKeepTooLittleToBeCompleted() {
        #expect(Masking.identityNumber("999999199003070012") == "999999************")
        #expect(Masking.phone("14000001234") == "140****1234")
        #expect(Masking.phone("1234") == "****")
        #expect(Masking.address("云溪镇石门垭村三组12号") == "云溪镇石门垭******")
    }

    @Test(arguments: ["E12345", "87654321", "0717-87654321", "11010119900307", "12 Elm St", "李", "1234567", "M"])
    func shortValuesKeepNothing(_ value: String) {
        // Fourteen digits keep six of an identity number, and are too short for seven of a phone number.
        if value.count < 12 { #expect(Masking.identityNumber(value).allSatisfy { $0 == "*" }) }
        #expect(Masking.phone(value).allSatisfy { $0 == "*" } || value.count >= 14)
        if value.count < 12 { #expect(Masking.address(value) == "******") }
        if value.count == 1 { #expect(Masking.name(value) == "*") }
    }

    @Test func atLeastHalfAndFourCharactersStayHidden() {
        for length in 0...40 {
            let text = String("云溪镇石门垭村三组十二号附二室旁边的老房子里面住着一家五口人请从后门进来谢谢各位".prefix(length))
            for masked in [Masking.identityNumber(text), Masking.phone(text), Masking.address(text)] {
                let shown = masked.filter { $0 != "*" }.count
                #expect(shown == 0 || (text.count - shown >= 4 && shown * 2 <= text.count), "\(text): \(masked)")
            }
        }
    }

    @Test(arguments: [
        ("电话14000001234，下午打", "电话******，下午打"),
        ("身份证 99999919900307001X。", "身份证 ******。"),
        ("号码 140 0000-1234", "号码 ******"),
        ("办公室 8765432", "办公室 ******"),
        ("１４０００００１２３４", "******"),
        ("3组12号，补2张照片，共 123456 元", "3组**号，补2张照片，共 123456 元"),
        ("张小三说，已告知张小三", "张**说，已告知张**"),
        ("", ""),
    ])
    func sentencesHideNumbersAndTheApplicant(_ text: String, _ masked: String) {
        #expect(Masking.freeText(text, hiding: "张小三") == masked)
        #expect(Masking.freeText(masked, hiding: "张小三") == masked)
    }

    @Test(arguments: [
        ("父亲张大山卧病", "父亲张**卧病"), ("其母李四已故", "其母李*已故"), ("监护人：欧阳修远", "监护人：欧阳**"),
        ("儿子王强、女儿王丽和王敏都在外地", "儿子王*、女儿王*和王*都在外地"), ("老伴叫佴小花，85岁", "老伴叫佴**，85岁"),
        ("外孙女赵一陪同", "外孙女赵*陪同"), ("亲属关系证明", "亲属关系证明"), ("父亲于昨日去世", "父亲于昨日去世"),
        ("母亲高龄，儿子成年", "母亲高龄，儿子成年"), ("配偶（已故）", "配偶（已故）"), ("委托人 何有田", "委托人 何**"),
        ("父亲张三母亲李四", "父亲张*母亲李*"), ("儿子王强儿媳陈小花同住", "儿子王*儿媳陈**同住"), ("父亲欧阳修远母亲李梅", "父亲欧阳**母亲李*"),
    ])
    func relativesInSentencesKeepTheirSurname(_ text: String, _ masked: String) {
        #expect(Masking.freeText(text, hiding: "") == masked)
        #expect(Masking.freeText(masked, hiding: "") == masked)
    }

    @Test(arguments: [
        ("住石门垭村三组12号附2号", "住石门垭村三组**号附**号"), ("3号楼2单元501室", "**号楼**单元**室"),
        ("门牌号12", "门牌号**"), ("青石路十二号", "青石路**号"), ("５组８号", "５组**号"), ("东街12-3号", "东街**号"),
        ("11月12号交齐", "11月12号交齐"), ("到2号窗口", "到2号窗口"), ("12号之前", "12号之前"), ("办公室在二楼", "办公室在二楼"),
        ("云政办〔2022〕3号文", "云政办〔2022〕3号文"), ("一室一厅", "一室一厅"),
    ])
    func houseNumbersInSentencesAreHidden(_ text: String, _ masked: String) {
        #expect(Masking.freeText(text, hiding: "") == masked)
        #expect(Masking.freeText(masked, hiding: "") == masked)
    }

    /// Made-up people in made-up sentences: of nobody's given name, and of no house, anything is left.
    @Test func madeUpSentencesHideEverybody() {
        var chance = SeededChance(state: 20_261_120)
        let surnames = ["王", "李", "张", "陈", "周", "何", "于", "高", "常", "安", "欧阳", "司马"]
        let given = ["桂兰", "有田", "敏", "小花", "德茂", "春梅", "石头", "建国", "翠", "水生"]
        let kin = [
            "父亲", "母亲", "儿子", "女儿", "妻子", "丈夫", "配偶", "老伴", "亲属", "监护人", "委托人", "其母", "外孙女",
        ]
        let links = ["", "是", "叫", "：", " ", "（"]
        let ends = ["来办", "已故", "，下午到", "。", "在外地务工", "陪同", "代办", "）"]
        let streets = ["三组", "青石路", "石门垭村", "5单元", "东街", "门牌"]
        func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &chance)! }
        for _ in 0..<2_000 {
            let (applicant, relative) = (pick(surnames) + pick(given), pick(surnames) + pick(given))
            let house = Int.random(in: 1...999, using: &chance)
            let text =
                applicant + "的" + pick(kin) + pick(links) + relative + pick(ends) + "，住" + pick(streets) + "\(house)号"
            let shown = Masking.freeText(text, hiding: applicant)
            #expect(!shown.contains(applicant) && !shown.contains(relative), "\(text) -> \(shown)")
            #expect(!shown.contains("\(house)号"), "\(text) -> \(shown)")
            #expect(Masking.freeText(shown, hiding: applicant) == shown, "\(text) -> \(shown)")
        }
    }

    @Test func aNameTypedIntoTheItemIsMaskedWithTheCase() throws {
        var intake = try Fixture.pending().intake
        intake.applicant.name = "张小三"
        intake.item = "张小三低保申请（亲属关系证明）"
        #expect(intake.masked.item == "张**低保申请（亲属关系证明）")
        let event = CaseEvent.registered(
            Registration(number: "N", intake: intake, holder: nil, acceptance: nil, history: nil))
        #expect(!"\(event.masked(hiding: "张小三"))".contains("张小三"))
    }

    @Test(
        "An item that names the applicant hides the name, however it is written",
        arguments: [
            ("为张大山代办养老金", "张大山", "为张**代办养老金"),
            ("张大张大山", "张大山", "张大张**"),
            ("养老金", "张大山", "养老金"),
            ("Pension of MARIA lopez", "Maria Lopez", "Pension of M****"),
            ("Pension of Maria", "Maria Lopez", "Pension of Maria"),
            // The same letters, composed on one side and decomposed on the other.
            ("Carta de Jose\u{301} Gil", "José Gil", "Carta de J****"),
            // A compatibility ideograph that stands for the same character.
            ("给\u{F90A}小明", "金小明", "给\u{91D1}**"),
            ("  张大山 ", " 张大山 ", "  张** "),
        ])
    func itemNamesApplicant(text: String, name: String, expected: String) {
        #expect(Masking.item(text, hiding: name) == expected)
    }

    @Test func namesInSentencesAreFoundInAnyCaseAndSingleCharactersLeftAlone() {
        #expect(Masking.freeText("told MARIA LOPEZ today", hiding: "Maria Lopez") == "told M**** today")
        #expect(Masking.freeText("王某来过", hiding: "王") == "王某来过")
        #expect(Masking.freeText("来过", hiding: "") == "来过")
    }

    @Test func everyEventHidesWhatWasTypedWithIt() throws {
        let secret = "张三 14000001234"
        var intake = try Fixture.pending().intake
        intake.note = secret
        let before = UndoableAction.Before(
            state: .returned, holder: nil, acceptedAt: nil, completedAt: nil, closedAt: nil, completion: nil,
            returns: 1, reason: secret, urgings: 0, lastUrgedAt: nil)
        let events: [CaseEvent] = [
            .registered(
                Registration(
                    number: "N", intake: intake, holder: nil, acceptance: nil,
                    history: Registration.History(state: .declined, reason: secret))),
            .declined(Decline(reason: secret)), .completed(Completion(note: secret)),
            .approved(Approval(note: secret)), .rejected(Rejection(reason: secret, agent: nil)),
            .revealed(Reveal(reason: secret)), .undone(Undo(kind: .rejected, before: before)),
            .answered(Answer(text: secret, office: secret)),
            .declined(Decline(reason: "-", ground: .outOfScope, office: secret)),
            .verified(Verification(cadre: secret, finding: secret, isConfirmed: true)),
            .forwarded(Forwarded(office: secret, papers: secret, promise: nil)),
            .branchOpened(BranchOpened(number: 1, department: secret, task: secret)),
            .helpAsked(HelpAsked(number: 1, level: .bank, to: secret, question: secret)),
            .feeTaken(Fee(amount: 100, basis: secret, receipt: secret)), .filed(Filing(place: secret)),
            .recomputed(Recomputation(reason: secret, clocks: [])),
            .authorised(Intake.Authorisation(form: .spoken, at: Fixture.submitted, note: secret)),
        ]
        for event in events {
            let shown = "\(event.masked(hiding: "张三"))"
            #expect(!shown.contains("张三") && !shown.contains("14000001234"), "\(shown)")
        }
    }

    @Test func whoSignsInTheApplicantsPlaceIsMaskedToo() {
        let event = CaseEvent.delivered(Delivery(signedBy: "李桂花", note: nil))
        #expect(event.masked(hiding: "张三") == .delivered(Delivery(signedBy: "李**", note: nil)))
    }
}

/// Chance that is the same for the same seed (SplitMix64, Steele and others, 2014).
private struct SeededChance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
