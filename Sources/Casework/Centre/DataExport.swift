/// What was taken out of the record unmasked, how much of it and why. Who did it is the entry's actor.
public struct DataExport: Hashable, Codable, Sendable {
    /// Which table, such as `cases`.
    public var table: String
    /// How it was written, such as `csv`.
    public var format: String
    public var rows: Int
    public var reason: String

    public init(table: String, format: String, rows: Int, reason: String) {
        self.table = table
        self.format = format
        self.rows = rows
        self.reason = reason
    }
}
