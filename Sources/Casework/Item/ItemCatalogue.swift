/// An item as a list has it now.
public struct ItemListing: Hashable, Sendable {
    /// The current version, or the last one of a withdrawn item.
    public var item: ServiceItem
    /// An item of the county that the township has taken over.
    public var isClaimed: Bool
    public var isWithdrawn: Bool

    public init(item: ServiceItem, isClaimed: Bool = false, isWithdrawn: Bool = false) {
        self.item = item
        self.isClaimed = isClaimed
        self.isWithdrawn = isWithdrawn
    }

    /// Whether it stands in the list of that level: its own, and the township's when it is claimed.
    public func stands(in level: ItemLevel) -> Bool {
        !isWithdrawn && (item.level == level || (isClaimed && level == .township))
    }
}

/// The lists of service items with all their versions: events make it, and it answers which item, in which version, is
/// asked for.
///
///     var catalogue = ItemCatalogue()
///     for event in try catalogue.decide(.list(item), by: director) { catalogue.apply(event) }
///     catalogue.item("Z-MZ-01")?.listed
public struct ItemCatalogue: Hashable, Sendable {
    private struct Entry: Hashable, Sendable {
        var listing: ItemListing
        /// The versions before the current one.
        var earlier: [Int: ServiceItem] = [:]
    }

    private var entries: [String: Entry] = [:]

    public init() {}

    /// Everything that was ever listed, by level and code.
    public var all: [ItemListing] {
        entries.values.map(\.listing).sorted { ($0.item.level, $0.item.code) < ($1.item.level, $1.item.code) }
    }

    /// The list of a level, by level and code; the township's holds what it claimed (内放办〔2022〕3号 二).
    public func list(_ level: ItemLevel) -> [ItemListing] { all.filter { $0.stands(in: level) } }

    /// The item, withdrawn or not.
    public func listing(_ code: String) -> ItemListing? { entries[code]?.listing }

    /// The current version; `nil` when the code is unknown or withdrawn.
    public func item(_ code: String) -> ServiceItem? {
        guard let listing = entries[code]?.listing, !listing.isWithdrawn else { return nil }
        return listing.item
    }

    /// That version, whatever became of the item (武政管办〔2022〕36号 第七条).
    public func item(_ code: String, version: Int) -> ServiceItem? {
        guard let entry = entries[code] else { return nil }
        return entry.listing.item.version == version ? entry.listing.item : entry.earlier[version]
    }

    /// All versions, oldest first.
    public func versions(_ code: String) -> [ServiceItem] {
        guard let entry = entries[code] else { return [] }
        return entry.earlier.values.sorted { $0.version < $1.version } + [entry.listing.item]
    }

    /// The codes of the items of a list that are called so, sorted.
    func standing(named name: String, in level: ItemLevel) -> [String] {
        entries.values.filter { $0.listing.item.name == name && $0.listing.stands(in: level) }
            .map(\.listing.item.code).sorted()
    }

    /// The only place where the lists change.
    public mutating func apply(_ event: ItemEvent) {
        switch event {
        case .listed(let item), .revised(let item):
            guard var entry = entries[item.code] else {
                entries[item.code] = Entry(listing: ItemListing(item: item))
                return
            }
            entry.earlier[entry.listing.item.version] = entry.listing.item
            entry.listing.item = item
            entry.listing.isWithdrawn = false
            entries[item.code] = entry
        case .withdrawn(let ending):
            entries[ending.code]?.listing.isWithdrawn = true
            // What is in no list any more is in nobody's care.
            entries[ending.code]?.listing.isClaimed = false
        case .claimed(let claim): entries[claim.code]?.listing.isClaimed = true
        case .givenBack(let ending): entries[ending.code]?.listing.isClaimed = false
        }
    }
}
