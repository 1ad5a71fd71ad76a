import TerminalKit

/// The desk's screen as a function of its state.
public struct DeskView: Sendable {
    public var theme: Theme
    public var glyphs: Glyphs

    public init(theme: Theme, glyphs: Glyphs) {
        self.theme = theme
        self.glyphs = glyphs
    }

    /// Draws the whole screen; returns where the cursor stands, which is where an input method opens its window.
    ///
    /// - Parameter figures: What frames cost, shown where the state asks for it.
    public func draw(
        _ state: DeskState, figures: FrameFigures? = nil, in buffer: inout CellBuffer
    ) -> CursorPosition? {
        if buffer.size != state.size { buffer.resize(state.size) }
        let context = ViewContext(state: state, theme: theme, glyphs: glyphs)
        buffer.clear(style: context.ground)
        let layout = state.layout
        guard !layout.isTooSmall else {
            let least = DeskLayout.least
            let message = Message.windowTooSmall(
                columns: state.size.columns, rows: state.size.rows, leastColumns: least.columns, leastRows: least.rows)
            for (index, line) in TextWrap.lines(context.text(message), width: state.size.columns).enumerated() {
                buffer.put(line, x: 0, y: index, style: context.ground, width: state.size.columns)
            }
            return nil
        }
        HeaderView(context: context).draw(in: &buffer, layout: layout)
        var cursor: CursorPosition?
        switch state.screen {
        case .panes:
            for (id, region) in layout.panes {
                if id == .agents {
                    AgentsPaneView(context: context).draw(in: &buffer, region: region)
                } else {
                    QueuePaneView(context: context, id: id).draw(in: &buffer, region: region)
                }
            }
        case .detail(let detail):
            DetailView(context: context, screen: detail).draw(in: &buffer, region: layout.body)
        case .agentCases(let list):
            AgentCasesView(context: context, list: list).draw(in: &buffer, region: layout.body)
        case .attendance(let attendance):
            AttendanceView(context: context, attendance: attendance).draw(in: &buffer, region: layout.body)
        }
        if case .panes = state.screen, let field = state.filterField {
            cursor = FilterView(context: context, field: field).draw(in: &buffer, line: layout.notice)
        } else {
            NoticeView(context: context).draw(in: &buffer, line: layout.notice)
        }
        FooterView(context: context).draw(in: &buffer, line: layout.footer)
        if let overlay = state.overlay {
            cursor = OverlayView(context: context, overlay: overlay).draw(in: &buffer, region: layout.body) ?? cursor
        }
        if let open = state.form {
            cursor = FormView(context: context, form: open.form).draw(in: &buffer, region: layout.body)
        }
        if let card = state.card {
            cursor = CardView(context: context, card: card).draw(in: &buffer, region: layout.body)
        }
        if let note = state.replacement {
            ReplacementView(context: context, note: note).draw(in: &buffer, region: layout.body)
            cursor = nil
        }
        if state.showsFrameCounters, let figures {
            FrameCountersView(context: context, figures: figures).draw(in: &buffer, region: layout.body)
        }
        return cursor
    }

    /// The screen as plain text, lines parted by line ends: for terminals that are none, and for tests.
    public func plainText(_ state: DeskState) -> String {
        var buffer = CellBuffer(size: state.size)
        _ = draw(state, in: &buffer)
        return (0..<state.size.rows).map { buffer.text(row: $0) }.joined(separator: "\n")
    }
}
