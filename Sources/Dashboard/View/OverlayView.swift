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
            context.overlay(.helpTitle, hint: .helpHint).draw(lines(base), top: top, in: &buffer, region: region)
            return nil
        case .explanation(let top):
            context.overlay(.commandTitle(.explain), hint: .helpHint)
                .draw(lines(base), top: top, in: &buffer, region: region)
            return nil
        case .sessions(let month, let top):
            context.overlay(.attendance(.month(.sessions(month.member.name, month.month))), hint: .helpHint)
                .draw(lines(base), top: top, in: &buffer, region: region)
            return nil
        case .receipt(_, let top):
            context.overlay(.intake(.receiptTitle), hint: .intake(.receiptHint))
                .draw(lines(base), top: top, in: &buffer, region: region)
            return nil
        case .appraisal(let screen, let top):
            context.overlay(
                .appraisal(.title("\(screen.member.number) \(screen.member.name)", screen.month)),
                hint: .appraisal(.hint)
            ).draw(lines(base), top: top, in: &buffer, region: region)
            return screen.card.flatMap { TenureCardView(context: context, card: $0).draw(in: &buffer, region: region) }
        case .palette(let palette):
            return draw(palette, in: &buffer, region, base)
        case .find(let find):
            return FindView(context: context, find: find).draw(in: &buffer, region: region)
        case .sheets(let desk):
            SheetView(context: context, desk: desk).draw(in: &buffer, region: region)
            return nil
        case .relayTasks(let list):
            RelayTasksView(context: context, list: list).draw(in: &buffer, region: region)
            return nil
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
        case .sessions(let month, _):
            return AttendanceView.explanation(month, context, base)
        case .sheets(let desk):
            return SheetView.lines(desk, context.state).map { [StyledText($0, base)] }
        case .appraisal(let screen, _):
            return AppraisalText.lines(screen, context, base)
        case .palette, .life, .find, .relayTasks:
            return []
        }
    }

    /// The furthest that the overlay can be scrolled.
    static func lastTop(_ state: DeskState) -> Int {
        guard let overlay = state.overlay else { return 0 }
        let look = Theme(name: "", styles: [:])
        let context = ViewContext(state: state, theme: look, glyphs: Glyphs(.unicode))
        let lines = OverlayView(context: context, overlay: overlay).lines(.plain)
        return Overlay.lastTop(of: lines.count, in: state.layout.body)
    }

    private func draw(
        _ palette: CommandPalette, in buffer: inout CellBuffer, _ region: Region, _ base: Style
    ) -> CursorPosition? {
        let inner = context.overlay(.commandTitle(.palette), hint: .paletteHint)
            .drawFrame(in: &buffer, region: region, width: 56, height: 18).inset(horizontal: 1, vertical: 0)
        let (line, rest) = inner.splitHorizontally(at: 1)
        let muted = context.style(.muted, on: base)
        let list = List(
            style: base, selectionStyle: context.style(.selection, on: base),
            emptyText: StyledText(context.text(.noCommandMatches), muted), showsMarks: false,
            glyphs: context.glyphs.widgets)
        let commands = palette.shown(context.state.language)
        let top = ScrollWindow.top(current: 0, selected: palette.index, visible: rest.height, count: commands.count)
        list.draw(in: &buffer, region: rest, top: top, count: commands.count, selected: palette.index) { index in
            let command = commands[index]
            let title = context.text(.commandTitle(command))
            let key = command.keys.first?.name ?? ""
            return switch context.state.availability(of: command) {
            case .available: List.Item(title, trailing: key)
            case .unavailable(let why):
                List.Item(context.text(.cannot(title, context.text(why))), trailing: key, style: muted)
            }
        }
        return palette.field.draw(in: &buffer, region: line, style: context.style(.field, on: base))
    }
}

extension DeskState {
    /// The keys that mean something while something only read or chosen from lies over the screen.
    var hint: Message? { replacement == nil ? overlay?.hint : .backup(.acknowledgeHint) }
}

extension DeskOverlay {
    /// The keys that mean something while it is open.
    var hint: Message {
        switch self {
        case .help, .explanation, .sessions: .helpHint
        case .appraisal(let screen, _):
            screen.card.map { $0.isConfirming ? .cardConfirm : .appraisal(.decideHint) } ?? .appraisal(.hint)
        case .sheets: .sheet(.hint)
        case .receipt: .intake(.receiptHint)
        case .palette: .paletteHint
        case .find: .findHint
        case .life: .life(.menuHint)
        case .relayTasks: .relay(.listHint)
        }
    }
}

extension ViewContext {
    /// A box on the ground of cards over the middle of the screen.
    func overlay(_ title: Message, hint: Message) -> Overlay {
        let base = style(.card, on: ground)
        let edge = style(.focusedBorder, on: base)
        return Overlay(
            title: [StyledText(text(title), edge.bold())], hint: [StyledText(text(hint), style(.muted, on: base))],
            style: base, edgeStyle: edge, glyphs: glyphs.widgets)
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
                lines.append([StyledText(context.text(line.message), style(line.kind, clock, context, base))])
            }
        }
        return lines
    }

    private static func style(
        _ kind: DeadlineLine.Kind, _ clock: CaseClock, _ context: ViewContext, _ base: Style
    ) -> Style {
        switch kind {
        case .plain: base
        case .heading: context.style(.heading, on: base)
        case .muted: context.style(.muted, on: base)
        case .warning: context.style(.near, on: base)
        case .result:
            context.style(context.urgency(of: clock).role, on: base)
        }
    }
}
