import Casework

/// Why the lists of service items were not changed. Nothing of the call is written then.
public enum ItemError: Error, Hashable, Sendable {
    /// The rules do not allow the command at this place of the call (0 for a single one).
    case refused(ItemRefusal, at: Int)
    case store(StoreError)
}

/// What taking a list over did.
public struct ItemListReport: Hashable, Sendable {
    public var listed: Int
    public var revised: Int
    public var unchanged: Int

    public init(listed: Int = 0, revised: Int = 0, unchanged: Int = 0) {
        self.listed = listed
        self.revised = revised
        self.unchanged = unchanged
    }
}
