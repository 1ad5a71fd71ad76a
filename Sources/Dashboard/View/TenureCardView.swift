import Casework
import TerminalKit

/// The card that asks what becomes of somebody: who, on what it rests, what is chosen, and why.
struct TenureCardView {
    let context: ViewContext
    let card: TenureCard

    func draw(in buffer: inout CellBuffer, region: Region) -> CursorPosition? {
        let base = context.style(.card, on: context.ground)
        let box = region.centred(width: min(region.width - 4, 76), height: min(10, region.height))
        buffer.fill(box, style: base)
        let edge = context.style(.focusedBorder, on: base)
        Box(
            lines: context.glyphs.lines, style: edge,
            title: [StyledText(context.text(.appraisal(.decideTitle(card.seen.month))), edge.bold())]
        ).draw(in: &buffer, region: box)
        let inner = box.inset(horizontal: 2, vertical: 1)
        var y = inner.y
        func put(_ text: String, _ style: Style) {
            guard y < inner.maxY else { return }
            buffer.putTruncated(text, x: inner.x, y: y, style: style, width: inner.width)
            y += 1
        }
        put("\(card.member.number)   \(card.member.name)   \(card.member.village ?? "")", base.bold())
        put(
            context.text(.appraisal(.restsOn(card.seen.clauses, evidence: card.seen.evidence))),
            context.style(.muted, on: base))
        put(context.text(.appraisal(.suggested(card.seen.suggested))), context.style(.muted, on: base))
        y += 1
        drawOutcomes(in: &buffer, inner.x, y, inner.width, base)
        y += 1
        let cursor = card.reason.draw(
            in: &buffer, region: Region(x: inner.x, y: y, width: inner.width, height: 1),
            style: context.style(.field, on: base), placeholder: context.text(.appraisal(.decideReason)),
            placeholderStyle: context.style(.field, on: base).dim())
        y = inner.maxY - 1
        let who = "\(card.member.number) \(card.member.name)"
        if let problem = card.problem {
            put(context.text(problem), context.style(.warning, on: base))
        } else if card.isRecording {
            put(context.text(.recording), context.style(.muted, on: base))
        } else if card.isConfirming {
            put(context.text(.appraisal(.confirm(who, card.outcome))), context.style(.warning, on: base))
        } else {
            put(context.text(.appraisal(.decideHint)), context.style(.key, on: base))
        }
        return card.isConfirming || card.isRecording ? nil : cursor
    }

    private func drawOutcomes(in buffer: inout CellBuffer, _ x: Int, _ y: Int, _ width: Int, _ base: Style) {
        var at = x
        for outcome in TenureDecision.Outcome.allCases {
            let name = context.text(.appraisal(.outcome(outcome)))
            let isChosen = outcome == card.outcome
            let style = isChosen ? context.style(.selection, on: base) : base
            at += buffer.put(isChosen ? "[\(name)]" : " \(name) ", x: at, y: y, style: style, width: width - (at - x))
            at += 2
        }
    }
}
