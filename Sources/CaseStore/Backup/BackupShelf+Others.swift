import Casework
import Foundation

/// What else lies in a folder of backups: copies that did not pass their verification, and records under names that
/// somebody else chose.
extension BackupShelf {
    public struct Other: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            /// Was made at that time and is no backup.
            case unsound(BackupName)
            /// A record of another name. Rotation never deletes it.
            case named
        }

        public var path: String
        public var kind: Kind
        /// Bytes.
        public var size: Int64
        public var facts: Result<RecordFacts, StoreError>
    }

    /// So many unsound copies of a centre are kept to be looked at.
    public static let unsoundKept = 2

    /// The unsound ones, newest first, then the others by name. Files that are no records, nor databases by their names, are nobody's business here.
    ///
    /// - Parameter record: the record itself, which may lie here too and is no backup.
    public func others(besides record: String) throws(StoreError) -> [Other] {
        let own = FileFacts.identity(record)
        let named = try files().sorted().compactMap { name -> Other? in
            let path = path(of: name)
            guard BackupName(name) == nil, UnsoundName(name) == nil, !name.hasPrefix("."),
                !["-wal", "-shm", "-journal"].contains(where: name.hasSuffix), !name.contains(FileDraft.mark),
                FileFacts.isFile(path), FileFacts.identity(path) != own
            else { return nil }
            let facts = Self.facts(path)
            // One that cannot be read and calls itself a database may have been a backup.
            if case .failure = facts, ![".sqlite", ".db"].contains(where: name.hasSuffix) { return nil }
            return Other(path: path, kind: .named, size: FileFacts.size(path) ?? 0, facts: facts)
        }
        let unsound = try unsoundNames().map { name in
            let path = path(of: name.text)
            return Other(
                path: path, kind: .unsound(name.backup), size: FileFacts.size(path) ?? 0, facts: Self.facts(path))
        }
        return unsound + named
    }

    /// Deletes all but the newest unsound copies of a centre: a fault that lasts makes one with every attempt.
    ///
    /// - Returns: the paths of the deleted files.
    @discardableResult
    public func rotateUnsound(prefix: String) throws(StoreError) -> [String] {
        let wanted = BackupName(prefix: prefix, at: Instant(milliseconds: 0), offset: .utc).prefix
        let own = try unsoundNames().filter { $0.backup.prefix == wanted }
        return try own.dropFirst(Self.unsoundKept).map { name throws(StoreError) in
            let path = path(of: name.text)
            guard unlink(path) == 0 else { throw .failed(path: path, detail: FileFacts.lastError()) }
            for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
            return path
        }
    }

    private static func facts(_ path: String) -> Result<RecordFacts, StoreError> {
        Result { () throws(StoreError) in try RecordFacts.read(path) }
    }

    private func unsoundNames() throws(StoreError) -> [UnsoundName] {
        try files().compactMap(UnsoundName.init).sorted { ($0.backup.at, $0.text) > ($1.backup.at, $1.text) }
    }

    /// `daiban-YX-….sqlite.unsound`, or with a number behind it.
    private struct UnsoundName {
        var text: String
        var backup: BackupName

        init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[2] == "unsound" || Self.isNumbered(parts[2]),
                let backup = BackupName(parts[0] + "." + parts[1])
            else { return nil }
            self.text = text
            self.backup = backup
        }

        private static func isNumbered(_ text: Substring) -> Bool {
            let number = text.dropFirst("unsound-".count)
            return text.hasPrefix("unsound-") && !number.isEmpty && number.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        }
    }
}
