#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import GRDB
import GRDBSQLite
import Synchronization

/// How a connection waits for a lock that somebody else holds: in short sleeps of uneven length, until its patience is
/// over.
///
/// SQLite's own busy timeout sleeps longer and longer, up to a tenth of a second: whoever has waited longest looks least
/// often, and several desks that write at once hold each other up while nobody holds the lock. Here everybody looks
/// equally often, however long they have waited; the lengths are uneven so that two never keep step. Those who write stand
/// in line first (``WritingTurn``), so that hardly anybody comes here but who meets a backup, a restore or a checkpoint.
final class BusyWait: Sendable {
    /// Microseconds between two looks.
    private static let shortest: UInt32 = 100
    private static let longest: UInt32 = 600

    /// How long a lock is waited for, in milliseconds.
    private let patience: Int

    init(patience: Int) { self.patience = patience }

    private struct State {
        /// Nanoseconds of the steady clock when the present wait is over.
        var end: Int64 = 0
        /// Half of the patience was used up elsewhere.
        var isHalved = false
    }

    /// Only the connection's own thread comes here.
    private let state = Mutex(State())

    /// SQLite asks before each further look; `false` gives up with `SQLITE_BUSY`.
    fileprivate func mayLookAgain(tries: Int) -> Bool {
        let now = Self.now()
        let isOver = state.withLock { state in
            if tries == 0 {
                state.end = now + Int64(state.isHalved ? patience / 2 : patience) * 1_000_000
                state.isHalved = false
            }
            return now >= state.end
        }
        guard !isOver else { return false }
        usleep(UInt32.random(in: Self.shortest...Self.longest))
        return true
    }

    fileprivate func halveNext() { state.withLock { $0.isHalved = true } }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

/// The waits of the connections to one file: SQLite keeps only a pointer to each, so somebody has to hold them for as
/// long as the connections may live.
final class BusyWaits: Sendable {
    private let known = Mutex<[UInt: BusyWait]>([:])
    private let patience: Int

    /// - Parameter patience: how long a lock is waited for, in milliseconds.
    init(patience: Int = StoreError.patience * 1_000) { self.patience = patience }

    /// The next wait of `database` is half as long: the other half was waited elsewhere.
    func halveNext(of database: Database) {
        guard let connection = database.sqliteConnection else { return }
        known.withLock { $0[UInt(bitPattern: connection)] }?.halveNext()
    }

    /// From now on `database` waits with patience; also after something else was set for a while.
    func attach(to database: Database) {
        guard let connection = database.sqliteConnection else { return }
        // A new connection at the place of one that is closed takes over its wait.
        let wait = known.withLock { known in
            let place = UInt(bitPattern: connection)
            let wait = known[place] ?? BusyWait(patience: patience)
            known[place] = wait
            return wait
        }
        sqlite3_busy_handler(
            connection,
            { context, tries in
                guard let context else { return 0 }
                return Unmanaged<BusyWait>.fromOpaque(context).takeUnretainedValue()
                    .mayLookAgain(tries: Int(tries)) ? 1 : 0
            }, Unmanaged.passUnretained(wait).toOpaque())
    }
}
