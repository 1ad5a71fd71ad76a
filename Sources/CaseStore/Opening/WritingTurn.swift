#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Foundation
import Synchronization

/// Where the processes that want to write to one file stand in line.
///
/// SQLite lets those who find its lock taken look again and again; of eight desks that write at once, seven spend half the
/// machine on looking. Here they sleep in the kernel (`flock`), are woken one at a time in the order in which they came,
/// and only then ask SQLite. A process that is killed gives its turn back by dying.
///
/// The line is a courtesy: it keeps nothing safe, and nobody out. SQLite's own lock decides. Where the line cannot be had,
/// and when it does not move for half of one's patience, because somebody stands in it and does nothing, one goes on to
/// SQLite with the other half.
///
/// The lock lies on the write-ahead log: SQLite itself locks bytes of the other two files, and a process that closed one
/// of those a second time would lose all its locks on it.
final class WritingTurn: Sendable {
    private let path: String
    /// How long a turn is waited for, in milliseconds.
    private let patience: Int
    private let line = Mutex(Line())

    private struct Line {
        var wait: TurnWait?
        /// Somebody else was there before: there is a queue.
        var hasWaited = false
    }

    /// Microseconds in which the next in line can come in before who was there before asks again.
    private static let courtesy: UInt32 = 100

    /// - Parameters:
    ///   - path: the file of the record.
    ///   - patience: how long the turn may be waited for, in milliseconds.
    init(path: String, patience: Int) {
        self.path = path
        self.patience = patience
    }

    deinit { line.withLock { $0.wait?.end() } }

    /// Waits for the turn. It has to be given back, whatever is returned.
    ///
    /// - Returns: whether it came, or there is no line to stand in.
    @discardableResult
    func take() -> Bool {
        let (wait, isBehind) = line.withLock { line in
            // The log is there as soon as the record was read once.
            if line.wait == nil { line.wait = TurnWait(path: FileFacts.resolved(path) + "-wal") }
            defer { line.hasWaited = false }
            return (line.wait, line.hasWaited)
        }
        guard let wait else { return true }
        if isBehind { usleep(Self.courtesy) }
        if wait.takeAtOnce() { return true }
        line.withLock { $0.hasWaited = true }
        return wait.take(patience: patience)
    }

    func giveBack() { line.withLock { $0.wait }?.giveBack() }
}

/// The waiting itself. `flock` waits without an end, so a thread of its own does it, and whoever wants the turn waits for
/// that thread as long as they like; a turn that comes when nobody waits any more is given back at once.
private final class TurnWait: Sendable {
    private struct State {
        /// The thread sleeps in `flock`, or is about to.
        var isAsking = false
        /// Somebody waits for the thread.
        var isWanted = false
        var isHeld = false
        var hasThread = false
        var hasEnded = false
    }

    private let descriptor: Int32
    private let state = Mutex(State())
    private let asked = DispatchSemaphore(value: 0)
    private let come = DispatchSemaphore(value: 0)

    /// `nil` where there is no such file.
    init?(path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// - Returns: whether there was no need to wait, or no way to.
    func takeAtOnce() -> Bool {
        state.withLock { state in
            guard !state.isAsking else { return false }
            let isFree = flock(descriptor, LOCK_EX | LOCK_NB) == 0
            state.isHeld = isFree
            return isFree || errno != EWOULDBLOCK
        }
    }

    func take(patience: Int) -> Bool {
        let (isNew, needsThread) = state.withLock { state in
            defer { (state.isAsking, state.isWanted, state.hasThread) = (true, true, true) }
            return (!state.isAsking, !state.hasThread)
        }
        if needsThread {
            let thread = Thread { self.attend() }
            thread.name = "turn"
            thread.stackSize = 64 << 10
            thread.start()
        }
        if isNew { asked.signal() }
        if come.wait(timeout: .now() + .milliseconds(patience)) == .success { return true }
        let hasCome = state.withLock { state in
            defer { state.isWanted = false }
            return !state.isWanted
        }
        // It came in the very moment in which the patience was over.
        if hasCome { come.wait() }
        return hasCome
    }

    func giveBack() {
        state.withLock { state in
            guard state.isHeld else { return }
            state.isHeld = false
            _ = flock(descriptor, LOCK_UN)
        }
    }

    /// Nobody waits any more, now and later.
    func end() {
        state.withLock { $0.hasEnded = true }
        asked.signal()
    }

    private func attend() {
        while true {
            asked.wait()
            if state.withLock({ $0.hasEnded && !$0.isAsking }) { return }
            var code = flock(descriptor, LOCK_EX)
            while code != 0, errno == EINTR { code = flock(descriptor, LOCK_EX) }
            let (isWanted, hasEnded) = state.withLock { state in
                defer { (state.isAsking, state.isWanted) = (false, false) }
                state.isHeld = state.isWanted && code == 0
                if !state.isWanted { _ = flock(descriptor, LOCK_UN) }
                return (state.isWanted, state.hasEnded)
            }
            if isWanted { come.signal() }
            if hasEnded { return }
        }
    }
}
