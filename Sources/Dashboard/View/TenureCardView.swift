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
        for (number, line) in head(place, base).enumerated() { put(line, place.inner.row(number)) }
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

    /// Who, and the ground as it stood on the screen, as much at a time as there is room for.
    private func head(_ place: Place, _ base: Style) -> [Line] {
        let muted = context.style(.muted, on: base)
        let who = "\(card.member.number)   \(card.member.name)   \(card.member.village ?? "")"
        var shown: [Line] = place.grounds.map { (grounds[$0], base) }
        if place.isScrolled {
            let range = place.grounds
            shown.append(
                (
                    context.text(.appraisal(.groundsShown(range.lowerBound + 1, range.upperBound, of: grounds.count))),
                    muted
                ))
        }
        return [(who, base.bold())] + shown + [
            (context.text(.appraisal(.suggested(card.seen.suggested))), base),
            (context.text(.appraisal(.restsOn(card.seen.sources))), muted),
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
        /// The lines of the ground that are shown.
        var grounds: Range<Int>
        /// There are more of them: a line says which these are.
        var isScrolled: Bool
        var outcomes: [Region]
        var reason: Region
    }

    /// Everything but the ground has its lines; the ground has what is left.
    private func place(in region: Region) -> Place {
        let outcomes = TenureDecision.Outcome.allCases.count
        // Who, what is proposed by what, a line of air above and below the outcomes, the reason, the keys, the frame.
        let fixed = outcomes + 9
        let (count, room) = (grounds.count, max(0, region.height - fixed))
        let isScrolled = count > room && room > 0
        let visible = isScrolled ? room - 1 : min(count, room)
        let top = max(0, min(card.top, count - visible))
        let box = region.centred(
            width: min(region.width - 4, 76), height: min(fixed + min(count, room), region.height))
        let inner = box.inset(horizontal: 2, vertical: 1)
        let first = min(count, room) + 4
        return Place(
            box: box, inner: inner, grounds: top..<(top + visible), isScrolled: isScrolled,
            outcomes: (0..<outcomes).map { inner.row(first + $0) }, reason: inner.row(first + outcomes + 1))
    }

    // MARK: For the state

    private init(_ state: DeskState, _ card: TenureCard) {
        let look = Theme(name: "", styles: [:])
        self.init(context: ViewContext(state: state, theme: look, glyphs: Glyphs(.unicode)), card: card)
    }

    init(context: ViewContext, card: TenureCard) {
        self.context = context
        self.card = card
    }

    /// The outcome on which somebody clicked.
    static func outcome(_ state: DeskState, _ card: TenureCard, column: Int, row: Int) -> TenureDecision.Outcome? {
        let rows = TenureCardView(state, card).place(in: state.layout.body).outcomes
        return zip(TenureDecision.Outcome.allCases, rows).first { $1.contains(column: column, row: row) }?.0
    }

    /// The first line of the ground that is shown, after a page more or less.
    static func top(_ state: DeskState, _ card: TenureCard, pages: Int) -> Int {
        let view = TenureCardView(state, card)
        let shown = view.place(in: state.layout.body).grounds
        return max(0, min(shown.lowerBound + pages * max(1, shown.count - 1), view.grounds.count - shown.count))
    }
}
