import Foundation

/// Reading what nobody may see: from the keyboard without showing it, or a line of standard input.
enum SecretInput {
    /// A line; `nil` at the end of input.
    static func line(prompt: String) -> String? {
        guard isatty(0) == 1 else { return readLine(strippingNewline: true) }
        var before = termios()
        guard tcgetattr(0, &before) == 0 else { return readLine(strippingNewline: true) }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        // What was typed ahead was shown: it is thrown away.
        tcsetattr(0, TCSAFLUSH, &silent)
        defer {
            tcsetattr(0, TCSAFLUSH, &before)
            Console.error("")
        }
        Console.ask(prompt)
        return readLine(strippingNewline: true)
    }
}
