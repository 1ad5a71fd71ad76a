import PseudoTerminal
import Testing

@Suite("Opening a desk")
struct OpeningJourneys {
    @Test("A wide window shows the four panes, the header and the keys, in Chinese")
    func fourPanesInChinese() throws {
        let desk = try Desk(Township())
        for pane in Pane.allCases { #expect(desk.screen.find("─ \(pane.title) ") != nil) }
        let header = try #require(desk.screen.lines.first)
        for part in ["云溪镇便民服务中心", "待受理 ", "临期 ", "超期 ", "待审核 ", "在岗 ", " 周", "审核员 王敏"] {
            #expect(header.contains(part))
        }
        #expect(header.contains(/20\d\d-\d\d-\d\d 周. \d\d:\d\d/))
        let footer = try #require(desk.screen.lines.last)
        for key in ["t 受理", "d 不予受理", "Enter 详情", "/ 查找", "? 帮助", "q 退出", "数据 实时"] {
            #expect(footer.contains(key))
        }
    }

    @Test("The same in English")
    func fourPanesInEnglish() throws {
        let desk = try Desk(Township(), language: "en")
        for pane in Pane.allCases { #expect(desk.screen.find("─ \(pane.englishTitle) ") != nil) }
        let header = try #require(desk.screen.lines.first)
        for part in ["Pending ", "Near ", "Overdue ", "In review ", "On duty ", "Reviewer 王敏"] {
            #expect(header.contains(part))
        }
        let footer = try #require(desk.screen.lines.last)
        for key in ["Enter ", "/ Filter", "? Help", "q ", "Data live"] { #expect(footer.contains(key)) }
    }

    @Test(
        "The locale chooses the language where nobody else does, and one that names none gets Chinese",
        arguments: [("en_GB.UTF-8", Pane.inReview.englishTitle), ("C.UTF-8", Pane.inReview.title)])
    func localeChooses(locale: String, title: String) throws {
        let desk = try Desk(Township(), environment: ["LANG": locale])
        #expect(desk.screen.find("─ \(title) ") != nil)
    }

    @Test("A narrow window shows one pane, and the others as tabs with their counts", arguments: ["zh", "en"])
    func tabs(language: String) throws {
        let town = try Township()
        let desk = try Desk(town, columns: 80, rows: 24, language: language)
        let titles = Pane.allCases.map { language == "zh" ? $0.title : $0.englishTitle }
        let tabs = desk.screen.lines[1]
        let short = language == "zh" ? titles : ["1 Pending", "2 Deadlines", "3 In review", "4 On duty"]
        let counted = [try town.cases("pending").count, nil, try town.cases("in-review").count, nil]
        for (title, count) in zip(short, counted) {
            #expect(tabs.contains(count.map { "\(title) \($0) " } ?? "\(title) "), "\(tabs)")
        }
        #expect(desk.screen.find("┌─ \(titles[0])") != nil)
        #expect(desk.screen.find("┌─ \(titles[2])") == nil)
        try desk.terminal.press(.character("3"))
        try desk.terminal.waitUntil("┌─ \(titles[2])")
        #expect(desk.screen.find("┌─ \(titles[0])") == nil)
        try desk.leave()
    }

    @Test("The panes list the cases that the record has, and their titles count them")
    func panesShowTheRecord() throws {
        let town = try Township()
        let desk = try Desk(town)
        for (pane, state) in [(Pane.pending, "pending"), (.inReview, "in-review")] {
            let cases = try town.cases(state)
            let shown = desk.screen.numbers(in: pane)
            #expect(shown.count == min(cases.count, 18))
            #expect(Set(shown).isSubset(of: cases.map(\.number)))
            #expect(desk.screen.find("─ \(pane.title) \(cases.count) ") != nil)
        }
    }

    @Test("A terminal that answers nothing shows the desk all the same, and what was typed meanwhile counts")
    func silentTerminal() throws {
        let town = try Township()
        let terminal = try TerminalJourney(
            Daiban.path, Desk.arguments(town), columns: 160, rows: 45, environment: Daiban.chinese,
            workingDirectory: town.folder.path)
        terminal.answers = false
        try terminal.waitUntil("the terminal to be taken") { $0.isAlternateScreen }
        try terminal.resize(columns: 120, rows: 36)
        try terminal.press(.character("?"))
        try terminal.waitUntil("the help over the desk in the new size") {
            $0.isDesk && $0.find(Words.helpHint) != nil && $0.lines[35].contains("数据 实时")
        }
        try terminal.press(.escape)
        try terminal.waitUntil(absent: Words.helpHint)
        try terminal.press(.character("q"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.isGivenBack)
    }

    @Test("Enter shows everything about a case, and Esc leads back to the same row")
    func detail() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let known = try town.show(number)
        try desk.terminal.press(.enter)
        for part in ["痕迹（新的在上）", "时限", number, "登记", try #require(known.agent)] {
            try desk.terminal.waitUntil(part)
        }
        try desk.terminal.press(.escape)
        try desk.waitUntilSelected(number)
    }

    @Test("? shows every key, and any other key closes it without doing anything")
    func help() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.terminal.press(.character("?"))
        try desk.terminal.waitUntil(Words.helpHint)
        try desk.terminal.press(.character("t"))
        try desk.terminal.waitUntil(absent: Words.helpHint)
        #expect(desk.screen.find(Words.acceptCard) == nil)
    }

    @Test("A key that does not apply, and a key that is nothing, say so")
    func keysExplainThemselves() throws {
        let desk = try Desk(Township())
        try desk.terminal.press(.character("a"))
        try desk.terminal.waitUntil("这件现在是“待受理”，不能“通过”")
        try desk.terminal.press(.character("l"))
        try desk.terminal.waitUntil("按键 l 没有功能")
        try desk.terminal.press(.character("w"))
        try desk.terminal.waitUntil("没有可以撤回的操作")
    }
}
