import Casework
import GRDB

/// Reading the lists of service items.
extension CaseStore {
    /// The list of a level by code, the township's with what it claimed; all lists one after the other for `nil`.
    public func items(level: ItemLevel?) throws(StoreError) -> [ItemListing] {
        try read { database in
            try ItemProjection.listings("WHERE is_withdrawn = 0", in: database)
                .filter { listing in level.map { listing.stands(in: $0) } ?? true }
        }
    }

    /// The items in whose name, code or department each word of `text` is found, initials of pinyin included, by level
    /// and code; all for an empty text.
    public func items(matching text: String) throws(StoreError) -> [ItemListing] {
        let words = SearchWord.words(text)
        return try items(level: nil).filter { listing in
            let texts = [listing.item.name, listing.item.code, listing.item.department ?? ""].map { SearchedText($0) }
            return words.allSatisfy { word in texts.contains { $0.contains(word) } }
        }
    }

    /// The item as the lists have it now; `nil` for an unknown or withdrawn code.
    public func item(code: String) throws(StoreError) -> ServiceItem? {
        try read { try ItemProjection.listings("WHERE code = ? AND is_withdrawn = 0", [code], in: $0).first?.item }
    }

    /// The item that somebody asks for by its code or its exact name. Where several lists call an item so, it is the
    /// township's, which does it itself, then the village's, then the county's.
    public func item(askedFor text: String) throws(StoreError) -> ServiceItem? {
        if let item = try item(code: text) { return item }
        let namesakes = try read {
            try ItemProjection.listings("WHERE name = ? AND is_withdrawn = 0", [text], in: $0)
        }
        for level in [ItemLevel.township, .village, .county] {
            if let listing = namesakes.first(where: { $0.stands(in: level) }) { return listing.item }
        }
        return nil
    }

    /// That version of it, whatever became of the item since (武政管办〔2022〕36号 第七条).
    public func item(code: String, version: Int) throws(StoreError) -> ServiceItem? {
        try read { try ItemProjection.version(version, of: code, in: $0) }
    }

    /// The item with its claim, also when it is withdrawn.
    public func itemListing(code: String) throws(StoreError) -> ItemListing? {
        try read { try ItemProjection.listing(code, in: $0) }
    }

    /// Everything that the item ever said, oldest first.
    public func itemVersions(code: String) throws(StoreError) -> [ServiceItem] {
        try read { try ItemProjection.versions(of: code, in: $0) }
    }

    /// All lists with all versions, for the rules.
    public func itemCatalogue() throws(StoreError) -> ItemCatalogue {
        try read { try ItemProjection.catalogue(in: $0) }
    }
}
