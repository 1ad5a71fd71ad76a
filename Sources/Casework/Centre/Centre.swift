/// The township service centre itself: its name, the letters of its case numbers, its civil time, its villages and items.
public struct Centre: Hashable, Codable, Sendable {
    public var name: String
    /// The letters that case numbers begin with.
    public var prefix: String
    public var offset: UTCOffset

    public init(name: String, prefix: String, offset: UTCOffset) {
        self.name = name
        self.prefix = prefix
        self.offset = offset
    }
}

/// What the journal keeps about the centre.
public enum CentreEvent: Hashable, Sendable {
    case founded(Centre)
    case villageAdded(VillageAdded)
    /// An item by its name alone, as imports bring them.
    case itemListed(ItemListed)
    /// What happened to the lists of service items.
    case item(ItemEvent)
    case calendarChanged(CalendarChange)
    /// What happened to a campaign.
    case campaign(CampaignEvent)
    /// Whether messages are sent from now on.
    case messagesSwitched(MessageSwitch)
    case anchorSigned(AnchorSigned)
    case rulebookAdopted(RulebookAdopted)
    case projectionsRebuilt(ProjectionsRebuilt)

    public struct VillageAdded: Hashable, Codable, Sendable {
        public var name: String

        public init(name: String) { self.name = name }
    }

    public struct ItemListed: Hashable, Codable, Sendable {
        public var name: String

        public init(name: String) { self.name = name }
    }

    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        case founded, villageAdded, itemListed, calendarChanged
        case serviceItemListed, serviceItemRevised, serviceItemWithdrawn, serviceItemClaimed, serviceItemGivenBack
        case campaignOpened, campaignHanded, campaignClosed
        case messagesSwitched
        case anchorSigned, rulebookAdopted, projectionsRebuilt
    }

    public var kind: Kind {
        switch self {
        case .founded: .founded
        case .villageAdded: .villageAdded
        case .itemListed: .itemListed
        case .calendarChanged: .calendarChanged
        case .item(.listed): .serviceItemListed
        case .item(.revised): .serviceItemRevised
        case .item(.withdrawn): .serviceItemWithdrawn
        case .item(.claimed): .serviceItemClaimed
        case .item(.givenBack): .serviceItemGivenBack
        case .campaign(.opened): .campaignOpened
        case .campaign(.handed): .campaignHanded
        case .campaign(.closed): .campaignClosed
        case .messagesSwitched: .messagesSwitched
        case .anchorSigned: .anchorSigned
        case .rulebookAdopted: .rulebookAdopted
        case .projectionsRebuilt: .projectionsRebuilt
        }
    }
}
