import CaseStore
import Casework

/// Tables as CSV (RFC 4180), for spreadsheets and for the county: texts sealed that a spreadsheet program would run or change
/// (``CaseStore/SpreadsheetCell``), numbers, days and moments as they are, like the sheets (``Dashboard/SheetCSV``).
enum CSVText {
    /// - Parameter rows: the heading first.
    static func lines(_ rows: [[String]]) -> String {
        rows.map { row in row.map(cell).joined(separator: ",") }.joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        let text = isPlain(text) ? text : SpreadsheetCell.sealed(text)
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A number that comes back the same, a day, a month, or a moment of civil time.
    private static func isPlain(_ text: String) -> Bool {
        Int(text).map { "\($0)" == text } == true || CivilDate(text) != nil || CivilMonth(text) != nil
            || Instant(text, offset: .utc) != nil
    }
}
