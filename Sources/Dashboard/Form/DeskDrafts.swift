import CaseStore
import Casework

/// What a person has typed at a desk and not sent: kept outside of the process, so that it survives its end.
///
/// It holds personal data as typed. It goes to one file that only its owner can read (``DraftPlace``), and out of it as
/// soon as it is sent or cleared.
public struct DeskDrafts: Hashable, Codable, Sendable {
    /// The reason typed on the card of an action.
    public struct Reason: Hashable, Codable, Sendable {
        public var caseID: CaseID
        /// The number as well: in another database the same id is another case.
        public var number: String
        /// Of ``CaseCommand/Kind``.
        public var kind: String
        public var text: String
    }

    /// The values of a form.
    public struct Filled: Hashable, Codable, Sendable {
        public var values: [String: FormValue]
        /// When it was last typed into.
        public var at: Instant
    }

    public var reasons: [Reason]
    /// By ``FormPurpose``'s draft name.
    public var forms: [String: Filled]
    /// The reasons of decisions about people, by number, name and month; absent when there are none.
    public var tenure: [String: String]?

    public init(reasons: [Reason] = [], forms: [String: Filled] = [:], tenure: [String: String] = [:]) {
        self.reasons = reasons
        self.forms = forms
        self.tenure = tenure.isEmpty ? nil : tenure
    }

    public var isEmpty: Bool { reasons.isEmpty && forms.isEmpty && tenure == nil }
}
