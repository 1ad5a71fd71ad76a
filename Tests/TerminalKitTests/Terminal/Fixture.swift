// The small program of these tests in a terminal of its own, and what its terminal has to be like afterwards.

import PseudoTerminal
import Testing

enum Fixture {
    static var path: String {
        get throws { try BuiltProduct.path("terminal-fixture") }
    }

    /// Starts it, and waits until it has drawn.
    static func start(
        _ way: String, on thread: String = "main", environment: [String: String] = [:]
    ) throws -> TerminalJourney {
        let journey = try TerminalJourney(path, [way, thread], environment: environment)
        try journey.waitUntil("ready")
        #expect(try journey.terminalAttributes.isRaw)
        #expect(journey.screen.isAlternateScreen)
        return journey
    }

    /// Starts it as a job of a shell.
    static func startUnderShell(_ way: String) throws -> TerminalJourney {
        let journey = try TerminalJourney.underShell(path, [way])
        try journey.waitUntil("ready") { $0.isAlternateScreen && $0.find("ready") != nil }
        return journey
    }
}

extension PseudoTerminal.TerminalModel {
    /// Whether nothing of a full-screen program is left on the screen.
    var isGivenBack: Bool {
        !isAlternateScreen && cursorIsVisible && style == ModelStyle() && modes.isSuperset(of: [7])
            && modes.isDisjoint(with: [6, 69, 1000, 1002, 1003, 1004, 1006, 2004, 2026])
            && scrollsAsAWhole && replacesGlyphs
    }

    /// Whether a line feed in the last row moves the first row away: no margins are left.
    private var scrollsAsAWhole: Bool {
        var copy = self
        copy.feed("\u{1B}[1;1Htop\u{1B}[\(rows);1H\n".utf8)
        return !copy.lines[0].hasPrefix("top")
    }

    /// Whether a glyph takes the place of another: insert mode is off.
    private var replacesGlyphs: Bool {
        var copy = self
        copy.feed("\u{1B}[1;1Hab\u{1B}[1;1Hc".utf8)
        return copy.lines[0].hasPrefix("cb")
    }
}

extension TerminalJourney {
    /// Waits for the end, and compares the terminal with what a shell has.
    func expectGivenBack(_ status: Set<PseudoTerminal.ExitStatus>, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        #expect(status.contains(try waitForExit()), sourceLocation: sourceLocation)
        #expect(screen.isGivenBack, "\(screen.picture)", sourceLocation: sourceLocation)
        #expect(try terminalAttributes.isCooked, sourceLocation: sourceLocation)
    }
}
