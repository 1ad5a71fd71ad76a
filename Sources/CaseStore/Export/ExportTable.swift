import Casework
import GRDB

/// A table as others get it: its columns by name, which never change their meaning, and its rows, one after the other.
protocol ExportTable {
    var columns: [String] { get }

    /// How many rows there are, as ``rows(in:_:)`` would give them.
    func count(in database: Database) throws -> Int

    /// Calls `body` with each row, in memory that does not grow with their number.
    func rows(in database: Database, _ body: ([ExportValue]) throws -> Void) throws
}

/// What every table needs to know.
struct ExportContext {
    var isMasked: Bool
    var now: Instant
    /// The word of a state in the language of whoever asks; `nil` leaves the column with the words out.
    var stateWord: (@Sendable (CaseState) -> String)?
    /// By id.
    var staff: [StaffID: StaffMember]

    func number(_ id: StaffID?) -> String? { id.flatMap { staff[$0]?.number } }
}

extension ExportKind {
    func table(_ context: ExportContext) -> any ExportTable {
        switch self {
        case .cases: CaseExport(context: context)
        case .journal: JournalExport(context: context)
        case .staff: StaffExport(context: context)
        case .attendance: AttendanceExport(context: context)
        case .items: ItemExport()
        case .warnings: WarningExport(context: context)
        }
    }

    /// Whether there are persons in it.
    public var isPersonal: Bool {
        switch self {
        case .cases, .journal, .staff, .attendance, .warnings: true
        case .items: false
        }
    }
}
