import Casework
import GRDB

/// What `daiban case list` asks for. The nearest deadline comes first, cases without one (the closed) last, by id.
public struct CaseListQuery: Hashable, Sendable {
    /// Empty means all.
    public var states: Set<CaseState>
    /// Only cases for which somebody still has to do something, such as bring an approved result.
    public var isOpen: Bool
    /// Only open cases whose deadline is before this instant.
    public var overdueAt: Instant?
    public var village: String?
    public var holder: StaffID?
    /// As in ``QueueRequest/filter``: words, each of which has to be found.
    public var filter: String
    /// So many rows at most; `nil` means all.
    public var limit: Int?

    public init(
        states: Set<CaseState> = [], isOpen: Bool = false, overdueAt: Instant? = nil, village: String? = nil,
        holder: StaffID? = nil,
        filter: String = "", limit: Int? = nil
    ) {
        self.states = states
        self.isOpen = isOpen
        self.overdueAt = overdueAt
        self.village = village
        self.holder = holder
        self.filter = filter
        self.limit = limit
    }

    /// What is in somebody's hand (手上), as ``AgentLoad/inHand`` counts it: everything open but what waits for a reviewer.
    /// A case set aside and a result to be brought belong to it: this list is where a desk finds them.
    public static func inHand(of holder: StaffID) -> CaseListQuery {
        CaseListQuery(states: Set(CaseState.allCases).subtracting([.inReview]), isOpen: true, holder: holder)
    }
}

extension CaseStore {
    public func list(_ query: CaseListQuery) throws(StoreError) -> [QueueRow] {
        try read { try CaseListReader(query: query, database: $0).rows() }
    }
}

/// Reads a list of cases.
private struct CaseListReader {
    let query: CaseListQuery
    let database: Database

    func rows() throws -> [QueueRow] {
        let matcher = try CaseMatcher(query.filter, in: database)
        if let matcher, matcher.expression == nil { return [] }
        var (conditions, arguments) = selection
        if let expression = matcher?.expression {
            let table = isOpenOnly ? OpenCaseSearchTable.table : CaseSearchTable.table
            conditions.append("cases.id IN (SELECT rowid FROM \(table) WHERE \(table) MATCH ?)")
            arguments.append(expression.databaseValue)
        }
        let check = matcher?.isExact == false ? matcher : nil
        // What is looked at once more cannot be limited before.
        let limit = query.limit.map { max(0, $0) } ?? .max
        arguments.append((check == nil && query.limit != nil ? limit : -1).databaseValue)
        let sql = """
            SELECT \(QueueRow.selection) FROM cases \(QueueRow.holderJoin) \
            \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")) \
            ORDER BY cases.due_order, cases.id LIMIT ?
            """
        let row = try RawStatement(database, sql: sql)
        row.start(arguments)
        var rows: [QueueRow] = []
        while rows.count < limit, try row.next() {
            if let check,
                !check.fits(
                    number: row.text(2), applicant: row.text(4), item: row.text(5), village: row.text(6),
                    holder: try row.number(7))
            {
                continue
            }
            rows.append(try QueueRow(row))
        }
        return rows
    }

    /// Lets the partial indexes on open cases answer.
    private var isOpenOnly: Bool {
        query.isOpen || query.overdueAt != nil
            || (!query.states.isEmpty && query.states.allSatisfy(\.isOpen))
    }

    private var selection: ([String], [DatabaseValue]) {
        var conditions: [String] = []
        var arguments: [DatabaseValue] = []
        if !query.states.isEmpty {
            conditions.append("cases.state IN (\(query.states.map { _ in "?" }.joined(separator: ", ")))")
            arguments += query.states.map(\.rawValue).sorted().map(\.databaseValue)
        }
        if isOpenOnly { conditions.append("cases.is_open = 1") }
        if let overdueAt = query.overdueAt {
            conditions.append("cases.due_order < ?")
            arguments.append(overdueAt.milliseconds.databaseValue)
        }
        if let village = query.village {
            conditions.append("cases.village = ?")
            arguments.append(village.databaseValue)
        }
        if let holder = query.holder {
            conditions.append("cases.holder = ?")
            arguments.append(holder.value.databaseValue)
        }
        return (conditions, arguments)
    }
}
