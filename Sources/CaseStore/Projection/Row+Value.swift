import GRDB

extension Row {
    /// What the column at `index` holds. GRDB's `row[index]` ends the process when that is something else than the schema
    /// says, as in a damaged file; this throws, and becomes ``StoreError/corrupt(path:detail:)``.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) throws -> Value {
        try decode(atIndex: index)
    }
}
