import Casework
import GRDB

/// What a search through all cases found.
public struct CaseSearchResult: Hashable, Sendable {
    /// The newest first.
    public var rows: [QueueRow]
    /// How many fit, counted up to ``CaseStore/searchBound``.
    public var total: Int
    /// There are more than were counted.
    public var hasMore: Bool

    public init(rows: [QueueRow] = [], total: Int = 0, hasMore: Bool = false) {
        self.rows = rows
        self.total = total
        self.hasMore = hasMore
    }
}

extension CaseStore {
    /// More than so many are not counted: nobody reads them, and the words of a common letter fit half the record.
    public static let searchBound = 500

    /// Looks through all cases, open and closed, for words: each must be found in the applicant, the item, the village,
    /// the agent's name or the number. Initials of pinyin do: `zs ylbx` finds 张三's 养老保险.
    ///
    /// - Parameters:
    ///   - text: words with blanks between. Upper and lower case are the same, every character means itself. Without any
    ///     word nothing is found.
    ///   - limit: so many rows at most.
    public func search(_ text: String, limit: Int = 100) throws(StoreError) -> CaseSearchResult {
        try read { database in
            guard let matcher = try CaseMatcher(text, in: database) else { return CaseSearchResult() }
            return try CaseSearching(matcher: matcher, database: database).newest(limit: limit)
        }
    }
}

/// Looks into the index of all cases.
struct CaseSearching {
    let matcher: CaseMatcher
    let database: Database

    func newest(limit: Int) throws -> CaseSearchResult {
        guard let expression = matcher.expression else { return CaseSearchResult() }
        let bound = max(CaseStore.searchBound, limit)
        var found: [Int64] = []
        var result = CaseSearchResult()
        let check = matcher.isExact ? nil : try RowCheck(matcher: matcher, database: database)
        let ids = try Int64.fetchCursor(
            database.cachedStatement(
                sql: "SELECT rowid FROM case_search WHERE case_search MATCH ? ORDER BY rowid DESC"),
            arguments: [expression])
        while let id = try ids.next() {
            if let check, try !check.fits(id) { continue }
            guard found.count < bound else {
                result.hasMore = true
                break
            }
            found.append(id)
        }
        result.total = found.count
        result.rows = try QueueRow.fetch(found.prefix(max(0, limit)), in: database)
        return result
    }
}

/// Looks at the row of a case once more.
struct RowCheck {
    let matcher: CaseMatcher
    private let statement: Statement

    init(matcher: CaseMatcher, database: Database) throws {
        self.matcher = matcher
        statement = try database.cachedStatement(
            sql: "SELECT number, applicant, item, village, holder FROM cases WHERE id = ?")
    }

    func fits(_ id: Int64) throws -> Bool {
        let rows = try Row.fetchCursor(statement, arguments: [id])
        guard let row = try rows.next() else { return false }
        return matcher.fits(
            number: try row.value(0), applicant: try row.value(1), item: try row.value(2), village: try row.value(3),
            holder: try row.value(4))
    }
}

extension QueueRow {
    /// The rows of those cases, in that order.
    static func fetch(_ ids: some Sequence<Int64>, in database: Database) throws -> [QueueRow] {
        let row = try RawStatement(
            cached: "SELECT \(selection) FROM cases \(holderJoin) WHERE cases.id = ?", in: database)
        var result: [QueueRow] = []
        for id in ids {
            row.start([id.databaseValue])
            if try row.next() { result.append(try QueueRow(row)) }
        }
        return result
    }
}
