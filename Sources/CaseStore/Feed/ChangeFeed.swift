import Foundation
import Synchronization

/// Tells that the record has changed, whoever changed it: this process, another one, a restored file.
///
/// One thread sleeps until the kernel says that the write-ahead log was written to (inotify on Linux), then asks SQLite
/// whether a commit has become visible (`PRAGMA data_version`). It reads no table and never writes. When nothing
/// happens it wakes once a second, in case the kernel could not tell.
///
///     let feed = try ChangeFeed(path: store.path)
///     feed.start { signal in … }      // on the feed's own thread: hand it on and return
///     feed.stop()
public final class ChangeFeed: Sendable {
    public enum Signal: Hashable, Sendable {
        /// At least one commit since the last signal, or since the feed was made.
        case changed
        /// The file cannot be read, and why; told once a second while it lasts.
        case unreachable(StoreError)
        /// The file is back; ``changed`` follows, since nobody knows what was missed.
        case reachable
    }

    private enum Phase: Sendable {
        case ready(CommitProbe, StopPipe)
        case running(StopPipe)
        case stopped
    }

    private let path: String
    private let phase: Mutex<Phase>

    /// Opens a connection of its own; commits from here on are seen, also those before ``start(_:)``.
    ///
    /// - Throws: ``StoreError`` when there is no record at `path` now, or when the process has no descriptors left: a feed
    ///   that could be made can be started.
    public init(path: String) throws(StoreError) {
        self.path = path
        let probe = try CommitProbe(path: path)
        guard let pipe = StopPipe() else {
            let words = FileFacts.lastError()
            probe.close()
            throw .failed(path: path, detail: words)
        }
        phase = Mutex(.ready(probe, pipe))
    }

    deinit { stop() }

    /// Begins to tell. Has an effect once; a feed that was stopped stays so.
    ///
    /// - Parameter onSignal: called on the feed's thread, one signal at a time.
    public func start(_ onSignal: @escaping @Sendable (Signal) -> Void) {
        phase.withLock { phase in
            guard case .ready(let probe, let pipe) = phase else { return }
            phase = .running(pipe)
            let path = path
            let thread = Thread {
                var loop = FeedLoop(path: path, probe: probe, stop: pipe, onSignal: onSignal)
                loop.run()
            }
            thread.name = "daiban.feed"
            thread.stackSize = 512 * 1_024
            thread.start()
        }
    }

    /// Ends the thread. At most the one signal that is being told right now still arrives.
    public func stop() {
        phase.withLock { phase in
            switch phase {
            case .ready(let probe, let pipe):
                probe.close()
                pipe.pull()
                pipe.closeReadEnd()
            case .running(let pipe): pipe.pull()
            case .stopped: break
            }
            phase = .stopped
        }
    }
}
