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
            guard let subjectKind = SubjectKind(rawValue: subjectKind) else { throw UnknownKind(name: subjectKind) }
            var body = body
            self = try body.withUTF8 {
                try JournalFact(subjectKind: subjectKind, kind: kind, body: JournalBody(bytes: $0))
            }
        } catch {
            throw UnreadableRecord(place: "journal entry \(sequence)", error)
        }
    }

    /// - Throws: ``UnknownKind``, or what is wrong with the body.
    init(subjectKind: SubjectKind, kind: String, body: JournalBody) throws {
        switch subjectKind {
        case .case: self = .case(try CaseEvent(kind: kind, body: body))
        case .staff: self = .staff(try StaffEvent(kind: kind, body: body))
        case .centre: self = .centre(try CentreEvent(kind: kind, body: body))
        }
    }

    /// Whether some entry of this subject is called so, in its first spelling.
    static func isKnown(_ kind: String, of subjectKind: SubjectKind) -> Bool {
        switch subjectKind {
        case .case: CaseEvent.Kind(rawValue: kind) != nil
        case .staff: StaffEvent.Kind(rawValue: kind) != nil
        case .centre: CentreEvent.Kind(rawValue: kind) != nil
        }
    }
}

/// The body of an entry as bytes that somebody else keeps.
struct JournalBody {
    let bytes: UnsafeBufferPointer<UInt8>

    func value<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try CanonicalJSON.value(type, fromUTF8: bytes)
    }
}

/// An entry of a kind that this program does not know, or a known one in a later spelling.
///
/// The name of a kind ends in its spelling, as in `approved@2`; the first has no number.
struct UnknownKind: Error, CustomStringConvertible {
    var name: String

    /// What the entry is about, without the number.
    var base: String { String(name.prefix { $0 != "@" }) }
    /// The number behind the name, if there is one.
    var version: Int? {
        guard let mark = name.firstIndex(of: "@") else { return nil }
        return Int(name[name.index(after: mark)...])
    }

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
        case .moneyEntered(let value): try CanonicalJSON.text(value)
        case .cameIn(let value), .wentOut(let value): try CanonicalJSON.text(value)
        case .leaveAsked(let value): try CanonicalJSON.text(value)
        case .leaveGranted(let value), .leaveRefused(let value): try CanonicalJSON.text(value)
        case .sessionCorrected(let value): try CanonicalJSON.text(value)
        case .pinSet(let value): try CanonicalJSON.text(value)
        case .pinLocked(let value): try CanonicalJSON.text(value)
        case .findingAppealed(let value): try CanonicalJSON.text(value)
        case .appealRefused(let value): try CanonicalJSON.text(value)
        case .tenureDecided(let value): try CanonicalJSON.text(value)
        case .checkedIn, .checkedOut, .standInEnded, .pinUnlocked: "{}"
        }
    }

    init(kind name: String, body: JournalBody) throws {
        guard let kind = Kind(rawValue: name) else { throw UnknownKind(name: name) }
        switch kind {
        case .enrolled: self = .enrolled(try body.value(StaffMember.self))
        case .checkedIn: self = .checkedIn
        case .checkedOut: self = .checkedOut
        case .leaveTaken: self = .leaveTaken(try body.value(LeaveTaken.self))
        case .changed: self = .changed(try body.value(StaffMember.self))
        case .appointmentStep: self = .appointmentStep(try body.value(AppointmentStepTaken.self))
        case .waived: self = .waived(try body.value(Waiver.self))
        case .standInSet: self = .standInSet(try body.value(StandIn.self))
        case .standInEnded: self = .standInEnded
        case .left: self = .left(try body.value(Departure.self))
        case .handedOver: self = .handedOver(try body.value(Handover.self))
        case .findingRecorded, .findingEvidenced: self = .findingRecorded(try body.value(ConductFinding.self))
        case .findingAppealed: self = .findingAppealed(try body.value(FindingAppealed.self))
        case .appealRefused: self = .appealRefused(try body.value(AppealRefused.self))
        case .tenureDecided: self = .tenureDecided(try body.value(TenureDecision.self))
        case .findingVerified: self = .findingVerified(try body.value(FindingVerified.self))
        case .findingReversed: self = .findingReversed(try body.value(FindingReversed.self))
        case .findingFollowedUp: self = .findingFollowedUp(try body.value(FindingFollowedUp.self))
        case .moneyEntered: self = .moneyEntered(try body.value(MoneyEntry.self))
        case .cameIn: self = .cameIn(try body.value(AttendanceMark.self))
        case .wentOut: self = .wentOut(try body.value(AttendanceMark.self))
        case .leaveAsked: self = .leaveAsked(try body.value(LeaveRequest.self))
        case .leaveGranted: self = .leaveGranted(try body.value(LeaveDecision.self))
        case .leaveRefused: self = .leaveRefused(try body.value(LeaveDecision.self))
        case .sessionCorrected: self = .sessionCorrected(try body.value(SessionCorrection.self))
        case .pinSet: self = .pinSet(try body.value(PINSet.self))
        case .pinLocked: self = .pinLocked(try body.value(PINLocked.self))
        case .pinUnlocked: self = .pinUnlocked
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
        case .anchorSigned(let value): try CanonicalJSON.text(value)
        case .anchorsRestarted(let value): try CanonicalJSON.text(value)
        case .rulebookAdopted(let value): try CanonicalJSON.text(value)
        case .projectionsRebuilt(let value): try CanonicalJSON.text(value)
        case .dutyExcepted(let value): try CanonicalJSON.text(value)
        case .summaryHandedIn(let value): try CanonicalJSON.text(value)
        case .pay(.rateSet(let value)): try CanonicalJSON.text(value)
        case .pay(.prepared(let value)): try CanonicalJSON.text(value)
        case .pay(.reviewed(let value)), .pay(.returned(let value)), .pay(.signed(let value)):
            try CanonicalJSON.text(value)
        case .villageDescribed(let value): try CanonicalJSON.text(value)
        case .inspected(let value): try CanonicalJSON.text(value)
        case .trainingHeld(let value): try CanonicalJSON.text(value)
        case .pointAssessed(let value): try CanonicalJSON.text(value)
        case .notice(.posted(let value)): try CanonicalJSON.text(value)
        case .notice(.removed(let value)): try CanonicalJSON.text(value)
        }
    }

    fileprivate init(kind name: String, body: JournalBody) throws {
        guard let kind = Kind(rawValue: name) else { throw UnknownKind(name: name) }
        switch kind {
        case .founded: self = .founded(try body.value(Centre.self))
        case .villageAdded: self = .villageAdded(try body.value(VillageAdded.self))
        case .calendarChanged: self = .calendarChanged(try body.value(CalendarChange.self))
        case .itemListed: self = .itemListed(try body.value(ItemListed.self))
        case .serviceItemListed: self = .item(.listed(try body.value(ServiceItem.self)))
        case .serviceItemRevised: self = .item(.revised(try body.value(ServiceItem.self)))
        case .serviceItemWithdrawn: self = .item(.withdrawn(try body.value(ItemEvent.Ending.self)))
        case .serviceItemClaimed: self = .item(.claimed(try body.value(ItemEvent.Claim.self)))
        case .serviceItemGivenBack: self = .item(.givenBack(try body.value(ItemEvent.Ending.self)))
        case .campaignOpened:
            self = .campaign(.opened(try body.value(CampaignEvent.Opened.self)))
        case .campaignHanded:
            self = .campaign(.handed(try body.value(CampaignEvent.Handed.self)))
        case .campaignClosed:
            self = .campaign(.closed(try body.value(CampaignEvent.Closed.self)))
        case .messagesSwitched: self = .messagesSwitched(try body.value(MessageSwitch.self))
        case .anchorSigned: self = .anchorSigned(try body.value(AnchorSigned.self))
        case .anchorsRestarted: self = .anchorsRestarted(try body.value(AnchorsRestarted.self))
        case .rulebookAdopted: self = .rulebookAdopted(try body.value(RulebookAdopted.self))
        case .projectionsRebuilt: self = .projectionsRebuilt(try body.value(ProjectionsRebuilt.self))
        case .dutyExcepted: self = .dutyExcepted(try body.value(DutyException.self))
        case .summaryHandedIn: self = .summaryHandedIn(try body.value(SummaryHandedIn.self))
        case .payRateSet: self = .pay(.rateSet(try body.value(PaySetting.self)))
        case .allowancePrepared: self = .pay(.prepared(try body.value(AllowanceSheet.self)))
        case .allowanceReviewed: self = .pay(.reviewed(try body.value(AllowanceStep.self)))
        case .allowanceReturned: self = .pay(.returned(try body.value(AllowanceStep.self)))
        case .allowanceSigned: self = .pay(.signed(try body.value(AllowanceStep.self)))
        case .villageDescribed: self = .villageDescribed(try body.value(VillageFacts.self))
        case .inspected: self = .inspected(try body.value(Inspection.self))
        case .trainingHeld: self = .trainingHeld(try body.value(TrainingHeld.self))
        case .pointAssessed: self = .pointAssessed(try body.value(PointAssessment.self))
        case .noticePosted: self = .notice(.posted(try body.value(NoticePosted.self)))
        case .noticeRemoved: self = .notice(.removed(try body.value(NoticeRemoved.self)))
        case .restored: self = .restored(try body.value(RecordRestored.self))
        case .dataExported: self = .dataExported(try body.value(DataExport.self))
        case .relayIntroduced:
            self = .relay(.introduced(try body.value(RelayEvent.Introduced.self)))
        case .relayAdmitted: self = .relay(.admitted(try body.value(RelaySite.self)))
        case .relayRevoked: self = .relay(.revoked(try body.value(RelayEvent.Revoked.self)))
        case .relayExported: self = .relay(.exported(try body.value(RelayBundleMark.self)))
        case .relayImported: self = .relay(.imported(try body.value(RelayEvent.Imported.self)))
        case .relayHeld: self = .relay(.held(try body.value(RelayEvent.Held.self)))
        case .relayTask: self = .relay(.task(try body.value(RelayTask.self)))
        }
    }
}
