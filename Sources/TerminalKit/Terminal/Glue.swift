// The few places where the C libraries of Linux (glibc, musl) and macOS spell the same thing differently.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

enum Glue {
    /// A `termios` with all bits off.
    static func emptyTermios() -> termios { termios() }

    /// A signal action with a plain handler, no flags and an empty mask.
    static func action(_ handler: @escaping @convention(c) (Int32) -> Void) -> sigaction {
        var action = sigaction()
        #if canImport(Glibc)
            action.__sigaction_handler.sa_handler = handler
        #elseif canImport(Musl)
            action.__sa_handler.sa_handler = handler
        #elseif canImport(Darwin)
            action.__sigaction_u.__sa_handler = handler
        #endif
        return action
    }

    /// The action that lets the system do what it does by default.
    static func defaultAction() -> sigaction {
        var action = sigaction()
        #if canImport(Glibc)
            action.__sigaction_handler.sa_handler = SIG_DFL
        #elseif canImport(Musl)
            action.__sa_handler.sa_handler = SIG_DFL
        #elseif canImport(Darwin)
            action.__sigaction_u.__sa_handler = SIG_DFL
        #endif
        return action
    }

    /// The action that lets a signal pass without effect.
    static func ignoringAction() -> sigaction {
        var action = sigaction()
        #if canImport(Glibc)
            action.__sigaction_handler.sa_handler = SIG_IGN
        #elseif canImport(Musl)
            action.__sa_handler.sa_handler = SIG_IGN
        #elseif canImport(Darwin)
            action.__sigaction_u.__sa_handler = SIG_IGN
        #endif
        return action
    }

    /// Whether a signal with this action does what it does by default.
    static func isDefault(_ action: sigaction) -> Bool {
        #if canImport(Glibc)
            let handler = action.__sigaction_handler.sa_handler
        #elseif canImport(Musl)
            let handler = action.__sa_handler.sa_handler
        #elseif canImport(Darwin)
            let handler = action.__sigaction_u.__sa_handler
        #endif
        // SIG_DFL is the null pointer on all of them.
        return unsafeBitCast(handler, to: UInt.self) == 0
    }

    /// Sets a file descriptor's flags so that reads and writes never wait, and programs started do not inherit it.
    static func makePrivateAndNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// Whether two descriptors lead to the same terminal.
    static func isSameDevice(_ one: Int32, _ other: Int32) -> Bool {
        var first = stat()
        var second = stat()
        return fstat(one, &first) == 0 && fstat(other, &second) == 0 && first.st_rdev == second.st_rdev
            && first.st_ino == second.st_ino
    }

    /// `errno` as it is now.
    static var lastErrno: Int32 { errno }

    /// Makes `settings` raw: no line editing, no echo, no signals from keys, no flow control, no translation of bytes.
    static func makeRaw(_ settings: inout termios) {
        settings.c_iflag &= ~tcflag_t(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON)
        settings.c_oflag &= ~tcflag_t(OPOST)
        settings.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
        settings.c_cflag &= ~tcflag_t(CSIZE | PARENB)
        settings.c_cflag |= tcflag_t(CS8)
        withUnsafeMutableBytes(of: &settings.c_cc) { characters in
            characters[Int(VMIN)] = 1
            characters[Int(VTIME)] = 0
        }
    }

    /// Makes `settings` what a shell expects, as `stty sane` does (POSIX.1-2017, stty). The speed, the characters that erase and
    /// interrupt, and whether characters are UTF-8 stay as they are.
    static func makeSane(_ settings: inout termios) {
        settings.c_iflag &= ~tcflag_t(IGNBRK | PARMRK | ISTRIP | INLCR | IGNCR | IXOFF)
        settings.c_iflag |= tcflag_t(BRKINT | ICRNL | IXON | IMAXBEL)
        settings.c_oflag |= tcflag_t(OPOST | ONLCR)
        settings.c_lflag &= ~tcflag_t(ECHONL | NOFLSH | TOSTOP)
        settings.c_lflag |= tcflag_t(ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE | ICANON | ISIG | IEXTEN)
        settings.c_cflag |= tcflag_t(CREAD)
    }

    /// Lets this thread take signals, and returns the mask it had. Threads of the dispatch library block nearly all.
    @discardableResult
    static func unblock(_ signals: [Int32]) -> sigset_t {
        var set = sigset_t()
        var previous = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(SIG_UNBLOCK, &set, &previous)
        return previous
    }

    /// Keeps signals from this thread, and returns the mask it had.
    static func block(_ signals: [Int32]) -> sigset_t {
        var set = sigset_t()
        var previous = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(SIG_BLOCK, &set, &previous)
        return previous
    }

    /// Gives this thread the mask of signals it had.
    static func restoreMask(_ mask: sigset_t) {
        var mask = mask
        pthread_sigmask(SIG_SETMASK, &mask, nil)
    }

    /// A point in time that the wall clock does not move, in milliseconds. Async-signal-safe.
    static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
