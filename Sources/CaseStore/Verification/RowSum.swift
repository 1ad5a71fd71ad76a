/// How many rows, and the wrapping sum of their hashes, which no order changes. The hashes are Swift's own, with a seed that
/// each process draws by lot: nobody can forge rows that add up to the same.
struct RowSum: Hashable, Sendable {
    private(set) var rows: Int64 = 0
    private var hashes = 0

    mutating func add(_ hash: Int) {
        rows += 1
        hashes &+= hash
    }

    static func += (sum: inout RowSum, other: RowSum) {
        sum.rows += other.rows
        sum.hashes &+= other.hashes
    }
}
