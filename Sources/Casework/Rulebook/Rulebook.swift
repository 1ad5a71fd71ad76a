/// One county's choices where the documents leave something open, as values.
///
/// A rulebook is a TOML file; every entry names the clause it rests on. There are no silent defaults in code: a missing
/// key is an error that names the key.
public struct Rulebook: Hashable, Sendable {
    /// Whether a finished case must pass the township's review.
    public enum Review: Hashable, Sendable {
        /// Every case waits for a reviewer's approval.
        case gate
        /// So many of a hundred cases wait for a reviewer; which ones follows from the case's id alone.
        case sample(percent: Int)
        /// Finished is approved.
        case none
    }

    /// What has to be there before a step of a case's life.
    public struct Guards: Hashable, Sendable {
        /// Accepting needs the applicant's authorisation.
        public var authorisation: Bool
        /// Accepting needs the materials to have been checked.
        public var materials: Bool
        /// Completing late needs the reason that the applicant is told.
        public var lateReason: Bool
        /// A case that goes up needs the village cadres' verification before it is forwarded.
        public var verification: Bool
        /// Delivering needs the name of who signed for the result.
        public var signature: Bool

        public init(authorisation: Bool, materials: Bool, lateReason: Bool, verification: Bool, signature: Bool) {
            self.authorisation = authorisation
            self.materials = materials
            self.lateReason = lateReason
            self.verification = verification
            self.signature = signature
        }
    }

    /// The clocks, one for each thing that is limited.
    public struct Clocks: Hashable, Sendable {
        public var acceptance: ClockRule
        /// One for every kind of item.
        public var completion: [ItemKind: ClockRule]
        /// How a window's or an item's own promise is counted; its limit comes from the item.
        public var promise: ClockRule
        public var forwarding: ClockRule
        public var urgentForwarding: ClockRule
        public var rework: ClockRule
        public var holder: ClockRule
        public var visitPlan: ClockRule
        public var delivery: ClockRule
        public var feedback: ClockRule
        public var followUp: ClockRule
        public var supplement: ClockRule

        public init(
            acceptance: ClockRule, completion: [ItemKind: ClockRule], promise: ClockRule, forwarding: ClockRule,
            urgentForwarding: ClockRule, rework: ClockRule, holder: ClockRule, visitPlan: ClockRule,
            delivery: ClockRule, feedback: ClockRule, followUp: ClockRule, supplement: ClockRule
        ) {
            self.acceptance = acceptance
            self.completion = completion
            self.promise = promise
            self.forwarding = forwarding
            self.urgentForwarding = urgentForwarding
            self.rework = rework
            self.holder = holder
            self.visitPlan = visitPlan
            self.delivery = delivery
            self.feedback = feedback
            self.followUp = followUp
            self.supplement = supplement
        }
    }

    /// What the item lists are expected to hold (平政办发〔2024〕14号 二(一)2; 建政发〔2022〕33号 四).
    public struct Items: Hashable, Sendable {
        /// How many items the lists of a township and of its villages hold.
        public struct Counts: Hashable, Sendable {
            public var township: Int
            public var village: Int

            public init(township: Int, village: Int) {
                self.township = township
                self.village = village
            }
        }

        /// `nil` where the document names no numbers.
        public var counts: Counts?
        /// The content areas of the service; others can be added.
        public var areas: [ContentArea]

        public init(counts: Counts?, areas: [ContentArea]) {
            self.counts = counts
            self.areas = areas
        }
    }

    public var name: String
    /// The name for people, and the document.
    public var title: BilingualText
    public var clocks: Clocks
    public var review: Review
    public var guards: Guards
    /// Minutes that have to pass between two urgings of the same case by people.
    public var urgingInterval: Int
    /// Hours between two urgings by the office itself of a case past its warning mark.
    public var urgingPeriod: Int
    /// Ratings at or below this level of five open a follow-up.
    public var badRating: Int
    public var items: Items
    public var agents: AgentRules
    /// Every setting with its clause, in the order in which people see them.
    public var entries: [RulebookEntry]

    public init(
        name: String, title: BilingualText, clocks: Clocks, review: Review, guards: Guards, urgingInterval: Int,
        urgingPeriod: Int, badRating: Int, items: Items, agents: AgentRules, entries: [RulebookEntry]
    ) {
        self.name = name
        self.title = title
        self.clocks = clocks
        self.review = review
        self.guards = guards
        self.urgingInterval = urgingInterval
        self.urgingPeriod = urgingPeriod
        self.badRating = badRating
        self.items = items
        self.agents = agents
        self.entries = entries
    }

    public var acceptance: ClockRule { clocks.acceptance }

    /// The completion clock of an item of that kind.
    public func completion(of kind: ItemKind) -> ClockRule {
        // Every kind has one: the loader refuses a rulebook without.
        clocks.completion[kind] ?? clocks.promise
    }

    /// The completion clock of an ordinary item.
    public var completion: ClockRule { completion(of: .promised) }
}
