import Casework
import Foundation
import GRDB

/// The one write path: inside a write transaction, appends to the journal and brings the projections along.
///
/// Every change of the record goes through ``record(_:about:at:by:)`` or ``register(_:id:at:by:)``. Rows of cases that
/// change are kept until ``finish()``, so that a case that goes through its life in one batch is written once. After an
/// error of the database inside a batch the transaction is spoilt: it cannot be committed even when the caller swallows
/// the error.
final class RecordTransaction {
    /// A case as it stands after the transaction, and the hash of its newest entry.
    typealias Outcome = (value: Case, hash: Data)

    let database: Database
    let path: String
    private let recent: RecentCases?
    private let knownFloors: NumberFloors
    var head: (sequence: Int64, hash: Data)?
    private var cases: [CaseID: Case] = [:]
    /// Those that have changed, as they were before: as their rows stand, when nobody has tampered with them.
    private var changed: [CaseID: Case] = [:]
    /// The newest entries about cases, those of this transaction.
    private var newest: [CaseID: Data] = [:]
    private var spoilt: (any Error)?
    /// The last sequence given out for each day's case numbers.
    var sequences: [String: Int] = [:]
    var lastCaseID: Int64?
    /// Whether messages are sent, once somebody asked.
    var messageSwitch: MessageSwitch?
    /// The letters in this record's case numbers, once somebody asked.
    var knownSiteMark: String?
    /// The centre's civil time, once somebody asked.
    var knownOffset: UTCOffset?
    /// When what is written came in from another record; `nil` for what happens here.
    var arrival: Instant?

    /// So many cases are kept in memory at most.
    private static let cacheLimit = 4_096
    /// What a person does changes no more.
    private static let fewCases = 16

    /// - Parameters:
    ///   - recent: cases that need not be read again.
    ///   - floors: of the file, where somebody has read them.
    init(
        database: Database, path: String, recent: RecentCases? = nil, floors: NumberFloors = NumberFloors()
    ) {
        self.database = database
        self.path = path
        self.recent = recent
        knownFloors = floors
    }

    /// Behind which numbers and ids cases are registered and people enrolled.
    func floors() throws -> NumberFloors.Floors { try knownFloors.floors(in: database) }

    func nextStaffID() throws -> StaffID {
        let last = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(id) FROM staff"))
        return StaffID(max(last ?? 0, try floors().lastStaff) + 1)
    }

    /// The cases that entries were written about, when they are few: to be believed once the transaction stands.
    var outcome: [Outcome] {
        guard newest.count <= Self.fewCases else { return [] }
        return newest.compactMap { id, hash in cases[id].map { ($0, hash) } }
    }

    /// Runs `body`, remembering a failure, so that a half-done step cannot be committed. After one nothing runs any more:
    /// SQLite may have ended the transaction by itself, and each statement would be one of its own.
    func guarded<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
        if let spoilt { throw StoreError(spoilt, path: path) }
        do {
            return try body()
        } catch {
            spoilt = spoilt ?? error
            throw StoreError(error, path: path)
        }
    }

    /// Writes what is still kept. Has to be the last step before the commit.
    func finish() throws {
        if let spoilt { throw StoreError(spoilt, path: path) }
        try flush()
    }

    /// Brings the rows of `cases` up to date with the journal, before SQL reads them.
    func flush() throws {
        for (id, before) in changed.sorted(by: { $0.key < $1.key }) {
            guard let value = cases[id] else { continue }
            try CaseProjection.update(from: before, to: value, in: database)
        }
        changed.removeAll(keepingCapacity: true)
        if cases.count > Self.cacheLimit { cases.removeAll(keepingCapacity: true) }
    }

    func find(_ id: CaseID) throws -> Case? {
        if let known = cases[id] { return known }
        guard try CaseProjection.number(of: id, in: database) != nil else { return nil }
        guard let found = try recent?.find(id, in: database) ?? JournalReplay.case(id, in: database) else {
            throw EntriesMissing(of: id)
        }
        try keep(found)
        return found
    }

    /// Begins a case.
    func register(_ registration: Registration, id: CaseID, at: Instant, by actor: StaffID) throws -> Case {
        let value = Case(id: id, registration: registration, at: at)
        let event = CaseEvent.registered(registration)
        let sequence = try append(.case(event), about: id.value, at: at, by: actor)
        note(id)
        try CaseProjection.insert(value, into: database)
        try count(registration, of: id, sequence: sequence, at: at)
        try keep(value)
        try queueMessages(because: event, on: value, cause: sequence, at: at, by: actor)
        return value
    }

    /// Records what happened to a case and gives the case afterwards.
    @discardableResult
    func record(_ event: CaseEvent, on value: Case, at: Instant, by actor: StaffID) throws -> Case {
        let before = value
        var value = value
        let sequence = try append(.case(event), about: value.id.value, at: at, by: actor)
        note(value.id)
        value.apply(event, at: at, by: actor)
        try count(event, on: before, sequence: sequence, at: at)
        if value != before {
            changed[value.id] = changed[value.id] ?? before
            try keep(value)
        }
        try queueMessages(because: event, on: value, cause: sequence, at: at, by: actor)
        return value
    }

    /// Records what happened to a member of the staff or to the centre (`subject` is 0 for the centre).
    func record(_ fact: JournalFact, about subject: Int64, at: Instant, by actor: StaffID) throws {
        switch fact {
        case .case(let event):
            guard let value = try find(CaseID(subject)) else {
                throw UnreadableRecord(place: "case id \(subject)", detail: "there is no such case")
            }
            try record(event, on: value, at: at, by: actor)
        case .staff(let event):
            let sequence = try append(fact, about: subject, at: at, by: actor)
            var record: StaffRecord
            switch event {
            case .enrolled(let member):
                record = try StaffProjection.find(StaffID(subject), in: database) ?? StaffRecord(member: member)
            case .checkedIn, .checkedOut, .leaveTaken, .changed, .appointmentStep, .waived, .standInSet,
                .standInEnded, .left, .handedOver, .findingRecorded, .findingVerified, .findingReversed,
                .findingFollowedUp, .moneyEntered, .cameIn, .wentOut, .leaveAsked, .leaveGranted, .leaveRefused,
                .sessionCorrected, .pinSet, .pinLocked, .pinUnlocked, .findingAppealed, .appealRefused,
                .tenureDecided:
                guard let found = try StaffProjection.find(StaffID(subject), in: database) else {
                    throw UnreadableRecord(place: "staff id \(subject)", detail: "there is no such person")
                }
                record = found
            }
            record.apply(event, at: at)
            try StaffProjection.save(record, in: database)
            try Ledger.enter(fact, sequence: sequence, at: at, actor: actor, subject: subject, in: database)
        case .centre(let event):
            let sequence = try append(fact, about: subject, at: at, by: actor)
            try CentreProjection.apply(event, at: at, by: actor, in: database)
            try Ledger.enter(fact, sequence: sequence, at: at, actor: actor, subject: subject, in: database)
            if case .messagesSwitched(let word) = event { messageSwitch = word }
            if case .founded = event { knownOffset = nil }
        }
    }

    /// The entry that was just written is about that case.
    private func note(_ id: CaseID) {
        guard recent != nil, newest.count <= Self.fewCases else { return }
        newest[id] = head?.hash
    }

    private func keep(_ value: Case) throws {
        cases[value.id] = value
        if cases.count > Self.cacheLimit { try flush() }
    }

    /// - Returns: the number of the entry.
    @discardableResult
    private func append(_ fact: JournalFact, about subject: Int64, at: Instant, by actor: StaffID) throws -> Int64 {
        try append(
            fact.kind, fact.body(), about: (fact.subjectKind, subject), at: at, by: actor)
    }

    /// The same with the body spelt already.
    ///
    /// - Returns: the number of the entry.
    @discardableResult
    func append(
        _ kind: String, _ body: String, about subject: (kind: JournalFact.SubjectKind, id: Int64), at: Instant,
        by actor: StaffID
    ) throws -> Int64 {
        let head = try head ?? storedHead()
        let entry = JournalEntry(
            sequence: head.sequence + 1, at: at, actor: actor, subjectKind: subject.kind.rawValue,
            subject: subject.id, kind: kind, body: body, previous: head.hash)
        let hash = entry.hash()
        let row = try RawStatement(cached: Self.insertion, in: database)
        entry.bind(to: row, hash: hash)
        try row.run()
        self.head = (entry.sequence, hash)
        return entry.sequence
    }

    private static let insertion = JournalEntry.insertion(of: 1)

    /// The last entry, those of this transaction included.
    func currentHead() throws -> (sequence: Int64, hash: Data) { try head ?? storedHead() }

    private func storedHead() throws -> (sequence: Int64, hash: Data) {
        let row = try RawStatement(cached: "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1", in: database)
        return try row.next() ? (row.integer(0), row.data(1)) : (0, JournalEntry.origin)
    }
}
