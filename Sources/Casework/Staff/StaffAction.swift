/// What can be done about the people of an office, and who may do it.
public enum StaffAction: String, Hashable, CaseIterable, Sendable {
    case enrol, change, waive, appoint
    /// Naming who stands in for somebody.
    case standIn = "stand-in"
    case handOver = "hand-over"
    case leave
    case recordFinding = "record-finding"
    case verifyFinding = "verify-finding"
    case grantAppeal = "grant-appeal"
    case enterMoney = "enter-money"
    case decideLeave = "decide-leave"
    case correctSession = "correct-session"
    case exceptDuty = "except-duty"
    /// Setting and unlocking other people's PINs.
    case keepPINs = "keep-pins"
    /// Ending the kiosk at the door.
    case closeKiosk = "close-kiosk"
    /// Writing down what an inspection found.
    case inspect
    /// Writing down a training session.
    case holdTraining = "hold-training"
    /// Marking what a service point has.
    case assessPoint = "assess-point"
    /// Deciding whether somebody is kept, replaced or dismissed.
    case decideTenure = "decide-tenure"
}

extension Role {
    /// The one table of who may do what about people.
    ///
    /// Reviewers, who in a small office are all the centre has, keep the roster; findings may be recorded by those who
    /// supervise (建政发〔2022〕33号 二(四)4; 内放办〔2022〕3号 六); an appeal is granted by who leads, not by who found, and
    /// who supervises also says who stays (内放办〔2022〕3号 五(五)).
    public func may(_ action: StaffAction) -> Bool {
        switch self {
        case .reviewer:
            [
                .enrol, .change, .waive, .appoint, .standIn, .handOver, .leave, .recordFinding, .verifyFinding,
                .enterMoney, .decideLeave, .correctSession, .exceptDuty, .keepPINs, .closeKiosk, .inspect,
                .holdTraining, .assessPoint,
            ]
            .contains(action)
        case .supervisor:
            [
                .enrol, .change, .appoint, .standIn, .handOver, .leave, .recordFinding, .verifyFinding, .decideLeave,
                .correctSession, .exceptDuty, .keepPINs, .closeKiosk, .inspect, .holdTraining, .assessPoint,
                .decideTenure,
            ]
            .contains(action)
        case .director: true
        case .countyOffice:
            [.recordFinding, .verifyFinding, .grantAppeal, .inspect, .holdTraining, .assessPoint, .decideTenure]
                .contains(action)
        case .agent, .collector, .bankAuxiliary, .windowClerk, .departmentLiaison: false
        }
    }
}
