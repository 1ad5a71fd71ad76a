import TerminalKit

/// What stands in a pane while it has no rows to show: that they are being read, or why they cannot be.
struct AbsentRowsView {
    let context: ViewContext

    /// - Parameter region: the inside of the pane.
    func draw(in buffer: inout CellBuffer, region: Region) {
        let room = Region(x: region.x + 2, y: region.y + 1, width: region.width - 4, height: region.height - 1)
        guard case .stale(_, let why) = context.state.data else {
            buffer.put(
                context.text(.loading), x: room.x, y: room.y, style: context.style(.muted, on: context.ground),
                width: room.width)
            return
        }
        let lines = TextWrap.lines(context.text(.storeProblem(why)), width: room.width)
        for (index, line) in lines.prefix(max(0, room.height)).enumerated() {
            buffer.put(
                line, x: room.x, y: room.y + index, style: context.style(.warning, on: context.ground),
                width: room.width)
        }
    }
}
