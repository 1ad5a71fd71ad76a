// A journey under a shell with job control, for what a program alone in its terminal cannot show: Ctrl-Z that suspends,
// the shell's prompt on the main screen, `fg` that resumes, and the line as the program leaves it to the shell.

extension TerminalJourney {
    /// Starts bash without any of the person's settings, and a program in it as a job in the foreground.
    ///
    /// The prompt is `$ `, and the command that starts the program is on the main screen after it: a text of the command
    /// is there before the program writes anything. Bash itself puts the settings of the line back after a job that a signal ended or suspended
    /// (not after one that exits), so whether the program does so can be seen then only without a shell.
    public static func underShell(
        _ executable: String, _ arguments: [String] = [], columns: Int = 100, rows: Int = 30,
        environment: [String: String] = [:], workingDirectory: String? = nil, patience: Duration = .seconds(20)
    ) throws(ProcessError) -> TerminalJourney {
        // An empty HISTFILE is none: unset, bash would take ~/.bash_history.
        let shellEnvironment = ["PS1": "$ ", "PS2": "> ", "HISTFILE": ""]
        let launch = Launch(
            executable: "/bin/bash", arguments: ["--norc", "--noprofile", "--noediting", "-i"],
            environment: shellEnvironment.merging(environment) { $1 }, workingDirectory: workingDirectory,
            actions: [], beginsSession: true)
        let journey = try TerminalJourney(
            launch, columns: columns, rows: rows, patience: patience, isUnderShell: true)
        try journey.enterCommand(([executable] + arguments).map(quoted).joined(separator: " "))
        return journey
    }

    /// Waits for the shell's prompt, and enters a command line there.
    ///
    /// It returns when the shell has echoed the beginning of it, so a ``waitForPrompt()`` after it waits for the next
    /// prompt. The status of the program before is seen with `enterCommand("echo status=$?")`, `waitUntil("status=0")`.
    public func enterCommand(_ command: String) throws(ProcessError) {
        try waitForPrompt()
        try type(command)
        try waitUntil("the shell to echo \(command)") { !$0.isAtPrompt }
        try press(.enter)
    }

    /// Waits until the shell waits for a command: the main screen, and the cursor after `$ ` on a line of its own.
    public func waitForPrompt() throws(ProcessError) {
        try waitUntil("the shell's prompt") { $0.isAtPrompt }
    }

    private static func quoted(_ word: String) -> String {
        "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

extension TerminalModel {
    fileprivate var isAtPrompt: Bool {
        !isAlternateScreen && cursor.column == 2 && grid.line(cursor.row) == "$"
    }
}
