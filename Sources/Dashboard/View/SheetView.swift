import CaseStore
import Casework
import TerminalKit

/// A sheet over the whole middle of the screen, as it would be printed at this width.
struct SheetView {
    let context: ViewContext
    let desk: SheetDesk

    func draw(in buffer: inout CellBuffer, region: Region) {
        let base = context.style(.card, on: context.ground)
        let body = Self.lines(desk, context.state).map { [StyledText($0, base)] }
        context.overlay(.sheet(.title), hint: .sheet(.hint))
            .draw(body, top: desk.top, in: &buffer, region: region, least: region.width)
    }

    static func lines(_ desk: SheetDesk, _ state: DeskState) -> [String] {
        let width = max(20, state.layout.body.width - 4)
        let wording = SheetWording(language: state.language, offset: state.centre.offset)
        let kinds = SheetKind.allCases.map { kind in
            let name = wording.word(.kind(kind))
            return kind == desk.kind ? "[\(name)]" : name
        }
        var head: [String] = []
        // A name is never broken over two lines.
        for kind in kinds {
            if let last = head.last, DisplayWidth.of(last) + 2 + DisplayWidth.of(kind) <= width {
                head[head.count - 1] = "\(last)  \(kind)"
            } else {
                head.append(kind)
            }
        }
        head.append("")
        if let sheet = desk.sheet { return head + SheetText(wording, width: width).lines(sheet) }
        let about = [wording.word(.period(desk.period)), ""]
        if let problem = desk.problem {
            return head + about + TextWrap.lines(wording.word(.problem(problem)), width: width)
        }
        return head + about + [wording.word(.loading)]
    }
}
