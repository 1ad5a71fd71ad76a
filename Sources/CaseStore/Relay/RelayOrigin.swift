import Casework
import GRDB

/// Where an entry was made that came by file.
public struct RelayOrigin: Hashable, Sendable {
    /// The site's name.
    public var site: String
    /// Its number in that site's journal.
    public var sequence: Int64
    public var bundle: Int
    /// When it was taken over, by this record's clock.
    public var importedAt: Instant
    /// How far that site's clock was ahead of ours at least when the bundle came, in milliseconds.
    public var clockAhead: Int64
    /// By its own moment it has not happened yet when it came.
    public var isInTheFuture: Bool

    static let columns = """
        json_extract(relay_partners.body, '$.name'), relay_origins.origin, relay_origins.bundle, relay_bundles.at, \
        relay_bundles.made_at
        """
    static let joins = """
        LEFT JOIN relay_origins ON relay_origins.seq = journal.seq AND relay_origins.is_own = 0 \
        LEFT JOIN relay_partners ON relay_partners.site = relay_origins.site \
        LEFT JOIN relay_bundles ON relay_bundles.site = relay_origins.site AND relay_bundles.is_ours = 0 \
        AND relay_bundles.number = relay_origins.bundle
        """

    /// - Parameters:
    ///   - row: holds ``columns`` from `index` on.
    ///   - at: the entry's own moment.
    init?(_ row: Row, from index: Int, at: Instant) {
        guard let site: String = row[index], let imported: Int64 = row[index + 3] else { return nil }
        self.site = site
        sequence = row[index + 1]
        bundle = row[index + 2]
        importedAt = Instant(milliseconds: imported)
        clockAhead = max(0, (row[index + 4] as Int64) - imported)
        isInTheFuture = at > importedAt
    }
}
