import GRDBSQLite
import Synchronization

/// Writes down every changing statement, with its values, that any connection of this process runs while it listens.
///
/// SQLite calls it for each connection that is opened, so nothing of the program has to know.
enum StatementTrace {
    private static let heard = Mutex<[String]?>(nil)

    /// For connections that are opened from now on.
    static func install() {
        typealias Entry = @convention(c) () -> Void
        let entry: @convention(c) (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> Int32 = { connection, _, _ in
            sqlite3_trace_v2(connection, UInt32(SQLITE_TRACE_STMT), StatementTrace.hear, nil)
        }
        sqlite3_auto_extension(unsafeBitCast(entry, to: Entry.self))
    }

    static func uninstall() { sqlite3_reset_auto_extension() }

    /// The changing statements that `body` runs, in order; BEGIN, COMMIT, what triggers do, and what the full-text table
    /// writes into its own tables are not among them.
    static func listen(_ body: () throws -> Void) rethrows -> [String] {
        heard.withLock { $0 = [] }
        try body()
        return heard.withLock { statements in
            defer { statements = nil }
            return statements ?? []
        }
    }

    private static let hear:
        @convention(c) (UInt32, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) -> Int32 =
            {
                _, _, statement, words in
                guard let statement, let words else { return 0 }
                let text = String(cString: words.assumingMemoryBound(to: CChar.self))
                let handle = OpaquePointer(statement)
                // FTS5 alone quotes the name of the schema; what begins a transaction that writes counts as writing.
                guard !text.hasPrefix("--"), !text.hasPrefix("BEGIN"), !text.contains("'main'."),
                    sqlite3_stmt_readonly(handle) == 0,
                    let expanded = sqlite3_expanded_sql(handle)
                else { return 0 }
                defer { sqlite3_free(expanded) }
                let whole = String(cString: expanded)
                StatementTrace.heard.withLock { $0?.append(whole) }
                return 0
            }
}
