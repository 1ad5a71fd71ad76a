import PseudoTerminal
import Testing

/// `m` at a real desk.
@Suite("Everything that can be done with a case, at the desk")
struct MoreJourneys {
    @Test("W11: m, a few letters and Enter open a form; ^S records it, and the record has it")
    func askForHelp() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.openCard("m", title: "这件能做的事")
        try desk.terminal.waitUntil("+ 退回")
        try desk.terminal.type("ask-help")
        try desk.terminal.waitUntil("▶ 请求帮助")
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("请求帮助？")
        #expect(desk.screen.find("\(number)   ") != nil)
        try desk.terminal.type("1")
        try desk.terminal.press(.enter)
        try desk.terminal.type("农商行")
        try desk.terminal.press(.enter)
        try desk.terminal.type("卡怎样补")
        try desk.terminal.press(.control("s"))
        try desk.terminal.waitUntil("已记录：\(number) 请求帮助")
        #expect(try town.show(number).events.first == "helpAsked")
        #expect(try town.isSound())
    }
}
