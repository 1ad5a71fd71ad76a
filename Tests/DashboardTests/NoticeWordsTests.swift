import Casework
import Dashboard
import Testing

@Suite("Words about notices")
struct NoticeWordsTests {
    private static let day = CivilDate("2026-11-28")!
    private static let refusals: [NoticeRefusal] =
        NoticeAction.allCases.map { .notPermitted($0, .agent) } + [
            .notOnStaff, .unfit(.notice, .tooLong), .endsBeforeItBegins(from: day, to: day), .isOver(day),
            .tooLong(days: 366), .identityNumber("999999************"), .mobileNumber("138****1234"), .unknown(7),
            .removedAlready(7),
        ]

    @Test("P2: every refusal of a notice has its own words in both languages", arguments: Language.allCases)
    func words(_ language: Language) {
        let texts = Self.refusals.map { Message.notice(.refusal($0)).text(language) }
        #expect(Set(texts).count == texts.count && texts.allSatisfy { !$0.isEmpty })
        if language == .english {
            for text in texts { #expect(text.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(text)") }
        }
    }
}
