import TerminalKit

/// The box in the upper right corner that tells what frames cost. Its own numbers are those of the frame before: a frame
/// cannot tell what it will cost itself.
struct FrameCountersView {
    let context: ViewContext
    let figures: FrameFigures

    func draw(in buffer: inout CellBuffer, region: Region) {
        let base = context.style(.card, on: context.ground)
        let edge = context.style(.focusedBorder, on: base)
        let labels = FrameCounter.allCases.map { context.text(.frame(.counter($0))) }
        let columns = [
            TableColumn(title: "", minimum: 1, ideal: labels.reduce(0) { max($0, DisplayWidth.of($1)) }),
            TableColumn(title: context.text(.frame(.last)), minimum: 6, ideal: 7, alignment: .right),
            TableColumn(title: context.text(.frame(.total)), minimum: 6, ideal: 10, alignment: .right),
        ]
        let table = Table(
            columns: columns, margin: 1, headingStyle: context.style(.heading, on: base), glyphs: context.glyphs.widgets
        )
        let width = columns.reduce(0) { $0 + $1.ideal } + table.gap * (columns.count - 1) + 2 * table.margin + 2
        let box = Region(x: region.maxX - width, y: region.y, width: width, height: labels.count + 3)
            .intersection(region)
        buffer.fill(box, style: base)
        let title = StyledText(context.text(.commandTitle(.frameCounters)), edge.bold())
        let inside = Box(lines: context.glyphs.lines, style: edge, title: [title]).draw(in: &buffer, region: box)
        table.draw(
            in: &buffer, region: inside,
            rows: zip(FrameCounter.allCases, labels).map { counter, label in
                Table.Row(
                    [
                        StyledText(label, context.style(.muted, on: base)),
                        StyledText(String(counter.value(in: figures.last)), base),
                        StyledText(String(counter.value(in: figures.total)), base),
                    ], style: base)
            })
    }
}
