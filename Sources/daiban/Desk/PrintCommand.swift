import Foundation

/// A command that is run to its end on the calling thread, with a text as its standard input.
///
/// Not swift-subprocess, which the demo uses: it writes to a pipe and ends this program by a failed precondition when the
/// command does not read everything (1.0.2), and it runs tasks in the global pool, after which an idle desk is woken
/// every second for ever (see ``FirstThread``). Here files without a name stand for the pipes.
struct PrintCommand {
    /// The program, found on the `PATH` unless it is a path, and its arguments; never a shell's.
    let words: [String]

    /// - Returns: `nil` when the command ended well; otherwise its last words, or the system's.
    func run(reading text: String) -> String? {
        guard let input = NamelessFile(holding: Data(text.utf8)), let errors = NamelessFile(holding: Data()) else {
            return String(cString: strerror(errno))
        }
        var process: pid_t = 0
        let result = spawn(&process, input: input.descriptor, errors: errors.descriptor)
        guard result == 0 else { return String(cString: strerror(result)) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return String(cString: strerror(errno)) }
        }
        // 0: it exited (the lowest seven bits, wait(2)) with code 0.
        guard status != 0 else { return nil }
        let last = errors.text.split(separator: "\n").last.map(String.init)
        return last ?? (status & 0x7F == 0 ? "exit \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)")
    }

    private func spawn(_ process: inout pid_t, input: Int32, errors: Int32) -> Int32 {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        guard posix_spawn_file_actions_init(&actions) == 0, posix_spawnattr_init(&attributes) == 0 else {
            return ENOMEM
        }
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        // What this program ignores or holds back (SIGPIPE, the signals of the terminal) is not the command's affair.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        return posix_spawnp(&process, words[0], &actions, &attributes, arguments, environ)
    }
}

/// A file of mode 0600 without a name, which goes with its descriptor.
private final class NamelessFile {
    let descriptor: Int32

    /// With these bytes in it, at their beginning; `nil` (and `errno`) when it cannot be made.
    init?(holding data: Data) {
        var name = Array("\(NSTemporaryDirectory())/daiban-receipt-XXXXXX".utf8CString)
        let made = mkstemp(&name)
        guard made >= 0 else { return nil }
        descriptor = made
        unlink(name)
        _ = fcntl(made, F_SETFD, FD_CLOEXEC)
        let file = FileHandle(fileDescriptor: made, closeOnDealloc: false)
        guard (try? file.write(contentsOf: data)) != nil, lseek(made, 0, SEEK_SET) == 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// The beginning of what is in it.
    var text: String {
        lseek(descriptor, 0, SEEK_SET)
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        let data = (try? file.read(upToCount: 65_536)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}
