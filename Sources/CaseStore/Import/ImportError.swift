import Casework

/// Why an import could not begin or go on. What is wrong with a single row is no error but an ``ImportReject``.
///
/// Batches that were finished before stay in the record; the import can be run again and passes over them.
public enum ImportError: Error, Sendable {
    /// The file cannot be opened or read; the system's own words.
    case unreadable(path: String, String)
    /// Nothing in it, not even a header.
    case empty(path: String)
    /// It was to be read as one form and is of another.
    case otherForm(path: String, wanted: FileLook, found: FileLook)
    /// The header cannot be read as delimiter-separated UTF-8 text.
    case notCSV(path: String, line: Int, CSVDefect.Kind)
    /// The mapping names columns that the header lacks.
    case missingColumns([MissingColumn], header: [String])
    /// The mapping names a column that the header has more than once.
    case ambiguousColumn(String, header: [String])
    /// The rejects file cannot be written; the system's own words.
    case rejects(path: String, String)
    /// The rejects file would overwrite the file that is being read.
    case rejectsIsTheInput(path: String)
    /// The rows of an event log cannot be kept for sorting: no room for temporary files, perhaps; SQLite's own words.
    case sorting(String)
    /// A file of ours in which personal data is masked: no source to take cases or people from.
    case masked(path: String)
    /// The file was written for spreadsheets, with an apostrophe before what they would take for numbers.
    case madeForSpreadsheets(path: String)
    /// The columns are none of our tables'.
    case unknownForm(header: [String])
    /// A table of ours that follows from the record and cannot be put into one.
    case noSource(ExportKind)
    /// Such a table is taken in by a person, who has to be named.
    case personNeeded(ExportKind)
    case notPermitted(Role, ExportKind)
    case store(StoreError)
    /// The record refused for a reason that is no ``StoreError``.
    case record(String)

    /// A column of the mapping and what it was wanted for.
    public struct MissingColumn: Hashable, Sendable {
        /// The key in the mapping, such as `columns.target`.
        public var key: String
        public var column: String

        public init(key: String, column: String) {
            self.key = key
            self.column = column
        }
    }
}
