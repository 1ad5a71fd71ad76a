import Casework
import GRDB

/// The people of the office, also those who have left, in the order in which they came.
///
/// Names and villages are on the office's notice board anyway and stay; what is masked is the phone, the birthday, and what
/// was written about a person.
struct StaffExport: ExportTable {
    let context: ExportContext

    enum Column: String, CaseIterable {
        case id, number, name, role, village, phone, active, post, kind, grid, group, department, window, watch
        case employer, birthday, education
        case livesInVillage = "lives_in_village"
        case usesDevices = "uses_devices"
        case gridWorker = "grid_worker"
        case deputyCadre = "deputy_cadre"
        case presence
        case presentSince = "present_since"
        case leftAt = "left_at"
        case rest, masked
    }

    /// What has no column of its own.
    struct Rest: Codable {
        var appointment: [AppointmentStepTaken]?
        var waivers: [Waiver]?
        var standIn: StandIn?
        var findings: [ConductFinding]?
    }

    var columns: [String] { Column.allCases.map(\.rawValue) }

    func count(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM staff") ?? 0
    }

    func rows(in database: Database, _ body: ([ExportValue]) throws -> Void) throws {
        let cursor = try Row.fetchCursor(database, sql: "SELECT number, body FROM staff ORDER BY id")
        while let row = try cursor.next() {
            let record = try StaffProjection.decode(try row.value(1), number: try row.value(0))
            try body(try Column.allCases.map { try cell($0, of: record) })
        }
    }

    private func cell(_ column: Column, of record: StaffRecord) throws -> ExportValue {
        let member = record.member
        switch column {
        case .id: return .number(member.id.value)
        case .number: return .text(member.number)
        case .name: return .text(member.name)
        case .role: return .text(member.role.rawValue)
        case .village: return .text(member.village)
        case .phone: return .text(context.isMasked ? member.phone.map(Masking.phone) : member.phone)
        case .active: return .flag(member.isActive)
        case .post: return .text(member.post?.rawValue)
        case .kind: return .text(member.kind?.rawValue)
        case .grid: return .text(member.grid)
        case .group: return .text(member.group)
        case .department: return .text(member.department)
        case .window: return .text(member.window)
        case .watch: return .text(member.watch?.rawValue)
        case .employer: return .text(member.employer)
        case .birthday: return .text(context.isMasked ? nil : member.birthday.map { "\($0)" })
        case .education: return .text(member.education?.rawValue)
        case .livesInVillage: return .flag(member.livesInVillage)
        case .usesDevices: return .flag(member.usesDevices)
        case .gridWorker: return .flag(member.isGridWorker)
        case .deputyCadre: return .flag(member.isDeputyCadre)
        case .presence: return .text(record.presence.rawValue)
        case .presentSince: return .instant(record.presentSince)
        case .leftAt: return .instant(record.leftAt)
        case .rest:
            if context.isMasked { return .none }
            let rest = Rest(
                appointment: record.appointment, waivers: record.waivers, standIn: record.standIn,
                findings: record.findings)
            return .json(try CanonicalJSON.text(rest))
        case .masked: return .flag(context.isMasked)
        }
    }
}
