// The two ends of a terminal's line (pty(7)): the test holds the near end, and the program's terminal is the far end.
// Bytes, the size of the window and the settings of the line go through here; what they mean is known elsewhere.

import SystemPackage

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The settings of a terminal's line that a full-screen program changes and has to put back (termios(3)).
public struct LineAttributes: Hashable, Sendable {
    /// ECHO: the line shows what is typed.
    public var echoes: Bool
    /// ICANON: the program gets whole lines.
    public var isCanonical: Bool
    /// ISIG: Ctrl-C, Ctrl-\ and Ctrl-Z are signals.
    public var makesSignals: Bool
    /// ICRNL: Enter is a line feed.
    public var turnsReturnIntoNewline: Bool
    /// OPOST: a line feed also returns to the first column.
    public var processesOutput: Bool

    /// As a shell has it: everything above is on.
    public var isCooked: Bool { echoes && isCanonical && makesSignals && turnsReturnIntoNewline && processesOutput }
    /// As a full-screen program has it: no echo, no lines, no signals.
    public var isRaw: Bool { !echoes && !isCanonical && !makesSignals }
}

/// The near end of a pty.
final class PseudoTerminalLine {
    private let near: Int32
    /// Held until the program has the far end open: without it the line would count as hung up.
    private var far: Int32?
    /// Where the program opens the far end.
    let path: String

    init(columns: Int, rows: Int) throws(ProcessError) {
        let opened = withoutInheritance { () -> (near: Int32, far: Int32, path: String, failure: Int32) in
            let near = Self.openNearEnd()
            guard near >= 0 else { return (-1, -1, "", errno) }
            _ = fcntl(near, F_SETFD, FD_CLOEXEC)
            guard let path = Self.unlockedPath(near) else { return (near, -1, "", errno) }
            let far = open(path, O_RDWR | O_NOCTTY)
            guard far >= 0 else { return (near, -1, path, errno) }
            _ = fcntl(far, F_SETFD, FD_CLOEXEC)
            return (near, far, path, 0)
        }
        guard opened.failure == 0 else {
            if opened.near >= 0 { close(opened.near) }
            throw .cannotStart(program: "a pseudo-terminal", step: "open", Errno(rawValue: opened.failure))
        }
        (near, far, path) = (opened.near, opened.far, opened.path)
        makeNonBlocking(near)
        setUTF8()
        try resize(columns: columns, rows: rows)
    }

    /// What posix_openpt(3) does, which is an X/Open extension that Swift's view of glibc lacks.
    private static func openNearEnd() -> Int32 {
        #if canImport(Darwin)
            posix_openpt(O_RDWR | O_NOCTTY)
        #else
            open("/dev/ptmx", O_RDWR | O_NOCTTY)
        #endif
    }

    /// What grantpt(3), unlockpt(3) and ptsname(3) do. Called with the lock of `withoutInheritance` held, since ptsname
    /// gives a buffer that its next call overwrites.
    private static func unlockedPath(_ near: Int32) -> String? {
        #if canImport(Darwin)
            guard grantpt(near) == 0, unlockpt(near) == 0, let name = ptsname(near) else { return nil }
            return String(cString: name)
        #else
            // Swift's view of glibc lacks these, too. On Linux devpts grants by itself, and the others make these
            // requests: TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h (x86-64, arm64), which C computes by macros.
            var lock: Int32 = 0
            var number: UInt32 = 0
            guard ioctl(near, 0x4004_5431, &lock) == 0, ioctl(near, 0x8004_5430, &number) == 0 else { return nil }
            return "/dev/pts/\(number)"
        #endif
    }

    deinit {
        close(near)
        releaseFarEnd()
    }

    /// The descriptor to poll.
    var descriptor: Int32 { near }

    /// What a program is started with so that the far end is its standard input, output and error; in a new session it
    /// becomes its controlling terminal, since it is the first terminal opened there.
    var actions: [DescriptorAction] {
        [
            .open(descriptor: 0, path: path, flags: O_RDWR), .duplicate(0, onto: 1), .duplicate(0, onto: 2),
        ]
    }

    /// To be called when the program has been started, so that the line hangs up when the program has gone.
    func releaseFarEnd() {
        if let far { close(far) }
        far = nil
    }

    /// Sets the size of the window; the kernel sends SIGWINCH to the foreground process group if it changed.
    func resize(columns: Int, rows: Int) throws(ProcessError) {
        var size = winsize()
        size.ws_col = UInt16(clamping: columns)
        size.ws_row = UInt16(clamping: rows)
        guard ioctl(far ?? near, UInt(TIOCSWINSZ), &size) == 0 else {
            throw .system(call: "TIOCSWINSZ", Errno(rawValue: errno))
        }
    }

    /// The settings of the line at this moment. On Linux they can be read after the last program has gone, too.
    func attributes() throws(ProcessError) -> LineAttributes {
        var settings = termios()
        guard tcgetattr(near, &settings) == 0 else { throw .system(call: "tcgetattr", Errno(rawValue: errno)) }
        func has(_ flag: some BinaryInteger, in field: tcflag_t) -> Bool { field & tcflag_t(flag) != 0 }
        return LineAttributes(
            echoes: has(ECHO, in: settings.c_lflag), isCanonical: has(ICANON, in: settings.c_lflag),
            makesSignals: has(ISIG, in: settings.c_lflag), turnsReturnIntoNewline: has(ICRNL, in: settings.c_iflag),
            processesOutput: has(OPOST, in: settings.c_oflag))
    }

    /// The process group that has the terminal; nil if there is none.
    var foregroundGroup: pid_t? {
        let group = tcgetpgrp(near)
        return group > 0 ? group : nil
    }

    /// Writes what the line takes now.
    ///
    /// - Returns: how many bytes it took; nil if the program has gone.
    func write(_ bytes: [UInt8]) -> Int? {
        #if canImport(Darwin)
            let written = Darwin.write(near, bytes, bytes.count)
        #else
            let written = Glibc.write(near, bytes, bytes.count)
        #endif
        if written >= 0 { return written }
        return errno == EAGAIN || errno == EINTR ? 0 : nil
    }

    /// A terminal emulator in a UTF-8 locale sets IUTF8, so that the line erases whole characters.
    private func setUTF8() {
        var settings = termios()
        guard let far, tcgetattr(far, &settings) == 0 else { return }
        settings.c_iflag |= tcflag_t(IUTF8)
        tcsetattr(far, TCSANOW, &settings)
    }
}
