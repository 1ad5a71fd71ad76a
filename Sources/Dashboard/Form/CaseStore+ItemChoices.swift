import CaseStore
import Casework

/// The items that a form offers, as the lists have them.
extension CaseStore {
    /// Everything that can be asked for: the lists with what their guides say, what the township does itself first, then
    /// what is known by name alone.
    func itemChoices() throws(StoreError) -> [ItemChoice] {
        let all = try items(level: nil)
        let near = [ItemLevel.township, .village, .county].flatMap { level in all.filter { $0.item.level == level } }
        let listed = near.map { listing in
            ItemChoice(
                name: listing.item.name, listed: listing.item.listed,
                materials: listing.item.materials.filter(\.isRequired).map(\.name))
        }
        let known = Set(listed.map(\.name))
        return listed + (try items()).filter { !known.contains($0) }.map { ItemChoice(name: $0) }
    }

    /// Whether anything is asked for by that name.
    public func isItemKnown(_ name: String) throws(StoreError) -> Bool {
        try itemChoices().contains { $0.name == name }
    }
}
