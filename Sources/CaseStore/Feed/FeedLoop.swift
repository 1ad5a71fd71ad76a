/// What the feed's thread does: sleep, look, tell.
///
/// The kernel tells of a write to the log before the commit is visible: in half of the cases the first look comes too
/// early, and with `synchronous=FULL` the writer still waits for the disk. So after an event the loop looks again in
/// growing steps, and goes on looking after it found one commit, because events of two commits may come as one. The
/// same after the watch was put up, since a commit may have been on its way then.
struct FeedLoop {
    /// Microseconds until the next look after an event. The first eight find a commit on a quick disk; the rest is for
    /// a disk that takes its time, and never makes the delay more than about half of what the disk took.
    private static let ladder = [
        100, 200, 400, 800, 1_000, 2_000, 3_000, 6_000, 10_000, 20_000, 30_000, 50_000, 80_000, 120_000, 200_000,
        300_000,
    ]
    /// Microseconds between two looks when nothing happens.
    private static let rest = 1_000_000

    private let path: String
    /// `nil` while the file cannot be read.
    private var probe: CommitProbe?
    private var watch: FileWatch
    private let onSignal: @Sendable (ChangeFeed.Signal) -> Void
    /// Where on the ladder the next look stands; at its end the loop rests.
    private var rung = 0

    init(
        path: String, probe: CommitProbe, stop: StopPipe, onSignal: @escaping @Sendable (ChangeFeed.Signal) -> Void
    ) {
        self.path = path
        self.probe = probe
        self.onSignal = onSignal
        watch = FileWatch(path: path, stop: stop)
    }

    mutating func run() {
        defer {
            probe?.close()
            watch.close()
        }
        // What was committed before the watch stood.
        look(isTick: false)
        while true {
            let isResting = rung >= Self.ladder.count
            switch watch.wait(microseconds: isResting ? Self.rest : Self.ladder[rung]) {
            case .stopped:
                return
            case .event:
                rung = 0
                look(isTick: false)
            case .timeout:
                if !isResting { rung += 1 }
                look(isTick: isResting)
            }
        }
    }

    /// - Parameter isTick: the second is over; a state that lasts is told again.
    private mutating func look(isTick: Bool) {
        guard probe != nil else {
            reopen(wasReachable: false, isTick: isTick)
            return
        }
        do {
            switch try probe?.ask() {
            case .same, nil: break
            case .moved: onSignal(.changed)
            case .gone: reopen(wasReachable: true, isTick: isTick)
            }
        } catch {
            // Somebody holds an exclusive lock, which passes: no reason to let go of the file.
            if case .busy = error { return }
            drop()
            onSignal(.unreachable(error))
        }
    }

    private mutating func reopen(wasReachable: Bool, isTick: Bool) {
        drop()
        watch.arm()
        do {
            probe = try CommitProbe(path: path)
            rung = 0
            if !wasReachable { onSignal(.reachable) }
            onSignal(.changed)
        } catch {
            if wasReachable || isTick { onSignal(.unreachable(error)) }
        }
    }

    private mutating func drop() {
        probe?.close()
        probe = nil
    }
}
