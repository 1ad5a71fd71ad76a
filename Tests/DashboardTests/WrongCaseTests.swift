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

    @Test func theSelectionStaysOnACaseThatLeftItsQueue() {
        var desk = DeskHarness()
        desk.type("3")
        let seen = Township.inReview[0].reference
        desk.load(Township.snapshot(inReview: Array(Township.inReview.dropFirst())))
        #expect(desk.shows("已离开此列"))
        desk.wait(milliseconds: 1_000)
        desk.type("a")
        desk.press(.enter)
        #expect(desk.performed?.card.reference == seen)
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
        #expect(desk.shows("已离开此列"))
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
            #expect(!desk.shows("已离开此列"))
        }
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
