import Casework
import Foundation

/// A file with one anchor a line, kept on another disk than the record: somebody who changes the record would have to
/// change it too.
///
/// Lines are only ever added. A line that is not whole is what a stopped machine leaves; nothing is added behind it
/// before somebody has looked.
public struct AnchorFile: Sendable {
    public var path: String

    public init(path: String) {
        self.path = path
    }

    /// A line of the file: the anchor in it, or that from here on it begins anew, or neither.
    public struct Line: Hashable, Sendable {
        /// From 1.
        public var number: Int
        public var anchor: RecordAnchor?
        public var restart: AnchorRestart?
    }

    /// The lines of the file.
    ///
    /// - Throws: ``AnchorError/noAnchors(path:)`` for a file in which other things stand.
    public func lines() throws(AnchorError) -> [Line] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path: path, detail: FileFacts.lastError()) }
        defer { close(descriptor) }
        return try Self.lines(descriptor, path)
    }

    /// Looks whether the next line may be added, and keeps others from adding one until it is: all for which it may be
    /// refused is known before anything is signed.
    ///
    /// - Parameter beginner: who begins anew after a restore, and why: the file says so in a line of its own. Refused
    ///   where no restore is the reason why the last line does not agree.
    /// - Throws: ``AnchorError/lineDiffers(path:_:_:)`` when the last line does not agree with the record: then either the
    ///   file is another office's, or the record has lost what the line vouches for.
    public func prepare(
        for store: CaseStore, beginningAnew beginner: AnchorBeginner? = nil
    ) throws(AnchorError) -> AnchorAppending {
        let file = try LockedAnchors(path: path)
        do {
            let restore = try restore(behind: try file.lines().last, store, isTold: beginner != nil)
            return AnchorAppending(file: file, store: store, restore: restore, beginner: beginner)
        } catch let error as AnchorError {
            throw error
        } catch {
            throw .store(StoreError(error, path: store.path))
        }
    }

    /// Adds the end of the journal as it is now, as ``prepare(for:beginningAnew:)`` allows it.
    @discardableResult
    public func append(
        from store: CaseStore, at now: Instant, beginningAnew beginner: AnchorBeginner? = nil
    ) throws(AnchorError) -> RecordAnchor {
        try prepare(for: store, beginningAnew: beginner).add(at: now)
    }

    /// The restore since which the last line does not agree, where somebody has told that they know.
    private func restore(
        behind last: Line?, _ store: CaseStore, isTold: Bool
    ) throws -> RestoreEntry? {
        if let last {
            guard let anchor = last.anchor else { throw AnchorError.lineUnreadable(path: path, line: last.number) }
            if let (finding, reason) = try store.difference(from: KeptAnchor(anchor, line: last.number)) {
                let offset = try store.centre().offset
                guard let reason else { throw AnchorError.lineDiffers(path: path, finding, offset) }
                guard isTold else { throw AnchorError.lineBeforeRestore(path: path, finding, reason, offset) }
                return reason
            }
        }
        if isTold { throw AnchorError.nothingToRestart(path: path) }
        return nil
    }

    /// Whether a byte can stand in a line: an instant, numbers, hexadecimal digits and blanks between.
    private static func isOfAnchors(_ byte: UInt8) -> Bool {
        RecordAnchor.isDigit(byte) || " -:.TZ+\r".utf8.contains(byte)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
    }

    static func lines(_ descriptor: Int32, _ path: String) throws(AnchorError) -> [Line] {
        var data: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = room.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw .file(path: path, detail: FileFacts.lastError()) }
            if count == 0 { break }
            data += room[..<count]
            // Ten thousand years of months: it is no file of anchors.
            guard data.count <= 16 << 20 else { throw .noAnchors(path: path) }
        }
        // An editor of Windows puts a mark before the first line and ends each with CR LF.
        let text = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...]
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // What stands behind the last end of line was not written to its end.
        let isWhole = lines.last?.isEmpty ?? true
        if isWhole { lines = lines.dropLast() }
        // What a stopped machine leaves of the first line is a part of one; anything else is another file.
        let isPiece = !isWhole && lines.count == 1 && lines[0].allSatisfy(Self.isOfAnchors)
        let isOurs = lines.contains { RecordAnchor(line: Self.text($0)) != nil }
        guard lines.isEmpty || isPiece || isOurs else { throw .noAnchors(path: path) }
        return lines.enumerated().map { number, bytes in
            let isTorn = !isWhole && number == lines.count - 1
            let text = isTorn ? "" : Self.text(bytes)
            return Line(number: number + 1, anchor: RecordAnchor(line: text), restart: AnchorRestart(line: text))
        }
    }
}

extension KeptAnchor {
    /// The anchor in a line of a kept file.
    public init(_ anchor: RecordAnchor, line: Int) {
        self.init(origin: .file(line: line, at: anchor.at), sequence: anchor.sequence, prefix: anchor.hash)
    }
}
