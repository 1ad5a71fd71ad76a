import GRDB

/// A table that follows from the rows of other projections and not from journal
/// entries one by one: counters, search indexes. Whoever writes those rows keeps it in the same transaction; it can be made anew from them at any time.
protocol DerivedTable: Sendable {
    /// What a person calls it, such as `ranks`.
    static var name: String { get }

    /// The tables of the file that it is made of, in the order in which they are made.
    static var tables: [String] { get }

    /// Empties it and fills it from the rows as they are now.
    ///
    /// - Parameter step: called from time to time; throws to stop.
    static func rebuild(in database: Database, step: () throws -> Void) throws

    /// Compares it with the rows: each place that differs, a thousand at most.
    ///
    /// - Parameter step: called from time to time; throws to stop.
    static func differences(in database: Database, step: () throws -> Void) throws -> [DerivedDifference]
}

enum DerivedTables {
    static let all: [any DerivedTable.Type] = [RankTable.self, CaseSearchTable.self, OpenCaseSearchTable.self]
}
