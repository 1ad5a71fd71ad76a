import Casework

/// A case as one row of an export says it is.
struct FormCase {
    var number: String
    var intake: Intake
    var agent: String?
    var collector: String?
    var redoOf: String?
    var history: Registration.History
    var returns: Int
    var urgings: Int
    var rest: CaseRest

    init(_ cells: FormCells, now: Instant) throws(ImportRow.Fault) {
        typealias Column = CaseExport.Column
        func fault(_ column: Column, _ reason: ImportReject.Reason, _ detail: String) -> ImportRow.Fault {
            ImportRow.Fault(column: column.rawValue, reason: reason, detail: detail)
        }
        number = try cells.needed(Column.number.rawValue)
        guard number.count <= ImportRow.numberLimit,
            !number.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        else { throw fault(.number, .number, String(number.prefix(ImportRow.numberLimit))) }
        guard let submitted = try cells.instant(Column.submittedAt.rawValue) else {
            throw fault(.submittedAt, .blank, "")
        }
        guard submitted <= now else { throw fault(.submittedAt, .future, submitted.iso8601(.utc)) }
        rest = try cells.rest(Column.rest.rawValue)
        intake = Intake(
            kind: try cells.neededChoice(Column.kind.rawValue), origin: try cells.neededChoice(Column.origin.rawValue),
            item: try cells.needed(Column.item.rawValue), village: try cells.needed(Column.village.rawValue),
            applicant: Intake.Applicant(
                name: try cells.needed(Column.applicant.rawValue),
                identityNumber: try cells.text(Column.identityNumber.rawValue),
                phone: try cells.text(Column.phone.rawValue), address: try cells.text(Column.address.rawValue)),
            note: try cells.text(Column.note.rawValue), isUrgent: try cells.flag(Column.urgent.rawValue) ?? false,
            submittedAt: submitted)
        intake.matter = rest.matter
        intake.direction = rest.direction
        intake.listedItem = rest.listedItem
        intake.priority = rest.priority
        intake.authorisation = rest.authorisation
        intake.campaign = try cells.text(Column.campaign.rawValue)
        agent = try cells.text(Column.agent.rawValue)
        collector = try cells.text(Column.collector.rawValue)
        redoOf = try cells.text(Column.redoOf.rawValue)
        returns = try cells.number(Column.returns.rawValue) ?? 0
        urgings = try cells.number(Column.urgings.rawValue) ?? 0
        func past(_ column: Column) throws(ImportRow.Fault) -> Instant? {
            guard let instant = try cells.instant(column.rawValue) else { return nil }
            guard instant <= now else { throw fault(column, .future, instant.iso8601(.utc)) }
            return instant
        }
        history = Registration.History(
            state: try cells.neededChoice(Column.state.rawValue), acceptedAt: try past(.acceptedAt),
            completedAt: try past(.completedAt), closedAt: try past(.closedAt),
            reason: try cells.text(Column.reason.rawValue))
    }

    /// The registration that begins such a case in a record with these people and cases.
    func registration(
        person: (String) -> StaffID?, caseID: (String) throws -> CaseID?
    ) throws -> Registration {
        func id(_ number: String?, _ column: CaseExport.Column) throws(ImportRow.Fault) -> StaffID? {
            guard let number else { return nil }
            guard let known = person(number) else {
                throw ImportRow.Fault(column: column.rawValue, reason: .unknownAgent, detail: number)
            }
            return known
        }
        var intake = intake
        intake.collector = try id(collector, .collector)
        if let redoOf {
            guard let known = try caseID(redoOf) else {
                throw ImportRow.Fault(
                    column: CaseExport.Column.redoOf.rawValue, reason: .unknownValue, detail: redoOf)
            }
            intake.redoOf = known
        }
        var history = history
        history.carried = try rest.carried(returns: returns, urgings: urgings) { (number) throws(ImportRow.Fault) in
            // The office itself has no number.
            if number.isEmpty { return .office }
            guard let known = person(number) else {
                throw ImportRow.Fault(
                    column: CaseExport.Column.rest.rawValue, reason: .unknownAgent, detail: number)
            }
            return known
        }
        return Registration(
            number: number, intake: intake, holder: try id(agent, .agent), acceptance: nil, history: history,
            source: Self.source)
    }

    /// Where such cases come from, in the journal.
    static let source = "daiban-export"
}
