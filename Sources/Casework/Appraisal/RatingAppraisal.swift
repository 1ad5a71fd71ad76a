/// What ratings say about one person: they enter the personal appraisal, whichever service and channel they came by
/// (平政办发〔2024〕14号 二(一)3(3)).
public struct RatingAppraisal: Hashable, Sendable {
    public var count: Int
    /// At or below the rulebook's mark.
    public var bad: Int
    /// Hundredths of a level (500 = all very good); `nil` without ratings.
    public var average: Int?

    /// - Parameters:
    ///   - levels: 1 (very bad) … 5 (very good), one entry a rated case.
    ///   - badRating: ``Rulebook/badRating``.
    public init(levels: [Int], badRating: Int) {
        count = levels.count
        bad = levels.count { $0 <= badRating }
        // Rounded half up.
        average = levels.isEmpty ? nil : (levels.reduce(0, +) * 200 + count) / (2 * count)
    }
}
