import Casework

/// What one journal entry says, and its spelling there: `kind` names the event, `body` is the JSON of what it carries.
///
/// The spelling is written out by hand and not derived from the enums, so that no change of a compiler or of a Swift
/// name can change a released record.
enum JournalFact: Hashable, Sendable {
    case `case`(CaseEvent)
    case staff(StaffEvent)
    case centre(CentreEvent)

    enum SubjectKind: String, Sendable {
        case `case`, staff, centre
    }

    var subjectKind: SubjectKind {
        switch self {
        case .case: .case
        case .staff: .staff
        case .centre: .centre
        }
    }

    var kind: String {
        switch self {
        case .case(let event): event.kind.rawValue
        case .staff(let event): event.kind.rawValue
        case .centre(let event): event.kind.rawValue
        }
    }

    /// Canonical JSON; `{}` for an event that carries nothing.
    func body() throws -> String {
        switch self {
        case .case(let event): try event.body()
        case .staff(let event): try event.body()
        case .centre(let event): try event.body()
        }
    }

    /// Reads an entry back.
    ///
    /// - Throws: ``UnreadableRecord`` naming the entry.
    init(subjectKind: String, kind: String, body: String, sequence: Int64) throws {
        do {
            switch SubjectKind(rawValue: subjectKind) {
            case .case: self = .case(try CaseEvent(kind: kind, body: body))
            case .staff: self = .staff(try StaffEvent(kind: kind, body: body))
            case .centre: self = .centre(try CentreEvent(kind: kind, body: body))
            case nil: throw UnknownKind(name: subjectKind)
            }
        } catch {
            throw UnreadableRecord(place: "journal entry \(sequence)", detail: "\(error)")
        }
    }
}

/// An entry of a kind that this program does not know.
struct UnknownKind: Error, CustomStringConvertible {
    var name: String

    var description: String { "unknown kind \(name)" }
}

extension StaffEvent {
    fileprivate func body() throws -> String {
        switch self {
        case .enrolled(let value): try CanonicalJSON.text(value)
        case .leaveTaken(let value): try CanonicalJSON.text(value)
        case .changed(let value): try CanonicalJSON.text(value)
        case .appointmentStep(let value): try CanonicalJSON.text(value)
        case .waived(let value): try CanonicalJSON.text(value)
        case .standInSet(let value): try CanonicalJSON.text(value)
        case .left(let value): try CanonicalJSON.text(value)
        case .handedOver(let value): try CanonicalJSON.text(value)
        case .findingRecorded(let value): try CanonicalJSON.text(value)
        case .findingVerified(let value): try CanonicalJSON.text(value)
        case .findingReversed(let value): try CanonicalJSON.text(value)
        case .findingFollowedUp(let value): try CanonicalJSON.text(value)
        case .checkedIn, .checkedOut, .standInEnded: "{}"
        }
    }

    init(kind name: String, body: String) throws {
        guard let kind = Kind(rawValue: name) else { throw UnknownKind(name: name) }
        switch kind {
        case .enrolled: self = .enrolled(try CanonicalJSON.value(StaffMember.self, from: body))
        case .checkedIn: self = .checkedIn
        case .checkedOut: self = .checkedOut
        case .leaveTaken: self = .leaveTaken(try CanonicalJSON.value(LeaveTaken.self, from: body))
        case .changed: self = .changed(try CanonicalJSON.value(StaffMember.self, from: body))
        case .appointmentStep: self = .appointmentStep(try CanonicalJSON.value(AppointmentStepTaken.self, from: body))
        case .waived: self = .waived(try CanonicalJSON.value(Waiver.self, from: body))
        case .standInSet: self = .standInSet(try CanonicalJSON.value(StandIn.self, from: body))
        case .standInEnded: self = .standInEnded
        case .left: self = .left(try CanonicalJSON.value(Departure.self, from: body))
        case .handedOver: self = .handedOver(try CanonicalJSON.value(Handover.self, from: body))
        case .findingRecorded: self = .findingRecorded(try CanonicalJSON.value(ConductFinding.self, from: body))
        case .findingVerified: self = .findingVerified(try CanonicalJSON.value(FindingVerified.self, from: body))
        case .findingReversed: self = .findingReversed(try CanonicalJSON.value(FindingReversed.self, from: body))
        case .findingFollowedUp: self = .findingFollowedUp(try CanonicalJSON.value(FindingFollowedUp.self, from: body))
        }
    }
}

extension CentreEvent {
    fileprivate func body() throws -> String {
        switch self {
        case .founded(let value): try CanonicalJSON.text(value)
        case .villageAdded(let value): try CanonicalJSON.text(value)
        case .calendarChanged(let value): try CanonicalJSON.text(value)
        case .itemListed(let value): try CanonicalJSON.text(value)
        case .item(.listed(let value)), .item(.revised(let value)): try CanonicalJSON.text(value)
        case .item(.withdrawn(let value)), .item(.givenBack(let value)): try CanonicalJSON.text(value)
        case .item(.claimed(let value)): try CanonicalJSON.text(value)
        case .campaign(.opened(let value)): try CanonicalJSON.text(value)
        case .campaign(.handed(let value)): try CanonicalJSON.text(value)
        case .campaign(.closed(let value)): try CanonicalJSON.text(value)
        case .messagesSwitched(let value): try CanonicalJSON.text(value)
        case .restored(let value): try CanonicalJSON.text(value)
        case .dataExported(let value): try CanonicalJSON.text(value)
        case .relay(.introduced(let value)): try CanonicalJSON.text(value)
        case .relay(.admitted(let value)): try CanonicalJSON.text(value)
        case .relay(.revoked(let value)): try CanonicalJSON.text(value)
        case .relay(.exported(let value)): try CanonicalJSON.text(value)
        case .relay(.imported(let value)): try CanonicalJSON.text(value)
        case .relay(.held(let value)): try CanonicalJSON.text(value)
        case .relay(.task(let value)): try CanonicalJSON.text(value)
        }
    }

    fileprivate init(kind name: String, body: String) throws {
        guard let kind = Kind(rawValue: name) else { throw UnknownKind(name: name) }
        switch kind {
        case .founded: self = .founded(try CanonicalJSON.value(Centre.self, from: body))
        case .villageAdded: self = .villageAdded(try CanonicalJSON.value(VillageAdded.self, from: body))
        case .calendarChanged: self = .calendarChanged(try CanonicalJSON.value(CalendarChange.self, from: body))
        case .itemListed: self = .itemListed(try CanonicalJSON.value(ItemListed.self, from: body))
        case .serviceItemListed: self = .item(.listed(try CanonicalJSON.value(ServiceItem.self, from: body)))
        case .serviceItemRevised: self = .item(.revised(try CanonicalJSON.value(ServiceItem.self, from: body)))
        case .serviceItemWithdrawn: self = .item(.withdrawn(try CanonicalJSON.value(ItemEvent.Ending.self, from: body)))
        case .serviceItemClaimed: self = .item(.claimed(try CanonicalJSON.value(ItemEvent.Claim.self, from: body)))
        case .serviceItemGivenBack: self = .item(.givenBack(try CanonicalJSON.value(ItemEvent.Ending.self, from: body)))
        case .campaignOpened:
            self = .campaign(.opened(try CanonicalJSON.value(CampaignEvent.Opened.self, from: body)))
        case .campaignHanded:
            self = .campaign(.handed(try CanonicalJSON.value(CampaignEvent.Handed.self, from: body)))
        case .campaignClosed:
            self = .campaign(.closed(try CanonicalJSON.value(CampaignEvent.Closed.self, from: body)))
        case .messagesSwitched: self = .messagesSwitched(try CanonicalJSON.value(MessageSwitch.self, from: body))
        case .restored: self = .restored(try CanonicalJSON.value(RecordRestored.self, from: body))
        case .dataExported: self = .dataExported(try CanonicalJSON.value(DataExport.self, from: body))
        case .relayIntroduced:
            self = .relay(.introduced(try CanonicalJSON.value(RelayEvent.Introduced.self, from: body)))
        case .relayAdmitted: self = .relay(.admitted(try CanonicalJSON.value(RelaySite.self, from: body)))
        case .relayRevoked: self = .relay(.revoked(try CanonicalJSON.value(RelayEvent.Revoked.self, from: body)))
        case .relayExported: self = .relay(.exported(try CanonicalJSON.value(RelayBundleMark.self, from: body)))
        case .relayImported: self = .relay(.imported(try CanonicalJSON.value(RelayEvent.Imported.self, from: body)))
        case .relayHeld: self = .relay(.held(try CanonicalJSON.value(RelayEvent.Held.self, from: body)))
        case .relayTask: self = .relay(.task(try CanonicalJSON.value(RelayTask.self, from: body)))
        }
    }
}
