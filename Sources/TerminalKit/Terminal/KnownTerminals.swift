// Terminals that are known by name: by the one they answer with, or by the marks they leave in the environment. The table holds
// only what cannot be asked.

/// A kind of terminal.
struct KnownTerminal: Hashable, Sendable {
    /// A variable of the environment, and how its value begins; any value but an empty one will do for "".
    struct Mark: Hashable, Sendable {
        var variable: String
        var beginning: String

        init(_ variable: String, _ beginning: String = "") {
            self.variable = variable
            self.beginning = beginning
        }
    }

    /// As it begins its answer to XTVERSION, if it gives one.
    var name: String
    /// One is enough.
    var marks: [Mark]
    var questions = TerminalQuestions.all
    /// Whether it shows 24-bit colours, whatever `TERM` says.
    var hasTruecolour = false
    /// Whether its entry in terminfo (ncurses 6.4) has `rep`.
    var canRepeat = false

    static func named(_ answer: String) -> KnownTerminal? {
        all.first { $0.name == answer.prefix { $0 != "(" }.trimmedVersion }
    }

    static func marked(_ environment: [String: String]) -> KnownTerminal? {
        all.first { terminal in
            terminal.marks.contains { mark in
                let value = environment[mark.variable] ?? ""
                return !value.isEmpty && value.hasPrefix(mark.beginning)
            }
        }
    }

    /// The first that fits counts. Those that stand between are before those that they may run in, whose marks are in the
    /// environment, too.
    static let all: [KnownTerminal] = [
        .init(name: "tmux", marks: [.init("TMUX"), .init("TERM", "tmux")]),
        // Screen neither knows the questions nor hands them on.
        .init(name: "screen", marks: [.init("STY"), .init("TERM", "screen")], questions: .plain),
        // Older kernels show the rest of a sequence that begins with > or holds $.
        .init(name: "Linux console", marks: [.init("TERM", "linux")], questions: .plain),
        .init(
            name: "VT",
            marks: ["vt1", "vt2", "vt3", "vt4", "ansi", "cons25", "sun", "eterm"].map { .init("TERM", $0) },
            questions: .plain),
        // It shows the "p" of DECRQM.
        .init(name: "Apple Terminal", marks: [.init("TERM_PROGRAM", "Apple_Terminal")], questions: .plain),
        .init(
            name: "kitty", marks: [.init("TERM", "xterm-kitty"), .init("KITTY_WINDOW_ID")], hasTruecolour: true,
            canRepeat: true),
        .init(name: "foot", marks: [.init("TERM", "foot")], hasTruecolour: true, canRepeat: true),
        .init(name: "alacritty", marks: [.init("TERM", "alacritty")], hasTruecolour: true, canRepeat: true),
        .init(
            name: "ghostty", marks: [.init("TERM", "xterm-ghostty"), .init("TERM_PROGRAM", "ghostty")],
            hasTruecolour: true),
        .init(name: "WezTerm", marks: [.init("TERM_PROGRAM", "WezTerm")], hasTruecolour: true),
        .init(name: "iTerm2", marks: [.init("TERM_PROGRAM", "iTerm.app")], hasTruecolour: true),
        .init(name: "mintty", marks: [.init("TERM_PROGRAM", "mintty")], hasTruecolour: true, canRepeat: true),
        .init(name: "xterm.js", marks: [.init("TERM_PROGRAM", "vscode")], hasTruecolour: true),
        .init(name: "Windows Terminal", marks: [.init("WT_SESSION")], hasTruecolour: true, canRepeat: true),
        .init(name: "Konsole", marks: [.init("KONSOLE_VERSION")], hasTruecolour: true),
        .init(name: "VTE", marks: [.init("VTE_VERSION")], hasTruecolour: true, canRepeat: true),
        .init(name: "XTerm", marks: [.init("XTERM_VERSION")], canRepeat: true),
    ]
}

extension Substring {
    /// "tmux 3.4" without the number; a name may hold blanks of its own.
    fileprivate var trimmedVersion: Substring {
        guard let blank = lastIndex(of: " "), let next = self[blank...].dropFirst().first, next.isNumber else {
            return self
        }
        return self[..<blank]
    }
}
