import TerminalKit
import Testing

@testable import Dashboard

/// A form by itself: no desk, no intake.
@Suite struct FormTests {
    private static func make() -> Form {
        let villages = ["石门垭", "两河口", "石门村"].map { FormOption($0, .plain($0)) }
        let options = ["a", "b", "c"].map { FormOption($0, .plain($0.uppercased())) }
        return Form(
            title: .helpTitle, submit: .intake(.send),
            fields: [
                FormField("name", .intake(.field(.applicant)), .text(TextField())),
                FormField("village", .intake(.field(.village)), .search(FormSearch(villages, language: .chinese))),
                FormField("one", .intake(.kindLabel), .choice(FormChoice(options))),
                FormField("some", .intake(.priorityLabel), .toggles(FormToggles(options))),
            ])
    }

    private static func type(_ text: String, into form: inout Form) {
        for character in text { _ = form.handle(KeyPress(.character(character))) }
    }

    private static func press(_ keys: Key..., into form: inout Form) -> Form.Outcome {
        var outcome = Form.Outcome.ignored
        for key in keys { outcome = form.handle(KeyPress(key)) }
        return outcome
    }

    @Test func tabGoesRoundAndShiftTabBack() {
        var form = Self.make()
        var seen: [FieldID?] = []
        for _ in 0..<5 {
            seen.append(form.focus)
            #expect(Self.press(.tab, into: &form) == .left(seen.last ?? nil))
        }
        #expect(seen == ["name", "village", "one", "some", nil])
        #expect(form.focus == "name")
        _ = form.handle(KeyPress(.tab, .shift))
        #expect(form.focus == nil)
    }

    @Test func aHiddenFieldIsPassedOver() {
        var form = Self.make()
        form.change("village") { $0.isHidden = true }
        _ = Self.press(.enter, into: &form)
        #expect(form.focus == "one")
        _ = Self.press(.up, into: &form)
        #expect(form.focus == "name")
    }

    @Test func enterOnTheButtonAndControlSAnywhereSend() {
        var form = Self.make()
        #expect(form.handle(KeyPress(.character("s"), .control)) == .submitted)
        #expect(Self.press(.pageDown, .enter, into: &form) == .submitted)
        #expect(form.handle(KeyPress(.character("x"), .control)) == .cleared)
        #expect(Self.press(.escape, into: &form) == .cancelled)
    }

    @Test func aSearchTakesTheMarkedOptionWhenItIsLeft() {
        var form = Self.make()
        _ = Self.press(.tab, into: &form)
        Self.type("石门", into: &form)
        _ = Self.press(.down, .tab, into: &form)
        #expect(form.text("village") == "石门村")
        #expect(form.pick("village") == "石门村")
        #expect(form.focus == "one")
    }

    @Test func aSearchKeepsATextThatNothingFits() {
        var form = Self.make()
        _ = Self.press(.tab, into: &form)
        Self.type("月亮", into: &form)
        _ = Self.press(.tab, into: &form)
        #expect(form.text("village") == "月亮")
        #expect(form.pick("village") == nil)
    }

    @Test func theWholeNameIsThatNameThoughAnotherBeginsLikeIt() {
        var search = FormSearch(
            ["石门垭东", "石门垭"].map { FormOption($0, .plain($0)) }, language: .chinese)
        for character in "石门垭" { _ = search.handle(KeyPress(.character(character))) }
        search.settle()
        #expect(search.picked == "石门垭")
    }

    @Test func arrowsLeaveASearchThatHasItsOption() {
        var form = Self.make()
        _ = Self.press(.tab, into: &form)
        Self.type("两", into: &form)
        _ = Self.press(.tab, .up, into: &form)
        #expect(form.focus == "village")
        _ = Self.press(.down, into: &form)
        #expect(form.focus == "one")
    }

    @Test func optionsAreChosenByDigitArrowAndBlank() {
        var form = Self.make()
        _ = Self.press(.tab, .tab, into: &form)
        #expect(form.choice("one") == nil)
        Self.type("２", into: &form)
        #expect(form.choice("one") == "b")
        _ = Self.press(.right, .right, into: &form)
        #expect(form.choice("one") == "a")
        Self.type("9", into: &form)
        #expect(form.choice("one") == "a")
        _ = Self.press(.tab, into: &form)
        Self.type("31", into: &form)
        _ = Self.press(.right, into: &form)
        Self.type(" ", into: &form)
        #expect(form.choices("some") == ["a", "b", "c"])
        Self.type("1", into: &form)
        #expect(form.choices("some") == ["b", "c"])
    }

    @Test func pastedTextGoesIntoTextsAndChoosesNothing() {
        var form = Self.make()
        #expect(form.paste("张\n三\u{1B}") == .edited("name"))
        #expect(form.text("name") == "张 三")
        _ = Self.press(.tab, .tab, into: &form)
        _ = form.paste("2")
        #expect(form.choice("one") == nil)
    }

    @Test func valuesComeBackAsTheyWere() {
        var form = Self.make()
        Self.type("张三", into: &form)
        _ = Self.press(.tab, into: &form)
        Self.type("两", into: &form)
        _ = Self.press(.tab, into: &form)
        Self.type("3", into: &form)
        _ = Self.press(.tab, into: &form)
        Self.type("12", into: &form)
        var other = Self.make()
        other.restore(form.values)
        #expect(other.values == form.values)
        #expect(other.pick("village") == "两河口")
        // What no field has, or has in another shape, changes nothing.
        other.restore(["name": .several(["a"]), "nothing": .text("x"), "one": .one("z")])
        #expect(other.values == form.values)
    }

    @Test func faultsAreShownTogetherAndTheTextsStay() {
        var form = Self.make()
        Self.type("张", into: &form)
        form.show(["village": .form(.noSuchOption), "some": .form(.required)])
        #expect(form.focus == "village")
        #expect(form.text("name") == "张")
        #expect(form.fields.compactMap(\.fault).count == 2)
    }
}
