import Casework

/// How a table is written for others.
public enum ExportFormat: String, Hashable, CaseIterable, Sendable {
    /// RFC 4180: UTF-8 without a byte order mark, lines that end with CR LF, nothing else added.
    case csv
    /// The same for spreadsheet programs: with a byte order mark, without which they take Chinese for another encoding,
    /// and with every cell sealed that they would run or change (``SpreadsheetCell``).
    case spreadsheet = "xlsx-safe-csv"
    /// JSON Lines: one object a line, the same keys in the same order in each.
    case jsonl
}

/// Which table.
///
/// A new one is a case here, an ``ExportTable`` in a file of its own, and a line in ``ExportKind/table``.
public enum ExportKind: String, Hashable, CaseIterable, Sendable {
    case cases, journal, staff, attendance, items, warnings
}

/// One value of a row.
enum ExportValue: Hashable, Sendable {
    case none
    case text(String)
    case number(Int64)
    case flag(Bool)
    case instant(Instant)
    /// Canonical JSON.
    case json(String)

    static func text(_ text: String?) -> ExportValue { text.map(ExportValue.text) ?? .none }
    static func number(_ number: Int?) -> ExportValue { number.map { .number(Int64($0)) } ?? .none }
    static func flag(_ flag: Bool?) -> ExportValue { flag.map(ExportValue.flag) ?? .none }
    static func instant(_ instant: Instant?) -> ExportValue { instant.map(ExportValue.instant) ?? .none }
}
