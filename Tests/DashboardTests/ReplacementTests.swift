import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Dashboard

@Suite("Another record in the place of the one that a desk shows")
struct ReplacementTests {
    private static let (old, new) = (RecordMark(number: 1), RecordMark(number: 2))

    private static let word = RecordRestored(
        file: "daiban-YX-20261120-080000+0800.sqlite", entries: 40, hash: "ab", oldEntries: 52, oldHash: "cd", lost: 12,
        kept: "office.db.before-restore-20261120-094100", account: "zhou")

    /// Restored a minute ago, up to eight o'clock.
    private static func answer(missing: [AcknowledgedAction]) -> RecordReplacement {
        RecordReplacement(
            restore: RestoreEntry(
                sequence: 41, hash: "ef", at: Township.now.advanced(minutes: -1), person: "R02 李四", word: word),
            contentUntil: Township.at("2026-11-20 08:00"), missing: missing)
    }

    private func desk(columns: Int = 80, rows: Int = 24, language: Language = .chinese) -> DeskHarness {
        DeskHarness(
            columns: columns, rows: rows, language: language, snapshot: Township.snapshot(record: Self.old))
    }

    /// The first case of the pane in review, approved and acknowledged.
    private func approve(_ desk: inout DeskHarness) throws {
        desk.type("3a")
        desk.press(.enter)
        let sent = try #require(desk.performed)
        var done = try Township.detail().case
        #expect(done.state == .inReview)
        let rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
        for event in try done.decide(sent.command, by: Actor(Township.reviewer), at: desk.now, rules: rules) {
            done.apply(event, at: desk.now, by: Township.reviewer.id)
        }
        desk.send(.performed(sent.card, .success(done)))
    }

    private func asked(_ desk: DeskHarness) -> [AcknowledgedAction]? {
        for case .loadReplacement(_, let own, _) in desk.effects { return own }
        return nil
    }

    @Test("What was made anew in a new file is no backup, and lacks nothing", arguments: [80, 160], Language.allCases)
    func salvaged(columns: Int, language: Language) throws {
        var desk = desk(columns: columns, language: language)
        try approve(&desk)
        desk.load(Township.snapshot(record: Self.new))
        var answer = Self.answer(missing: [])
        var word = Self.word
        (word.isSalvaged, word.lost, word.kept) = (true, 0, "office.db.before-rebuild-20261120-094100")
        answer.restore?.word = word
        desk.send(.replacement(.success(answer)))
        let screen = desk.screen.filter { !$0.isWhitespace && $0 != "│" }
        for words in language == .chinese
            ? ["R02李四", "在新文件里重做了。", "重做以前的操作不能再撤回", "before-rebuild", "您在本台面办过的，都还在里面"]
            : ["R02李四", "madethedamagedrecordanew", "before-rebuild", "Whatyoudidatthisdeskisallinit"]
        {
            #expect(screen.contains(words), "\(words): \(desk.screen)")
        }
        #expect(!screen.contains("daiban-YX-20261120") && !screen.contains("therestore"))
    }

    @Test("The first snapshot, and every other one of the same record, says nothing")
    func same() {
        var desk = desk()
        desk.load(Township.snapshot(record: Self.old))
        #expect(asked(desk) == nil && desk.state.replacement == nil)
    }

    @Test("The person is told by whom and when, how far the record goes back, and what of their own work is not in it")
    func told() throws {
        var desk = desk()
        try approve(&desk)
        desk.load(Township.snapshot(record: Self.new))
        let own = try #require(asked(desk))
        #expect(own.map(\.number) == ["YX261120-0031"])
        desk.send(.replacement(.success(Self.answer(missing: own))))
        let wanted = [
            "R02 李四", "zhou", "2026-11-20 09:40", "只到 2026-11-20 08:00", "12 条", "before-restore",
            "YX261120-0031  通过  2026-11-20 09:41",
        ]
        for words in wanted { #expect(desk.shows(words), "\(words)\n\(desk.screen)") }
        desk.wait(milliseconds: 1_000)
        desk.press(.enter)
        #expect(desk.state.replacement == nil)
        // The next restore does not tell of it again, nor is this one told again of a file that comes by hand.
        desk.load(Township.snapshot(record: Self.old))
        #expect(desk.effects.contains(.loadReplacement(since: desk.state.begun, own: [], told: ["ef"])))
    }

    @Test("It stays until Enter is pressed on what could be read; no other key and no paste does anything meanwhile")
    func stays() throws {
        var desk = desk()
        desk.load(Township.snapshot(record: Self.new))
        desk.wait(milliseconds: 1_000)
        desk.press(.enter)
        #expect(desk.state.replacement != nil, "nothing was told yet")
        desk.send(.replacement(.success(Self.answer(missing: []))))
        desk.press(.enter)
        #expect(desk.state.replacement != nil, "this Enter was meant for something else")
        desk.wait(milliseconds: 1_000)
        desk.type("3aqn/")
        desk.press(.escape)
        desk.send(.input(.paste("a")))
        #expect(desk.state.replacement != nil && desk.state.card == nil && desk.state.form == nil)
        #expect(!desk.effects.contains(.quit))
        desk.press(.enter)
        #expect(desk.state.replacement == nil)
    }

    @Test("An open card, the undo and the selection are of the old record; none of them means a case of the new one")
    func letsGo() throws {
        var desk = desk()
        try approve(&desk)
        #expect(desk.state.lastDone != nil)
        desk.wait(milliseconds: 1_000)
        desk.type("r")
        desk.type("缺件")
        #expect(desk.state.card != nil)
        // The same id and version, and another case.
        var other = Township.inReview
        other[0].number = "YX261120-0099"
        desk.load(Township.snapshot(inReview: other, record: Self.new))
        #expect(desk.state.card == nil && desk.state.lastDone == nil)
        desk.send(.replacement(.success(Self.answer(missing: []))))
        desk.wait(milliseconds: 1_000)
        desk.press(.enter)
        #expect(!desk.shows("YX261120-0030"))
        desk.type("w")
        #expect(desk.state.card == nil)
    }

    @Test("What only the old record had added to the calendar goes with it")
    func calendar() throws {
        var desk = desk()
        let day = try #require(CivilDate("2026-11-24"))
        #expect(desk.state.calendar.isWorkingDay(day))
        let fair = CalendarChange(
            layer: CalendarLayer(
                region: "某县", reason: "赶集",
                days: CalendarDays(off: [CalendarDays.Stretch(from: day, to: day, name: "赶集")], work: [])))
        desk.send(.calendar(.success([fair])))
        #expect(!desk.state.calendar.isWorkingDay(day))
        desk.load(Township.snapshot(record: Self.new))
        #expect(desk.effects.contains(.loadCalendar))
        desk.send(.calendar(.success([])))
        #expect(desk.state.calendar.isWorkingDay(day))
    }

    @Test("A form of a case is put away with what was typed; a request that is being taken down stays")
    func forms() throws {
        var desk = desk(columns: 160, rows: 45)
        desk.type("n")
        desk.type("养老")
        desk.load(Township.snapshot(record: Self.new))
        #expect(desk.state.form != nil)
    }

    @Test("What is acknowledged after the new record came is asked for as well")
    func late() throws {
        var desk = desk()
        desk.type("3a")
        desk.press(.enter)
        let sent = try #require(desk.performed)
        desk.load(Township.snapshot(record: Self.new))
        desk.send(.performed(sent.card, .success(try Township.detail().case)))
        #expect(asked(desk)?.count == 1)
    }

    @Test("A file that was exchanged by hand, and one that cannot be asked, are told of too")
    func byHand() {
        var desk = desk()
        desk.load(Township.snapshot(record: Self.new))
        desk.send(.replacement(.success(RecordReplacement(restore: nil, contentUntil: nil, missing: []))))
        #expect(desk.shows("没有“换回备份”的记载"))
        desk.send(.replacement(.failure(.busy(path: "office.db", seconds: 5))))
        #expect(desk.shows("暂时读不出是怎么换的"))
        desk.wait(milliseconds: 1_000)
        // Nobody acts before it is known who they are there.
        desk.press(.enter)
        #expect(desk.state.replacement?.answer == nil && desk.state.replacement != nil)
        #expect(asked(desk) != nil)
        desk.press(KeyPress(.character("c"), .control))
        #expect(desk.effects.contains(.quit))
    }

    @Test("Whom the restored record does not know can only leave")
    func stranger() {
        var desk = desk()
        desk.load(Township.snapshot(record: Self.new))
        var answer = Self.answer(missing: [])
        answer.knowsPerson = false
        desk.send(.replacement(.success(answer)))
        #expect(desk.shows("里没有您"))
        desk.wait(milliseconds: 1_000)
        desk.press(.enter)
        #expect(desk.effects.contains(.quit) && desk.state.replacement != nil)
    }

    @Test("A long list of lost actions can be scrolled on a small screen")
    func long() throws {
        var desk = desk(language: .english)
        for number in 0..<40 {
            let action = AcknowledgedAction(
                id: CaseID(31), number: "YX261120-0031", version: number + 2, at: desk.now)
            desk.state.ownActions.append(OwnAction(action: action, words: .action(.urge)))
        }
        desk.load(Township.snapshot(record: Self.new))
        desk.send(.replacement(.success(Self.answer(missing: try #require(asked(desk))))))
        #expect(!desk.shows("cannot be undone"))
        desk.press(KeyPress(.end))
        #expect(desk.shows("cannot be undone"))
    }
}
