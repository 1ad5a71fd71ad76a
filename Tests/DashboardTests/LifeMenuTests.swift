import CaseStore
import Casework
import Dashboard
import Testing
import TerminalKit

/// `m`: everything that can be done with a case, and the forms for it.
@Suite struct LifeMenuTests {
    private let agent = Township.agents[0].member

    /// The desk of the agent who has the case, with the list open over the case in hand.
    private func menu(_ language: Language = .chinese, columns: Int = 160, rows: Int = 45) throws -> DeskHarness {
        var desk = DeskHarness(
            columns: columns, rows: rows, language: language, person: agent,
            snapshot: Township.snapshot(dueSoon: [try row()], inReview: []))
        desk.type("2m")
        desk.send(.detail(CaseID(31), .success(try Township.inHand())))
        return desk
    }

    private func row() throws -> QueueRow {
        var row = Township.row(31, .accepted, "孙*", "临时救助申请", due: 600)
        row.reference = try Township.inHand().case.reference
        return row
    }

    @Test func theListNamesWhatCanBeDoneAndWhyTheRestCannot() throws {
        var desk = DeskHarness()
        desk.type("3")
        desk.press(.down)
        desk.type("m")
        #expect(desk.effects.contains(.loadDetail(CaseID(31))))
        #expect(desk.shows("正在读取"))
        desk.send(.detail(CaseID(31), .success(try Township.detail())))
        #expect(desk.shows("▶ 通过") && desk.shows("+ 退回"))
        #expect(desk.shows("- 送审：审核员不能“送审”"))
        // What cannot be done is told again, and the list stays.
        desk.type("送审")
        desk.press(.enter)
        #expect(desk.state.notice?.message == .refusal(.notPermitted(.complete, .reviewer)))
        #expect(desk.state.overlay != nil && desk.state.form == nil)
    }

    @Test("W11: a form carries the case and version of the first key, whatever moves below it")
    func theFormCarriesWhatWasSeen() throws {
        var desk = try menu()
        let seen = try row().reference
        desk.type("请求帮助")
        desk.press(.enter)
        #expect(desk.shows("YX261120-0031   孙*   石门垭"))
        // Another desk is faster.
        var moved = try row()
        moved.reference.version += 1
        desk.load(Township.snapshot(dueSoon: [Township.dueSoon[0], moved], inReview: []))
        #expect(desk.shows("在此期间已有变动"))
        desk.type("1")
        desk.press(.enter)
        desk.type("农商行")
        desk.press(.enter)
        desk.type("怎样开户")
        desk.press(KeyPress(.character("s"), .control))
        let sent = try #require(desk.performed)
        #expect(sent.command == .askHelp(.bank, to: "农商行", question: "怎样开户"))
        #expect(sent.card.reference == seen)
        desk.send(
            .performed(
                sent.card,
                .failure(.conflict(Conflict(current: try Township.detail().case, entries: [])))))
        #expect(desk.state.form == nil)
        #expect(desk.state.notice?.message == .conflictUnknown(number: sent.card.number))
    }

    @Test func theListSaysWhenItsCaseHasMovedOn() throws {
        var desk = try menu()
        #expect(!desk.shows("在此期间已有变动"))
        desk.send(.feed(.changed))
        #expect(desk.effects.contains(.loadDetail(CaseID(31))))
        desk.send(.detail(CaseID(31), .success(try Township.detail())))
        #expect(desk.shows("在此期间已有变动"))
        // What is chosen now still means what was seen.
        desk.type("申请人撤回")
        #expect(desk.state.overlay != nil)
    }

    @Test func whatWasTypedIntoAFormSurvivesEscapeAndGoesWithItsRecording() throws {
        var desk = try menu()
        desk.type("暂缓")
        desk.press(.enter)
        desk.type("文件还没有下来")
        desk.press(.escape)
        #expect(desk.state.form == nil)
        desk.type("m")
        desk.send(.detail(CaseID(31), .success(try Township.inHand())))
        desk.type("暂缓")
        desk.press(.enter)
        #expect(desk.shows("文件还没有下来"))
        desk.press(.enter)
        desk.type("文件下来")
        desk.press(KeyPress(.character("s"), .control))
        let sent = try #require(desk.performed)
        #expect(sent.command == .setAside(Waiting(reason: "文件还没有下来", condition: "文件下来")))
        desk.send(.performed(sent.card, .success(try Township.inHand().case)))
        #expect(desk.state.form == nil)
        #expect(desk.shows("已记录"))
        desk.type("m")
        desk.send(.detail(CaseID(31), .success(try Township.inHand())))
        desk.type("暂缓")
        desk.press(.enter)
        #expect(!desk.shows("文件还没有下来"))
    }

    @Test func aRefusalStaysOnTheForm() throws {
        var desk = try menu()
        desk.type("送审")
        desk.press(.enter)
        desk.press(KeyPress(.character("s"), .control))
        let sent = try #require(desk.performed)
        desk.send(.performed(sent.card, .failure(.refused(.lateReasonMissing))))
        #expect(desk.state.form?.form.problem == .refusal(.lateReasonMissing))
        #expect(desk.state.form?.form.isRecording == false)
    }

    @Test("P9, P10: a visit is planned for a time as people write it, not for one that has passed")
    func visit() throws {
        var desk = try menu()
        desk.type("约定上门")
        desk.press(.enter)
        desk.type("昨天")
        desk.press(.enter)
        #expect(desk.shows("看不懂这个时间"))
        for _ in 0..<2 { desk.press(KeyPress(.tab, .shift)) }
        desk.press(KeyPress(.tab))
        while desk.state.form?.form.focus != "time" { desk.press(KeyPress(.tab)) }
        desk.press(KeyPress(.character("u"), .control))
        desk.type("09:00")
        desk.press(.enter)
        #expect(desk.shows("已经过去") || desk.state.form?.form["time"]?.fault == .refusal(.visitInThePast))
        while desk.state.form?.form.focus != "time" { desk.press(KeyPress(.tab)) }
        desk.press(KeyPress(.character("u"), .control))
        desk.type("15：30")
        desk.press(.enter)
        desk.type("家里")
        desk.press(KeyPress(.character("s"), .control))
        #expect(
            desk.performed?.command
                == .planVisit(at: Township.at("2026-11-20 15:30"), place: "家里", materials: nil))
    }

    @Test("P13: a case is passed on to somebody of the office who handles cases")
    func relay() throws {
        var desk = try menu()
        desk.type("接力")
        desk.press(.enter)
        #expect(desk.effects.contains(.loadHelpers(except: agent.id)))
        let clerk = StaffMember(id: StaffID(50), number: "W01", name: "刘小禾", role: .windowClerk)
        desk.send(.helpers(except: agent.id, .success([Township.reviewer, agent, clerk])))
        desk.type("刘")
        desk.press(.enter)
        desk.press(KeyPress(.character("s"), .control))
        #expect(desk.performed?.command == .relay(to: clerk, note: nil))
    }

    @Test("N12: Tab on the card of a decline asks for the right office, and Enter alone goes on as before")
    func decline() throws {
        var desk = DeskHarness()
        desk.type("d不在范围")
        desk.press(.enter)
        #expect(desk.performed?.command == .decline(Decline(reason: "不在范围")))

        desk = DeskHarness()
        desk.type("d不在范围")
        let seen = try #require(desk.state.card?.reference)
        desk.press(.tab)
        #expect(desk.state.card == nil)
        #expect(desk.shows("不在范围"))
        desk.press(.enter)
        desk.type("1")
        desk.press(.enter)
        desk.press(KeyPress(.character("s"), .control))
        #expect(desk.performed == nil)
        desk.type("县民政局")
        desk.press(KeyPress(.character("s"), .control))
        let sent = try #require(desk.performed)
        #expect(sent.command == .decline(Decline(reason: "不在范围", ground: .outOfScope, office: "县民政局")))
        #expect(sent.card.reference == seen)
    }

    @Test(arguments: Language.allCases)
    func everyFormHasItsHeadingAndFitsTheSmallestScreen(_ language: Language) throws {
        var seen: Set<CaseCommand.Kind> = []
        for kind in CaseCommand.Kind.allCases {
            var desk = try menu(language, columns: 80, rows: 24)
            desk.type(Message.action(kind).text(language))
            desk.press(.enter)
            // What cannot be done now has no form; another command that is called alike may come first.
            guard let open = desk.state.form, case .life(let life) = open.purpose else { continue }
            seen.insert(life.card.kind)
            #expect(desk.shows("YX261120-0031   孙*"), "\(kind)")
            #expect(desk.shows("[ \(Message.action(life.card.kind).text(language)) ]"), "\(kind): \(desk.screen)")
        }
        #expect(seen.count > 15)
    }

    @Test(arguments: Language.allCases)
    func everyRefusalOfTheTableHasWords(_ language: Language) {
        for row in LifeTable.rows {
            for rule in row.guards {
                let text = Message.refusal(rule.refusal).text(language)
                #expect(!text.isEmpty)
                let isPlain = text.unicodeScalars.allSatisfy { !(0x2E80...0x9FFF).contains($0.value) }
                #expect(language == .chinese || isPlain, "\(text)")
            }
        }
    }
}
