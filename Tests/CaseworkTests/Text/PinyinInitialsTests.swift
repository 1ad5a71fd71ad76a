import Testing

@testable import Casework

@Suite("Initials of pinyin") struct PinyinInitialsTests {
    private func finds(_ typed: String, in text: String, isPerson: Bool = false) -> Bool {
        SearchedText(text, isPerson: isPerson).contains(SearchWord(typed))
    }

    @Test(
        "Names are found by the initials that people type",
        arguments: [
            ("zs", "张三"), ("zsf", "张三丰"), ("oyxy", "欧阳修远"), ("xy", "欧阳修远"), ("wj", "王杰"), ("z三", "张三"),
            ("张s", "张三"), ("anna", "Anna Berg"), ("ANNA", "Anna Berg"), ("ｚｓ", "张三"), ("100%", "李100%"),
        ])
    func names(_ typed: String, _ name: String) {
        #expect(finds(typed, in: name, isPerson: true))
    }

    @Test(
        "A surname is found by its own reading and by the others",
        arguments: [
            ("单雄信", ["sxx", "dxx", "cxx"]), ("曾国", ["zg", "cg"]), ("查良", ["zl", "cl"]), ("尉迟恭", ["ycg", "wcg"]),
            ("单于昂", ["cya"]), ("万俟卨", ["mq", "wq"]), ("仇英", ["qy", "cy"]), ("区大", ["od", "qd"]),
        ])
    func surnames(_ name: String, _ typed: [String]) {
        for word in typed { #expect(finds(word, in: name, isPerson: true), "\(word)") }
    }

    @Test("What is no person has no surname") func items() {
        #expect(!finds("wx", in: "浣洗"))
        #expect(finds("wx", in: "浣洗", isPerson: true))
    }

    @Test(
        "Items are found at any place",
        arguments: [
            ("ylbx", "城乡居民养老保险参保"), ("yl保x", "养老保险"), ("sbk", "社保卡申领"), ("养老", "养老保险"), ("zd", "重大事项"), ("cd", "重大事项"),
        ])
    func anywhere(_ typed: String, _ text: String) {
        #expect(finds(typed, in: text))
    }

    @Test(
        "What does not stand there is not found",
        arguments: [
            ("zz", "张三"), ("szz", "张三"), ("zsa", "张三"), ("", "张三"), ("%", "张三"), ("_", "张三"), ("z", "#!"), ("张三", "三张"),
        ])
    func nothing(_ typed: String, _ text: String) {
        #expect(!finds(typed, in: text, isPerson: true))
    }

    @Test("All readings are there, of rare characters too, and of others none") func readings() {
        let table = PinyinInitials.standard
        func letters(_ character: Unicode.Scalar) -> String {
            String(decoding: table.letters(of: character.value).ascii, as: UTF8.self)
        }
        #expect(letters("单") == "cds")
        #expect(letters("张") == "z")
        #expect(letters("㴔") == "jx")
        #expect(letters("𬬭") == "l")
        for other in ["a", "%", "ア", "é", "\u{0}", "😀", "\u{10FFFF}"] as [Unicode.Scalar] {
            #expect(letters(other).isEmpty)
        }
    }

    @Test(
        "A number is found by its parts",
        arguments: [
            ("yx261120-0031", true), ("YX261120-0031", true), ("0031", true), ("031", true), ("31", true),
            ("261120", true),
            ("2611", true), ("yx2611", true), ("20-0031", true), ("1", false), ("003", false), ("yx", false),
            ("611", false),
            ("31%", false), ("00031", false), ("yx26", false), ("1120", false),
        ])
    func numbers(_ typed: String, _ fits: Bool) {
        let number = SearchedText("YX261120-0031").characters
        #expect(NumberSearch.matches(number, SearchWord(typed)) == fits)
    }
}
