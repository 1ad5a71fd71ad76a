/// A campaign: one matter that the county has done for everybody whom it concerns (上级交办; 武政管办〔2022〕36号 第八条).
///
/// The county opens it with a date, the township hands it to its villages, there it becomes one case per resident, and
/// the county closes it with a summary. A value: it changes only by ``apply(_:at:by:)``.
public struct Campaign: Hashable, Codable, Sendable {
    /// A village that has it in hand.
    public struct Handing: Hashable, Codable, Sendable {
        public var village: String
        public var at: Instant
        public var by: StaffID
    }

    public struct Closing: Hashable, Codable, Sendable {
        public var summary: String
        public var at: Instant
        public var by: StaffID
    }

    public let code: String
    public let title: String
    /// The service item, as it is called.
    public let item: String
    /// The item as the lists had it when the campaign was opened.
    public let listedItem: Intake.ListedItem?
    /// Who gave it.
    public let department: String
    /// The day by whose end it shall be done.
    public let due: CivilDate
    /// Whom it concerns, in the order of the centre.
    public let villages: [String]
    public let openedAt: Instant
    public let openedBy: StaffID
    public private(set) var handings: [Handing]
    public private(set) var closing: Closing?

    public init(_ opened: CampaignEvent.Opened, at instant: Instant, by actor: StaffID) {
        code = opened.code
        title = opened.title
        item = opened.item
        listedItem = opened.listedItem
        department = opened.department
        due = opened.due
        villages = opened.villages
        openedAt = instant
        openedBy = actor
        handings = []
    }

    public var isClosed: Bool { closing != nil }

    public func isHanded(to village: String) -> Bool { handings.contains { $0.village == village } }

    /// The only place where a campaign changes.
    public mutating func apply(_ event: CampaignEvent, at instant: Instant, by actor: StaffID) {
        switch event {
        case .opened: break
        case .handed(let handed):
            for village in handed.villages where !isHanded(to: village) {
                handings.append(Handing(village: village, at: instant, by: actor))
            }
        case .closed(let closed): closing = Closing(summary: closed.summary, at: instant, by: actor)
        }
    }

    /// The end of its day, as a clock of each of its cases. What it rests on is the order itself.
    public func target(from start: Instant, rules: Rules) -> Deadline {
        let warnBefore = rules.rulebook.completion.warnBefore
        let due = rules.offset.instant(due, minute: 1_440)
        let rule = ClockRule(
            kind: .target, limit: 0, unit: .hours, skip: .nothing, warnBefore: warnBefore,
            clause: "\(department)《\(title)》")
        return Deadline(
            rule: rule, start: start, due: due, warnAt: due.advanced(minutes: -warnBefore), isProvisional: false)
    }

    /// What makes a resident's case one of this campaign.
    public func intake(of applicant: Intake.Applicant, in village: String, at now: Instant) -> Intake {
        var intake = Intake(
            kind: .agency, origin: .campaign, item: item, village: village, applicant: applicant, submittedAt: now)
        intake.listedItem = listedItem
        intake.campaign = code
        return intake
    }

    /// The name of the `number`-th campaign of that year, such as `ZX2026-03`.
    public static func code(year: Int, number: Int) -> String { "ZX\(padded(year, 4))-\(padded(number, 2))" }
}

/// What happened to a campaign: facts that the journal keeps.
public enum CampaignEvent: Hashable, Sendable {
    case opened(Opened)
    case handed(Handed)
    case closed(Closed)

    public struct Opened: Hashable, Codable, Sendable {
        public var code: String
        public var title: String
        public var item: String
        public var listedItem: Intake.ListedItem?
        public var department: String
        public var due: CivilDate
        public var villages: [String]
    }

    public struct Handed: Hashable, Codable, Sendable {
        public var code: String
        public var villages: [String]
    }

    public struct Closed: Hashable, Codable, Sendable {
        public var code: String
        public var summary: String
    }

    public var code: String {
        switch self {
        case .opened(let opened): opened.code
        case .handed(let handed): handed.code
        case .closed(let closed): closed.code
        }
    }
}
