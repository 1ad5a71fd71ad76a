/// One journal entry as it travels: the numbers that only its maker knows are told by their names.
public struct RelayEntry: Hashable, Codable, Sendable {
    /// Its number in its maker's journal.
    public var seq: Int64
    /// By its maker's clock, UTC milliseconds.
    public var at: Int64
    /// The staff number of who did it; empty for the office itself.
    public var actor: String
    /// `case`, `staff` or `centre`.
    public var about: String
    /// The number of the case or of the member of the staff; empty for the centre.
    public var subject: String
    public var kind: String
    /// The body as its maker's journal has it.
    public var body: String
    /// The staff numbers of the people whom the body names by id.
    public var people: [String: String]?
    /// The numbers of the cases that the body names by id.
    public var cases: [String: String]?
    /// The hash of the entry in its maker's journal, hexadecimal.
    public var hash: String
    /// The last entry of the other side that its maker knew then.
    public var seen: Int64?
    /// The number that the same entry has in the recipient's journal, where it came from. Nothing else is repeated.
    public var echo: Int64?

    public init(
        seq: Int64, at: Int64, actor: String, about: String, subject: String, kind: String, body: String,
        people: [String: String]? = nil, cases: [String: String]? = nil, hash: String, seen: Int64? = nil,
        echo: Int64? = nil
    ) {
        self.seq = seq
        self.at = at
        self.actor = actor
        self.about = about
        self.subject = subject
        self.kind = kind
        self.body = body
        self.people = people
        self.cases = cases
        self.hash = hash
        self.seen = seen
        self.echo = echo
    }
}

/// What stood in an entry's way when it came.
public struct RelayObstacle: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// The rules of a case's life do not allow it as the case stands here.
        case refused
        /// The other side has done the same kind of thing meanwhile.
        case doneHere = "done-here"
        /// It rests on an entry that was not taken over either.
        case restsOnTask = "rests-on-task"
        /// Somebody else has the case meanwhile.
        case holderMoved = "holder-moved"
        case numberTaken = "number-taken"
        case caseUnknown = "case-unknown"
        case personUnknown = "person-unknown"
        /// The site works for another village than the case, or than who acted (``RelayObstacle/actorRule``).
        case otherVillage = "other-village"
        /// This program does not know such entries.
        case unreadable
        /// What it says is known already: nothing is to be done.
        case knownAlready = "known-already"
        /// There is something newer: nothing is to be done.
        case older
    }

    /// The ``rule`` of an entry in the name of somebody who does not work at the village that tells it.
    public static let actorRule = "actor"

    public var kind: Kind
    /// The name of the guard in the table of a case's life, such as `wrongState`.
    public var rule: String?
    /// How the case stood.
    public var state: CaseState?

    public init(_ kind: Kind, rule: String? = nil, state: CaseState? = nil) {
        self.kind = kind
        self.rule = rule
        self.state = state
    }

    /// Whether a person has to look at it.
    public var needsPerson: Bool { kind != .knownAlready && kind != .older }
}

/// An entry of a village that the township could not simply take over: what came, what stood in its way, what was done.
public struct RelayTask: Hashable, Codable, Sendable {
    public enum Status: String, Hashable, Codable, CaseIterable, Sendable {
        /// The village sees it coming: the township does not know the entry yet.
        case expected
        case open
        /// Nothing has to be done; kept so that it is not lost.
        case noted
        case applied, dropped
        /// Nothing stands in its way any more.
        case lifted
    }

    /// What a person decided.
    public struct Settlement: Hashable, Codable, Sendable {
        /// Staff number and name.
        public var by: String
        public var name: String
        public var at: Instant
        public var reason: String
        /// The number that the entry got in the township's journal.
        public var row: Int64?

        public init(by: String, name: String, at: Instant, reason: String, row: Int64? = nil) {
            self.by = by
            self.name = name
            self.at = at
            self.reason = reason
            self.row = row
        }
    }

    /// The village's site.
    public var site: String
    public var entry: RelayEntry
    public var obstacle: RelayObstacle
    public var status: Status
    /// The last entry of the township's journal before it was opened there; `Int64.max` while it is only expected.
    public var after: Int64
    /// The bundle that brought it.
    public var bundle: Int
    public var settlement: Settlement?

    public init(
        site: String, entry: RelayEntry, obstacle: RelayObstacle, status: Status, after: Int64, bundle: Int
    ) {
        self.site = site
        self.entry = entry
        self.obstacle = obstacle
        self.status = status
        self.after = after
        self.bundle = bundle
    }

    /// Whether somebody still has to do something about it.
    public var isOpen: Bool { status == .open || status == .expected }
}
