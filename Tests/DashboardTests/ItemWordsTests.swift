import Casework
import Dashboard
import Testing

@Suite struct ItemWordsTests {
    /// Every word of the lists once.
    private static let terms: [ItemTerm] =
        ItemLevel.allCases.map(ItemTerm.level) + ItemKind.allCases.map(ItemTerm.kind)
        + ContentArea.ten.map(ItemTerm.area) + ServiceStage.allCases.map(ItemTerm.stage)
        + AgencyStep.allCases.map(ItemTerm.step) + ItemField.allCases.map(ItemTerm.field)
        + ServiceItem.Material.Form.allCases.map(ItemTerm.form)
        + [.required(true), .required(false), .workingDays(3), .sameDay, .free, .version(2), .claimed, .withdrawn]

    @Test func `every term has words of its own in both languages`() {
        for language in Language.allCases {
            for term in Self.terms { #expect(!Message.itemTerm(term).text(language).isEmpty) }
            for words in [ItemField.allCases.map(ItemTerm.field), ContentArea.ten.map(ItemTerm.area)] {
                #expect(Set(words.map { Message.itemTerm($0).text(language) }).count == words.count)
            }
        }
        for term in Self.terms {
            #expect(Message.itemTerm(term).text(.english).unicodeScalars.allSatisfy { $0.value < 0x2E80 })
        }
    }

    @Test func `a refusal names the field in the words of the person`() {
        let refusal = ItemTerm.refusal(.unfit(.legalBasis, .missing))
        #expect(Message.itemTerm(refusal).text(.chinese) == "“办理依据”不能空着")
        #expect(Message.itemTerm(refusal).text(.english) == "The legal basis may not be empty")
    }
}
