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

extension CaseEvent {
    fileprivate func body() throws -> String {
        switch self {
        case .registered(let value): try CanonicalJSON.text(value)
        case .accepted(let value): try CanonicalJSON.text(value)
        case .declined(let value): try CanonicalJSON.text(value)
        case .completed(let value): try CanonicalJSON.text(value)
        case .approved(let value): try CanonicalJSON.text(value)
        case .rejected(let value): try CanonicalJSON.text(value)
        case .reassigned(let value): try CanonicalJSON.text(value)
        case .urged(let value): try CanonicalJSON.text(value)
        case .revealed(let value): try CanonicalJSON.text(value)
        case .undone(let value): try CanonicalJSON.text(value)
        }
    }

    init(kind name: String, body: String) throws {
        guard let kind = Kind(rawValue: name) else { throw UnknownKind(name: name) }
        switch kind {
        case .registered: self = .registered(try CanonicalJSON.value(Registration.self, from: body))
        case .accepted: self = .accepted(try CanonicalJSON.value(Acceptance.self, from: body))
        case .declined: self = .declined(try CanonicalJSON.value(Decline.self, from: body))
        case .completed: self = .completed(try CanonicalJSON.value(Completion.self, from: body))
        case .approved: self = .approved(try CanonicalJSON.value(Approval.self, from: body))
        case .rejected: self = .rejected(try CanonicalJSON.value(Rejection.self, from: body))
        case .reassigned: self = .reassigned(try CanonicalJSON.value(Reassignment.self, from: body))
        case .urged: self = .urged(try CanonicalJSON.value(Urging.self, from: body))
        case .revealed: self = .revealed(try CanonicalJSON.value(Reveal.self, from: body))
        case .undone: self = .undone(try CanonicalJSON.value(Undo.self, from: body))
        }
    }
}

extension StaffEvent {
    fileprivate func body() throws -> String {
        switch self {
        case .enrolled(let value): try CanonicalJSON.text(value)
        case .leaveTaken(let value): try CanonicalJSON.text(value)
        case .checkedIn, .checkedOut: "{}"
        }
    }

    fileprivate init(kind name: String, body: String) throws {
        guard let kind = Kind(rawValue: name) else { throw UnknownKind(name: name) }
        switch kind {
        case .enrolled: self = .enrolled(try CanonicalJSON.value(StaffMember.self, from: body))
        case .checkedIn: self = .checkedIn
        case .checkedOut: self = .checkedOut
        case .leaveTaken: self = .leaveTaken(try CanonicalJSON.value(LeaveTaken.self, from: body))
        }
    }
}

extension CentreEvent {
    fileprivate func body() throws -> String {
        switch self {
        case .founded(let value): try CanonicalJSON.text(value)
        case .villageAdded(let value): try CanonicalJSON.text(value)
        case .itemListed(let value): try CanonicalJSON.text(value)
        case .item(.listed(let value)), .item(.revised(let value)): try CanonicalJSON.text(value)
        case .item(.withdrawn(let value)), .item(.givenBack(let value)): try CanonicalJSON.text(value)
        case .item(.claimed(let value)): try CanonicalJSON.text(value)
        }
    }

    fileprivate init(kind name: String, body: String) throws {
        guard let kind = Kind(rawValue: name) else { throw UnknownKind(name: name) }
        switch kind {
        case .founded: self = .founded(try CanonicalJSON.value(Centre.self, from: body))
        case .villageAdded: self = .villageAdded(try CanonicalJSON.value(VillageAdded.self, from: body))
        case .itemListed: self = .itemListed(try CanonicalJSON.value(ItemListed.self, from: body))
        case .serviceItemListed: self = .item(.listed(try CanonicalJSON.value(ServiceItem.self, from: body)))
        case .serviceItemRevised: self = .item(.revised(try CanonicalJSON.value(ServiceItem.self, from: body)))
        case .serviceItemWithdrawn: self = .item(.withdrawn(try CanonicalJSON.value(ItemEvent.Ending.self, from: body)))
        case .serviceItemClaimed: self = .item(.claimed(try CanonicalJSON.value(ItemEvent.Claim.self, from: body)))
        case .serviceItemGivenBack: self = .item(.givenBack(try CanonicalJSON.value(ItemEvent.Ending.self, from: body)))
        }
    }
}
