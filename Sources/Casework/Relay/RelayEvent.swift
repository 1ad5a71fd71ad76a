/// What happens to the exchange by file: facts about the record as a whole, in its journal.
public enum RelayEvent: Hashable, Sendable {
    /// This record has become a site, or has other keys.
    case introduced(Introduced)
    /// A partner is trusted from now on, or has other keys.
    case admitted(RelaySite)
    case revoked(Revoked)
    /// A bundle was made for a partner.
    case exported(RelayBundleMark)
    /// A bundle of a partner was taken over.
    case imported(Imported)
    /// A bundle came before the one that it continues, and waits.
    case held(Held)
    /// An entry of a village that was not simply taken over, as it stands from now on.
    case task(RelayTask)

    public struct Introduced: Hashable, Codable, Sendable {
        public var site: RelaySite
        /// The township's site, which names all bundles of its villages.
        public var centre: String

        public init(site: RelaySite, centre: String) {
            self.site = site
            self.centre = centre
        }
    }

    public struct Revoked: Hashable, Codable, Sendable {
        public var site: String
        public var reason: String

        public init(site: String, reason: String) {
            self.site = site
            self.reason = reason
        }
    }

    public struct Imported: Hashable, Codable, Sendable {
        public var bundle: RelayBundleMark
        /// When the bundle was made, by the partner's clock.
        public var madeAt: Instant
        /// The last entry here before it.
        public var after: Int64
        /// For each entry that came: its number here, then its number there.
        public var rows: [Int64]
        /// For each entry of ours that the partner took over: its number here, then its number there.
        public var confirmed: [Int64]

        public init(
            bundle: RelayBundleMark, madeAt: Instant, after: Int64, rows: [Int64] = [], confirmed: [Int64] = []
        ) {
            self.bundle = bundle
            self.madeAt = madeAt
            self.after = after
            self.rows = rows
            self.confirmed = confirmed
        }
    }

    public struct Held: Hashable, Codable, Sendable {
        public var bundle: RelayBundleMark
        public var madeAt: Instant
        /// The entries, one a line.
        public var content: String

        public init(bundle: RelayBundleMark, madeAt: Instant, content: String) {
            self.bundle = bundle
            self.madeAt = madeAt
            self.content = content
        }
    }
}

/// Which bundle it is, and what it holds.
public struct RelayBundleMark: Hashable, Codable, Sendable {
    /// How much of the other side's entries its maker had taken over.
    public struct Seen: Hashable, Codable, Sendable {
        /// The last bundle, 0 before the first.
        public var number: Int
        /// The last journal entry that it covered.
        public var sequence: Int64
        /// The bundle's hash: a side that was set back to an old backup has another one under that number.
        public var hash: String

        public init(number: Int = 0, sequence: Int64 = 0, hash: String = RelayBundleMark.origin) {
            self.number = number
            self.sequence = sequence
            self.hash = hash
        }
    }

    /// The partner: for whom it was made, or who made it.
    public var site: String
    /// Counts the bundles from one site to another, from 1.
    public var number: Int
    /// The journal entries of its maker that it covers.
    public var first: Int64
    public var last: Int64
    public var seen: Seen
    /// The hash of the bundle before, 64 zeros before the first.
    public var previous: String
    /// Its own; see the format.
    public var hash: String

    public init(
        site: String, number: Int, first: Int64, last: Int64, seen: Seen, previous: String, hash: String
    ) {
        self.site = site
        self.number = number
        self.first = first
        self.last = last
        self.seen = seen
        self.previous = previous
        self.hash = hash
    }

    /// What stands before the first bundle.
    public static let origin = String(repeating: "0", count: 64)
}
