import Foundation
import Synchronization
import TerminalKit

/// Writing to the two standard outputs.
///
/// What is written comes partly from people and files: the names of villages, the cells of a table that is imported,
/// values of a mapping, paths. Every line is cleaned here, whatever the caller has done, so that none of them can steer
/// the terminal; JSON has a door of its own, since it has its own way of writing such characters.
enum Console {
    /// The first failure of standard output: its error number, 0 while there is none.
    private static let failure = Atomic<Int32>(0)

    static func out(_ text: String) {
        writeOut(clean(text) + "\n")
    }

    /// Prints JSON text as it is, but for control and format characters, which become their escapes: the same value,
    /// and nothing that a terminal would obey.
    static func json(_ text: String) {
        writeOut(JSONText.escaped(text) + "\n")
    }

    /// The text of a file for others to read: as it is, unless it would go to a terminal.
    static func file(_ text: String) {
        if isatty(1) == 1 { out(text) } else { writeOut(text) }
    }

    /// How wide the terminal is that standard output goes to; `nil` where it goes elsewhere.
    static var columns: Int? {
        var window = winsize()
        guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
        return Int(window.ws_col)
    }

    /// Whether nothing that is written reaches anybody any more.
    static var isOutputClosed: Bool { failure.load(ordering: .relaxed) != 0 }

    static func error(_ text: String) {
        _ = write(clean(text) + "\n", to: 2)
    }

    /// A question on standard error, without an end of line.
    static func ask(_ text: String) {
        _ = write(clean(text), to: 2)
    }

    /// Where standard error is closed, the next file opened would be it, and get what is said to people: the terminal, the
    /// database. So it is nowhere instead.
    static func keepErrorsApart() {
        guard fcntl(2, F_GETFD) < 0 else { return }
        let nowhere = open("/dev/null", O_WRONLY)
        guard nowhere >= 0, nowhere != 2 else { return }
        dup2(nowhere, 2)
        close(nowhere)
    }

    /// Progress on one line that overwrites itself; nothing when standard error is no terminal.
    static func progress(_ text: String) {
        guard isatty(2) == 1 else { return }
        _ = write("\r\u{1B}[K" + clean(text), to: 2)
    }

    static func endProgress() {
        progress("")
    }

    /// The system's words for the failure of standard output, if there was one that somebody should hear of.
    ///
    /// A closed pipe is none: whoever reads has read enough (`daiban case list | head`).
    static var outputFailure: String? {
        let number = failure.load(ordering: .relaxed)
        return number == 0 || number == EPIPE ? nil : String(cString: strerror(number))
    }

    /// Line by line: the ends of lines are ours.
    private static func clean(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { Sanitiser.clean($0) }
            .joined(separator: "\n")
    }

    private static func writeOut(_ text: String) {
        guard failure.load(ordering: .relaxed) == 0 else { return }
        if let number = write(text, to: 1) { failure.store(number, ordering: .relaxed) }
    }

    /// - Returns: the error number when not everything could be written.
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                bytes = bytes.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                // Somebody else made the descriptor non-blocking: the rest goes when there is room.
                var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&room, 1, -1)
            case let number: return number
            }
        }
        return nil
    }
}
