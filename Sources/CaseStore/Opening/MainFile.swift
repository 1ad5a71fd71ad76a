import GRDB

/// What the database file itself says, without its log: the first look at a file that may not be ours.
///
/// Already opening a database in WAL mode makes files beside it, and closing it again may write its log into it. So
/// the marks are read first through a connection that SQLite is told nothing will change under ("immutable" of URI
/// file names): it takes no locks, makes no files and does not look at the log.
enum MainFile {
    /// Refuses what the file proves to be another program's or newer than this one. Everything else, also what cannot
    /// be read, is left to the real opening, which sees the log too.
    static func check(path: String) throws(StoreError) {
        // An interrupted transaction of the old kind: its journal may hold what the first page really says.
        guard !FileFacts.exists(FileFacts.resolved(path) + "-journal") else { return }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "CaseStore.mark"
        do {
            // Closed by SQLite, which keeps the locks of other connections of this process; a plain `close` would drop
            // them. Where SQLite was built without URI names, there is no such file and nothing is proven.
            let queue = try DatabaseQueue(path: uri(path), configuration: configuration)
            defer { try? queue.close() }
            try queue.inDatabase { database in
                // An empty file says nothing; all may stand in its log.
                guard try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0 > 0 else { return }
                try Schema.checkMarks(database, path: path)
            }
        } catch StoreError.foreign {
            throw .foreign(path: path)
        } catch StoreError.newer(_, let found, let known) {
            throw .newer(path: path, found: found, known: known)
        } catch {
            return
        }
    }

    /// `path` as a URI file name (sqlite.org/uri.html).
    static func uri(_ path: String) -> String {
        var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                uri += byte < 0x10 ? "%0" : "%"
                uri += String(byte, radix: 16, uppercase: true)
            }
        }
        return uri + "?immutable=1"
    }
}
