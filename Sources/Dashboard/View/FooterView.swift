import Casework
import TerminalKit

/// The last line: the keys that apply now, and how old the data is.
struct FooterView {
    let context: ViewContext

    func draw(in buffer: inout CellBuffer, line: Region) {
        let age = Self.age(context.state)
        let isStale = context.state.data != .live
        let ageStyle = context.style(isStale ? .warning : .muted, on: context.ground)
        buffer.drawTrailing("\(age) ", in: line, style: ageStyle)
        if let hint = context.state.hint {
            buffer.putTruncated(
                context.text(hint), x: line.x + 1, y: line.y, style: context.style(.keyLabel, on: context.ground),
                width: max(0, line.width - DisplayWidth.of(age) - 3))
            return
        }
        // Under a card or a form these keys mean nothing.
        let isCovered = context.state.card != nil || context.state.form != nil
        for item in Self.items(context.state, width: line.width) {
            let isLit = item.isAvailable && !isCovered
            let keyStyle = context.style(isLit ? .key : .muted, on: context.ground)
            let labelStyle = context.style(isLit ? .keyLabel : .muted, on: context.ground)
            let used = buffer.put(item.key, x: item.x, y: line.y, style: keyStyle, width: line.width - item.x)
            buffer.put(
                " \(item.label)", x: item.x + used, y: line.y, style: labelStyle, width: line.width - item.x - used)
        }
    }

    /// The key that the hint of what is open names at a column: its pieces stand two blanks apart, each with its keys before
    /// its words.
    static func hintKey(_ state: DeskState, column: Int) -> KeyPress? {
        guard let hint = state.hint else { return nil }
        let line = state.layout.footer
        guard column < line.maxX - DisplayWidth.of(age(state)) - 2 else { return nil }
        var x = line.x + 1
        for piece in state.text(hint).split(separator: "  ", omittingEmptySubsequences: false) {
            let width = DisplayWidth.of(String(piece))
            guard column >= x + width else {
                guard column >= x else { return nil }
                // The two brackets stand apart.
                if piece.hasPrefix("[ ]") { return KeyPress(.character(column < x + 2 ? "[" : "]")) }
                return piece.split(separator: " ").first.flatMap { key(named: $0, at: column - x) }
            }
            x += width + 2
        }
        return nil
    }

    /// Of two signs side by side, as in `←→`, the one below the mouse; the first where it is on the words.
    private static func key(named text: Substring, at column: Int) -> KeyPress? {
        switch text {
        case "Enter": return KeyPress(.enter)
        case "Esc": return KeyPress(.escape)
        case "←→", "↑↓":
            let isFirst = column == 0
            return KeyPress(text == "←→" ? (isFirst ? .left : .right) : (isFirst ? .up : .down))
        default:
            guard let sign = text.first, text.count == 1 else { return nil }
            return KeyPress(.character(sign))
        }
    }

    /// A command on the footer and the columns that it takes, for the mouse.
    struct Item {
        var command: CommandID
        var key: String
        var label: String
        var x: Int
        var width: Int
        var isAvailable: Bool
    }

    /// What stands on the footer, as far as it fits: the commands of this screen that apply now. Where there is no room for
    /// all, those go first that matter least; help stays however narrow it is.
    static func items(_ state: DeskState, width: Int) -> [Item] {
        guard state.hint == nil else { return [] }
        let room = width - DisplayWidth.of(age(state)) - 3
        var kept = candidates(state).map { command in
            let key = key(of: command, state)
            let label = label(of: command, state)
            return Item(
                command: command, key: key, label: label, x: 0,
                width: DisplayWidth.of(key) + 1 + DisplayWidth.of(label),
                isAvailable: state.availability(of: command).isAvailable)
        }
        let ranks = ranks(kept.map(\.command), state)
        while kept.reduce(-2, { $0 + $1.width + 2 }) > room,
            let least = kept.indices.max(by: {
                ranks[kept[$0].command, default: 0] < ranks[kept[$1].command, default: 0]
            })
        {
            kept.remove(at: least)
        }
        var x = 1
        for index in kept.indices {
            kept[index].x = x
            x += kept[index].width + 2
        }
        return kept
    }

    /// How much each command matters on the footer, the smallest first: help, the way back, what leads to every other case
    /// and command, then the actions in their order.
    private static func ranks(_ commands: [CommandID], _ state: DeskState) -> [CommandID: Int] {
        // Of the agents one asks how they come and how they work.
        let ofAgents: [CommandID] =
            state.screen == .panes && state.focus == .agents ? [.attendance, .appraisal, .sheets] : []
        let first: [CommandID] =
            [.help, .back, .open] + ofAgents + [
                .filter, .findAll, .newCase, .palette, .more, .explain, .relayTasks,
            ]
        var actions = commands.filter { !first.contains($0) && $0 != .quit && $0 != .zoom }
        let best = actions.isEmpty ? [] : [actions.removeFirst()]
        let order = first + best + [.quit] + actions + [.zoom]
        return Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
    }

    private static func label(of command: CommandID, _ state: DeskState) -> String {
        switch command {
        case .back where state.hasFilter: state.text(.clearFilter)
        case .findAll: state.text(.findAllShort)
        case .open where state.screen == .panes && state.focus == .agents: state.text(.openAgentCases)
        case .nextPane where isMonth(state): state.text(.attendance(.month(.next)))
        case .previousPane where isMonth(state): state.text(.attendance(.month(.previous)))
        default: state.text(.commandTitle(command))
        }
    }

    /// The key that the screen's own hint names, too.
    private static func key(of command: CommandID, _ state: DeskState) -> String {
        let isTurning = isMonth(state) && (command == .nextPane || command == .previousPane)
        return (isTurning ? command.keys.last : command.keys.first)?.name ?? ""
    }

    private static func isMonth(_ state: DeskState) -> Bool {
        if case .attendance = state.screen { return true }
        return false
    }

    /// The commands worth a place: what applies to the selected case first, then the ways around.
    private static func candidates(_ state: DeskState) -> [CommandID] {
        let actions: [CommandID] = [.accept, .approve, .decline, .reject, .reassign, .urge, .undo]
        let applicable = (actions + [.more]).filter { state.availability(of: $0).isAvailable }
        switch state.screen {
        case .panes:
            return applicable + [.open] + (state.focus == .agents ? [.attendance, .appraisal, .sheets] : [])
                + (state.hasFilter ? [.back] : []) + [.filter, .findAll]
                + (state.availability(of: .relayTasks).isAvailable ? [.relayTasks] : [])
                + (state.availability(of: .newCase).isAvailable ? [.newCase] : []) + [.zoom, .palette, .help, .quit]
        case .detail:
            return applicable + [.reveal, .explain, .back, .help].filter { state.availability(of: $0).isAvailable }
        case .agentCases:
            return applicable + [.open, .back, .help]
        case .attendance:
            return [.open, .previousPane, .nextPane, .back, .help]
        }
    }

    static func age(_ state: DeskState) -> String {
        switch state.data {
        case .live:
            return state.text(.dataLive)
        case .stale where state.snapshot == nil:
            return state.text(.noData)
        case .stale(let since, _):
            return state.text(.dataAge(seconds: max(0, Int(state.now.milliseconds(since: since) / 1_000))))
        }
    }
}
