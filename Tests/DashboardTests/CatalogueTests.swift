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

    @Test(
        arguments: [
            (192, "3h12m", "3时12分"), (-125, "-2h05m", "超2时05"), (0, "0h00m", "0时00分"), (2_880, "2d00h", "2天0时"),
            (-200_000, "-138d", "超138天"),
        ])
    func durationsAreShort(_ minutes: Int, _ english: String, _ chinese: String) {
        #expect(Message.remaining(minutes: minutes).text(.english) == english)
        #expect(Message.remaining(minutes: minutes).text(.chinese) == chinese)
    }
}
