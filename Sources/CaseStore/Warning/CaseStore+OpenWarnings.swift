import Casework
import GRDB

/// Which open cases are past a mark.
public struct WarningQuery: Hashable, Sendable {
    public var now: Instant
    /// Only marks that were passed then or later.
    public var since: Instant?
    public var village: String?
    public var agent: StaffID?

    public init(now: Instant, since: Instant? = nil, village: String? = nil, agent: StaffID? = nil) {
        self.now = now
        self.since = since
        self.village = village
        self.agent = agent
    }
}

extension CaseStore {
    /// The clocks that run and have come to a mark, by village, agent and due date, whether they were raised or not.
    public func openWarnings(_ query: WarningQuery) throws(StoreError) -> [OpenWarning] {
        try read { try Self.openWarnings(query, in: $0) }
    }

    static func openWarnings(_ query: WarningQuery, in database: Database) throws -> [OpenWarning] {
        guard try database.tableExists("clocks") else { return [] }
        let statement = try database.cachedStatement(sql: openWarnings)
        return try Row.fetchAll(
            statement,
            arguments: [
                "now": query.now.milliseconds, "since": query.since?.milliseconds ?? .min,
                "village": query.village, "agent": query.agent?.value,
            ]
        ).map { row in try OpenWarning(row: row, now: query.now) }
    }

    private static let openWarnings = """
        SELECT cases.id, cases.number, cases.item, cases.village, cases.applicant, cases.holder, staff.number, \
        staff.name, clocks.kind, json_extract(clock_rules.body, '$.kind'), clocks.due, clocks.is_provisional, \
        cases.urgings FROM clocks JOIN cases ON cases.id = clocks.case_id \
        JOIN clock_rules ON clock_rules.id = clocks.rule LEFT JOIN staff ON staff.id = cases.holder \
        WHERE clocks.is_stopped = 0 AND min(clocks.warn_at, clocks.due) <= :now \
        AND iif(clocks.due <= :now, clocks.due, min(clocks.warn_at, clocks.due)) >= :since \
        AND (:village IS NULL OR cases.village = :village) AND (:agent IS NULL OR cases.holder = :agent) \
        ORDER BY cases.village, staff.number, clocks.due, cases.id, clocks.position
        """
}

extension OpenWarning {
    fileprivate init(row: Row, now: Instant) throws {
        func kind(_ name: String) throws -> ClockRule.Kind {
            guard let kind = ClockRule.Kind(rawValue: name) else {
                throw UnreadableRecord(place: "case \(try row.value(1) as String)", detail: "unknown clock \(name)")
            }
            return kind
        }
        let due = try Instant(milliseconds: row.value(10))
        let name: String = try row.value(4)
        try self.init(
            caseID: CaseID(row.value(0)), number: row.value(1), item: Masking.item(row.value(2), hiding: name),
            village: row.value(3),
            applicant: Masking.name(name),
            agent: (row.value(5) as Int64?).map {
                try Agent(id: StaffID($0), number: row.value(6) ?? "", name: row.value(7) ?? "")
            },
            topic: WarningTopic(clock: kind(row.value(8)), rule: kind(row.value(9))),
            mark: due <= now ? .overdue : .near, due: due, isProvisional: row.value(11), urgings: row.value(12))
    }
}
