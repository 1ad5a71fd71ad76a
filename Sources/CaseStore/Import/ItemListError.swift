import Casework

/// What is wrong with a file of service items, each fault with its place. Nothing of such a file is taken over.
public struct ItemListError: Error, Hashable, Sendable {
    public struct Fault: Hashable, Sendable {
        public enum Problem: Hashable, Sendable {
            /// The system's own words.
            case unreadable(String)
            case empty
            case notCSV(CSVDefect.Kind)
            case missingColumns([String])
            case unknownColumn(allowed: [String])
            case doubledColumn
            /// The code stands in another row, too.
            case doubledCode(String, row: Int)
            case refused(ItemRefusal)
        }

        /// 1-based, the header included, as a spreadsheet counts.
        public var row: Int?
        /// The physical line on which the row begins (1-based).
        public var line: Int?
        public var column: String?
        public var problem: Problem

        public init(row: Int? = nil, line: Int? = nil, column: String? = nil, problem: Problem) {
            self.row = row
            self.line = line
            self.column = column
            self.problem = problem
        }
    }

    /// The file as the person named it.
    public var source: String
    /// In the order of the file, at most ``faultLimit``; never empty.
    public var faults: [Fault]

    /// So many faults are told: whoever mends a file wants more than the first, and nobody reads a thousand.
    public static let faultLimit = 20

    public init(source: String, faults: [Fault]) {
        self.source = source
        self.faults = Array(faults.prefix(Self.faultLimit))
    }
}
