import Foundation

/// This program once more, beside a desk: without its terminal, in a session of its own.
///
/// Started by `posix_spawn` and waited for on the caller's thread, so that no pool of tasks comes to life in the desk.
enum BackgroundProcess {
    /// Runs it to its end.
    ///
    /// - Returns: the last line of its standard error when it failed; `nil` when it did not.
    static func run(_ arguments: [String]) throws -> String? {
        guard let program = Bundle.main.executablePath else { throw POSIXError(.ENOENT) }
        var pipe: [Int32] = [-1, -1]
        guard Foundation.pipe(&pipe) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let reading = FileHandle(fileDescriptor: pipe[0], closeOnDealloc: true)
        let process: pid_t
        do {
            defer { close(pipe[1]) }
            process = try spawn(program, arguments, errors: pipe[1])
        }
        let said = (try? reading.readToEnd()) ?? nil
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status != 0 else { return nil }
        let lines = String(decoding: said ?? Data(), as: UTF8.self).split(separator: "\n")
        let signal = status & 0x7F
        return lines.last.map(String.init) ?? (signal == 0 ? "exit \(status >> 8)" : "signal \(signal)")
    }

    private static func spawn(_ program: String, _ arguments: [String], errors: Int32) throws -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        // POSIX_SPAWN_SETSID: what ends the desk's terminal does not end a backup.
        let session: Int16 = 0x80
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | session)
        let words = ([program] + arguments).map { strdup($0) }
        let environment = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") }
        defer { for word in words + environment { free(word) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, program, &actions, &attributes, words + [nil], environment + [nil])
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        return process
    }
}
