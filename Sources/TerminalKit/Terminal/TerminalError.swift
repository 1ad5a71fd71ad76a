// Why the terminal cannot be used, with what somebody needs to know to mend it. The words for people are made elsewhere, from
// these values.

import SystemPackage

/// A failure of the terminal.
public enum TerminalError: Error, Hashable, Sendable {
    /// Standard input or output is no terminal (a file, a pipe).
    case notATerminal
    /// The locale named by LC_ALL, LC_CTYPE or LANG does not use UTF-8; empty when none is set.
    case notUTF8(locale: String)
    /// `TERM` is `dumb` or not set (then empty): no cursor can be moved there.
    case dumb(term: String)
    /// The terminal has fewer cells than the screens need.
    case tooSmall(found: TerminalSize, needed: TerminalSize)
    /// A call of the system failed.
    case system(operation: String, Errno)
}
