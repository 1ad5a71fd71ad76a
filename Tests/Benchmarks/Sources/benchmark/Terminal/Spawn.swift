import Foundation

/// Starts a program on a terminal as the leader of a new session, so that the terminal becomes its controlling one.
enum Spawn {
    /// POSIX_SPAWN_SETSID of glibc's spawn.h, a GNU extension that Swift does not see.
    #if canImport(Darwin)
        private static let beginSession = Int16(POSIX_SPAWN_SETSID)
    #else
        private static let beginSession: Int16 = 0x80
    #endif

    /// - Returns: the process, and the instant just before posix_spawn(3) was called.
    static func onTerminal(
        _ path: String, program: String, _ arguments: [String], environment: [String: String]
    ) throws(BenchmarkError) -> (process: pid_t, at: Int64) {
        #if canImport(Darwin)
            var attributes: posix_spawnattr_t?
            var actions: posix_spawn_file_actions_t?
        #else
            var attributes = posix_spawnattr_t()
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawnattr_setflags(&attributes, beginSession)
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)

        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var process: pid_t = 0
        let start = Stopwatch.now()
        let failure = posix_spawn(&process, program, &actions, &attributes, words, settings)
        guard failure == 0 else { throw .system(call: "posix_spawn \(program)", errno: failure) }
        return (process, start)
    }
}
