import Casework
import GRDB

/// A message in the outbox: what it is about and how far it is. Its words and its address are looked up when it is sent.
public struct OutboxMessage: Hashable, Identifiable, Sendable {
    public enum State: String, Hashable, CaseIterable, Sendable {
        /// Not tried yet.
        case queued
        case sent
        /// The last attempt failed; another one follows.
        case failed
        /// Nothing more is tried.
        case givenUp = "given-up"
    }

    public var id: Int64
    /// The journal entry that it follows from.
    public var cause: Int64
    public var caseID: CaseID
    public var number: String
    public var kind: OutgoingMessage.Kind
    public var recipient: OutgoingMessage.Recipient
    public var language: MessageSwitch.Language
    public var state: State
    /// Attempts so far, one that is under way included.
    public var tries: Int
    public var queuedAt: Instant
    /// When it is looked at next; when its sender is taken for lost, while somebody sends it.
    public var nextTry: Instant
    public var isClaimed: Bool
    public var channel: String?
    /// Why the last attempt failed, in the program's words.
    public var detail: String?
    var attempt: Int64
}

extension OutboxMessage {
    /// It was given up because what it says was taken back.
    var isRetracted: Bool {
        state == .givenUp && detail.flatMap(UndoableAction.Kind.init(rawValue:)) != nil
    }

    static let selection = """
        SELECT outbox.id, outbox.cause, outbox.case_id, cases.number, outbox.kind, outbox.staff, outbox.language, \
        outbox.state, outbox.tries, outbox.queued_at, outbox.next_try, outbox.is_claimed, outbox.channel, \
        outbox.detail, outbox.attempt FROM outbox
        """
    static let join = "JOIN cases ON cases.id = outbox.case_id"

    init(row: Row) throws {
        let id: Int64 = try row.value(0)
        guard let kind = OutgoingMessage.Kind(rawValue: try row.value(4)),
            let state = State(rawValue: try row.value(7)),
            let language = MessageSwitch.Language(rawValue: try row.value(6))
        else { throw UnreadableRecord(place: "message \(id)", detail: "an unknown kind, state or language") }
        let staff: Int64 = try row.value(5)
        self.init(
            id: id, cause: try row.value(1), caseID: CaseID(try row.value(2)), number: try row.value(3), kind: kind,
            recipient: staff == 0 ? .applicant : .agent(StaffID(staff)), language: language, state: state,
            tries: try row.value(8), queuedAt: Instant(milliseconds: try row.value(9)),
            nextTry: Instant(milliseconds: try row.value(10)),
            isClaimed: try row.value(11), channel: try row.value(12), detail: try row.value(13),
            attempt: try row.value(14))
    }

    static func find(_ id: Int64, in database: Database) throws -> OutboxMessage? {
        let statement = try database.cachedStatement(sql: "\(selection) \(join) WHERE outbox.id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map(OutboxMessage.init(row:))
    }
}

extension CaseStore {
    /// The messages in those states (all for none), the newest first.
    public func messages(
        _ states: Set<OutboxMessage.State> = [], limit: Int? = nil
    ) throws(StoreError) -> [OutboxMessage] {
        let wanted = states.isEmpty ? Set(OutboxMessage.State.allCases) : states
        return try read { database in
            guard try database.tableExists("outbox") else { return [] }
            let marks = wanted.map { _ in "?" }.joined(separator: ", ")
            let arguments = wanted.map(\.rawValue).sorted().map(\.databaseValue) + [(limit ?? -1).databaseValue]
            return try Row.fetchAll(
                database,
                sql: """
                    \(OutboxMessage.selection) \(OutboxMessage.join) WHERE outbox.state IN (\(marks)) \
                    ORDER BY outbox.id DESC LIMIT ?
                    """, arguments: StatementArguments(arguments)
            ).map(OutboxMessage.init(row:))
        }
    }

    /// Whether the centre sends messages.
    public func messageSwitch() throws(StoreError) -> MessageSwitch {
        try read { try MessageProjection.find(in: $0) }
    }
}

/// The centre's word on messages as a row, and back.
enum MessageProjection {
    static func save(_ value: MessageSwitch, in database: Database) throws {
        try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO message_switch (id, is_on, language) VALUES (1, ?, ?)"
        ).execute(arguments: [value.isOn, value.language.rawValue])
    }

    /// Files that are opened for reading only may be older than the table.
    static func find(in database: Database) throws -> MessageSwitch {
        guard try database.tableExists("message_switch") else { return .off }
        return try stored(in: database)
    }

    static func stored(in database: Database) throws -> MessageSwitch {
        let row = try RawStatement(
            cached: "SELECT is_on, language FROM message_switch WHERE id = 1", in: database)
        guard try row.next() else { return .off }
        let name = row.text(1)
        guard let language = MessageSwitch.Language(rawValue: name) else {
            throw UnreadableRecord(place: "message_switch", detail: "unknown language \(name)")
        }
        return MessageSwitch(isOn: row.integer(0) != 0, language: language)
    }
}
