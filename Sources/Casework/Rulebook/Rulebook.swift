/// One county's choices where the documents leave something open, as values.
///
/// A rulebook is a TOML file; every entry names the clause it rests on. There are no silent defaults in code: a missing
/// key is an error that names the key.
public struct Rulebook: Sendable {
    /// Whether a finished case must pass the township's review.
    public enum Review: String, CaseIterable, Sendable {
        /// Every case waits for a reviewer's approval.
        case gate
        /// Finished is approved.
        case none
    }

    public var name: String
    public var acceptance: ClockRule
    public var completion: ClockRule
    public var review: Review
    /// Minutes that have to pass between two urgings of the same case.
    public var urgingInterval: Int

    public init(
        name: String, acceptance: ClockRule, completion: ClockRule, review: Review, urgingInterval: Int
    ) {
        self.name = name
        self.acceptance = acceptance
        self.completion = completion
        self.review = review
        self.urgingInterval = urgingInterval
    }
}
