import Casework
import TerminalKit

/// The card that asks what becomes of somebody: who, on what it rests, what is chosen, and why.
struct TenureCardView {
    let context: ViewContext
    let card: TenureCard

    private typealias Line = (text: String, style: Style)

    func draw(in buffer: inout CellBuffer, region: Region) -> CursorPosition? {
        let base = context.style(.card, on: context.ground)
        let place = place(in: region)
        buffer.fill(place.box, style: base)
        let edge = context.style(.focusedBorder, on: base)
        Box(
            lines: context.glyphs.lines, style: edge,
            title: [StyledText(context.text(.appraisal(.decideTitle(card.seen.month))), edge.bold())]
        ).draw(in: &buffer, region: place.box)
        func put(_ line: Line, _ row: Region) {
            buffer.putTruncated(line.text, x: row.x, y: row.y, style: line.style, width: row.width)
        }
        for (number, line) in head(place.grounds, base).enumerated() { put(line, place.inner.row(number)) }
        for (outcome, row) in zip(TenureDecision.Outcome.allCases, place.outcomes) {
            let isChosen = outcome == card.outcome
            let name = context.text(.appraisal(.outcome(outcome)))
            put(
                (isChosen ? "[\(name)]" : " \(name) ", isChosen ? context.style(.selection, on: base) : base), row)
        }
        let cursor = card.reason.draw(
            in: &buffer, region: place.reason, style: context.style(.field, on: base),
            placeholder: context.text(.appraisal(.decideReason)),
            placeholderStyle: context.style(.field, on: base).dim())
        put(foot(base), place.inner.row(place.inner.height - 1))
        return card.isConfirming || card.isRecording ? nil : cursor
    }

    /// Who, and the ground as it stood on the screen, as far as there is room.
    private func head(_ room: Int, _ base: Style) -> [Line] {
        let muted = context.style(.muted, on: base)
        let who = "\(card.member.number)   \(card.member.name)   \(card.member.village ?? "")"
        let grounds = grounds
        let shown = grounds.count > room ? Array(grounds.prefix(max(0, room - 1))) + ["…"] : grounds
        return [(who, base.bold())] + shown.map { ($0, base) } + [
            (context.text(.appraisal(.suggested(card.seen.suggested, clauses: card.seen.clauses))), muted)
        ]
    }

    private var grounds: [String] {
        AppraisalLine.grounds(of: card.seen).compactMap { line in
            switch line {
            case .text(let message), .warning(let message): context.text(message)
            case .heading, .muted, .figure, .blank: nil
            }
        }
    }

    private func foot(_ base: Style) -> Line {
        if let problem = card.problem { return (context.text(problem), context.style(.warning, on: base)) }
        if card.isRecording { return (context.text(.recording), context.style(.muted, on: base)) }
        if card.isConfirming {
            let who = "\(card.member.number) \(card.member.name)"
            return (context.text(.appraisal(.confirm(who, card.outcome))), context.style(.warning, on: base))
        }
        return (context.text(.appraisal(.decideHint)), context.style(.key, on: base))
    }

    // MARK: Where what lies

    private struct Place {
        var box: Region
        var inner: Region
        /// So many lines there are for the ground.
        var grounds: Int
        var outcomes: [Region]
        var reason: Region
    }

    /// Everything but the ground has its lines; the ground has what is left.
    private func place(in region: Region) -> Place {
        let outcomes = TenureDecision.Outcome.allCases.count
        // Who, what is proposed, a line of air above and below the outcomes, the reason, a line of air, the keys, the frame.
        let fixed = outcomes + 9
        let grounds = max(0, min(grounds.count, region.height - fixed))
        let box = region.centred(width: min(region.width - 4, 76), height: min(fixed + grounds, region.height))
        let inner = box.inset(horizontal: 2, vertical: 1)
        let first = grounds + 3
        return Place(
            box: box, inner: inner, grounds: grounds,
            outcomes: (0..<outcomes).map { inner.row(first + $0) }, reason: inner.row(first + outcomes + 1))
    }

    /// The outcome on which somebody clicked.
    static func outcome(_ state: DeskState, _ card: TenureCard, column: Int, row: Int) -> TenureDecision.Outcome? {
        let look = Theme(name: "", styles: [:])
        let view = TenureCardView(
            context: ViewContext(state: state, theme: look, glyphs: Glyphs(.unicode)), card: card)
        let rows = view.place(in: state.layout.body).outcomes
        return zip(TenureDecision.Outcome.allCases, rows).first { $1.contains(column: column, row: row) }?.0
    }
}
