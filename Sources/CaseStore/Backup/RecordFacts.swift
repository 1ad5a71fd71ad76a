import Casework
import Foundation

/// The newest entry of a journal: how far a record goes.
public struct RecordHead: Hashable, Sendable {
    /// 0 for an empty journal.
    public var sequence: Int64
    public var hash: Data
    /// When the entry was made.
    public var at: Instant

    public init(sequence: Int64, hash: Data, at: Instant) {
        self.sequence = sequence
        self.hash = hash
        self.at = at
    }

    /// The first twelve digits of the hash: what a person compares.
    public var shortHash: String { String(hexHash.prefix(12)) }

    public var hexHash: String {
        hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}

/// What a record's file says of itself, by a few rows: whose it is and how far it goes. Nothing is proved by it.
public struct RecordFacts: Hashable, Sendable {
    /// The schema version.
    public var schema: Int
    public var centre: String
    /// The letters of its case numbers.
    public var prefix: String
    public var offset: UTCOffset
    /// The hash of the first entry, by which a centre founded its record: two files with the same are of one record.
    public var founding: Data
    public var head: RecordHead
}

extension RecordFacts {
    /// Looks at the file at `path`; files beside it are made only when it has a log already.
    ///
    /// - Throws: ``StoreError``: `notFound`, `notADatabase`, `foreign`, `newer`, `corrupt`.
    public static func read(_ path: String) throws(StoreError) -> RecordFacts {
        guard FileFacts.exists(path) else { throw .notFound(path: path) }
        guard !FileFacts.isFolder(path) else { throw .notADatabase(path: path) }
        guard FileFacts.isReadable(path) else { throw .failed(path: path, detail: "permission denied") }
        try MainFile.check(path: path)
        // Where a log is, somebody may be at work, and the log may be folded in at any moment.
        let hasLog = FileFacts.exists(FileFacts.resolved(path) + "-wal")
        return try read(try PlainConnection(path: path, hasLog ? .reading : .still))
    }

    static func read(_ connection: PlainConnection) throws(StoreError) -> RecordFacts {
        func number(_ sql: String) throws(StoreError) -> Int64 { try connection.rows(sql).first?.first?.number ?? 0 }
        guard try number("PRAGMA application_id") == Int64(Schema.applicationID) else {
            throw .foreign(path: connection.place)
        }
        let version = Int(clamping: try number("PRAGMA user_version"))
        guard version <= Schema.version else {
            throw .newer(path: connection.place, found: version, known: Schema.version)
        }
        guard version > 0 else { throw .corrupt(path: connection.place, detail: "there is no schema in it") }
        let centre = try connection.rows("SELECT name, prefix, offset_minutes FROM centre WHERE id = 1").first
        let founding = try connection.rows("SELECT hash FROM journal WHERE seq = 1").first?.first?.bytes
        guard let centre, let name = centre[0].text, let prefix = centre[1].text,
            let offset = centre[2].number.flatMap({ UTCOffset(minutes: Int(clamping: $0)) }), let founding
        else { throw .corrupt(path: connection.place, detail: "the record has no centre") }
        return RecordFacts(
            schema: version, centre: name, prefix: prefix, offset: offset, founding: founding,
            head: try RecordHead.read(connection))
    }
}

extension RecordHead {
    static func read(_ connection: PlainConnection) throws(StoreError) -> RecordHead {
        let row = try connection.rows("SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1").first
        guard let row else { return RecordHead(sequence: 0, hash: JournalEntry.origin, at: Instant(milliseconds: 0)) }
        guard let sequence = row[0].number, let hash = row[1].bytes, let at = row[2].number else {
            throw .corrupt(path: connection.place, detail: "its last entry cannot be read")
        }
        return RecordHead(sequence: sequence, hash: hash, at: Instant(milliseconds: at))
    }
}
