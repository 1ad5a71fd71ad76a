import Casework
import TerminalKit

/// What lies over the middle of the screen and informs: the help, the explanation of a date, the list of commands.
struct OverlayView {
    let context: ViewContext
    let overlay: DeskOverlay

    func draw(in buffer: inout CellBuffer, region: Region) -> CursorPosition? {
        let base = context.style(.card, on: context.ground)
        switch overlay {
        case .help(let top):
            draw(lines(base), top: top, title: .helpTitle, hint: .helpHint, in: &buffer, region, base)
            return nil
        case .explanation(let top):
            draw(lines(base), top: top, title: .commandTitle(.explain), hint: .helpHint, in: &buffer, region, base)
            return nil
        case .receipt(_, let top):
            draw(
                lines(base), top: top, title: .intake(.receiptTitle), hint: .intake(.receiptHint), in: &buffer, region,
                base)
            return nil
        case .palette(let palette):
            return draw(palette, in: &buffer, region, base)
        case .life(let menu):
            return LifeMenuView(context: context, menu: menu).draw(in: &buffer, region: region)
        }
    }

    /// The text of an overlay that is only read.
    private func lines(_ base: Style) -> [[StyledText]] {
        switch overlay {
        case .help:
            return HelpText.lines(context, base)
        case .explanation:
            guard case .detail(let screen) = context.state.screen, let detail = screen.detail else { return [] }
            return ExplanationText.lines(detail.case, context, base)
        case .receipt(let receipt, _):
            return ReceiptText.lines(receipt, context.state.language).map { [StyledText($0, base)] }
        case .palette, .life:
            return []
        }
    }

    /// The furthest that the overlay can be scrolled.
    static func lastTop(_ state: DeskState) -> Int {
        guard let overlay = state.overlay else { return 0 }
        let look = Theme(name: "", styles: [:])
        let context = ViewContext(state: state, theme: look, glyphs: Glyphs(.unicode))
        let lines = OverlayView(context: context, overlay: overlay).lines(.plain)
        return max(0, lines.count - (state.layout.body.height - 2))
    }

    private func draw(
        _ lines: [[StyledText]], top: Int, title: Message, hint: Message, in buffer: inout CellBuffer, _ region: Region,
        _ base: Style
    ) {
        let widest = lines.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 0
        let box = region.centred(
            width: min(region.width, max(widest + 6, 40)), height: min(region.height, lines.count + 2))
        let inner = frame(box, title: title, hint: hint, in: &buffer, base)
        let first = min(max(0, top), max(0, lines.count - inner.height))
        for (index, line) in lines.dropFirst(first).prefix(inner.height).enumerated() {
            buffer.put(line, x: inner.x + 1, y: inner.y + index, base: base, width: inner.width - 2)
        }
        ScrollWindow.drawMark(
            in: &buffer, track: Region(x: box.maxX - 1, y: inner.y, width: 1, height: inner.height), top: first,
            visible: inner.height, count: lines.count, style: context.style(.focusedBorder, on: base))
    }

    private func draw(
        _ palette: CommandPalette, in buffer: inout CellBuffer, _ region: Region, _ base: Style
    ) -> CursorPosition? {
        let box = region.centred(width: min(region.width, 56), height: min(region.height, 18))
        let inner = frame(box, title: .commandTitle(.palette), hint: .paletteHint, in: &buffer, base)
            .inset(horizontal: 1, vertical: 0)
        let cursor = palette.field.draw(in: &buffer, region: inner.row(0), style: context.style(.field, on: base))
        let commands = palette.shown(context.state.language)
        if commands.isEmpty {
            buffer.put(
                context.text(.noCommandMatches), x: inner.x, y: inner.y + 1, style: context.style(.muted, on: base),
                width: inner.width)
        }
        let visible = max(0, inner.height - 1)
        let top = ScrollWindow.top(current: 0, selected: palette.index, visible: visible, count: commands.count)
        for (line, command) in commands.dropFirst(top).prefix(visible).enumerated() {
            let row = inner.row(line + 1)
            let availability = context.state.availability(of: command)
            var style = availability.isAvailable ? base : context.style(.muted, on: base)
            if top + line == palette.index { style = context.style(.selection, on: base) }
            buffer.fill(row, style: style)
            var text = context.text(.commandTitle(command))
            if case .unavailable(let why) = availability { text = context.text(.cannot(text, context.text(why))) }
            buffer.putTruncated(text, x: row.x + 1, y: row.y, style: style, width: row.width - 8)
            buffer.drawTrailing("\(command.keys.first?.name ?? "") ", in: row, style: style)
        }
        return cursor
    }

    private func frame(
        _ box: Region, title: Message, hint: Message, in buffer: inout CellBuffer, _ base: Style
    ) -> Region {
        buffer.fill(box, style: base)
        let edge = context.style(.focusedBorder, on: base)
        return Box(
            lines: context.glyphs.lines, style: edge, title: [StyledText(context.text(title), edge.bold())],
            trailingTitle: [StyledText(context.text(hint), context.style(.muted, on: base))]
        ).draw(in: &buffer, region: box)
    }
}

/// The help: every command of the registry with its keys, by group.
enum HelpText {
    static func lines(_ context: ViewContext, _ base: Style) -> [[StyledText]] {
        var lines: [[StyledText]] = []
        for group in CommandGroup.allCases {
            if !lines.isEmpty { lines.append([]) }
            lines.append([StyledText(context.text(.commandGroup(group)), context.style(.heading, on: base))])
            for command in CommandID.allCases where command.group == group {
                let keys = command.keys.map(\.name).joined(separator: "  ")
                let padding = String(repeating: " ", count: max(1, 16 - DisplayWidth.of(keys)))
                lines.append([
                    StyledText("  \(keys)\(padding)", context.style(.key, on: base)),
                    StyledText(context.text(.commandTitle(command)), base),
                    StyledText("  \(context.text(.commandHelp(command)))", context.style(.muted, on: base)),
                ])
            }
        }
        lines += [[], [StyledText(context.text(.marksHeading), context.style(.heading, on: base))]]
        let marks: [(String, Message)] = [
            (context.glyphs.overdue, .markOverdue), (context.glyphs.near, .markNear), (context.glyphs.gone, .markGone),
            (context.text(.flagUrgent), .markUrgent), (context.text(.flagReturned(1)), .markReturned),
            (context.text(.flagUrged(1)), .markUrged), (context.text(.flagNew), .markNew),
            (context.text(.flagProvisional), .provisionalLine),
        ]
        for (mark, meaning) in marks {
            let padding = String(repeating: " ", count: max(1, 16 - DisplayWidth.of(mark)))
            lines.append([
                StyledText("  \(mark)\(padding)", context.style(.flag, on: base)),
                StyledText(context.text(meaning), base),
            ])
        }
        return lines
    }
}

/// Why a case is due when it is due: clause, start, each day, result.
enum ExplanationText {
    static func lines(_ subject: Case, _ context: ViewContext, _ base: Style) -> [[StyledText]] {
        var lines: [[StyledText]] = []
        for clock in subject.shownClocks {
            let deadline = clock.deadline
            if !lines.isEmpty { lines.append([]) }
            let explanation = DeadlineLine.lines(
                deadline, calendar: context.state.calendar, offset: context.state.centre.offset)
            for line in explanation {
                lines.append([StyledText(context.text(line.message), style(line.kind, deadline, context, base))])
            }
        }
        return lines
    }

    private static func style(
        _ kind: DeadlineLine.Kind, _ deadline: Deadline, _ context: ViewContext, _ base: Style
    ) -> Style {
        switch kind {
        case .plain: base
        case .heading: context.style(.heading, on: base)
        case .muted: context.style(.muted, on: base)
        case .warning: context.style(.near, on: base)
        case .result:
            context.style(context.urgency(due: deadline.due, warnAt: deadline.warnAt).role, on: base)
        }
    }
}
