import Casework
import GRDB

/// Cases, in the order in which they were registered.
///
/// What people read stands in columns of its own; what only the program needs to take the case in again, unchanged, is
/// one column, `rest`. Where data is masked there is no such column's content: such a file is no source to import from.
struct CaseExport: ExportTable {
    let context: ExportContext

    enum Column: String, CaseIterable {
        case number, state, kind, origin, item, village, applicant
        case identityNumber = "identity_number"
        case phone, address, note, urgent, campaign
        case submittedAt = "submitted_at"
        case agent
        case acceptedAt = "accepted_at"
        case completedAt = "completed_at"
        case closedAt = "closed_at"
        case clock
        case dueAt = "due_at"
        case provisional, reason, returns, urgings, collector
        case redoOf = "redo_of"
        case redoneBy = "redone_by"
        case rest, masked
    }

    /// The column with the words for the state, which is no part of the case.
    static let stateWords = "state_words"

    var columns: [String] {
        Column.allCases.map(\.rawValue) + (context.stateWord == nil ? [] : [Self.stateWords])
    }

    func count(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM cases") ?? 0
    }

    func rows(in database: Database, _ body: ([ExportValue]) throws -> Void) throws {
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT number, body FROM cases JOIN case_bodies USING (id) ORDER BY id")
        while let row = try cursor.next() {
            let value = try CaseProjection.decode(try row.value(1), number: try row.value(0))
            let redoOf = try number(of: value.intake.redoOf, in: database)
            let redoneBy = try number(of: value.facts.redoneBy, in: database)
            var cells = try Column.allCases.map { try cell($0, of: value, redoOf: redoOf, redoneBy: redoneBy) }
            if let word = context.stateWord { cells.append(.text(word(value.state))) }
            try body(cells)
        }
    }

    private func number(of id: CaseID?, in database: Database) throws -> String? {
        guard let id else { return nil }
        return try String.fetchOne(
            database.cachedStatement(sql: "SELECT number FROM cases WHERE id = ?"), arguments: [id.value])
    }

    private func cell(
        _ column: Column, of value: Case, redoOf: String?, redoneBy: String?
    ) throws -> ExportValue {
        let intake = context.isMasked ? value.intake.masked : value.intake
        let clock = value.currentClock
        switch column {
        case .number: return .text(value.number)
        case .state: return .text(value.state.rawValue)
        case .kind: return .text(intake.kind.rawValue)
        case .origin: return .text(intake.origin.rawValue)
        case .item: return .text(intake.item)
        case .village: return .text(intake.village)
        case .applicant: return .text(intake.applicant.name)
        case .identityNumber: return .text(intake.applicant.identityNumber)
        case .phone: return .text(intake.applicant.phone)
        case .address: return .text(intake.applicant.address)
        case .note: return .text(intake.note)
        case .urgent: return .flag(intake.isUrgent)
        case .campaign: return .text(intake.campaign)
        case .submittedAt: return .instant(intake.submittedAt)
        case .agent: return .text(context.number(value.holder))
        case .acceptedAt: return .instant(value.acceptedAt)
        case .completedAt: return .instant(value.completedAt)
        case .closedAt: return .instant(value.closedAt)
        case .clock: return .text(clock?.kind.rawValue)
        case .dueAt: return .instant(clock?.deadline.due)
        case .provisional: return .flag(clock?.deadline.isProvisional)
        case .reason: return .text(context.isMasked ? value.reason.map(value.masked) : value.reason)
        case .returns: return .number(Int64(value.returns))
        case .urgings: return .number(Int64(value.urgings))
        case .collector: return .text(context.number(intake.collector))
        case .redoOf: return .text(redoOf)
        case .redoneBy: return .text(redoneBy)
        case .rest:
            if context.isMasked { return .none }
            return .json(try CanonicalJSON.text(CaseRest(value, number: context.number)))
        case .masked: return .flag(context.isMasked)
        }
    }
}
