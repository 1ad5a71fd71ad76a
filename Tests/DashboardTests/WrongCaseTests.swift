import CaseStore
import Casework
import Dashboard
import Testing
import TerminalKit

/// Never the wrong case: whatever happens between seeing and pressing, an action means what the person saw.
@Suite struct WrongCaseTests {
    @Test func anActionCarriesTheCaseAndVersionOfTheFirstKeyPress() {
        var desk = DeskHarness()
        desk.type("3a")
        let seen = Township.inReview[0].reference
        // Meanwhile the case gets another version and another one comes in before it.
        var moved = Township.inReview
        moved[0].reference.version += 1
        moved.insert(Township.row(39, .inReview, "吴*", "生育登记", due: 10), at: 0)
        desk.load(Township.snapshot(inReview: moved))
        #expect(desk.shows("在此期间已有变动"))
        desk.press(.enter)
        #expect(desk.performed?.card.reference == seen)
    }

    @Test func theSelectionStaysOnACaseThatLeftItsQueueAndTakesNoAction() throws {
        var desk = DeskHarness()
        desk.type("3")
        desk.press(.down)
        let seen = Township.inReview[1].reference
        desk.load(Township.snapshot(inReview: [Township.inReview[0], Township.inReview[2]]))
        #expect(desk.shows("已不在这个列表"))
        #expect(desk.effects.contains(.loadDetail(seen.id)))
        desk.wait(milliseconds: 1_000)
        desk.type("a")
        #expect(desk.state.card == nil)
        // The trace tells who was faster.
        var detail = try Township.detail()
        detail.trace.insert(
            TraceEntry(
                sequence: 9, at: Township.now, actor: StaffID(2), actorName: "陈立夏", event: .approved(Approval())), at: 0
        )
        desk.send(.detail(seen.id, .success(detail)))
        #expect(desk.shows("已由 陈立夏 通过"))
        desk.type("a")
        #expect(desk.state.card == nil)
        #expect(desk.shows("已由 陈立夏 于 09:41 通过"))
        #expect(desk.state.selectedRow?.reference == seen)
    }

    @Test func aCaseThatCameBackAfterAnOwnActionIsNotLeftSilently() throws {
        var desk = DeskHarness()
        desk.type("3a")
        desk.press(.enter)
        let sent = try #require(desk.performed)
        desk.send(.performed(sent.card, .success(try Township.detail().case)))
        desk.load(Township.snapshot(inReview: Array(Township.inReview.dropFirst())))
        // Returned and handed in again, it is in review once more with a later version.
        var again = Township.inReview
        again[0].reference.version += 3
        desk.load(Township.snapshot(inReview: again))
        desk.press(.up)
        #expect(desk.state.selectedRow?.reference == again[0].reference)
        desk.load(Township.snapshot(inReview: Array(Township.inReview.dropFirst())))
        #expect(desk.state.selectedRow?.reference == again[0].reference)
        #expect(desk.shows("已不在这个列表"))
    }

    @Test func inAWindowThatIsTooSmallOnlyLeavingWorks() {
        var desk = DeskHarness(columns: 40, rows: 10)
        desk.type("t")
        #expect(desk.state.card == nil)
        desk.type("q")
        #expect(desk.effects == [.quit])
    }

    @Test func leavingAGhostSelectsTheNeighbourThatTookItsPlace() {
        for (key, expected) in [(Key.down, 1), (Key.up, 0)] {
            var desk = DeskHarness()
            desk.type("3")
            desk.press(.down)
            desk.load(Township.snapshot(inReview: [Township.inReview[0], Township.inReview[2]]))
            desk.press(key)
            #expect(desk.state.selectedRow?.id == [Township.inReview[0], Township.inReview[2]][expected].id)
            #expect(!desk.shows("已不在这个列表"))
        }
    }

    /// A desk over a queue of 2,000 of which the first 300 are loaded.
    private func longQueue() -> DeskHarness {
        DeskHarness(snapshot: long(from: 0))
    }

    private func long(from offset: Int) -> DeskSnapshot {
        var snapshot = Township.snapshot()
        let rows = (offset..<min(offset + 300, 2_000)).map {
            Township.row(Int64(1_000 + $0), .pending, "张*", "生育登记", due: 500)
        }
        snapshot.pages[.pending] = QueuePage(rows: rows, offset: offset, total: 2_000, unfilteredTotal: 2_000)
        return snapshot
    }

    @Test func aLateAnswerToAJumpDoesNotMoveTheSelectionThatWasClickedSince() {
        var desk = longQueue()
        desk.press(.end)
        let jump = desk.state.request
        desk.send(.input(.mouse(MouseEvent(.press(.left), column: 10, row: 6))))
        let clicked = desk.state.selectedRow?.id
        #expect(clicked == CaseID(1_003))
        desk.send(.loaded(.success(long(from: 1_700)), request: jump))
        #expect(desk.state.selectedRow?.id == clicked)
    }

    @Test func noActionIsTakenWhileAnAnswerIsAwaited() {
        var desk = longQueue()
        desk.press(.end)
        desk.type("t")
        #expect(desk.state.card == nil)
        var filtered = DeskHarness()
        filtered.type("/李")
        filtered.press(.enter)
        filtered.type("t")
        #expect(filtered.state.card == nil)
        #expect(filtered.shows("正在读取"))
        filtered.load(Township.snapshot(pending: [Township.pending[2]]))
        // Just arrived: nobody can have read it.
        filtered.type("t")
        #expect(filtered.state.card == nil)
        filtered.wait(milliseconds: 250)
        filtered.type("t")
        #expect(filtered.state.card?.reference == Township.pending[2].reference)
    }

    @Test func theCaseThatAnUndoBringsBackMustHaveBeenSeen() throws {
        var desk = DeskHarness()
        desk.type("3a")
        desk.press(.enter)
        var approved = try Township.detail().case
        approved.apply(.approved(Approval()), at: Township.now, by: Township.reviewer.id)
        desk.send(.performed(try #require(desk.performed).card, .success(approved)))
        desk.load(Township.snapshot(inReview: [Township.inReview[0], Township.inReview[2]]))
        desk.wait(milliseconds: 1_000)
        desk.type("w")
        desk.press(.enter)
        desk.send(.performed(try #require(desk.performed).card, .success(approved)))
        desk.load(Township.snapshot())
        #expect(desk.state.selectedRow?.id == approved.id)
        desk.type("a")
        #expect(desk.state.card == nil)
        desk.wait(milliseconds: 250)
        desk.type("a")
        #expect(desk.state.card?.reference == Township.inReview[1].reference)
    }

    @Test func aCaseThatChangesInItsDetailTakesNoActionForAMoment() throws {
        var desk = DeskHarness()
        desk.type("3")
        desk.press(.down)
        desk.press(.enter)
        var detail = try Township.detail()
        desk.send(.detail(detail.case.id, .success(detail)))
        desk.wait(milliseconds: 1_000)
        detail.case.apply(.urged(Urging(agent: Township.agents[0].member.id)), at: Township.now, by: StaffID(2))
        desk.send(.detail(detail.case.id, .success(detail)))
        desk.type("a")
        #expect(desk.state.card == nil)
        desk.wait(milliseconds: 700)
        desk.type("a")
        #expect(desk.state.card?.reference == detail.case.reference)
    }

    @Test func oneCanGoOnAtOnceAfterAnOwnActionThatLeavesTheCaseInItsQueue() throws {
        var desk = DeskHarness()
        desk.type("u")
        desk.press(.enter)
        let sent = try #require(desk.performed)
        desk.send(.performed(sent.card, .success(try Township.detail().case)))
        var urged = Township.pending
        urged[0].reference.version += 1
        urged[0].urgings = 1
        desk.load(Township.snapshot(pending: urged))
        desk.type("s")
        #expect(desk.state.card?.reference == urged[0].reference)
    }

    @Test func theRowThatMovesUpAfterAnOwnActionMustHaveBeenSeen() throws {
        var desk = DeskHarness()
        desk.type("3a")
        desk.press(.enter)
        let sent = try #require(desk.performed)
        desk.send(.performed(sent.card, .success(try Township.detail().case)))
        desk.load(Township.snapshot(inReview: Array(Township.inReview.dropFirst())))
        desk.type("a")
        #expect(desk.state.card == nil)
        desk.wait(milliseconds: 250)
        desk.type("a")
        #expect(desk.state.card?.reference == Township.inReview[1].reference)
    }

    @Test func aClickEndsTheTypingOfAFilter() {
        var desk = DeskHarness()
        desk.type("/李")
        desk.send(.input(.mouse(MouseEvent(.press(.left), column: 10, row: 28))))
        #expect(desk.state.filterField == nil)
        desk.type("a")
        #expect(desk.state.queuePanes[.pending]?.filter == "李")
        #expect(desk.state.queuePanes[.inReview]?.filter == "")
    }

    @Test func aRowThatHasJustChangedTakesNoActionForAMoment() {
        var desk = DeskHarness()
        desk.type("3")
        var changed = Township.inReview
        changed[0].reference.version += 1
        desk.load(Township.snapshot(inReview: changed))
        desk.wait(milliseconds: 300)
        desk.type("a")
        #expect(desk.state.card == nil)
        #expect(desk.shows("刚刚变动过"))
        desk.wait(milliseconds: 400)
        desk.type("a")
        #expect(desk.state.card?.reference == changed[0].reference)
    }

    @Test func theSelectionFollowsItsCaseWhenRowsComeAndGo() {
        var desk = DeskHarness()
        desk.press(.down)
        let selected = Township.pending[1].id
        let earlier = (40..<60).map { Township.row($0, .pending, "钱*", "生育登记", due: 1) }
        desk.load(Township.snapshot(pending: earlier + Township.pending))
        #expect(desk.state.selectedRow?.id == selected)
        desk.load(Township.snapshot(pending: [Township.pending[1]]))
        #expect(desk.state.selectedRow?.id == selected)
        #expect(desk.shows("▶"))
    }

    @Test func aStrayClickAnswersNoQuestion() {
        var desk = DeskHarness()
        desk.type("3a")
        desk.send(.input(.mouse(MouseEvent(.press(.left), column: 4, row: 44))))
        desk.send(.input(.mouse(MouseEvent(.press(.left), column: 10, row: 5))))
        #expect(desk.state.card != nil)
        #expect(desk.performed == nil)
    }

    @Test func pastedTextIsNeverACommand() {
        var desk = DeskHarness()
        desk.type("3")
        desk.send(.input(.paste("a\ra\r")))
        #expect(desk.state.card == nil)
        desk.type("r")
        desk.send(.input(.paste("第一行\n第二行\u{1B}[31m")))
        #expect(desk.state.card != nil)
        #expect(desk.performed == nil)
        #expect(desk.shows("第一行 第二行"))
        #expect(!desk.screen.contains("\u{1B}"))
    }
}
