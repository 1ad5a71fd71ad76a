import Casework
import Dashboard
import Testing

@Suite struct CatalogueTests {
    @Test(arguments: Language.allCases)
    func everyCommandAndFieldHasWords(_ language: Language) {
        for command in CommandID.allCases {
            #expect(!Message.commandTitle(command).text(language).isEmpty)
        }
        for field in DetailField.allCases { #expect(!Message.detailField(field).text(language).isEmpty) }
        for role in Role.allCases { #expect(!Message.role(role).text(language).isEmpty) }
    }

    @Test func englishScreensHoldNoChineseWordsOfTheProgram() {
        for command in CommandID.allCases {
            let text = Message.commandTitle(command).text(.english) + Message.commandHelp(command).text(.english)
            #expect(text.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(text)")
        }
    }

    @Test func theLanguageFollowsTheLocale() {
        #expect(Language(environment: ["LANG": "zh_CN.UTF-8"]) == .chinese)
        #expect(Language(environment: ["LANG": "en_US.UTF-8"]) == .english)
        #expect(Language(environment: ["LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"]) == .chinese)
        #expect(Language(environment: ["LANG": "C.UTF-8"]) == .chinese)
        #expect(Language(environment: [:]) == .chinese)
    }

    @Test(arguments: [(192, "3h12m"), (-125, "-2h05m"), (0, "0h00m"), (2_880, "2d00h"), (-200_000, "-138d")])
    func durationsAreShort(_ minutes: Int, _ text: String) {
        #expect(Message.remaining(minutes: minutes).text(.chinese) == text)
    }
}
