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
        for item in Self.items(context.state, width: line.width) {
            let keyStyle = context.style(item.isAvailable ? .key : .muted, on: context.ground)
            let labelStyle = context.style(item.isAvailable ? .keyLabel : .muted, on: context.ground)
            let used = buffer.put(item.key, x: item.x, y: line.y, style: keyStyle, width: line.width - item.x)
            buffer.put(
                " \(item.label)", x: item.x + used, y: line.y, style: labelStyle, width: line.width - item.x - used)
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

    /// What stands on the footer, as far as it fits: the commands of this screen that apply now.
    static func items(_ state: DeskState, width: Int) -> [Item] {
        let room = width - DisplayWidth.of(age(state)) - 3
        var x = 1
        var items: [Item] = []
        let commands = candidates(state)
        // However narrow the line is, the way to the help is on it.
        let helpWidth = DisplayWidth.of(state.text(.commandTitle(.help))) + 4
        for command in commands {
            let key = command.keys.first?.name ?? ""
            let label = state.text(.commandTitle(command))
            let itemWidth = DisplayWidth.of(key) + 1 + DisplayWidth.of(label)
            guard x + itemWidth <= room - (command == .help || items.last?.command == .help ? 0 : helpWidth) else {
                continue
            }
            items.append(
                Item(
                    command: command, key: key, label: label, x: x, width: itemWidth,
                    isAvailable: state.availability(of: command).isAvailable))
            x += itemWidth + 2
        }
        return items
    }

    /// The commands worth a place: what applies to the selected case first, then the ways around.
    private static func candidates(_ state: DeskState) -> [CommandID] {
        let actions: [CommandID] = [.accept, .approve, .decline, .reject, .reassign, .urge, .undo]
        let applicable = actions.filter { state.availability(of: $0).isAvailable }
        switch state.screen {
        case .panes:
            return applicable + [.open, .filter, .zoom, .palette, .help, .quit]
        case .detail:
            return applicable + [.reveal, .explain, .back, .help].filter { state.availability(of: $0).isAvailable }
        case .agentCases:
            return applicable + [.open, .back, .help]
        }
    }

    static func age(_ state: DeskState) -> String {
        switch state.data {
        case .live:
            return state.text(.dataLive)
        case .stale(let since, _):
            return state.text(.dataAge(seconds: max(0, Int(state.now.milliseconds(since: since) / 1_000))))
        }
    }
}
