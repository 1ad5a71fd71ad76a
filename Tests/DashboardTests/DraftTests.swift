import CaseStore
import Casework
import TerminalKit
import Testing

@testable import Dashboard

@Suite struct DraftTests {
    @Test func whatIsTypedIsHandedOutWithTheNextKeysAndAtOnceWhenTheFieldIsLeft() throws {
        var desk = DeskHarness()
        desk.openIntake()
        desk.type("养")
        #expect(try #require(desk.kept).atOnce == false)
        desk.type("老")
        desk.press(.enter)
        let kept = try #require(desk.kept)
        #expect(kept.atOnce)
        #expect(kept.drafts.forms["intake"]?.values["item"] == .text("养老保险待遇申领"))
        // Nothing new: nothing is handed out.
        desk.press(.enter)
        #expect(desk.kept == nil)
    }

    @Test func aFormThatIsLeftComesBackWithWhatWasTyped() {
        var desk = DeskHarness()
        desk.openIntake()
        desk.fillIn()
        desk.press(.escape)
        #expect(desk.state.form == nil)
        #expect(desk.shows("写下的文字保留"))
        desk.openIntake()
        #expect(desk.shows("张三丰") && desk.shows("没有送出的内容"))
        desk.press(KeyPress(.character("x"), .control))
        #expect(!desk.shows("张三丰"))
        desk.press(.escape)
        desk.openIntake()
        #expect(!desk.shows("张三丰"))
    }

    @Test func theDraftsOfAProcessThatDiedAreOfferedByTheNext() throws {
        var desk = DeskHarness()
        desk.openIntake()
        desk.fillIn()
        let kept = desk.state.unsent
        var next = DeskHarness()
        next.send(.draftsFound(kept))
        #expect(next.kept == nil)
        #expect(next.state.form == nil)
        next.openIntake()
        #expect(next.shows("张三丰") && next.shows("没有送出的内容"))
        // The village that was chosen is chosen again, once the list has come.
        #expect(next.state.form?.form.pick("village") == "石门垭")
    }

    @Test func aReasonIsKeptWhileItIsTypedAndGoesWhenItIsSent() throws {
        var desk = DeskHarness()
        desk.type("3r缺签")
        let kept = try #require(desk.kept?.drafts)
        #expect(kept.reasons.map(\.text) == ["缺签"])
        var next = DeskHarness()
        next.send(.draftsFound(kept))
        next.type("3r")
        #expect(next.shows("缺签"))
        next.press(.enter)
        let card = try #require(next.performed?.card)
        let approved = try Township.detail().case
        next.send(.performed(card, .success(approved)))
        #expect(try #require(next.kept).drafts.isEmpty)
        #expect(try #require(next.kept).atOnce)
    }

    @Test func aReasonOfAnotherDatabaseIsNotOffered() throws {
        var desk = DeskHarness()
        desk.type("3r缺签")
        var kept = try #require(desk.kept?.drafts)
        kept.reasons[0].number = "OTHER-1"
        var next = DeskHarness()
        next.send(.draftsFound(kept))
        next.type("3r")
        #expect(!next.shows("缺签"))
    }

    @Test func whatIsRegisteredLeavesNoDraft() throws {
        var desk = DeskHarness()
        desk.openIntake()
        desk.fillIn()
        desk.press(.enter)
        desk.type("1")
        desk.press(KeyPress(.character("s"), .control))
        try desk.answerRegistration()
        let kept = try #require(desk.kept)
        #expect(kept.drafts.isEmpty && kept.atOnce)
    }

    @Test func thePersonIsToldWhenDraftsCannotBeKept() {
        var desk = DeskHarness()
        desk.send(.draftsNotKept("No space left on device"))
        #expect(desk.shows("草稿没有存下"))
    }
}
