import Casework

/// One thing that happened in the made-up township, for a log or a test.
public struct Happening: Hashable, Sendable {
    public enum Kind: String, Hashable, CaseIterable, Sendable {
        case arrived, accepted, declined, completed, approved, rejected, reassigned, delivered
        /// A step on the way: papers fetched, a department done, materials brought; or a question answered.
        case advanced, answered
        /// A returned case was handed to review again.
        case resubmitted
        case checkedIn, checkedOut, leaveTaken
        /// Somebody else was faster, or has the database: nothing was written.
        case overtaken
        /// The regulations did not allow it; does not happen unless somebody changes a case in between.
        case refused
        /// Nothing fits the moment.
        case quiet
    }

    public var kind: Kind
    public var at: Instant
    /// The number of the case, where there is one.
    public var caseNumber: String?
    /// Who did it, or came and went.
    public var staff: StaffID?

    public init(_ kind: Kind, at: Instant, caseNumber: String? = nil, staff: StaffID? = nil) {
        self.kind = kind
        self.at = at
        self.caseNumber = caseNumber
        self.staff = staff
    }
}
