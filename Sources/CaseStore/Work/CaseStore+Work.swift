import Casework
import GRDB

/// Reading what work counts for whom.

/// Whose work, in which months.
public struct WorkQuery: Hashable, Sendable {
    /// `nil` for everybody.
    public var person: StaffID?
    public var from: CivilMonth
    public var through: CivilMonth

    public init(person: StaffID? = nil, from: CivilMonth, through: CivilMonth) {
        self.person = person
        self.from = from
        self.through = through
    }

    fileprivate var arguments: StatementArguments { [person?.value, from.description, through.description] }
}

/// How often something happened that counts for a person in a month.
public struct WorkSum: Hashable, Sendable {
    public var staff: StaffID
    public var month: CivilMonth
    public var kind: CaseWork.Kind
    /// Below nothing when more was taken back in the month than done.
    public var count: Int
}

/// Approved cases of one item (武政管办〔2022〕36号 第八条, 第十四条).
public struct ApprovedItems: Hashable, Sendable {
    public var staff: StaffID
    public var month: CivilMonth
    public var item: String
    public var count: Int
}

/// One entry behind a number.
public struct WorkEntry: Hashable, Sendable {
    /// The journal entry.
    public var sequence: Int64
    public var at: Instant
    public var actor: StaffID
    public var caseNumber: String
    public var item: String
    public var village: String
    public var work: CaseWork
    /// Why, where the entry says so: who decided on a fault, and for what reason.
    public var reason: String?
}

extension CaseStore {
    /// The sums by person, month and kind; the requests that came in are nobody's.
    public func work(_ query: WorkQuery) throws(StoreError) -> [WorkSum] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT staff, month, kind, sum(factor) FROM case_work \
                    WHERE \(Self.who(query)) AND month BETWEEN ?2 AND ?3 GROUP BY staff, month, kind
                    """, arguments: query.arguments)
            return try rows.map { row in
                WorkSum(
                    staff: StaffID(try row.value(0)), month: try row.month(1), kind: try row.workKind(2),
                    count: try row.value(3))
            }
        }
    }

    /// Approved cases by person, month and item. An approval that was undone is taken off in the month of the undoing.
    public func approved(_ query: WorkQuery) throws(StoreError) -> [ApprovedItems] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT staff, month, item, sum(factor) FROM case_work CROSS JOIN cases ON cases.id = case_id \
                    WHERE \(Self.who(query)) AND month BETWEEN ?2 AND ?3 AND kind = 'approved' \
                    GROUP BY staff, month, item ORDER BY staff, month, item
                    """, arguments: query.arguments)
            return try rows.map { row in
                ApprovedItems(
                    staff: StaffID(try row.value(0)), month: try row.month(1), item: try row.value(2),
                    count: try row.value(3))
            }
        }
    }

    /// The entries that count for a person in a month, in the order of the journal.
    ///
    /// - Parameter kind: `nil` for all.
    public func workEntries(
        of person: StaffID, kind: CaseWork.Kind? = nil, in month: CivilMonth
    ) throws(StoreError) -> [WorkEntry] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT case_work.seq, case_work.at, journal.actor, number, item, village, case_work.kind, factor, \
                    detail, journal.kind, journal.body FROM case_work JOIN cases ON cases.id = case_id \
                    JOIN journal ON journal.seq = case_work.seq \
                    WHERE staff = ?1 AND month = ?2 AND (?3 IS NULL OR case_work.kind = ?3) ORDER BY case_work.seq
                    """, arguments: [person.value, month.description, kind?.rawValue])
            return try rows.map { row in
                let name: String = try row.value(9)
                var reason: String?
                if name == CaseEvent.Kind.faultDecided.rawValue,
                    case .faultDecided(let fault) = try CaseEvent(kind: name, body: row.value(10) as String)
                {
                    reason = fault.reason
                }
                return WorkEntry(
                    sequence: try row.value(0), at: Instant(milliseconds: try row.value(1)),
                    actor: StaffID(try row.value(2)), caseNumber: try row.value(3), item: try row.value(4),
                    village: try row.value(5),
                    work: CaseWork(
                        staff: person, kind: try row.workKind(6), factor: try row.value(7), detail: try row.value(8)),
                    reason: reason)
            }
        }
    }

    /// Everybody of a role, or everybody, with what the journal says about them, by number; also who has left.
    public func staffRecords(role: Role? = nil) throws(StoreError) -> [StaffRecord] {
        try read { database in
            guard let role else { return try StaffProjection.fetch("", [], in: database) }
            return try StaffProjection.fetch("WHERE role = ?", [role.rawValue], in: database)
        }
    }

    /// The key begins with the person: nobody is looked through for one.
    private static func who(_ query: WorkQuery) -> String {
        query.person == nil ? "?1 IS NULL AND staff <> \(StaffID.office.value)" : "staff = ?1"
    }
}

extension Row {
    func month(_ index: Int) throws -> CivilMonth {
        let text: String = try value(index)
        guard let month = CivilMonth(text) else { throw UnreadableRecord(place: "case_work", detail: text) }
        return month
    }

    func workKind(_ index: Int) throws -> CaseWork.Kind {
        let text: String = try value(index)
        guard let kind = CaseWork.Kind(rawValue: text) else { throw UnreadableRecord(place: "case_work", detail: text) }
        return kind
    }
}
