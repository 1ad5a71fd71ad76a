import GRDB

/// Cuts a long column of numbers into ranges with about equally many different values each.
enum RowRanges {
    /// Ranges that lie side by side from the smallest number there is to the largest.
    ///
    /// - Parameters:
    ///   - sql: gives the first value at or above its one parameter, from an index.
    ///   - length: how far a range goes from its first value on.
    static func cut(_ sql: String, length: Int64, in database: Database) throws -> [ClosedRange<Int64>] {
        let statement = try database.makeStatement(sql: sql)
        var ranges: [ClosedRange<Int64>] = []
        var start = Int64.min
        // One look for each range and not a division: one forged number of 19 digits would make ranges without end.
        while let first = try Int64.fetchOne(statement, arguments: [start]) {
            let (end, isBeyond) = first.addingReportingOverflow(length - 1)
            if isBeyond || end == .max { break }
            ranges.append(start...end)
            start = end + 1
        }
        ranges.append(start...Int64.max)
        return ranges
    }
}
