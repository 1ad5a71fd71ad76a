import Casework
import Foundation

/// Calls at the door that could not be written into the record, in a file of their own until they can.
///
/// The file is only ever added to: a line for each call, on the disk before the person is told; another line once it is in
/// the record. When nothing waits any more it is emptied. A process that dies between the two lines leaves a call that is
/// entered again, and ``CaseStore/attendLate(_:rules:now:)`` knows it by its person and millisecond. What the rules refuse
/// later goes to a second file beside it, for a supervisor to see.
///
/// No PIN is in it. Whoever cannot be looked at comes in *unverified*, which the supervisor sees.
public struct AttendanceSpool: Sendable {
    /// One call.
    public struct Entry: Hashable, Codable, Sendable {
        public var id: String
        /// The staff number as it was typed.
        public var number: String
        public var wanted: AttendanceDirection?
        public var at: Instant
        public var source: AttendanceSource
        public var isUnverified: Bool

        public init(
            number: String, wanted: AttendanceDirection?, at: Instant, source: AttendanceSource, isUnverified: Bool
        ) {
            id = UUID().uuidString
            self.number = number
            self.wanted = wanted
            self.at = at
            self.source = source
            self.isUnverified = isUnverified
        }
    }

    /// What became of a call that waited.
    public enum Settlement: Hashable, Sendable {
        /// In the record, now or before.
        case entered
        /// It cannot get into the record, and why.
        case refused(String)
    }

    private enum Line: Codable {
        case call(Entry)
        case done(String)
    }

    public let path: String

    public init(path: String) { self.path = path }

    public var refusedPath: String { path + ".refused" }

    /// Puts a call down and waits until the disk has it.
    ///
    /// - Throws: ``StoreError``; nothing may be said to have been kept then.
    public func append(_ entry: Entry) throws(StoreError) {
        try locked { descriptor throws(StoreError) in try add(Line.call(entry), to: descriptor, path) }
    }

    /// The calls that wait, oldest first. A line that was not written to its end was told to nobody and is none.
    public func waiting() throws(StoreError) -> [Entry] {
        guard FileFacts.exists(path) else { return [] }
        return try locked { descriptor throws(StoreError) in try Self.waiting(in: read(descriptor)) }
    }

    /// Enters what waits, one after the other, and marks each when it is done.
    ///
    /// - Parameter enter: puts a call into the record; what it throws ends the work and leaves the call waiting.
    /// - Returns: how many were settled.
    @discardableResult
    public func settle(
        _ enter: (Entry) throws(StoreError) -> Settlement
    ) throws(StoreError) -> Int {
        guard FileFacts.exists(path) else { return 0 }
        return try locked { descriptor throws(StoreError) in
            let calls = try Self.waiting(in: read(descriptor))
            for call in calls {
                if case .refused(let reason) = try enter(call) { try refuse(call, reason) }
                try add(Line.done(call.id), to: descriptor, path)
            }
            // Nothing waits: the file begins anew.
            if ftruncate(descriptor, 0) == 0 { fsync(descriptor) }
            return calls.count
        }
    }

    private struct Refused: Codable {
        var call: Entry
        var reason: String
    }

    private func refuse(_ call: Entry, _ reason: String) throws(StoreError) {
        let descriptor = open(refusedPath, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .failed(path: refusedPath, detail: FileFacts.lastError()) }
        defer { close(descriptor) }
        try add(Refused(call: call, reason: reason), to: descriptor, refusedPath)
    }

    // MARK: The file

    private static func waiting(in lines: [Line]) -> [Entry] {
        var calls: [Entry] = []
        var done: Set<String> = []
        for line in lines {
            switch line {
            case .call(let entry): calls.append(entry)
            case .done(let id): done.insert(id)
            }
        }
        return calls.filter { !done.contains($0.id) }
    }

    /// One process at a time; the lock goes with the descriptor.
    private func locked<Result>(
        _ body: (Int32) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        let isNew = !FileFacts.exists(path)
        let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .failed(path: path, detail: FileFacts.lastError()) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw .failed(path: path, detail: FileFacts.lastError()) }
        }
        if isNew { FileFacts.sync(folder: FileFacts.folder(of: path)) }
        return try body(descriptor)
    }

    private func add(
        _ line: some Encodable, to descriptor: Int32, _ path: String
    ) throws(StoreError) {
        var bytes: [UInt8] = try endsTorn(descriptor) ? [UInt8(ascii: "\n")] : []
        do {
            bytes += Array(try CanonicalJSON.text(line).utf8) + [UInt8(ascii: "\n")]
        } catch {
            throw .failed(path: path, detail: "\(error)")
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw errno == ENOSPC ? .full(path: path) : .failed(path: path, detail: FileFacts.lastError())
            }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw .disk(path: path, detail: FileFacts.lastError()) }
    }

    /// Whether a line before was not written to its end.
    private func endsTorn(_ descriptor: Int32) throws(StoreError) -> Bool {
        let size = lseek(descriptor, 0, SEEK_END)
        guard size > 0 else { return false }
        var last: UInt8 = 0
        guard pread(descriptor, &last, 1, size - 1) == 1 else {
            throw .failed(path: path, detail: FileFacts.lastError())
        }
        return last != UInt8(ascii: "\n")
    }

    private func read(_ descriptor: Int32) throws(StoreError) -> [Line] {
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = room.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count)) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .failed(path: path, detail: FileFacts.lastError()) }
            if count == 0 { break }
            bytes += room[..<count]
        }
        guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        return bytes[..<end].split(separator: UInt8(ascii: "\n")).compactMap { line in
            try? CanonicalJSON.value(Line.self, from: String(decoding: line, as: UTF8.self))
        }
    }
}
