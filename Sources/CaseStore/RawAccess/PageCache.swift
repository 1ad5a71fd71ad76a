import GRDB

/// How many pages a connection keeps in memory, in KiB.
enum PageCache: Int {
    /// The indexes of the open cases stay in memory.
    case usual = 8_192
    /// For whoever goes through all cases: the entries of those that run at the same time lie among each other, and a
    /// page with entries of many cases is wanted again with each.
    case wide = 32_768
    /// For whoever fills all tables.
    case filling = 65_536
}

extension Database {
    /// From now on; it is taken only as it is used.
    func keep(_ cache: PageCache) throws {
        try execute(sql: "PRAGMA cache_size = -\(cache.rawValue)")
    }
}
