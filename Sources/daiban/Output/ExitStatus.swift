/// The exit codes of every command, as the README lists them.
enum ExitStatus: Int32 {
    case done = 0
    /// Disk, lock, damaged file, terminal.
    case failed = 1
    /// The rules do not allow it.
    case refused = 2
    /// Somebody else was faster; nothing was written.
    case conflict = 3
    /// No such case or person.
    case notFound = 4
    /// `verify` found something.
    case unsound = 5
    /// `import` left rows out (they are in the rejects file); `outbox send` could not send every message.
    case partly = 6
    /// Wrong options.
    case usage = 64
    /// A mistake in a configuration, theme or mapping file.
    case configuration = 78
    /// The person answered no, as when they stop it by Ctrl-C: 128 and the number of SIGINT.
    case stopped = 130
}

/// An end with words and a code.
struct Failure: Error {
    var words: Words
    var exit: ExitStatus

    init(_ words: Words, exit: ExitStatus) {
        self.words = words
        self.exit = exit
    }
}
