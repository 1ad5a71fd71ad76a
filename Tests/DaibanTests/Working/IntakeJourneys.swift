import Foundation
import PseudoTerminal
import Testing

@Suite("Taking a request down at the desk")
struct IntakeJourneys {
    /// Made up: 999999 is no area.
    private static let identity = "999999195001010042"
    private static let person = "欧阳明月"
    private static let receiptHint = "p 打印或存档"

    /// A person at the keyboard who counts: keys that are not typed text.
    private final class Counting {
        let desk: Desk
        private(set) var keys = 0

        init(_ desk: Desk) { self.desk = desk }

        func press(_ key: Key) throws {
            keys += 1
            try desk.terminal.press(key)
        }

        func type(_ text: String) throws {
            try desk.terminal.type(text)
        }

        /// Types into the field with the caret, waits until it is there, and goes on.
        func fill(_ text: String, shown: String? = nil) throws {
            try type(text)
            try desk.terminal.waitUntil(shown ?? text)
            try press(.enter)
        }
    }

    /// Fills in all but the authorisation; the caret is then on it.
    private static func fill(
        _ hands: Counting, item: String = "老年人优待", village: String = "石门垭", identity: String = identity
    ) throws {
        try hands.press(.character("n"))
        try hands.desk.terminal.waitUntil("还有")
        try hands.fill(item)
        try hands.fill(village)
        try hands.fill(person)
        try hands.fill(identity)
        try hands.fill("139 1234 5678")
        // Address and matter.
        try hands.press(.enter)
        try hands.press(.enter)
        try hands.desk.terminal.waitUntil("the authorisation to have the caret") { $0.find("▶ 委托") != nil }
    }

    @Test("W6, W8, S3: an ordinary walk-in takes at most 30 keys besides what is typed, and gives a receipt")
    func ordinary() throws {
        let town = try Township()
        let receipts = town.folder.file("receipts")
        // Nobody has made the folder: the first receipt does.
        try town.folder.write("receipt = { folder = \"receipts\", phone = \"0377-66001234\" }\n", to: "config.toml")
        let before = try town.cases("pending").count
        let desk = try Desk(town)
        let hands = Counting(desk)
        try Self.fill(hands)
        try hands.press(.character("1"))
        try hands.press(.control("s"))
        try desk.terminal.waitUntil(Self.receiptHint)
        try desk.terminal.waitUntil("已登记：")
        let number = try #require(desk.screen.find("已登记：").map { desk.screen.lines[$0.row] })
        let made = try #require(TerminalModel.number(in: number))
        try hands.press(.character("p"))
        try desk.terminal.waitUntil("回执已存为")
        try hands.press(.escape)
        try desk.terminal.waitUntil(absent: Self.receiptHint)
        #expect(hands.keys <= 30, "\(hands.keys) keys")
        // Its row is the selected one.
        try desk.waitUntilSelected(made)

        #expect(try town.cases("pending").count == before + 1)
        let shown = try town.show(made)
        #expect(shown.events == ["registered"])
        #expect(shown.agent == desk.screen.selection?.text.split(separator: " ").dropFirst(5).first.map(String.init))
        let file = receipts + "/\(made).txt"
        let receipt = try String(contentsOfFile: file, encoding: .utf8)
        for words in [made, "石门垭", "受理时限", "0377-66001234", "欧阳**"] { #expect(receipt.contains(words), "\(receipt)") }
        for secret in [Self.identity, Self.person, "13912345678"] { #expect(!receipt.contains(secret)) }
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try town.folder.contents.allSatisfy { !$0.contains(".drafts-") })
        #expect(try town.isSound())
        try desk.leave()
    }

    @Test("The receipt goes to the print command's standard input, and nothing of it into its words")
    func printing() throws {
        let town = try Township()
        let out = town.folder.file("printed.txt")
        try town.folder.write("receipt = { command = \"tee \(out)\" }\n", to: "config.toml")
        let desk = try Desk(town)
        let hands = Counting(desk)
        try Self.fill(hands)
        try hands.press(.character("1"))
        try hands.press(.control("s"))
        try desk.terminal.waitUntil(Self.receiptHint)
        try hands.press(.character("p"))
        try desk.terminal.waitUntil("回执已交给 tee")
        #expect(try String(contentsOfFile: out, encoding: .utf8).contains("登记回执"))
    }

    @Test("A print command that fails is told with its own words, and the receipt stays on the screen")
    func printerFails() throws {
        let town = try Township()
        try town.folder.write("receipt = { command = \"cat /nowhere/at/all\" }\n", to: "config.toml")
        let desk = try Desk(town)
        let hands = Counting(desk)
        try Self.fill(hands)
        try hands.press(.character("1"))
        try hands.press(.control("s"))
        try desk.terminal.waitUntil(Self.receiptHint)
        try hands.press(.character("p"))
        try desk.terminal.waitUntil("回执没有送出：cat")
        #expect(desk.screen.find(Self.receiptHint) != nil)
    }

    @Test("After SIGKILL the next desk of the same person offers what was typed; sending it leaves nothing behind")
    func crash() throws {
        let town = try Township()
        let first = try Desk(town)
        try Self.fill(Counting(first))
        let file = try Self.draftFile(of: first) { $0.contains(Self.person) && $0.contains("5678") }
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        first.terminal.signal(SIGKILL)
        #expect(try first.terminal.waitForExit() == .signalled(SIGKILL))

        // Somebody else's desk does not see it.
        let other = try Desk(town, as: "R02")
        try other.terminal.press(.character("n"))
        try other.terminal.waitUntil("▶ 事项")
        #expect(other.screen.find(Self.person) == nil)

        let second = try Desk(town)
        try second.terminal.press(.character("n"))
        try second.terminal.waitUntil("填了没有送出的内容")
        try second.terminal.waitUntil(Self.person)
        try second.terminal.press(.pageDown)
        try second.terminal.waitUntil("▶ ")
        try second.terminal.press(.control("s"))
        try second.terminal.waitUntil("没有本人委托不能代办")
        try second.terminal.press(.character("2"))
        try second.terminal.waitUntil("[口头委托]")
        try second.terminal.press(.control("s"))
        try second.terminal.waitUntil(Self.receiptHint)
        try second.terminal.press(.escape)
        try second.terminal.waitUntil(absent: Self.receiptHint)
        try second.leave()
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("A reason typed on a card survives SIGKILL as well")
    func crashOnCard() throws {
        let town = try Township()
        let first = try Desk(town)
        try first.focus(.inReview)
        let number = try first.selected()
        try first.openCard("r", title: Words.rejectCard)
        try first.terminal.type("缺少授权书")
        try first.terminal.waitUntil("缺少授权书")
        _ = try Self.draftFile(of: first) { $0.contains("缺少授权书") }
        first.terminal.signal(SIGKILL)
        _ = try first.terminal.waitForExit()

        let second = try Desk(town)
        try second.focus(.inReview)
        try second.select(number)
        try second.openCard("r", title: Words.rejectCard)
        try second.terminal.waitUntil("缺少授权书")
        try second.terminal.press(.enter)
        try second.terminal.waitUntil("已退回：\(number)")
        #expect(try town.show(number).reason == "缺少授权书")
    }

    @Test("An open matter of the same person is pointed out with number, state and agent, and may be doubled knowingly")
    func duplicate() throws {
        let town = try Township()
        let made = try town.run([
            "case", "new", "--item", "老年人优待证", "--village", "石门垭", "--applicant", Self.person, "--identity",
            Self.identity, "--as", "R02", "--json",
        ]).decoded(ShownCase.self)
        let agent = try #require(made.agent)
        let before = try town.cases("pending").count
        let desk = try Desk(town)
        let hands = Counting(desk)
        try Self.fill(hands)
        try desk.terminal.waitUntil("同一人同一事项已有 \(made.number)，待受理，代办员 \(agent)")
        try hands.press(.character("1"))
        try hands.press(.control("s"))
        try desk.terminal.waitUntil("仍要登记，请再送一次")
        #expect(try town.cases("pending").count == before)
        try hands.press(.control("s"))
        try desk.terminal.waitUntil(Self.receiptHint)
        #expect(try town.cases("pending").count == before + 1)
    }

    @Test("Chinese text pasted into a field stays in it, and pasted lines send nothing")
    func pasting() throws {
        let town = try Township()
        let before = try town.cases("pending").count
        let desk = try Desk(town)
        try desk.terminal.press(.character("n"))
        try desk.terminal.waitUntil("还有")
        try desk.terminal.paste("优待\n")
        try desk.terminal.waitUntil("▶ 老年人优待证")
        try desk.terminal.press(.enter, .enter)
        try desk.terminal.paste("欧阳\n明月\u{1B}[2J\u{9B}31m")
        try desk.terminal.waitUntil("欧阳 明月")
        #expect(desk.screen.find("▶ 申请人姓名") != nil)
        #expect(desk.screen.unknownSequences.isEmpty)
        #expect(try town.cases("pending").count == before)
        // What is open is left by one key, and the panes are as before.
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil("写下的文字保留")
        try desk.leave()
    }

    /// The file with what was typed, once its text is as wanted: it is written about a second after the first key.
    private static func draftFile(of desk: Desk, _ isThere: (String) -> Bool) throws -> String {
        let folder = desk.town.folder
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline {
            for name in try folder.contents where name.contains(".drafts-") && name.hasSuffix("-R01") {
                let path = folder.file(name)
                if let text = try? String(contentsOfFile: path, encoding: .utf8), isThere(text) { return path }
            }
            try desk.terminal.drain(quietFor: .milliseconds(20))
        }
        throw DraftMissing(contents: try folder.contents)
    }

    private struct DraftMissing: Error {
        var contents: [String]
    }
}
