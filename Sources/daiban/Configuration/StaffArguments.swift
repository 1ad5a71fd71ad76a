import ArgumentParser
import Casework

/// The values that the options of `daiban staff` take.

/// A day, `2026-11-20`.
struct DayArgument: ExpressibleByArgument {
    var date: CivilDate

    init?(argument: String) {
        guard let date = CivilDate(argument) else { return nil }
        self.date = date
    }
}

enum YesNo: String, ExpressibleByArgument, CaseIterable {
    case yes, no

    var isYes: Bool { self == .yes }
}

/// `age:REASON`, with a colon of either width.
struct WaiverArgument: ExpressibleByArgument {
    var subject: AdmissionFinding.Subject
    var reason: String

    init?(argument: String) {
        let parts = argument.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        guard parts.count == 2, let subject = AdmissionFinding.Subject(rawValue: String(parts[0])) else { return nil }
        self.subject = subject
        reason = String(parts[1])
    }
}

/// `21:3:1`: in favour, against, abstained.
struct VotesArgument: ExpressibleByArgument {
    var votes: AppointmentStepTaken.Votes

    init?(argument: String) {
        let numbers = argument.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }.map { Int($0) }
        guard numbers.count == 3, let inFavour = numbers[0], let against = numbers[1], let abstained = numbers[2],
            let votes = AppointmentStepTaken.Votes(inFavour: inFavour, against: against, abstained: abstained)
        else { return nil }
        self.votes = votes
    }
}

/// `石门村:三组`.
struct GroupArgument: ExpressibleByArgument {
    var group: StaffingCheck.Places.Group

    init?(argument: String) {
        let parts = argument.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }.map(String.init)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        group = StaffingCheck.Places.Group(village: parts[0], name: parts[1])
    }
}

extension StaffPost: ExpressibleByArgument {}
extension StaffKind: ExpressibleByArgument {}
extension Watch: ExpressibleByArgument {}
extension Education: ExpressibleByArgument {}
extension AdmissionFinding.Subject: ExpressibleByArgument {}
extension AgentRules.AppointmentStep: ExpressibleByArgument {}
