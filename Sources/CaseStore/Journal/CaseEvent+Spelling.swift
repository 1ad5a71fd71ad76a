import Casework

/// How the events of a case are spelt in the journal.
extension CaseEvent {
    /// Canonical JSON of what the event carries; `{}` when it carries nothing.
    func body() throws -> String {
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
        case .answered(let value): try CanonicalJSON.text(value)
        case .authorised(let value): try CanonicalJSON.text(value)
        case .supplementAsked(let value): try CanonicalJSON.text(value)
        case .supplemented(let value): try CanonicalJSON.text(value)
        case .originalsTaken(let value): try CanonicalJSON.text(value)
        case .originalsReturned(let value): try CanonicalJSON.text(value)
        case .verified(let value): try CanonicalJSON.text(value)
        case .forwarded(let value): try CanonicalJSON.text(value)
        case .resultReceived(let value): try CanonicalJSON.text(value)
        case .relayed(let value): try CanonicalJSON.text(value)
        case .branchOpened(let value): try CanonicalJSON.text(value)
        case .branchEnded(let value): try CanonicalJSON.text(value)
        case .helpAsked(let value): try CanonicalJSON.text(value)
        case .helpAnswered(let value): try CanonicalJSON.text(value)
        case .visitAsked(let value): try CanonicalJSON.text(value)
        case .visitPlanned(let value): try CanonicalJSON.text(value)
        case .visitRefused(let value): try CanonicalJSON.text(value)
        case .visitArrived: "{}"
        case .visitEnded(let value): try CanonicalJSON.text(value)
        case .setAside(let value): try CanonicalJSON.text(value)
        case .resumed(let value): try CanonicalJSON.text(value)
        case .fedBack(let value): try CanonicalJSON.text(value)
        case .feeTaken(let value): try CanonicalJSON.text(value)
        case .withdrawn(let value): try CanonicalJSON.text(value)
        case .delivered(let value): try CanonicalJSON.text(value)
        case .rated(let value): try CanonicalJSON.text(value)
        case .ratingFollowedUp(let value): try CanonicalJSON.text(value)
        case .complained(let value): try CanonicalJSON.text(value)
        case .complaintDecided(let value): try CanonicalJSON.text(value)
        case .faultDecided(let value): try CanonicalJSON.text(value)
        case .filed(let value): try CanonicalJSON.text(value)
        case .redone(let value): try CanonicalJSON.text(value)
        case .handedOver(let value): try CanonicalJSON.text(value)
        case .warned(let value): try CanonicalJSON.text(value)
        case .recomputed(let value): try CanonicalJSON.text(value)
        case .notified(let value): try CanonicalJSON.text(value)
        }
    }

    /// The kinds by their names in the journal: a look-up here takes a tenth of the comparisons that `Kind(rawValue:)` makes.
    private static let kinds = Dictionary(uniqueKeysWithValues: Kind.allCases.map { ($0.rawValue, $0) })

    init(kind name: String, body: JournalBody) throws {
        guard let kind = Self.kinds[name] else { throw UnknownKind(name: name) }
        func value<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
            try body.value(type)
        }
        switch kind {
        case .registered: self = .registered(try value())
        case .accepted: self = .accepted(try value())
        case .declined: self = .declined(try value())
        case .completed: self = .completed(try value())
        case .approved: self = .approved(try value())
        case .rejected: self = .rejected(try value())
        case .reassigned: self = .reassigned(try value())
        case .urged: self = .urged(try value())
        case .revealed: self = .revealed(try value())
        case .undone: self = .undone(try value())
        case .answered: self = .answered(try value())
        case .authorised: self = .authorised(try value())
        case .supplementAsked: self = .supplementAsked(try value())
        case .supplemented: self = .supplemented(try value())
        case .originalsTaken: self = .originalsTaken(try value())
        case .originalsReturned: self = .originalsReturned(try value())
        case .verified: self = .verified(try value())
        case .forwarded: self = .forwarded(try value())
        case .resultReceived: self = .resultReceived(try value())
        case .relayed: self = .relayed(try value())
        case .branchOpened: self = .branchOpened(try value())
        case .branchEnded: self = .branchEnded(try value())
        case .helpAsked: self = .helpAsked(try value())
        case .helpAnswered: self = .helpAnswered(try value())
        case .visitAsked: self = .visitAsked(try value())
        case .visitPlanned: self = .visitPlanned(try value())
        case .visitRefused: self = .visitRefused(try value())
        case .visitArrived: self = .visitArrived
        case .visitEnded: self = .visitEnded(try value())
        case .setAside: self = .setAside(try value())
        case .resumed: self = .resumed(try value())
        case .fedBack: self = .fedBack(try value())
        case .feeTaken: self = .feeTaken(try value())
        case .withdrawn: self = .withdrawn(try value())
        case .delivered: self = .delivered(try value())
        case .rated: self = .rated(try value())
        case .ratingFollowedUp: self = .ratingFollowedUp(try value())
        case .complained: self = .complained(try value())
        case .complaintDecided: self = .complaintDecided(try value())
        case .faultDecided: self = .faultDecided(try value())
        case .filed: self = .filed(try value())
        case .redone: self = .redone(try value())
        case .handedOver: self = .handedOver(try value())
        case .warned: self = .warned(try value())
        case .recomputed: self = .recomputed(try value())
        case .notified: self = .notified(try value())
        }
    }
}
