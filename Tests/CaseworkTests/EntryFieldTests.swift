import Casework
import Testing

/// What may be typed into the record.
@Suite struct EntryFieldTests {
    private func intake(
        item: String = "养老参保", village: String = "石门垭村", applicant: String = "张三", note: String? = nil
    ) -> Intake {
        Intake(
            kind: .agency, origin: .walkIn, item: item, village: village,
            applicant: Intake.Applicant(name: applicant, phone: "  "), note: note, submittedAt: Fixture.submitted)
    }

    private func refusal(_ intake: Intake) -> Refusal? {
        do {
            _ = try intake.checked()
            return nil
        } catch {
            return error
        }
    }

    @Test func whatIsEmptyIsNamed() {
        #expect(refusal(intake(item: "")) == .unfit(.item, .missing))
        #expect(refusal(intake(village: " \t")) == .unfit(.village, .missing))
        #expect(refusal(intake(applicant: "\n")) == .unfit(.applicant, .missing))
    }

    @Test func whatIsTooLongIsNamed() {
        #expect(refusal(intake(applicant: String(repeating: "长", count: 61))) == .unfit(.applicant, .tooLong))
        #expect(refusal(intake(item: String(repeating: "长", count: 101))) == .unfit(.item, .tooLong))
        #expect(refusal(intake(note: String(repeating: "长", count: 2_001))) == .unfit(.note, .tooLong))
        #expect(refusal(intake(note: String(repeating: "长", count: 2_000))) == nil)
    }

    @Test(arguments: ["\u{1B}[31m红", "a\u{0}b", "a\u{9B}b", "a\u{7F}b"])
    func controlCharactersAreRefused(_ text: String) {
        #expect(refusal(intake(item: text)) == .unfit(.item, .unprintable))
        #expect(refusal(intake(note: text)) == .unfit(.note, .unprintable))
    }

    @Test func aNoteMayHaveLinesAndANameMayNot() {
        #expect(refusal(intake(item: "a\u{202E}b")) == .unfit(.item, .unprintable))
        #expect(refusal(intake(note: "a\u{202E}b")) == nil)
        #expect(refusal(intake(applicant: "李\u{200B}四")) == .unfit(.applicant, .unprintable))
        #expect(refusal(intake(note: "李\u{200B}四")) == nil)
        #expect(refusal(intake(note: "一\n二\t三")) == nil)
        #expect(refusal(intake(applicant: "张\n三")) == .unfit(.applicant, .unprintable))
    }

    @Test func whatIsKeptIsTrimmedAndBlankIsNothing() throws {
        let kept = try intake(item: " 养老参保 ", note: "  ").checked()
        #expect(kept.item == "养老参保")
        #expect(kept.note == nil)
        #expect(kept.applicant.phone == nil)
    }

    @Test func notesOfActionsAreHeldToTheSame() throws {
        let inReview = try Fixture.inReview()
        let rules = try Fixture.rules()
        let long = String(repeating: "长", count: 2_001)
        #expect(throws: Refusal.unfit(.note, .tooLong)) {
            try inReview.decide(.approve(note: long), by: Fixture.reviewer, at: Fixture.submitted, rules: rules)
        }
        #expect(throws: Refusal.unfit(.reason, .unprintable)) {
            try inReview.decide(
                .reject(reason: "a\u{1B}b"), by: Fixture.reviewer, at: Fixture.submitted, rules: rules)
        }
        let accepted = try Fixture.pending(then: [(.accept(.confirmed), Actor(Fixture.agent))])
        #expect(
            try accepted.decide(
                .complete(note: "  "), by: Actor(Fixture.agent), at: Fixture.submitted, rules: rules)
                == [.completed(Completion())])
    }

    @Test func onlyThoseWhoLeadTakePeopleIn() {
        #expect(Role.allCases.filter(\.mayEnrol) == [.reviewer, .supervisor, .director])
    }
}
