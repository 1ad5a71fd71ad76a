import CaseStore
import Casework
import Foundation
import Synchronization

/// The soak itself: starts the desks, kills them, starts them again, and looks at what is left.
struct SoakRun {
    private static let cases = 320
    /// Killed after so many milliseconds.
    private static let pause = 50...400

    private let options: SoakOptions
    private let folder: String
    private let path: String
    private let program: String
    private var chance: SeededChance
    private var writers: [Process] = []
    private var lives: [Int] = []
    private var kills = 0
    private var largestLog = 0

    init(_ options: SoakOptions) throws {
        self.options = options
        folder = NSTemporaryDirectory() + "/daiban-soak-\(UUID().uuidString)"
        path = folder + "/office.db"
        program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        chance = SeededChance(state: options.seed)
    }

    /// Whether nothing was lost.
    mutating func run() throws -> Bool {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try SoakTown.found(at: path, cases: Self.cases)
        let signals = Mutex(0)
        let feed = try ChangeFeed(path: path)
        feed.start { signal in if signal == .changed { signals.withLock { $0 += 1 } } }
        let reader = options.kills ? try start(["read", path]) : nil
        for writer in 0..<options.writers {
            lives.append(0)
            writers.append(try startWriter(writer))
        }
        let seconds = try soak()
        let readerFailed = reader.map { !$0.isRunning } ?? false
        for process in writers + [reader].compactMap(\.self) { end(process) }
        feed.stop()
        return try SoakCheck(path: path, notes: (0..<options.writers).map(notes)).report(
            seconds: seconds, kills: kills, signals: signals.withLock { $0 }, largestLog: largestLog,
            readerFailed: readerFailed)
    }

    /// - Returns: how long it was.
    private mutating func soak() throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        let end = start + .seconds(options.seconds)
        var told = start
        while clock.now < end {
            usleep(UInt32(Int.random(in: Self.pause, using: &chance) * 1_000))
            largestLog = max(largestLog, size(path + "-wal"))
            if options.kills {
                let victim = Int.random(in: 0..<options.writers, using: &chance)
                self.end(writers[victim])
                kills += 1
                lives[victim] += 1
                writers[victim] = try startWriter(victim)
            }
            if clock.now - told > .seconds(10) {
                told = clock.now
                FileHandle.standardError.write(Data("\(told - start): \(kills) kills\n".utf8))
            }
        }
        let length = (clock.now - start).components
        return Double(length.seconds) + Double(length.attoseconds) / 1e18
    }

    private func notes(_ writer: Int) -> String { folder + "/notes-\(writer)" }

    private func startWriter(_ writer: Int) throws -> Process {
        try start([
            "write", path, notes(writer), "\(writer)", "\(lives[writer])", "\(Self.cases)", "\(options.seed)",
            options.kills ? "sync" : "nosync",
        ])
    }

    private func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func end(_ process: Process) {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func size(_ path: String) -> Int {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
    }
}
