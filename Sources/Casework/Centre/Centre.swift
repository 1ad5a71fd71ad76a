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
    /// A backup took the place of the record.
    case restored(RecordRestored)
    /// Personal data left the record unmasked, for a file.
    case dataExported(DataExport)
    /// The exchange with villages by file.
    case relay(RelayEvent)
    case anchorSigned(AnchorSigned)
    /// A kept file of anchors begins anew after a restore.
    case anchorsRestarted(AnchorsRestarted)
    case rulebookAdopted(RulebookAdopted)
    case projectionsRebuilt(ProjectionsRebuilt)
    /// A village has no duty, or other hours, for a day or more.
    case dutyExcepted(DutyException)
    /// A village handed in its monthly summary.
    case summaryHandedIn(SummaryHandedIn)
    /// What is paid, and the quarterly sheets.
    case pay(PayEvent)
    /// How large a village is, and how far away.
    case villageDescribed(VillageFacts)
    case inspected(Inspection)
    case trainingHeld(TrainingHeld)
    case pointAssessed(PointAssessment)
    /// What happened to a notice in the hall.
    case notice(NoticeEvent)

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
        case restored
        case dataExported
        case relayIntroduced, relayAdmitted, relayRevoked, relayExported, relayImported, relayHeld, relayTask
        case anchorSigned, anchorsRestarted, rulebookAdopted, projectionsRebuilt
        case dutyExcepted
        case summaryHandedIn, payRateSet, allowancePrepared, allowanceReviewed, allowanceReturned, allowanceSigned
        case villageDescribed
        case inspected, trainingHeld, pointAssessed
        case noticePosted, noticeRemoved
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
        case .restored: .restored
        case .dataExported: .dataExported
        case .relay(.introduced): .relayIntroduced
        case .relay(.admitted): .relayAdmitted
        case .relay(.revoked): .relayRevoked
        case .relay(.exported): .relayExported
        case .relay(.imported): .relayImported
        case .relay(.held): .relayHeld
        case .relay(.task): .relayTask
        case .anchorSigned: .anchorSigned
        case .anchorsRestarted: .anchorsRestarted
        case .rulebookAdopted: .rulebookAdopted
        case .projectionsRebuilt: .projectionsRebuilt
        case .dutyExcepted: .dutyExcepted
        case .summaryHandedIn: .summaryHandedIn
        case .pay(.rateSet): .payRateSet
        case .pay(.prepared): .allowancePrepared
        case .pay(.reviewed): .allowanceReviewed
        case .pay(.returned): .allowanceReturned
        case .pay(.signed): .allowanceSigned
        case .villageDescribed: .villageDescribed
        case .inspected: .inspected
        case .trainingHeld: .trainingHeld
        case .pointAssessed: .pointAssessed
        case .notice(.posted): .noticePosted
        case .notice(.removed): .noticeRemoved
        }
    }
}
