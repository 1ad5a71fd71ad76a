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
        ("3组12号，补2张照片，共 123456 元", "3组12号，补2张照片，共 123456 元"),
        ("张小三说，已告知张小三", "张**说，已告知张**"),
        ("", ""),
    ])
    func sentencesHideNumbersAndTheApplicant(_ text: String, _ masked: String) {
        #expect(Masking.freeText(text, hiding: "张小三") == masked)
        #expect(Masking.freeText(masked, hiding: "张小三") == masked)
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
