import Casework

/// What an activity of an event log stands for here: a step in a case's life, by the name that the journal gives it, or
/// nothing that belongs to it.
public enum LoggedActivity: String, Hashable, CaseIterable, Sendable {
    case registered, accepted, declined, supplementAsked, supplemented, forwarded, resultReceived, completed, approved
    case rejected, reassigned, urged, setAside, resumed, fedBack, withdrawn, delivered, rated, filed
    /// Belongs to another business: passed over.
    case skip

    /// Where each stands among all, as rows carry it.
    static let places = Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))
    /// In those places; `allCases` makes them anew each time.
    static let inPlaces = allCases
}

/// What one row of a log says about a step.
struct LoggedStep {
    var activity: LoggedActivity
    /// The log's own word for the activity.
    var word: String
    /// What somebody wrote with it.
    var text: String?
    /// Who did it, in the log's words.
    var resource: String?
    /// The member of the staff whom `resource` names by number.
    var person: StaffMember?
    /// The level of a rating.
    var level: Int?
    var channel: Rating.Channel

    /// What somebody wrote, or else the log's word: a reason of the journal is never empty.
    private var said: String { text ?? word }

    /// The command that this step was; `nil` for the registration, which begins the case, and for what is skipped.
    func command(on value: Case) throws(ImportRow.Fault) -> CaseCommand? {
        switch activity {
        case .registered, .skip: return nil
        case .accepted: return .accept(AcceptanceCheck(authorisation: nil, materialsChecked: true))
        case .declined: return .decline(Decline(reason: said))
        case .supplementAsked:
            return .askSupplement(
                missing: [said], note: nil, again: value.facts.supplements.isEmpty ? nil : said)
        case .supplemented: return .supplement
        case .forwarded: return .forward(office: resource ?? said, papers: said, promisedDays: nil)
        case .resultReceived: return .receiveResult(said)
        case .completed: return .complete(note: text ?? resource)
        case .approved: return .approve(note: text ?? resource)
        case .rejected: return .reject(reason: said)
        case .reassigned:
            guard let person else {
                throw ImportRow.Fault(column: "", reason: .unknownAgent, detail: resource ?? "")
            }
            return .reassign(to: person)
        case .urged: return .urge
        case .setAside: return .setAside(Waiting(reason: said, condition: said))
        case .resumed: return .resume
        case .fedBack: return .feedBack(said)
        case .withdrawn: return .withdraw(reason: said)
        case .delivered: return .deliver(Delivery(signedBy: "", note: text))
        case .rated: return .rate(Rating(level: level ?? 0, channel: channel, words: text))
        case .filed: return .file(place: said)
        }
    }
}
