import CaseStore
import Casework
import Dashboard
import Testing
import TerminalKit

@Suite struct DeskKeyTests {
    @Test func aKeyThatDoesNotApplySaysWhy() {
        var desk = DeskHarness()
        desk.type("a")
        #expect(desk.state.card == nil)
        #expect(desk.shows("这件现在是“待受理”，不能“通过”"))
        desk.type("%")
        #expect(desk.shows("按键 % 没有功能"))
        desk.type("w")
        #expect(desk.shows("没有可以撤回的操作"))
        desk.type("4a")
        #expect(desk.shows("请先到待受理、临期或待审核窗格选中一件"))
    }

    @Test func everyCommandHasAKeyAndNoKeyHasTwoCommands() {
        var seen: [KeyPress: CommandID] = [:]
        for command in CommandID.allCases {
            #expect(!command.keys.isEmpty, "\(command)")
            for key in command.keys {
                #expect(seen[key] == nil, "\(command) and \(String(describing: seen[key]))")
                seen[key] = command
                #expect(CommandID.named(by: key) == command)
            }
        }
    }

    @Test(arguments: [("ａ", "a"), ("？", "?"), ("、", "/"), ("：", ":"), ("３", "3")])
    func whatAnInputMethodMakesOfAKeyIsThatKey(_ typed: String, _ meant: String) throws {
        let typed = KeyPress(.character(try #require(typed.first)))
        let meant = KeyPress(.character(try #require(meant.first)))
        #expect(CommandID.named(by: typed) == CommandID.named(by: meant))
        #expect(CommandID.named(by: typed) != nil)
    }

    @Test func aCancelledReasonIsKeptForTheSameCase() {
        var desk = DeskHarness()
        desk.type("3r缺签名")
        desk.press(.escape)
        #expect(desk.state.card == nil)
        desk.press(.down)
        desk.type("r")
        #expect(!desk.shows("缺签名"))
        desk.press(.escape)
        desk.press(.up)
        desk.type("r")
        #expect(desk.shows("缺签名"))
    }

    @Test func typedTextAndOpenCardSurviveARefresh() {
        var desk = DeskHarness()
        desk.type("3r缺签")
        let before = desk.screen
        desk.load(Township.snapshot())
        #expect(desk.screen == before)
        desk.type("名")
        desk.press(.enter)
        #expect(desk.performed?.command == .reject(reason: "缺签名"))
    }

    @Test func anEmptyReasonStaysOnTheCard() {
        var desk = DeskHarness()
        desk.type("3r")
        desk.press(.enter)
        let sent = desk.performed
        #expect(sent != nil)
        if let sent { desk.send(.performed(sent.card, .failure(.refused(.reasonMissing)))) }
        #expect(desk.state.card != nil)
        #expect(desk.shows("请写明理由"))
    }

    @Test func aConflictIsExplainedAndTheTextKept() throws {
        var desk = DeskHarness()
        desk.type("3r缺签名")
        desk.press(.enter)
        let sent = try #require(desk.performed)
        let detail = try Township.detail()
        let entry = TraceEntry(
            sequence: 9, at: Township.now, actor: StaffID(2), actorName: "陈立夏", event: .approved(Approval()))
        desk.send(.performed(sent.card, .failure(.conflict(Conflict(current: detail.case, entries: [entry])))))
        #expect(desk.state.card == nil)
        #expect(desk.shows("未写入：YX261120-0030 已由 陈立夏 于 09:41 通过"))
        desk.type("r")
        #expect(desk.shows("缺签名"))
    }

    @Test func theReassignListSearchesAndLeavesTheHolderOut() throws {
        var desk = DeskHarness()
        desk.type("s")
        let picker = try #require(desk.state.card?.question.picker)
        #expect(!picker.shown.contains { $0.member.id == Township.pending[0].holder })
        #expect(picker.shown.first?.presence == .onDuty)
        desk.type("长岭")
        desk.press(.enter)
        // On leave: said once, and done when asked again.
        #expect(desk.performed?.command == nil)
        #expect(desk.shows("李小满 现在请假"))
        desk.press(.enter)
        #expect(desk.performed?.command == .reassign(to: Township.agents[3].member))
    }

    @Test func ownActionsMoveOnAndCanBeUndone() throws {
        var desk = DeskHarness()
        desk.type("3")
        desk.press(.down)
        desk.type("a")
        desk.press(.enter)
        let sent = try #require(desk.performed)
        var approved = try Township.detail().case
        approved.apply(.approved(Approval()), at: Township.now, by: Township.reviewer.id)
        desk.send(.performed(sent.card, .success(approved)))
        desk.load(Township.snapshot(inReview: [Township.inReview[0], Township.inReview[2]]))
        #expect(desk.state.selectedRow?.id == Township.inReview[2].id)
        #expect(desk.shows("已通过：YX261120-0031"))
        desk.type("w")
        desk.press(.enter)
        #expect(desk.performed?.command == .undo)
        #expect(desk.performed?.card.reference == approved.reference)
    }

    @Test func filterTypingAsksForTheFilteredQueueAndEscapeClearsIt() {
        var desk = DeskHarness()
        desk.type("/李小")
        #expect(desk.state.request.queues[.pending]?.filter == "李小")
        desk.press(.enter)
        #expect(desk.state.filterField == nil)
        #expect(desk.shows("/李小"))
        desk.press(.escape)
        #expect(desk.state.request.queues[.pending]?.filter == "")
    }

    @Test func tooSmallSaysTheLeastSize() {
        var desk = DeskHarness(columns: 40, rows: 10)
        #expect(desk.shows("至少要 60x15"))
        desk.send(.resized(TerminalSize(columns: 80, rows: 24)))
        #expect(desk.shows("待受理 3"))
    }

    @Test func aStaleDatabaseIsSaidAndItsAgeCounted() {
        var desk = DeskHarness()
        desk.send(.feed(.unreachable(.notFound(path: "t.sqlite"))))
        #expect(desk.shows("不要新建数据库") && !desk.shows("daiban init"))
        desk.wait(milliseconds: 12_000)
        desk.send(.feed(.unreachable(.notFound(path: "t.sqlite"))))
        #expect(desk.shows("数据 12 秒前"))
        desk.send(.feed(.reachable))
        #expect(!desk.shows("数据 实时"))
        desk.load(Township.snapshot())
        #expect(desk.shows("数据 实时"))
    }

    @Test("A record that could never be read is said in the panes, whatever is pressed; no pane claims to be reading")
    func neverRead() {
        var desk = DeskHarness(columns: 80, rows: 24, snapshot: nil)
        #expect(desk.shows("正在读取"))
        let why = StoreError.corrupt(path: "office.db", detail: "database disk image is malformed")
        desk.send(.loaded(.failure(why), request: desk.state.request))
        for pane in ["1", "3", "4"] {
            desk.type(pane)
            #expect(desk.shows("daiban verify") && desk.shows("没有数据"), "\(desk.screen)")
            #expect(!desk.shows("正在读取") && !desk.shows("秒前"), "\(desk.screen)")
        }
        desk.load(Township.snapshot())
        #expect(!desk.shows("daiban verify") && desk.shows("待受理 3"))
    }

    @Test(
        "What the program has to say is shown to its end, also where it is longer than a line",
        arguments: Language.allCases)
    func longNotice(_ language: Language) throws {
        // So many that the pane is full of them.
        let many = (0..<40).map { number in
            var row = Township.pending[0]
            row.reference = CaseReference(id: CaseID(Int64(500 + number)), version: 1)
            return row
        }
        var desk = DeskHarness(
            columns: 80, rows: 24, language: language, snapshot: Township.snapshot(pending: many))
        let folder = "/township-records"
        let path = String(repeating: folder, count: 8) + "/office.db"
        let why = StoreError.corrupt(path: path, detail: "database disk image is malformed")
        desk.send(.loaded(.failure(why), request: desk.state.request))
        #expect(desk.shows("/office.db"), "\(desk.screen)")
        #expect(desk.shows(language == .chinese ? "照它说的办" : "verify says"), "\(desk.screen)")
        // A click on it puts it away, and selects nothing of what it hides.
        let selected = desk.state.queuePanes[.pending]?.selected
        let row = try #require(
            desk.screen.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(folder) })
        #expect(row < desk.state.layout.notice.y - 1, "a row of the pane")
        desk.send(.input(.mouse(MouseEvent(.press(.left), column: 3, row: row))))
        #expect(!desk.shows(folder) && desk.state.queuePanes[.pending]?.selected == selected)
    }

    @Test func onlyOneRequestIsUnderWayAndNoChangeIsMissed() {
        var desk = DeskHarness()
        let request = desk.state.request
        desk.send(.feed(.changed))
        #expect(desk.effects == [.load(request)])
        desk.send(.feed(.changed))
        desk.send(.feed(.changed))
        #expect(desk.effects.isEmpty)
        desk.load(Township.snapshot())
        #expect(desk.effects.count == 1)
        desk.load(Township.snapshot())
        #expect(desk.effects.isEmpty)
    }

    @Test func aStoreThatCannotBeReadIsAskedAgainInASecondNotAtOnce() {
        var desk = DeskHarness()
        desk.send(.feed(.changed))
        desk.send(.loaded(.failure(.busy(path: "t.sqlite", seconds: 5)), request: desk.state.request))
        #expect(desk.effects == [.tryAgain])
        #expect(desk.shows("数据 0 秒前"))
        desk.wait(milliseconds: 1_000)
        desk.send(.tick)
        #expect(desk.shows("数据 1 秒前"))
        desk.load(Township.snapshot())
        #expect(desk.shows("数据 实时"))
    }

    @Test(arguments: [45, 90, 400])
    func aTallWindowOverALongQueueIsSatisfied(_ rows: Int) {
        var desk = DeskHarness(columns: 80, rows: rows, snapshot: Township.snapshot(pending: []))
        for key in [Key.pageDown, .pageDown, .end, .pageUp, .home] {
            desk.press(key)
            var answers = 0
            while case .load(let request)? = desk.effects.first, answers < 10 {
                desk.send(.loaded(.success(Self.answer(request)), request: request))
                answers += 1
            }
            #expect(answers < 4)
        }
    }

    /// What a store with 5,000 pending cases answers: a window around the anchor.
    private static func answer(_ request: DeskRequest) -> DeskSnapshot {
        var snapshot = Township.snapshot()
        guard let asked = request.queues[.pending] else { return snapshot }
        let rank = asked.anchor.map { Int($0.value) - 1_000 } ?? asked.index
        let offset = max(0, min(rank - asked.limit / 2, 5_000 - asked.limit))
        let loaded = (offset..<offset + asked.limit).map {
            Township.row(Int64(1_000 + $0), .pending, "张*", "生育登记", due: 500)
        }
        snapshot.pages[.pending] = QueuePage(rows: loaded, offset: offset, total: 5_000, unfilteredTotal: 5_000)
        return snapshot
    }

    @Test func aFailedUndoIsNotOfferedForEver() throws {
        var desk = DeskHarness()
        desk.type("3a")
        desk.press(.enter)
        var approved = try Township.detail().case
        approved.apply(.approved(Approval()), at: Township.now, by: Township.reviewer.id)
        desk.send(.performed(try #require(desk.performed).card, .success(approved)))
        desk.type("w")
        desk.press(.enter)
        let conflict = Conflict(current: approved, entries: [])
        desk.send(.performed(try #require(desk.performed).card, .failure(.conflict(conflict))))
        desk.type("w")
        #expect(desk.shows("没有可以撤回的操作"))
    }

    @Test func keysDuringRecordingSaySo() {
        var desk = DeskHarness()
        desk.type("u")
        desk.press(.enter)
        desk.press(.down)
        #expect(desk.shows("正在记录"))
        #expect(desk.state.selectedRow?.id == Township.pending[0].id)
    }

    @Test func theHelpStopsAtItsEnds() {
        var desk = DeskHarness(columns: 80, rows: 24)
        desk.type("?")
        for _ in 0..<100 { desk.press(.down) }
        let end = desk.screen
        desk.press(.up)
        #expect(desk.screen != end)
        desk.press(.end)
        #expect(desk.screen == end)
        desk.press(.home)
        desk.press(.escape)
        #expect(desk.state.overlay == nil)
    }

    @Test func maskedDataIsShownOnlyAfterAReasonWasRecorded() throws {
        var desk = DeskHarness()
        desk.type("3")
        desk.press(.down)
        desk.press(.enter)
        let detail = try Township.detail()
        desk.send(.detail(detail.case.id, .success(detail)))
        #expect(!desk.shows("孙大勇"))
        #expect(!desk.shows("0019"))
        desk.type("x核对身份")
        desk.press(.enter)
        let sent = try #require(desk.performed)
        #expect(sent.command == .reveal(reason: "核对身份"))
        #expect(!desk.shows("孙大勇"))
        desk.send(.performed(sent.card, .success(detail.case)))
        #expect(desk.shows("孙大勇"))
        desk.press(.escape)
        #expect(!desk.shows("孙大勇"))
    }
}

extension ActionCard.Question {
    var picker: AgentPicker? {
        if case .agent(let picker) = self { return picker }
        return nil
    }
}
