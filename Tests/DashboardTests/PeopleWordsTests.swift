import Casework
import Dashboard
import Testing

@Suite("Words about people")
struct PeopleWordsTests {
    private static var messages: [PeopleMessage] {
        StaffAction.allCases.map { .action($0) } + StaffPost.allCases.map { .post($0) }
            + StaffKind.allCases.map { .kind($0) } + Education.allCases.map { .education($0) }
            + Watch.allCases.map { .watch($0) } + AdmissionFinding.Subject.allCases.map { .admissionSubject($0) }
            + AgentRules.AppointmentStep.allCases.map { .step($0) }
            + RosterChange.Kind.allCases.map { .rosterChange($0) }
            + ConductFinding.Kind.allCases.map { .conduct($0) }
    }

    @Test("J19: every post, area, finding and step has its own words in both languages", arguments: Language.allCases)
    func everyWord(_ language: Language) {
        let texts = Self.messages.map { $0.text(language) }
        #expect(texts.allSatisfy { text in !text.isEmpty })
        #expect(Set(ContentArea.ten.map { Message.itemTerm(.area($0)).text(language) }).count == 10)
        #expect(Set(StaffPost.allCases.map { PeopleMessage.post($0).text(language) }).count == StaffPost.allCases.count)
    }

    @Test("English words about people hold no Chinese")
    func english() {
        for message in Self.messages {
            let text = message.text(.english)
            #expect(text.unicodeScalars.allSatisfy { scalar in scalar.value < 0x2E80 }, "\(text)")
        }
    }
}
