// posix_spawn(3) for Swift: the C arrays, the attributes and the file actions, made and freed in one place.

import Synchronization
import SystemPackage

#if canImport(Darwin)
    import Darwin
    private typealias SpawnAttributes = posix_spawnattr_t?
    private typealias SpawnActions = posix_spawn_file_actions_t?
#else
    import Glibc
    private typealias SpawnAttributes = posix_spawnattr_t
    private typealias SpawnActions = posix_spawn_file_actions_t
#endif

/// The flag of spawn.h that makes the child a session leader. Swift's view of glibc lacks it, since it is a GNU
/// extension there (glibc 2.26, posix/spawn.h).
#if canImport(Darwin)
    private let beginSession = Int32(POSIX_SPAWN_SETSID)
#else
    private let beginSession: Int32 = 0x80
#endif

/// Held while a descriptor is made and marked close-on-exec, and while a child is started: no child inherits a pipe or
/// a terminal of another test that runs at the same time, which would then never hang up. (pipe2 is not in Swift's
/// view of glibc, and macOS has none.)
private let inheritance = Mutex<Void>(())

/// Makes descriptors that no child inherits.
func withoutInheritance<Result>(_ make: () -> Result) -> Result {
    inheritance.withLock { _ in make() }
}

/// A pipe whose ends no child inherits; the error number, 0 if there is none.
func closeOnExecPipe(_ ends: inout [Int32]) -> Int32 {
    withoutInheritance {
        guard pipe(&ends) == 0 else { return errno }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return 0
    }
}

/// Starts a program with all signals at their defaults and unblocked, whatever the test's process has done to its own.
func spawn(_ launch: Launch) throws(ProcessError) -> pid_t {
    func check(_ step: String, _ result: Int32) throws(ProcessError) {
        guard result == 0 else {
            throw .cannotStart(program: launch.executable, step: step, Errno(rawValue: result))
        }
    }

    #if canImport(Darwin)
        var attributes: SpawnAttributes
        var actions: SpawnActions
    #else
        var attributes = SpawnAttributes()
        var actions = SpawnActions()
    #endif
    try check("attributes", posix_spawnattr_init(&attributes))
    defer { posix_spawnattr_destroy(&attributes) }
    try check("file actions", posix_spawn_file_actions_init(&actions))
    defer { posix_spawn_file_actions_destroy(&actions) }

    var flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    if launch.beginsSession { flags |= beginSession }
    #if canImport(Darwin)
        flags |= Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #endif
    var signals = sigset_t()
    sigfillset(&signals)
    try check("default signals", posix_spawnattr_setsigdefault(&attributes, &signals))
    sigemptyset(&signals)
    try check("signal mask", posix_spawnattr_setsigmask(&attributes, &signals))
    try check("flags", posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags)))

    for action in launch.actions {
        switch action {
        case .open(let descriptor, let path, let mode):
            try check("open", posix_spawn_file_actions_addopen(&actions, descriptor, path, mode, 0))
        case .duplicate(let descriptor, let target):
            try check("dup2", posix_spawn_file_actions_adddup2(&actions, descriptor, target))
        }
    }
    var process: pid_t = 0
    let environment = launch.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let words = launch.words
    let result = withCStrings(words) { arguments in
        withCStrings(environment) { environment in
            withoutInheritance {
                posix_spawnp(&process, words[0], &actions, &attributes, arguments, environment)
            }
        }
    }
    try check("spawn", result)
    return process
}

extension Launch {
    /// The program and its arguments. Changing the directory is a GNU extension of posix_spawn that Swift does not see,
    /// so a shell does it, and becomes the program (it keeps its process number, its session and its terminal).
    fileprivate var words: [String] {
        let command = [executable] + arguments
        guard let workingDirectory else { return command }
        return ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", workingDirectory] + command
    }
}

/// Gives strings as the null-terminated array of C strings that execve(2) takes; they live until `body` returns.
private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
}
