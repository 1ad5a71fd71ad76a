import CaseStore
import Casework
import TerminalKit

/// The open card: which case it is about, in words that cannot be mistaken, and what is asked.
struct CardView {
    let context: ViewContext
    let card: ActionCard

    func draw(in buffer: inout CellBuffer, region: Region) -> CursorPosition? {
        let base = context.style(.card, on: context.ground)
        let width = min(region.width - 4, 76)
        let height = min(self.height, region.height)
        let box = place(width: width, height: height, in: region)
        buffer.fill(box, style: base)
        let title = card.undoes.map { Message.cardUndo($0) } ?? .cardTitle(card.kind)
        let edge = context.style(.focusedBorder, on: base)
        Box(lines: context.glyphs.lines, style: edge, title: [StyledText(context.text(title), edge.bold())])
            .draw(in: &buffer, region: box)

        let inner = box.inset(horizontal: 2, vertical: 1)
        var y = inner.y
        func put(_ text: String, _ style: Style) {
            guard y < inner.maxY else { return }
            buffer.putTruncated(text, x: inner.x, y: y, style: style, width: inner.width)
            y += 1
        }
        put("\(card.number)   \(card.applicant)   \(card.village)", base.bold())
        put(card.item + (card.holderName.map { "   \(context.text(.detailField(.holder))) \($0)" } ?? ""), base)
        put(facts, context.style(.muted, on: base))
        if context.state.cardIsOutdated {
            put(context.text(.changedMeanwhile), context.style(.warning, on: base))
        } else if let consequence = context.text(.consequence(card.kind)).nonEmpty {
            put(consequence, base)
        } else {
            y += 1
        }
        var cursor: CursorPosition?
        let muted = context.style(.muted, on: base)
        switch card.question {
        case .confirm:
            break
        case .reason(let field):
            cursor = field.draw(
                in: &buffer, region: Region(x: inner.x, y: y, width: inner.width, height: 1),
                style: context.style(.field, on: base), placeholder: context.text(.reasonPlaceholder(card.kind)),
                placeholderStyle: context.style(.field, on: base).dim())
            y += 1
        case .agent(let picker):
            cursor = picker.field.draw(
                in: &buffer, region: Region(x: inner.x, y: y, width: inner.width, height: 1),
                style: context.style(.field, on: base), placeholder: context.text(.chooseAgentFilter),
                placeholderStyle: context.style(.field, on: base).dim())
            y += 1
            drawAgents(
                picker, in: &buffer, Region(x: inner.x, y: y, width: inner.width, height: max(0, inner.maxY - y - 1)),
                base)
        }
        y = inner.maxY - 1
        if let problem = card.problem {
            put(context.text(problem), context.style(.warning, on: base))
        } else if card.isRecording {
            put(context.text(.recording), muted)
        } else {
            put(hint, context.style(.key, on: base))
        }
        return cursor
    }

    /// When it is due, and how often it came back.
    private var facts: String {
        var facts: [String] = []
        if let due = card.dueAt {
            facts.append(context.text(.dueLine(due: context.dueText(due), remaining: context.remaining(due))))
        }
        if card.returns > 0 { facts.append(context.text(.returnsLine(card.returns))) }
        return facts.joined(separator: "   ")
    }

    /// Where a click on the card's last line means Enter and where Escape.
    static func hints(_ state: DeskState) -> (confirm: Region, cancel: Region)? {
        guard let card = state.card else { return nil }
        let look = Theme(name: "", styles: [:])
        let view = CardView(context: ViewContext(state: state, theme: look, glyphs: Glyphs(.unicode)), card: card)
        let body = state.layout.body
        let box = view.place(width: min(body.width - 4, 76), height: min(view.height, body.height), in: body)
        let line = box.inset(horizontal: 2, vertical: 1).row(box.height - 3)
        let hint = view.hint
        guard let enter = hint.range(of: "Enter"), let escape = hint.range(of: "Esc") else { return nil }
        // What stands behind Esc is neither.
        let end = hint.range(of: "   Tab").map { String(hint[..<$0.lowerBound]) } ?? hint
        let from = DisplayWidth.of(String(hint[..<enter.lowerBound]))
        let to = DisplayWidth.of(String(hint[..<escape.lowerBound]))
        return (
            Region(x: line.x + from, y: line.y, width: max(0, to - from - 2), height: 1),
            Region(x: line.x + to, y: line.y, width: DisplayWidth.of(end) - to, height: 1)
        )
    }

    private var hint: String {
        if case .agent = card.question { return context.text(.choiceHint) }
        let confirm = context.text(.cardConfirm)
        return card.kind == .decline ? "\(confirm)   \(context.text(.life(.declineMore)))" : confirm
    }

    /// In the middle, but never over the row that the card is about.
    private func place(width: Int, height: Int, in region: Region) -> Region {
        var box = region.centred(width: width, height: height)
        guard let row = selectedLine, (box.y - 1...box.maxY).contains(row) else { return box }
        let isBelow = region.maxY - row > row - region.y
        box.y = isBelow ? min(row + 2, region.maxY - height) : max(row - 1 - height, region.y)
        return box
    }

    /// The line of the screen on which the selected row stands.
    private var selectedLine: Int? {
        let state = context.state
        guard case .panes = state.screen, let region = state.layout.panes[state.focus],
            let pane = state.queuePanes[state.focus]
        else { return nil }
        return region.y + 2 + pane.index - pane.top
    }

    private var height: Int {
        switch card.question {
        case .confirm: 7
        case .reason: 8
        case .agent: 21
        }
    }

    private func drawAgents(_ picker: AgentPicker, in buffer: inout CellBuffer, _ region: Region, _ base: Style) {
        let agents = picker.shown
        guard !agents.isEmpty else {
            buffer.put(
                context.text(.noAgentMatches), x: region.x, y: region.y, style: context.style(.muted, on: base),
                width: region.width)
            return
        }
        let visible = max(0, region.height - 1)
        let top = ScrollWindow.top(current: 0, selected: picker.index, visible: visible, count: agents.count)
        AgentTable(context: context, ground: base).draw(
            agents: agents, top: top, selected: picker.selected, isFocused: true, in: &buffer, region: region)
    }
}

extension String {
    /// Itself, unless there is nothing in it.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }

    /// Where `text` first stands; without Foundation's locale-aware search.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
