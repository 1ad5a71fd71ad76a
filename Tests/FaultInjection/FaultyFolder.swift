import Foundation
import Synchronization

/// A folder whose disk fails when a test says so: SQLite databases that are opened in it from now on go through it.
///
///     let disk = FaultyFolder(office.folder)
///     disk.fail(.write, number: 3, with: .full)
///
/// The program knows nothing of it: it opens its files as ever, and SQLite's default file system, wrapped once in a
/// test process, asks here before each step.
public final class FaultyFolder: Sendable {
    /// A step that a disk is asked for.
    public enum Step: String, Hashable, Sendable, CaseIterable {
        case read, write, truncate, sync
    }

    /// What SQLite is told of a step that failed (sqlite.org/rescode.html).
    public enum Failure: Int32, Sendable {
        case full = 13
        case readOnly = 8
        case readError = 0x10A
        case writeError = 0x30A
        case syncError = 0x40A
    }

    /// A step that was asked for, in order.
    public struct Asked: Hashable, Sendable {
        public var step: Step
        /// The name of the file in the folder.
        public var file: String
    }

    private struct Fault {
        var step: Step
        var suffix: String
        /// So many more go well.
        var left: Int
        var code: Int32
        var lasts: Bool
        /// The share of what was to be written that is.
        var keeps: Double
    }

    private struct State {
        var faults: [Fault] = []
        var hits = 0
        var asked: [Asked] = []
        var disk: [String: DiskFile]?
        var photos: [PowerCut] = []
        var mark = 0
        var ignoresSyncs = false
    }

    /// What is to be done with a step.
    enum Verdict {
        case pass
        case fail(code: Int32, keeps: Double)
    }

    public let path: String
    private let state = Mutex(State())
    private static let all = Mutex<[String: WeakFolder]>([:])

    private struct WeakFolder: Sendable {
        weak var folder: FaultyFolder?
    }

    public init(_ path: String) {
        self.path = path
        FaultyFileSystem.install()
        Self.all.withLock { all in
            all = all.filter { $0.value.folder != nil }
            all[Self.real(path)] = WeakFolder(folder: self)
        }
    }

    /// The folder that looks after that file, if any.
    static func of(file: String) -> FaultyFolder? {
        all.withLock { $0[(file as NSString).deletingLastPathComponent]?.folder }
    }

    private static func real(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    // MARK: What goes wrong

    /// From now on the `number`th such step of files whose names end with `suffix` fails.
    ///
    /// - Parameters:
    ///   - lasts: so do all after it, until ``heal()``.
    ///   - keeps: so much of what was to be written is written, of 1.
    public func fail(
        _ step: Step, of suffix: String = "", number: Int = 1, with failure: Failure, lasts: Bool = false,
        keeps: Double = 0
    ) {
        let fault = Fault(
            step: step, suffix: suffix, left: number - 1, code: failure.rawValue, lasts: lasts, keeps: keeps)
        state.withLock { $0.faults.append(fault) }
    }

    /// Everything goes well again.
    ///
    /// - Returns: how many steps had failed since the last time.
    @discardableResult
    public func heal() -> Int {
        state.withLock { state in
            defer { state.hits = 0 }
            state.faults = []
            return state.hits
        }
    }

    /// What was asked for since the folder was made faulty.
    public var asked: [Asked] { state.withLock { $0.asked } }

    // MARK: The power

    /// Begins to note what a power cut would leave. Everything that is in the folder now is on the disk; no database in
    /// it may be open yet.
    ///
    /// - Parameter ignoresSyncs: the disk says "done" and keeps nothing, as some do.
    public func watchPower(ignoresSyncs: Bool = false) throws {
        var disk: [String: DiskFile] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where !name.hasSuffix("-shm") {
            let content = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
            disk[name] = DiskFile(kept: [UInt8](content))
        }
        state.withLock { state in
            state.disk = disk
            state.ignoresSyncs = ignoresSyncs
        }
    }

    /// How far the test is; each cut says how far it was.
    public func mark(_ mark: Int) {
        state.withLock { $0.mark = mark }
    }

    /// What a power cut would have left before each step that was asked for, and after the last.
    public var cuts: [PowerCut] {
        state.withLock { state in
            state.photos + (state.disk.map { [PowerCut(mark: state.mark, files: $0)] } ?? [])
        }
    }

    // MARK: What the file system asks

    func verdict(on step: Step, of file: String) -> Verdict {
        state.withLock { state in
            state.asked.append(Asked(step: step, file: file))
            if let disk = state.disk, step != .read { state.photos.append(PowerCut(mark: state.mark, files: disk)) }
            for index in state.faults.indices {
                let fault = state.faults[index]
                guard fault.step == step, file.hasSuffix(fault.suffix), fault.left >= 0 else { continue }
                guard fault.left == 0 else {
                    state.faults[index].left -= 1
                    continue
                }
                if !fault.lasts { state.faults[index].left = -1 }
                state.hits += 1
                return .fail(code: fault.code, keeps: fault.keeps)
            }
            return .pass
        }
    }

    func wrote(_ bytes: UnsafeRawBufferPointer, at offset: Int, of file: String) {
        change(file) { $0.pending.append(.write(offset: offset, bytes: [UInt8](bytes))) }
    }

    func truncated(_ file: String, to size: Int) {
        change(file) { $0.pending.append(.truncate(size: size)) }
    }

    func synced(_ file: String) {
        let ignores = state.withLock { $0.ignoresSyncs }
        if !ignores { change(file) { $0.settle() } }
    }

    /// The kernel has told of the failure once and holds the pages for written from then on (Rebello and others, "Can
    /// Applications Recover from fsync Failures?", 2020).
    func failedToSync(_ file: String) {
        change(file) { $0.pending = [] }
    }

    func deleted(_ file: String) {
        state.withLock { $0.disk?[file] = nil }
    }

    private func change(_ file: String, _ body: (inout DiskFile) -> Void) {
        guard !file.hasSuffix("-shm") else { return }
        state.withLock { state in
            guard state.disk != nil else { return }
            body(&state.disk![file, default: DiskFile(kept: nil)])
        }
    }
}
