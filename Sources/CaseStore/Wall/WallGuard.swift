import Casework
import GRDBSQLite

/// What SQLite asks before it makes a statement of the wall: whether it may read that column from there.
///
/// Base tables are read from within the wall's views and from nowhere else, and nothing but reading is done: a statement
/// that asks for a name, an identity number or a reason cannot be made at all (sqlite.org/c3ref/set_authorizer.html).
/// SQLite names a common table expression as it names a view; so ``WallConnection`` takes no statement with one.
enum WallGuard {
    /// The views of the wall, each with how it is made: what the steps make of an empty file. Through SQLite's own interface,
    /// since a connection of GRDB would wake the process up every second from then on.
    static func views() throws(StoreError) -> [String: String] {
        let plain = try PlainConnection(path: ":memory:", .writing)
        for step in Schema.steps { try plain.execute(step.sql) }
        var views: [String: String] = [:]
        for row in try plain.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'view'") {
            if let name = row[0].text, name.hasPrefix(prefix) { views[name] = row[1].text }
        }
        return views
    }

    private static let prefix = "wall_"

    /// What the views, and the statements over them, reckon with.
    private static let functions: Set<String> = [
        "mask_name", "json_extract", "json_replace", "coalesce", "count", "sum", "min", "max",
    ]

    /// Puts the guard before `connection`, and gives it the one function that the views need.
    ///
    /// - Parameter views: their names.
    static func stand(before connection: OpaquePointer?, views: WallViewNames) {
        sqlite3_create_function_v2(
            connection, "mask_name", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
            { context, _, values in
                guard let value = values?.pointee, let text = sqlite3_value_text(value) else {
                    return sqlite3_result_null(context)
                }
                var masked = Masking.name(String(cString: text))
                masked.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        sqlite3_result_text(context, $0.baseAddress, Int32($0.count), WallConnection.copied)
                    }
                }
            }, nil, nil, nil)
        sqlite3_set_authorizer(
            connection,
            { pointer, action, first, second, _, view in
                guard let pointer else { return SQLITE_DENY }
                let views = Unmanaged<WallViewNames>.fromOpaque(pointer).takeUnretainedValue()
                return WallGuard.permits(action, first, second, from: view, views) ? SQLITE_OK : SQLITE_DENY
            }, Unmanaged.passUnretained(views).toOpaque())
    }

    private static func permits(
        _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?,
        from view: UnsafePointer<CChar>?, _ views: WallViewNames
    ) -> Bool {
        func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
        switch action {
        case SQLITE_SELECT, SQLITE_TRANSACTION: return true
        case SQLITE_READ: return views.names.contains(text(view)) || views.names.contains(text(first))
        case SQLITE_FUNCTION: return functions.contains(text(second))
        // Asked for, and not set.
        case SQLITE_PRAGMA: return text(first) == "user_version" && second == nil
        default: return false
        }
    }
}

/// The names of the views, where SQLite's call finds them.
final class WallViewNames: Sendable {
    let names: Set<String>

    init(_ names: some Sequence<String>) { self.names = Set(names) }
}
