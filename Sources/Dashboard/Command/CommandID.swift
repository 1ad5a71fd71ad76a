import Casework
import TerminalKit

/// The one registry of what a person can do at the desk: names, keys and groups. Key handling, footer, help, palette,
/// mouse and the README's key table all come from here.
public enum CommandID: String, CaseIterable, Hashable, Sendable {
    case accept, decline, approve, reject, reassign, urge, undo, reveal, explain
    case more
    case open
    case appraisal
    case newCase = "new-case"
    case filter
    case findAll = "find-all"
    case attendance
    case sheets
    case relayTasks = "relay-tasks"
    case zoom, palette, back
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case pane1 = "pane-1"
    case pane2 = "pane-2"
    case pane3 = "pane-3"
    case pane4 = "pane-4"
    case up, down
    case pageUp = "page-up"
    case pageDown = "page-down"
    case first, last
    case help, redraw
    case frameCounters = "frame-counters"
    case suspend, quit

    public var group: CommandGroup {
        switch self {
        case .accept, .decline, .approve, .reject, .reassign, .urge, .undo, .reveal, .explain, .more, .open, .newCase,
            .appraisal:
            .cases
        case .filter, .findAll, .attendance, .sheets, .relayTasks, .zoom, .palette, .back, .nextPane, .previousPane,
            .pane1, .pane2, .pane3, .pane4:
            .view
        case .up, .down, .pageUp, .pageDown, .first, .last: .move
        case .help, .redraw, .frameCounters, .suspend, .quit: .program
        }
    }

    /// The keys that give the command, the one to show first.
    public var keys: [KeyPress] {
        switch self {
        case .accept: [KeyPress(.character("t"))]
        case .decline: [KeyPress(.character("d"))]
        case .approve: [KeyPress(.character("a"))]
        case .reject: [KeyPress(.character("r"))]
        case .reassign: [KeyPress(.character("s"))]
        case .urge: [KeyPress(.character("u"))]
        case .undo: [KeyPress(.character("w"))]
        case .reveal: [KeyPress(.character("x"))]
        case .explain: [KeyPress(.character("e"))]
        case .more: [KeyPress(.character("m"))]
        case .open: [KeyPress(.enter)]
        case .appraisal: [KeyPress(.character("p"))]
        case .newCase: [KeyPress(.character("n"))]
        case .filter: [KeyPress(.character("/"))]
        case .findAll: [KeyPress(.character("f"))]
        case .attendance: [KeyPress(.character("b"))]
        case .sheets: [KeyPress(.character("R"))]
        case .relayTasks: [KeyPress(.character("y"))]
        case .zoom: [KeyPress(.character("z"))]
        case .palette: [KeyPress(.character(":"))]
        case .back: [KeyPress(.escape)]
        case .nextPane: [KeyPress(.tab), KeyPress(.character("]")), KeyPress(.right)]
        case .previousPane: [KeyPress(.tab, .shift), KeyPress(.character("[")), KeyPress(.left)]
        case .pane1: [KeyPress(.character("1"))]
        case .pane2: [KeyPress(.character("2"))]
        case .pane3: [KeyPress(.character("3"))]
        case .pane4: [KeyPress(.character("4"))]
        case .up: [KeyPress(.up), KeyPress(.character("k"))]
        case .down: [KeyPress(.down), KeyPress(.character("j"))]
        case .pageUp: [KeyPress(.pageUp), KeyPress(.character("b"), .control)]
        case .pageDown: [KeyPress(.pageDown), KeyPress(.character("f"), .control)]
        case .first: [KeyPress(.home), KeyPress(.character("g"))]
        case .last: [KeyPress(.end), KeyPress(.character("G"))]
        case .help: [KeyPress(.character("?")), KeyPress(.function(1))]
        case .redraw: [KeyPress(.character("l"), .control)]
        case .frameCounters: [KeyPress(.function(12))]
        case .suspend: [KeyPress(.character("z"), .control)]
        case .quit: [KeyPress(.character("q")), KeyPress(.character("c"), .control)]
        }
    }

    /// The command on a case that this stands for.
    public var caseCommand: CaseCommand.Kind? {
        switch self {
        case .accept: .accept
        case .decline: .decline
        case .approve: .approve
        case .reject: .reject
        case .reassign: .reassign
        case .urge: .urge
        case .undo: .undo
        case .reveal: .reveal
        default: nil
        }
    }

    /// The command of a key, whatever its availability.
    public static func named(by press: KeyPress) -> CommandID? {
        byKey[press.normalised]
    }

    private static let byKey: [KeyPress: CommandID] = {
        var table: [KeyPress: CommandID] = [:]
        for command in allCases {
            for key in command.keys { table[key] = command }
        }
        return table
    }()
}

/// How the help groups the commands.
public enum CommandGroup: CaseIterable, Hashable, Sendable {
    case cases, view, move, program
}
