import PseudoTerminal
import Testing

@Suite("Pasting")
struct PasteJourneys {
    /// Lines, keys that are commands, a window title, a bell, a C1 introducer, a right-to-left override.
    private static let hostile = "补\u{202E}齐\na\rq\u{1B}]0;owned\u{07}\u{01}\u{9B}31m\u{1B}[2J材料"

    @Test("Pasted lines and control characters become one line of text in the reason, never commands or sequences")
    func intoReason() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let before = try town.show(number).version
        let bells = desk.screen.bellCount
        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.paste(Self.hostile)
        try desk.terminal.waitUntil("材料")
        try desk.terminal.type("。")
        try desk.terminal.waitUntil("材料。")
        #expect(desk.screen.find(Words.rejectCard) != nil)
        #expect(desk.screen.isDesk)
        #expect(desk.screen.title == "")
        #expect(desk.screen.bellCount == bells)
        #expect(desk.screen.unknownSequences.isEmpty, "\(desk.screen.unknownSequences)")
        #expect(!desk.screen.text.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) || $0.value == 0x202E })
        #expect(try town.show(number).version == before)

        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("已退回：\(number)")
        let reason = try #require(try town.show(number).reason)
        #expect(reason.hasSuffix("材料。"))
        #expect(!reason.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
    }

    @Test("Pasted text does nothing in the panes")
    func intoPanes() throws {
        let town = try Township()
        let before = try town.cases("pending")
        let desk = try Desk(town)
        let number = try desk.selected()
        try desk.terminal.paste("t\n\nq\n3a\n/龘\n")
        // The arrow is taken after the paste.
        try desk.terminal.press(.down)
        let next = try #require(desk.screen.numbers(in: .pending).dropFirst().first)
        try desk.waitUntilSelected(next)
        #expect(number != next)
        #expect(desk.screen.selectedPane == .pending)
        #expect(desk.screen.find(Words.acceptCard) == nil)
        #expect(desk.screen.find(Words.filterHint) == nil)
        #expect(try town.cases("pending") == before)
    }

    @Test("Pasted text does nothing on a card that asks for Enter only")
    func intoConfirmation() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        let before = try town.show(number).version
        try desk.openCard("a", title: Words.approveCard)
        try desk.terminal.paste("\ny\n")
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil(absent: Words.approveCard)
        #expect(desk.screen.find("已通过") == nil)
        #expect(try town.show(number).version == before)
    }

    @Test("Text pasted into the filter filters")
    func intoFilter() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let all = desk.screen.numbers(in: .inReview).count
        let number = try desk.selected()
        try desk.terminal.press(.character("/"))
        try desk.terminal.waitUntil(Words.filterHint)
        try desk.terminal.paste(number)
        try desk.terminal.waitUntil("one row") { $0.numbers(in: .inReview) == [number] }
        #expect(all > 1)
    }
}
