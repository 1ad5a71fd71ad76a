/// The rules of campaigns: who may do what with them, and when (武政管办〔2022〕36号 第八条).
public enum CampaignAction: String, Hashable, CaseIterable, Sendable {
    case open, hand, register, close
}

extension Role {
    /// The one table of who may do what with campaigns: the county opens and closes, the township hands on, whoever
    /// takes requests registers.
    public func may(_ action: CampaignAction) -> Bool {
        switch action {
        case .open: self == .countyOffice
        case .hand: self == .reviewer || self == .director
        case .register: mayRegister
        case .close: self == .countyOffice || self == .director
        }
    }
}

/// Why something may not be done with a campaign. The words are in the message catalogue.
public enum CampaignRefusal: Error, Hashable, Sendable {
    case notOnStaff
    case notPermitted(CampaignAction, Role)
    case unknown(String)
    case isClosed(String)
    /// The centre has no such village.
    case villageUnknown(String)
    /// The village is none of the campaign's.
    case notConcerned(String)
    /// The village has it already.
    case handedAlready(String)
    /// Every village has it.
    case nothingToHand
    /// The village has not got it yet.
    case notHanded(String)
    /// An agent registers the residents of the own village.
    case otherVillage(String)
    case noVillages
    case dueInThePast(CivilDate)
    /// The resident has a case in this campaign: that one.
    case registeredAlready(String)
    case unfit(EntryField, EntryField.Fault)
}

/// A campaign as somebody wants it.
public struct CampaignDraft: Hashable, Sendable {
    public var title: String
    public var item: String
    public var listedItem: Intake.ListedItem?
    public var department: String
    public var due: CivilDate
    /// All of the centre's when empty.
    public var villages: [String]

    public init(
        title: String, item: String, listedItem: Intake.ListedItem? = nil, department: String, due: CivilDate,
        villages: [String] = []
    ) {
        self.title = title
        self.item = item
        self.listedItem = listedItem
        self.department = department
        self.due = due
        self.villages = villages
    }
}

extension Campaign {
    /// - Parameters:
    ///   - known: the centre's villages, in their order.
    ///   - today: the civil day at the centre.
    public static func opening(
        _ draft: CampaignDraft, code: String, known: [String], today: CivilDate, by actor: Actor
    ) throws(CampaignRefusal) -> CampaignEvent {
        try require(.open, of: actor)
        for village in draft.villages where !known.contains(village) { throw .villageUnknown(village) }
        let villages = draft.villages.isEmpty ? known : known.filter(draft.villages.contains)
        guard !villages.isEmpty else { throw .noVillages }
        guard draft.due >= today else { throw .dueInThePast(draft.due) }
        return .opened(
            CampaignEvent.Opened(
                code: code, title: try checked(draft.title, .task), item: try checked(draft.item, .item),
                listedItem: draft.listedItem, department: try checked(draft.department, .office), due: draft.due,
                villages: villages))
    }

    /// - Parameter villages: all that have not got it yet when empty.
    public func handing(to villages: [String], by actor: Actor) throws(CampaignRefusal) -> CampaignEvent {
        try Self.require(.hand, of: actor)
        try requireOpen()
        for village in villages {
            guard self.villages.contains(village) else { throw .notConcerned(village) }
            guard !isHanded(to: village) else { throw .handedAlready(village) }
        }
        let wanted = self.villages.filter { villages.isEmpty ? !isHanded(to: $0) : villages.contains($0) }
        guard !wanted.isEmpty else { throw .nothingToHand }
        return .handed(CampaignEvent.Handed(code: code, villages: wanted))
    }

    public func closing(summary: String, by actor: Actor) throws(CampaignRefusal) -> CampaignEvent {
        try Self.require(.close, of: actor)
        try requireOpen()
        return .closed(CampaignEvent.Closed(code: code, summary: try Self.checked(summary, .finding)))
    }

    /// Whether `member` may register a resident of `village` now.
    public func permitRegistration(in village: String, by member: StaffMember) throws(CampaignRefusal) {
        try Self.require(.register, of: Actor(member))
        try requireOpen()
        guard villages.contains(village) else { throw .notConcerned(village) }
        guard isHanded(to: village) else { throw .notHanded(village) }
        if member.role == .agent, let own = member.village, own != village { throw .otherVillage(own) }
    }

    private func requireOpen() throws(CampaignRefusal) {
        guard !isClosed else { throw .isClosed(code) }
    }

    private static func require(_ action: CampaignAction, of actor: Actor) throws(CampaignRefusal) {
        guard actor.role.may(action) else { throw .notPermitted(action, actor.role) }
    }

    private static func checked(_ text: String, _ field: EntryField) throws(CampaignRefusal) -> String {
        do { return try field.fit(text) } catch { throw .unfit(field, error) }
    }
}
