import CaseStore
import Casework
import Dashboard
import Foundation
import TerminalKit
import Testing

/// The kiosk without terminal and store.
struct KioskHarness {
    var state: KioskState
    var effects: [KioskEffect] = []
    var now = Township.at("2026-11-20 08:52")

    init(columns: Int = 80, rows: Int = 24, language: Language = .chinese, isDutyDay: Bool = true) {
        state = KioskState(
            centre: Township.centre, language: language, village: nil,
            size: TerminalSize(columns: columns, rows: rows), now: now, opensBefore: 60)
        let day = isDutyDay ? "2026-11-20" : "2026-11-21"
        send(.today(Self.plan.day(CivilDate(day) ?? CivilDate(dayNumber: 0), in: nil, [])))
    }

    static let duty = (try? Rulebook.embedded("standard"))?.agents.duty
    static var plan: DutyPlan {
        DutyPlan(
            duty: duty
                ?? AgentRules.Duty(
                    summer: [], winter: [], summerFrom: .init(month: 5, day: 1), summerTo: .init(month: 9, day: 30),
                    onMakeUpWorkdays: true, checks: .init(opensBefore: 60, lateAfter: 0, earlyBefore: 0),
                    pins: .init(digits: 4, pauseAfter: 3, pauseSeconds: 30, lockAfter: 6)),
            calendar: .national, offset: .china)
    }

    mutating func send(_ event: KioskEvent) { effects = state.update(event, at: now) }

    mutating func press(_ keys: KeyPress...) { for key in keys { send(.input(.key(key))) } }

    mutating func type(_ text: String) {
        for character in text { press(KeyPress(.character(character))) }
    }

    mutating func enter(_ number: String, _ pin: String) {
        type(number)
        press(KeyPress(.enter))
        type(pin)
        press(KeyPress(.enter))
    }

    mutating func answer(_ answer: AttendanceDoor.Answer) { send(.answered(answer, at: now)) }

    var screen: String {
        KioskView(theme: Theme(name: "plain", styles: [:]), glyphs: Glyphs(.unicode)).plainText(state)
    }
}

@Suite("The kiosk at the door")
struct KioskTests {
    private var first: DutyPlan.Session {
        KioskHarness.plan.sessions(on: CivilDate("2026-11-20") ?? CivilDate(dayNumber: 0))[0]
    }

    @Test(
        "J3: number and PIN make one call; a sign before the number says which way, or closes the kiosk")
    func calls() {
        var kiosk = KioskHarness()
        kiosk.enter("A07", "2607")
        #expect(kiosk.effects == [.call(number: "A07", pin: "2607", wanted: nil)])
        for (typed, effect): (String, KioskEffect) in [
            ("-A07", .call(number: "A07", pin: "2607", wanted: .out)),
            ("＋A07", .call(number: "A07", pin: "2607", wanted: .into)), ("*A07", .leave(number: "A07", pin: "2607")),
        ] {
            kiosk = KioskHarness()
            kiosk.enter(typed, "２６０７")
            #expect(kiosk.effects == [effect], "\(typed)")
        }
    }

    @Test("J3: a PIN is never on the screen, nor how long it is")
    func hidden() {
        var kiosk = KioskHarness()
        kiosk.type("A07")
        kiosk.press(KeyPress(.enter))
        let before = kiosk.screen
        kiosk.type("2607")
        #expect(kiosk.screen == before)
        kiosk.press(KeyPress(.backspace))
        #expect(kiosk.screen == before)
        #expect(!before.contains("A07"))
    }

    @Test("J3: an answer goes after five seconds or with the next key, which belongs to the next person already")
    func answers() {
        var kiosk = KioskHarness()
        kiosk.enter("A07", "2607")
        kiosk.answer(.decided(.enter(.into, first, notes: [])))
        #expect(kiosk.screen.contains("已 签 到"))
        guard case .startTimer(let turn, KioskState.answerSeconds) = kiosk.effects.first else {
            Issue.record("\(kiosk.effects)")
            return
        }
        kiosk.send(.timeUp(turn: turn - 1))
        #expect(kiosk.screen.contains("已 签 到"))
        kiosk.send(.timeUp(turn: turn))
        #expect(kiosk.state.stage == .number(""))
        kiosk.enter("A08", "2608")
        kiosk.answer(.pin(.wrong(left: 2)))
        kiosk.press(KeyPress(.character("A")))
        #expect(kiosk.state.stage == .number("A"))
        // Half a number, and half a PIN, do not wait for ever.
        guard case .startTimer(let idle, KioskState.idleSeconds) = kiosk.effects.first else {
            Issue.record("\(kiosk.effects)")
            return
        }
        kiosk.send(.timeUp(turn: idle))
        #expect(kiosk.state.stage == .number(""))
    }

    @Test(
        "J3: what is typed while an answer is on its way is taken up afterwards, whole, however much it is")
    func burst() {
        var kiosk = KioskHarness()
        kiosk.enter("A01", "2601")
        for number in 2...4 { kiosk.enter("A0\(number)", "260\(number)") }
        #expect(kiosk.effects.isEmpty && kiosk.state.stage == .checking)
        for number in 2...4 {
            kiosk.answer(.decided(.enter(.into, first, notes: [])))
            #expect(kiosk.effects.contains(.call(number: "A0\(number)", pin: "260\(number)", wanted: nil)))
            #expect(kiosk.state.stage == .checking)
        }
        kiosk.answer(.decided(.enter(.into, first, notes: [])))
        #expect(kiosk.screen.contains("已 签 到"))
    }

    @Test("J3: no key leads out: not Ctrl-C, Ctrl-Z, Ctrl-\\, Esc, F12, and nothing hostile gets on the screen")
    func shut() {
        var kiosk = KioskHarness()
        let before = kiosk.screen
        for key in [
            KeyPress(.character("c"), .control), KeyPress(.character("z"), .control),
            KeyPress(.character("\\"), .control), KeyPress(.escape), KeyPress(.function(12)), KeyPress(.tab),
            KeyPress(.enter), KeyPress(.up), KeyPress(.character("q"), .alt),
        ] {
            kiosk.press(key)
            #expect(!kiosk.effects.contains(.quit))
            #expect(kiosk.screen == before, "\(key)")
        }
        kiosk.send(.input(.paste("\u{1B}[31mA07\nrm -rf\n")))
        #expect(kiosk.state.stage == .pin(number: "[31mA07", digits: ""))
        kiosk.send(.input(.paste("2607\n")))
        #expect(kiosk.state.stage == .pin(number: "[31mA07", digits: ""))
    }

    @Test("J3: only an answer that somebody may close it ends the kiosk")
    func leaving() {
        var kiosk = KioskHarness()
        kiosk.enter("*S01", "2601")
        kiosk.answer(.mayNotLeave)
        #expect(!kiosk.effects.contains(.quit))
        kiosk.enter("*S01", "2601")
        kiosk.answer(.mayLeave)
        #expect(kiosk.effects == [.quit])
    }

    @Test("J3: a new day loads its sessions, and what waits is entered when the record is back")
    func days() {
        var kiosk = KioskHarness()
        kiosk.now = Township.at("2026-11-21 00:00")
        kiosk.send(.tick)
        #expect(kiosk.effects == [.loadToday])
        kiosk.enter("A07", "2607")
        kiosk.answer(.kept(isVerified: true))
        #expect(kiosk.state.isWaiting)
        kiosk.send(.changed)
        #expect(kiosk.effects == [.loadToday, .settle])
        kiosk.send(.away)
        #expect(kiosk.screen.contains("先存在本机"))
    }
}

@Suite("Golden: the kiosk and its words")
struct KioskGoldenTests {
    private static func session(_ number: Int) -> DutyPlan.Session {
        KioskHarness.plan.sessions(on: CivilDate("2026-11-20") ?? CivilDate(dayNumber: 0))[number - 1]
    }

    /// Every answer that a door can give, each with all that can be said besides.
    private static var answers: [AttendanceDoor.Answer] {
        let (first, second) = (session(1), session(2))
        let yesterday = DutySessionID(day: first.day.advanced(days: -1), number: 2)
        let exception = Entered(
            entry: 7, at: Township.now, actor: StaffID(1),
            value: try? DutyException(
                village: "石门垭", from: first.day, to: first.day, kind: .none, reason: "停电"))
        let later = KioskHarness.plan.sessions(on: first.day.advanced(days: 3))[0]
        var refusals: [AttendanceRefusal] = [
            .tooEarly(first, opens: first.from.advanced(minutes: -60)), .over(first, next: second),
            .over(second, next: nil), .over(second, next: later), .noDuty(.weekend, next: later),
            .noDuty(.holiday("国庆节"), next: nil), .notCheckedIn(first),
            .noDeskDuty(.reviewer), .notOnStaff,
        ]
        if let value = exception.value {
            refusals.append(
                .noDuty(
                    .exception(Entered(entry: 7, at: exception.at, actor: exception.actor, value: value)), next: later))
        }
        let notes: [AttendanceNote] = [
            .late(minutes: 7), .onLeave, .isStoodInFor, .standsIn(village: "两河口"), .standsIn(village: nil),
            .forgotCheckOut(yesterday), .unverified,
        ]
        return [
            .decided(.enter(.into, first, notes: [])), .decided(.enter(.into, first, notes: notes)),
            .decided(.enter(.out, second, notes: [])),
            .decided(.enter(.out, second, notes: [.leavesEarly(minutes: 40)])),
            .decided(.already(.into, first, at: first.from, notes: [])),
            .decided(.already(.out, second, at: second.to, notes: [])),
        ] + refusals.map { .decided(.refuse($0)) } + [
            .kept(isVerified: true), .kept(isVerified: false), .unknownNumber, .pin(.wrong(left: 3)),
            .pin(.pause(until: first.from)), .pin(.locked), .pin(.missing), .failed(.busy(path: "x", seconds: 1)),
            .mayNotLeave,
        ]
    }

    @Test("J3: every answer has its own words in both languages, as recorded", arguments: Language.allCases)
    func words(_ language: Language) throws {
        let lines = Self.answers.map { answer in
            let headline = Message.attendance(.answer(answer, .china)).text(language)
            let detail = Message.attendance(.answerDetail(answer, .china)).text(language)
            return ([headline] + detail.split(separator: "\n").map { "    \($0)" }).joined(separator: "\n")
        }
        try GoldenFile.compare(lines.joined(separator: "\n"), "kiosk-answers-\(language.rawValue)")
    }

    @Test(
        "J3: the kiosk's screens are as recorded",
        arguments: ["number", "pin", "in", "late", "already", "wrong", "kept", "off", "closing"], Language.allCases)
    func screens(_ scene: String, _ language: Language) throws {
        for (columns, rows) in GoldenScreenTests.sizes {
            var kiosk = KioskHarness(columns: columns, rows: rows, language: language, isDutyDay: scene != "off")
            let first = Self.session(1)
            func answer(_ answer: AttendanceDoor.Answer) {
                kiosk.enter("A07", "2607")
                kiosk.answer(answer)
            }
            switch scene {
            case "pin":
                kiosk.type("A07")
                kiosk.press(KeyPress(.enter))
                kiosk.type("26")
            case "in": answer(.decided(.enter(.into, first, notes: [])))
            case "late":
                kiosk.now = Township.at("2026-11-20 09:07")
                answer(
                    .decided(
                        .enter(
                            .into, first,
                            notes: [.late(minutes: 7), .forgotCheckOut(DutySessionID(day: first.day, number: 1))])))
            case "already": answer(.decided(.already(.into, first, at: first.from, notes: [])))
            case "wrong": answer(.pin(.wrong(left: 3)))
            case "kept": answer(.kept(isVerified: false))
            case "closing": kiosk.type("*S01")
            default: kiosk.type("A0")
            }
            try GoldenFile.compare(kiosk.screen, "kiosk-\(scene)-\(columns)x\(rows)-\(language.rawValue)")
        }
    }
}

/// Texts that are kept beside the tests, as ``GoldenScreenTests`` does with screens.
enum GoldenFile {
    static func compare(_ text: String, _ name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
        let file = folder.appendingPathComponent(name + ".txt")
        if ProcessInfo.processInfo.environment["DAIBAN_RECORD"] != nil {
            try Data((text + "\n").utf8).write(to: file)
            return
        }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text + "\n" == recorded, "\(name)")
    }
}
