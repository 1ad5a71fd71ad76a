import Casework
import GRDB

/// The journal of one case as people read it: who did what, when.

/// One entry of a case's trace.
public struct TraceEntry: Hashable, Identifiable, Sendable {
    /// Its place in the journal.
    public var sequence: Int64
    public var at: Instant
    public var actor: StaffID
    /// `nil` for the office itself.
    public var actorName: String?
    public var event: CaseEvent
    /// Where it was made, when it came by file; `nil` for what was done here.
    public var origin: RelayOrigin?

    public var id: Int64 { sequence }

    public init(sequence: Int64, at: Instant, actor: StaffID, actorName: String?, event: CaseEvent) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.actorName = actorName
        self.event = event
    }
}

/// Everything that the record knows about one case.
public struct CaseDetail: Hashable, Sendable {
    public var `case`: Case
    /// The agent who has it in hand.
    public var holder: StaffMember?
    /// Newest first.
    public var trace: [TraceEntry]
    /// The names of everybody whom the case and its trace mention.
    public var staffNames: [StaffID: String]
    /// The numbers of the cases that it is linked to: the one that it does again, the one that does it again.
    public var linkedNumbers: [CaseID: String] = [:]

    public init(case value: Case, holder: StaffMember?, trace: [TraceEntry], staffNames: [StaffID: String]) {
        self.case = value
        self.holder = holder
        self.trace = trace
        self.staffNames = staffNames
    }

    /// Who took the request first and stays named on it (平政办发〔2024〕14号 二(一)1(4)).
    public var firstAsked: StaffID? {
        FirstAsked.responsible(trace.map { (actor: $0.actor, event: $0.event) })
    }
}

enum Trace {
    /// The entries about a case, oldest first.
    static func entries(of id: CaseID, in database: Database) throws -> [TraceEntry] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT journal.seq, journal.at, journal.actor, journal.kind, journal.body, staff.name, \
                \(RelayOrigin.columns) FROM journal LEFT JOIN staff ON staff.id = journal.actor \(RelayOrigin.joins) \
                WHERE subject_kind = 'case' AND subject = ? ORDER BY journal.seq
                """)
        return try Row.fetchAll(statement, arguments: [id.value]).map { row in
            let sequence: Int64 = try row.value(0)
            guard
                case .case(let event) = try JournalFact(
                    subjectKind: JournalFact.SubjectKind.case.rawValue, kind: row.value(3), body: row.value(4),
                    sequence: sequence)
            else { throw UnreadableRecord(place: "journal entry \(sequence)", detail: "not about a case") }
            var entry = try TraceEntry(
                sequence: sequence, at: Instant(milliseconds: row.value(1)), actor: StaffID(row.value(2)),
                actorName: row.value(5), event: event)
            entry.origin = RelayOrigin(row, from: 6, at: entry.at)
            return entry
        }
    }

    /// Everybody whom `event` names.
    static func mentioned(in event: CaseEvent) -> [StaffID?] {
        switch event {
        case .registered(let registration): [registration.holder, registration.intake.collector]
        case .rejected(let rejection): [rejection.agent]
        case .undone(let undo): [undo.before.holder]
        default:
            event.said.flatMap { said -> [StaffID?] in
                switch said {
                case .person(let id): [id]
                case .passage(let from, let to): [from, to]
                default: []
                }
            }
        }
    }
}

extension CaseStore {
    /// Everything about the case with that id; `nil` when there is none.
    public func detail(of id: CaseID) throws(StoreError) -> CaseDetail? {
        try read { database in
            try CaseProjection.number(of: id, in: database) == nil ? nil : try detail(of: id, in: database)
        }
    }

    /// Everything about the case with that number; `nil` when there is none.
    public func detail(number: String) throws(StoreError) -> CaseDetail? {
        try read { database in
            try CaseProjection.id(of: number, in: database).flatMap { try detail(of: $0, in: database) }
        }
    }

    private func detail(of id: CaseID, in database: Database) throws -> CaseDetail {
        let trace = try Trace.entries(of: id, in: database)
        var replay = CaseReplay(id: id)
        for entry in trace {
            replay.take(entry.event, at: try JournalReplay.moment(entry.at.milliseconds), by: entry.actor)
        }
        guard let value = replay.value, let newest = trace.last?.sequence else { throw EntriesMissing(of: id) }
        let hash = try RawStatement(cached: "SELECT hash FROM journal WHERE seq = ?", in: database)
        hash.bind(newest, 1)
        if try hash.next() { recentCases.keep(value, upTo: hash.data(0)) }
        var mentioned: Set<StaffID> = Set(value.handlers)
        mentioned.formUnion(
            [value.holder, value.lastAction?.actor, value.lastAction?.before.holder].compactMap(\.self))
        mentioned.formUnion(value.facts.legs.map(\.holder))
        for entry in trace {
            mentioned.insert(entry.actor)
            mentioned.formUnion(Trace.mentioned(in: entry.event).compactMap(\.self))
        }
        var names: [StaffID: String] = [:]
        let statement = try database.cachedStatement(sql: "SELECT name FROM staff WHERE id = ?")
        for id in mentioned {
            names[id] = try String.fetchOne(statement, arguments: [id.value])
        }
        let holder = try value.holder.flatMap { try StaffProjection.find($0, in: database)?.member }
        var detail = CaseDetail(case: value, holder: holder, trace: trace.reversed(), staffNames: names)
        for id in [value.intake.redoOf, value.facts.redoneBy].compactMap(\.self) {
            detail.linkedNumbers[id] = try CaseProjection.number(of: id, in: database)
        }
        return detail
    }
}
