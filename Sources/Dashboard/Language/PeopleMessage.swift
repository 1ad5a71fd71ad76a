import Casework

/// What the program says about the people of an office; a part of the message catalogue with a file for each language.
public enum PeopleMessage: Hashable, Sendable {
    case refusal(StaffRefusal)
    case action(StaffAction)
    case post(StaffPost)
    case kind(StaffKind)
    case education(Education)
    case watch(Watch)
    case admission(AdmissionFinding)
    case admissionSubject(AdmissionFinding.Subject)
    case step(AgentRules.AppointmentStep)
    case vacancy(StaffingCheck.Vacancy)
    case windowAlarm(WindowWatch.Alarm)
    case rosterChange(RosterChange.Kind)
    case conduct(ConductFinding.Kind)
    case hours(PublicCard.Hours)
    /// Documents are cited as they are called, in every language.
    case sources([RuleSource])

    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    static func sessions(_ sessions: [AgentRules.Duty.Session]) -> String {
        func clock(_ minute: Int) -> String {
            let (hour, rest) = (minute / 60, minute % 60)
            return "\(hour):\(rest < 10 ? "0" : "")\(rest)"
        }
        return sessions.map { "\(clock($0.from))–\(clock($0.to))" }.joined(separator: " ")
    }
}
