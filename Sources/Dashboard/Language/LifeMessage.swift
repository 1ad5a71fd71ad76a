import Casework

/// What is said about the life of a case beside its state: materials, visits, branches, complaints and the rest, the list
/// of everything that can be done, and the forms for it.
public enum LifeMessage: Hashable, Sendable {
    /// What stands before a line of the detail.
    case field(LifeField)
    /// What stands before a field of a form.
    case label(LifeLabel)

    // Lines of the detail; texts in them are masked already
    case direction(Intake.Direction)
    case names([String])
    case stillMissing([String], since: String)
    case supplied([String], on: String)
    case fee(fen: Int, basis: String, receipt: String)
    case verified(by: String, isConfirmed: Bool, finding: String)
    case forwarded(office: String, on: String, papers: String)
    case result(String)
    case noResult
    case branch(Int, department: String, task: String, result: String?)
    case help(Int, HelpRequest.Level, to: String, question: String, answer: String?)
    case visitAsked(String)
    case visitPlanned(String, place: String, materials: String?)
    case visitRefused(String)
    case visitArrived(String)
    case visitEnded(deliversLater: Bool)
    case waiting(reason: String, condition: String)
    case leg(holder: String, from: String, until: String?)
    case signed(by: String)
    case rating(level: Int, Rating.Channel, [Rating.Service], words: String?)
    case followedUp(String)
    case followUpOpen
    case complaint(Int, Complaint.Subject, words: String)
    case complaintOpen
    case complaintDecided(isUpheld: Bool, finding: String)
    case fault(isOwn: Bool, reason: String)
    case lastTold(String)

    // Words
    case ground(Decline.Ground)
    case level(HelpRequest.Level)
    case channel(Rating.Channel)
    case service(Rating.Service)
    case subject(Complaint.Subject)
    case stars(Int)
    case confirmed(Bool)
    case ownFault(Bool)
    case materialsChecked
    case deliversLater

    // The list of everything that can be done, and its forms
    case menuTitle
    case menuHint
    case send(CaseCommand.Kind)
    case done(CaseCommand.Kind, number: String)
    case listPlaceholder
    case timePlaceholder
    case unreadableTime
    case unreadableAmount
    case unreadableDays
    case pleaseChoose
    case pleaseTick
    case declineMore
}

/// The facts of a case that the detail names besides ``DetailField``.
public enum LifeField: Hashable, CaseIterable, Sendable {
    case authorisation, firstAsked, collector, direction, missing, originals, verification, forwarding, branch, help,
        visit, waiting, legs,
        told
    case fees, answer, delivery, rating, complaint, fault, filed, redoOf, redoneBy
}

/// What the forms of a case's life ask for besides ``EntryField``.
public enum LifeLabel: Hashable, CaseIterable, Sendable {
    case ground, rightOffice, missing, authorisation, materials, lateReason, again, originals, confirmed, papers
    case promisedDays, helper, department, branch, level, asked, request, time, atHand, later, told, amount, stars
    case channel, services, words, subject, complaint, upheld, own, filedAt
}
