/// Everything that a screen in the service hall may show, read in one piece (平政办发〔2024〕14号 二(一)1(3);
/// 建政发〔2022〕33号 二(四)4).
///
/// The values have room for nothing else: no identity number, no phone of an applicant, no full name of one. Whoever draws
/// the wall cannot give away what never gets here.
public struct WallBoard: Hashable, Sendable {
    /// The most receipts; of more the newest are shown.
    public static let mostReceipts = 200

    /// When it was read, by the clock of the centre.
    public var readAt: Instant
    public var centre: String
    /// The offset of the centre's local time.
    public var offset: UTCOffset
    public var today: WallToday
    /// Villages with open cases, the worst first.
    public var villages: [WallVillage]
    /// Agents and window clerks, the villages in their order.
    public var agents: [WallAgent]
    /// The catalogue in force, by area and name.
    public var items: [WallItem]
    /// Approved and waiting for their applicants, the longest waiting first.
    public var ready: [WallReceipt]
    /// The circular of warnings by villages, without names; empty when nobody is warned.
    public var circular: [WallCircularLine]
    /// The notices that are up today, the newest first.
    public var notices: [NoticePosted]
    public var hours: WallHours
    /// Whom to call about how the centre works; `nil` where config.toml and the record name nobody.
    public var supervisionPhone: String?
    /// Of when the newest entry of the record is.
    public var newestEntry: Instant?

    public init(
        readAt: Instant, centre: String, offset: UTCOffset, today: WallToday, villages: [WallVillage] = [],
        agents: [WallAgent] = [], items: [WallItem] = [], ready: [WallReceipt] = [], circular: [WallCircularLine] = [],
        notices: [NoticePosted] = [], hours: WallHours, supervisionPhone: String? = nil, newestEntry: Instant? = nil
    ) {
        self.readAt = readAt
        self.centre = centre
        self.offset = offset
        self.today = today
        self.villages = villages
        self.agents = agents
        self.items = items
        self.ready = ready
        self.circular = circular
        self.notices = notices
        self.hours = hours
        self.supervisionPhone = supervisionPhone
        self.newestEntry = newestEntry
    }
}

/// How the work of the last days went.
public struct WallToday: Hashable, Sendable {
    /// What one day of the centre brought.
    public struct Day: Hashable, Sendable {
        public var date: CivilDate
        public var received: Int
        public var accepted: Int
        public var completed: Int

        public init(date: CivilDate, received: Int, accepted: Int, completed: Int) {
            self.date = date
            self.received = received
            self.accepted = accepted
            self.completed = completed
        }
    }

    /// The last days, the oldest first; the last one is today.
    public var days: [Day]
    /// From the registration to the completion, in minutes, over what was completed in ``days``; `nil` when nothing was.
    public var averageMinutes: Int?
    /// Of what was completed in ``days``, how many were in time; `nil` when nothing was completed.
    public var onTime: Share?

    public struct Share: Hashable, Sendable {
        public var part: Int
        public var whole: Int

        public init(part: Int, whole: Int) {
            self.part = part
            self.whole = whole
        }
    }

    public init(days: [Day], averageMinutes: Int? = nil, onTime: Share? = nil) {
        self.days = days
        self.averageMinutes = averageMinutes
        self.onTime = onTime
    }
}

/// The open cases of one village, as numbers.
public struct WallVillage: Hashable, Sendable {
    public var name: String
    public var open: Int
    /// With a clock that comes to its mark soon.
    public var near: Int
    public var overdue: Int

    public init(name: String, open: Int, near: Int, overdue: Int) {
        self.name = name
        self.open = open
        self.near = near
        self.overdue = overdue
    }
}

/// One agent on the board of duty: the public card, and whether somebody is there.
public struct WallAgent: Hashable, Sendable {
    public enum Presence: Hashable, Sendable {
        /// Checked in and not out again.
        case present
        /// Due now and not there.
        case absent
        case onLeave
        /// No session runs now.
        case offDuty
        /// Due now, in a village whose entries come by file: whether they are there is not known yet.
        case scheduled
    }

    public var village: String
    public var card: PublicCard
    public var presence: Presence
    /// Who does the work now, by the public card, when it is somebody else (AB 岗).
    public var standIn: PublicCard?
    /// Whether that one is there.
    public var isStandInThere: Bool

    public init(
        village: String, card: PublicCard, presence: Presence, standIn: PublicCard? = nil, isStandInThere: Bool = false
    ) {
        self.village = village
        self.card = card
        self.presence = presence
        self.standIn = standIn
        self.isStandInThere = isStandInThere
    }
}

/// What the hall promises about one service item.
public struct WallItem: Hashable, Sendable {
    public var item: ServiceItem

    public init(item: ServiceItem) { self.item = item }
}

/// Something that lies ready for its applicant.
public struct WallReceipt: Hashable, Sendable {
    /// The number on the receipt.
    public var number: String
    /// Masked (``Masking/name(_:)``).
    public var name: String
    public var village: String
    /// Since when.
    public var since: Instant

    public init(number: String, name: String, village: String, since: Instant) {
        self.number = number
        self.name = name
        self.village = village
        self.since = since
    }
}

/// A line of the circular of warnings (武政管办〔2022〕36号 第十一条).
public struct WallCircularLine: Hashable, Sendable {
    public var village: String
    /// Cases with a yellow mark, and with a red one.
    public var yellow: Int
    public var red: Int

    public init(village: String, yellow: Int, red: Int) {
        self.village = village
        self.yellow = yellow
        self.red = red
    }
}

/// When the hall is open.
public struct WallHours: Hashable, Sendable {
    /// One day and its sessions; none on a day off.
    public struct Day: Hashable, Sendable {
        public var date: CivilDate
        public var sessions: [AgentRules.Duty.Session]
        /// The name of the day off or of the make-up day, where the calendar has one.
        public var name: String?

        public init(date: CivilDate, sessions: [AgentRules.Duty.Session], name: String? = nil) {
            self.date = date
            self.sessions = sessions
            self.name = name
        }
    }

    /// Today and the six days after it.
    public var week: [Day]
    /// The next days off that are no usual weekend, and make-up days, after today.
    public var next: [Day]

    public init(week: [Day], next: [Day] = []) {
        self.week = week
        self.next = next
    }
}
