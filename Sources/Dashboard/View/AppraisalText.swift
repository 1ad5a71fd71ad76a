import Casework
import TerminalKit

/// The lines of an appraisal with the styles of the screen.
enum AppraisalText {
    static func lines(_ screen: AppraisalScreen, _ context: ViewContext, _ base: Style) -> [[StyledText]] {
        guard let appraisal = screen.appraisal else {
            return [[StyledText(context.text(.loading), context.style(.muted, on: base))]]
        }
        let name = Appraisal.Figure.allCases.map { DisplayWidth.of(context.text(.appraisal(.figure($0)))) }.max() ?? 0
        return AppraisalLine.lines(
            appraisal, context.state.language, place: .desk(mayDecide: context.state.mayDecideTenure)
        ).map { line in
            switch line {
            case .blank: []
            case .heading(let message): [StyledText(context.text(message), context.style(.heading, on: base))]
            case .text(let message): [StyledText(context.text(message), base)]
            case .warning(let message):
                [StyledText("\(context.glyphs.near) \(context.text(message))", context.style(.near, on: base))]
            case .muted(let message): [StyledText(context.text(message), context.style(.muted, on: base))]
            case .figure(let figure, let value, let note, let trend):
                [
                    StyledText(padded(context.text(.appraisal(.figure(figure))), name + 2), base),
                    StyledText(
                        Sparkline.text(trend.map { $0 > 0 ? $0 : nil }, glyphs: context.glyphs.widgets),
                        context.style(.muted, on: base)),
                    StyledText("  \(padded(value, 8))", base.bold()),
                    StyledText(note ?? "", context.style(.muted, on: base)),
                ]
            }
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }
}
