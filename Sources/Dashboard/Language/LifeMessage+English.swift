import Casework

/// The English words of a case's life.
extension LifeMessage {
    var english: String {
        switch self {
        case .field(let field): field.english
        case .label(let label): label.english
        case .direction(.villageToCounty): "village to county"
        case .direction(.countyToVillage): "county to village"
        case .names(let names): names.joined(separator: ", ")
        case .stillMissing(let names, let since): "\(names.joined(separator: ", ")) (told \(since), not brought yet)"
        case .supplied(let names, let day): "\(names.joined(separator: ", ")) (complete \(day))"
        case .fee(let fen, let basis, let receipt):
            "\(CaseEvent.Said.amount(fen: fen).english(""))  basis \(basis)  receipt \(receipt)"
        case .verified(let cadre, let isConfirmed, let finding):
            "\(cadre): \(isConfirmed ? "true" : "not true")  \(finding)"
        case .forwarded(let office, let day, let papers): "\(office)  sent \(day)  \(papers)"
        case .result(let result): "result: \(result)"
        case .noResult: "no result yet"
        case .branch(let number, let department, let task, let result):
            "\(number) \(department): \(task)  \(result.map { "ended: \($0)" } ?? "under way")"
        case .help(let number, let level, let to, let question, let answer):
            "\(number) \(level.english) \(to): \(question)  \(answer.map { "answer: \($0)" } ?? "no answer yet")"
        case .visitAsked(let when): "asked for \(when), not planned yet"
        case .visitPlanned(let when, let place, let materials):
            "\(when)  \(place)\(materials.map { "  have ready: \($0)" } ?? "")"
        case .visitRefused(let reason): "refused: \(reason)"
        case .visitArrived(let when): "arrived \(when)"
        case .visitEnded(true): "ended; the rest is brought later"
        case .visitEnded(false): "ended"
        case .waiting(let reason, let condition): "\(reason)  until: \(condition)"
        case .leg(let holder, let from, let until): "\(holder)  \(from) to \(until ?? "now")"
        case .signed(let name): name.isEmpty ? "delivered" : "signed for by \(name)"
        case .rating(let level, let channel, let services, let words):
            ([LifeMessage.stars(level).english, channel.english] + services.map(\.english) + (words.map { [$0] } ?? []))
                .joined(separator: "  ")
        case .followedUp(let finding): "followed up: \(finding)"
        case .followUpOpen: "not followed up yet"
        case .complaint(let number, let subject, let words): "\(number) \(subject.english): \(words)"
        case .complaintOpen: "undecided"
        case .complaintDecided(let isUpheld, let finding): "\(isUpheld ? "upheld" : "not upheld"): \(finding)"
        case .fault(let isOwn, let reason): "\(isOwn ? "own fault" : "not the own fault"): \(reason)"
        case .lastTold(let when): "last \(when)"

        case .ground(let ground): ground.english
        case .level(let level): level.english
        case .channel(let channel): channel.english
        case .service(let service): service.english
        case .subject(let subject): subject.english
        case .stars(let level): ["1 very bad", "2 bad", "3 fair", "4 good", "5 very good"][min(max(level, 1), 5) - 1]
        case .confirmed(let isTrue): isTrue ? "true" : "not true"
        case .ownFault(let isOwn): isOwn ? "own fault" : "not the own fault"
        case .materialsChecked: "looked through"
        case .deliversLater: "the rest is brought later"

        case .menuTitle: "What can be done with this case"
        case .menuHint: "type to find   Enter take   Esc back"
        case .send(let kind): kind.english
        case .done(let kind, let number): "\(kind.englishPast) \(number)"
        case .listPlaceholder: "required; several with commas between"
        case .timePlaceholder: "2026-11-20 14:30, or 14:30 for today"
        case .unreadableTime: "Not a time; please write it like 2026-11-20 14:30"
        case .unreadableAmount: "Please give an amount in yuan, such as 12.50"
        case .unreadableDays: "Please give a number of working days, such as 5"
        case .pleaseChoose: "Please choose one"
        case .pleaseTick: "Please tick: nothing is accepted with its materials unchecked"
        case .declineMore: "Tab office, missing"
        }
    }
}

extension LifeField {
    var english: String {
        switch self {
        case .authorisation: "Authorised"
        case .firstAsked: "Asked first"
        case .collector: "Collector"
        case .direction: "Direction"
        case .missing: "Missing"
        case .originals: "Originals"
        case .verification: "Verified"
        case .forwarding: "Forwarded"
        case .branch: "Branch"
        case .help: "Help"
        case .visit: "Home visit"
        case .waiting: "Waiting"
        case .legs: "Relay"
        case .told: "Told"
        case .fees: "Fees"
        case .answer: "Answer"
        case .delivery: "Delivered"
        case .rating: "Rating"
        case .complaint: "Complaint"
        case .fault: "Fault"
        case .filed: "Filed at"
        case .redoOf: "Does again"
        case .redoneBy: "Redone as"
        }
    }
}

extension LifeLabel {
    var english: String {
        switch self {
        case .ground: "Ground"
        case .rightOffice: "Right office"
        case .missing: "Missing"
        case .authorisation: "Authorisation"
        case .materials: "Materials"
        case .lateReason: "Why late"
        case .again: "Why again"
        case .originals: "Originals"
        case .confirmed: "Found"
        case .papers: "Papers"
        case .promisedDays: "Promised days"
        case .helper: "Next helper"
        case .department: "Department"
        case .branch: "Branch"
        case .level: "Whom"
        case .asked: "Bank or office"
        case .request: "Request"
        case .time: "When"
        case .atHand: "To have ready"
        case .later: "The rest"
        case .told: "Told"
        case .amount: "Yuan"
        case .stars: "Rating"
        case .channel: "How it came"
        case .services: "Services"
        case .words: "Own words"
        case .subject: "About"
        case .complaint: "Complaint"
        case .upheld: "Found"
        case .own: "Fault"
        case .filedAt: "Put where"
        }
    }
}

extension Decline.Ground {
    var english: String {
        switch self {
        case .outOfScope: "out of scope"
        case .notQualified: "not qualified"
        case .policy: "forbidden by policy"
        }
    }
}

extension HelpRequest.Level {
    var english: String {
        switch self {
        case .bank: "bank"
        case .department: "department"
        case .leader: "department's leader"
        }
    }
}

extension Rating.Channel {
    var english: String {
        switch self {
        case .counter: "counter"
        case .phone: "phone"
        case .web: "web"
        case .qrCode: "QR code"
        case .hotline: "12345"
        }
    }
}

extension Rating.Service {
    var english: String {
        switch self {
        case .extendedHours: "extended hours"
        case .appointment: "appointment"
        case .postal: "postal"
        case .home: "home service"
        }
    }
}
