import Casework
import GRDB

/// The clocks that run and have come to a mark, by village, agent and due date.
struct WarningExport: ExportTable {
    let context: ExportContext

    let columns = [
        "number", "item", "village", "applicant", "agent", "agent_name", "topic", "mark", "due_at",
        "provisional", "urgings", "masked",
    ]

    func count(in database: Database) throws -> Int {
        try warnings(in: database).count
    }

    func rows(in database: Database, _ body: ([ExportValue]) throws -> Void) throws {
        for warning in try warnings(in: database) {
            var applicant = warning.applicant
            if !context.isMasked {
                applicant =
                    try String.fetchOne(
                        database.cachedStatement(sql: "SELECT applicant FROM cases WHERE id = ?"),
                        arguments: [warning.caseID.value]) ?? ""
            }
            try body([
                .text(warning.number), .text(warning.item), .text(warning.village), .text(applicant),
                .text(warning.agent?.number), .text(warning.agent?.name), .text(warning.topic.rawValue),
                .text(warning.mark.rawValue), .instant(warning.due),
                .flag(warning.isProvisional), .number(Int64(warning.urgings)), .flag(context.isMasked),
            ])
        }
    }

    private func warnings(in database: Database) throws -> [OpenWarning] {
        try CaseStore.openWarnings(WarningQuery(now: context.now), in: database)
    }
}
