import CaseStore
import Casework

/// The items that a form offers, as the lists have them.
extension CaseStore {
    /// Everything that can be asked for: the lists with what their guides say, then what is known by name alone.
    func itemChoices() throws(StoreError) -> [ItemChoice] {
        let listed = try items(level: nil).map { listing in
            ItemChoice(
                name: listing.item.name, listed: listing.item.listed,
                materials: listing.item.materials.filter(\.isRequired).map(\.name))
        }
        let known = Set(listed.map(\.name))
        return listed + (try items()).filter { !known.contains($0) }.map { ItemChoice(name: $0) }
    }
}
