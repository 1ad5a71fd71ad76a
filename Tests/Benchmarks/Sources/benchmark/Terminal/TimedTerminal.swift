import Foundation

/// A program on a pseudo-terminal whose output is only timed, not understood.
///
/// The journeys of `PseudoTerminal` keep a model of the screen, which costs as much as what is measured here; this
/// takes an instant for each read and leaves the bytes as they are.
final class TimedTerminal {
    /// What one read gave, and when it could be read.
    struct Arrival {
        var at: Int64
        var bytes: [UInt8]
    }

    let process: pid_t
    /// Just before posix_spawn(3).
    let startedAt: Int64
    /// Nothing more will come: the program has let go of the terminal.
    private(set) var hasHungUp = false
    private let near: Int32
    private var isReaped = false
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(
        _ program: String, _ arguments: [String] = [], environment: [String: String], columns: Int = 160,
        rows: Int = 45
    ) throws(BenchmarkError) {
        let pair = try Self.open(columns: columns, rows: rows)
        near = pair.near
        // Held until the child has it open: a terminal that nobody has open counts as hung up.
        defer { close(pair.far) }
        (process, startedAt) = try Spawn.onTerminal(
            pair.path, program: program, arguments, environment: environment)
    }

    deinit {
        end()
        close(near)
    }

    func write(_ bytes: [UInt8]) throws(BenchmarkError) {
        guard Foundation.write(near, bytes, bytes.count) == bytes.count else {
            throw .system(call: "write to the terminal", errno: errno)
        }
    }

    /// The next bytes; nil when none have come within that time, or none will.
    func read(within milliseconds: Int) -> Arrival? {
        guard !hasHungUp else { return nil }
        var request = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, Int32(clamping: milliseconds)) > 0 else { return nil }
        let instant = Stopwatch.now()
        let count = Foundation.read(near, &buffer, buffer.count)
        guard count > 0 else {
            // Linux says EIO when the last program has gone.
            if count == 0 || (errno != EINTR && errno != EAGAIN) { hasHungUp = true }
            return nil
        }
        let bytes = Array(buffer[..<count])
        if bytes.holds(Self.question) { _ = Foundation.write(near, Self.answer, Self.answer.count) }
        return Arrival(at: instant, bytes: bytes)
    }

    /// What every terminal answers (DA1): what kind it is. A program that asks it waits for that before it draws.
    private static let question = Array("\u{1B}[c".utf8)
    private static let answer = Array("\u{1B}[?62;22c".utf8)

    /// Reads until a text has come.
    ///
    /// - Returns: when the first byte came, and when the text was whole.
    @discardableResult
    func wait(for text: String, within milliseconds: Int = 20_000) throws(BenchmarkError) -> (first: Int64, last: Int64)
    {
        let pattern = Array(text.utf8)
        let end = Stopwatch.now() + Int64(milliseconds) * 1_000_000
        var seen: [UInt8] = []
        var first: Int64?
        while Stopwatch.now() < end, !hasHungUp {
            guard let arrival = read(within: 100) else { continue }
            first = first ?? arrival.at
            // The text may lie across two reads.
            let start = max(0, seen.count - pattern.count)
            seen += arrival.bytes
            if seen[start...].holds(pattern) { return (first ?? arrival.at, arrival.at) }
        }
        throw .silent(waitingFor: text, seen: String(decoding: seen.suffix(400), as: UTF8.self))
    }

    /// Reads and forgets for that time.
    func drain(milliseconds: Int) {
        let end = Stopwatch.now() + Int64(milliseconds) * 1_000_000
        while !hasHungUp {
            let left = Int((end - Stopwatch.now()) / 1_000_000)
            guard left > 0 else { return }
            _ = read(within: left)
        }
    }

    /// Reads until the program has let go of its terminal; when that was seen.
    func waitForHangUp(within milliseconds: Int = 20_000) throws(BenchmarkError) -> Int64 {
        let end = Stopwatch.now() + Int64(milliseconds) * 1_000_000
        while !hasHungUp {
            guard Stopwatch.now() < end else { throw .silent(waitingFor: "the end", seen: "") }
            _ = read(within: 100)
        }
        return Stopwatch.now()
    }

    /// Kills the program if it still runs, and buries it.
    func end() {
        guard !isReaped else { return }
        if !hasHungUp { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        isReaped = true
    }

    private static func open(
        columns: Int, rows: Int
    ) throws(BenchmarkError) -> (near: Int32, far: Int32, path: String) {
        #if canImport(Darwin)
            let near = posix_openpt(O_RDWR | O_NOCTTY)
            guard near >= 0, grantpt(near) == 0, unlockpt(near) == 0, let name = ptsname(near) else {
                throw .system(call: "posix_openpt", errno: errno)
            }
            let path = String(cString: name)
        #else
            // Swift's view of glibc lacks posix_openpt and its companions; these are the requests that they make
            // (TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h).
            let near = Foundation.open("/dev/ptmx", O_RDWR | O_NOCTTY)
            var lock: Int32 = 0
            var number: UInt32 = 0
            guard near >= 0, ioctl(near, 0x4004_5431, &lock) == 0, ioctl(near, 0x8004_5430, &number) == 0 else {
                throw .system(call: "/dev/ptmx", errno: errno)
            }
            let path = "/dev/pts/\(number)"
        #endif
        let far = Foundation.open(path, O_RDWR | O_NOCTTY)
        guard far >= 0 else { throw .system(call: path, errno: errno) }
        for end in [near, far] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var size = winsize()
        size.ws_col = UInt16(clamping: columns)
        size.ws_row = UInt16(clamping: rows)
        guard ioctl(far, UInt(TIOCSWINSZ), &size) == 0 else { throw .system(call: "TIOCSWINSZ", errno: errno) }
        return (near, far, path)
    }
}

extension Collection<UInt8> {
    /// Whether these bytes stand somewhere in it.
    func holds(_ pattern: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: pattern) }
    }
}
