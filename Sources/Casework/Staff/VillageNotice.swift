/// What a village publishes about its point: the items with what they promise, and whom to call
/// (建政发〔2022〕33号 二(四)4). No more about anybody than the public card.
public struct VillageNotice: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public var name: String
        /// Working days that it takes; `nil` when none are promised.
        public var promisedDays: Int?

        public init(name: String, promisedDays: Int? = nil) {
            self.name = name
            self.promisedDays = promisedDays
        }
    }

    public var village: String
    public var items: [Item]
    public var cards: [PublicCard]

    public init(village: String, items: [Item], staff: [StaffMember], duty: AgentRules.Duty) {
        self.village = village
        self.items = items
        cards = staff.filter { $0.isActive && $0.village == village && $0.role == .agent }
            .map { PublicCard(of: $0, duty: duty) }
    }

    /// What may not be missing on the board and is.
    public var isComplete: Bool { !items.isEmpty && cards.contains { $0.contact != nil } }
}
