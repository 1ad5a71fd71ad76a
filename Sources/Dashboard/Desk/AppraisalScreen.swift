import CaseStore
import Casework
import TerminalKit

/// The appraisal of one person, month by month.
public struct AppraisalScreen: Hashable, Sendable {
    public let member: StaffMember
    public var month: CivilMonth
    /// `nil` until the store has answered.
    public var appraisal: Appraisal?
    /// Deciding on what the rules bring up.
    public var card: TenureCard?
}

extension DeskState {
    /// Whose appraisal the key means: who is selected among the agents, or whose cases are listed.
    var appraised: StaffMember? {
        switch screen {
        case .panes where focus == .agents:
            agentsPane.shown.first { $0.member.id == agentsPane.selected }?.member
        case .agentCases(let list): list.agent
        case .panes, .detail, .attendance: nil
        }
    }

    private var thisMonth: CivilMonth { CivilMonth(of: centre.offset.civil(now).date) }

    /// Who supervises sees everybody's, everybody else their own.
    var appraisalAvailability: Availability {
        guard let member = appraised else { return .unavailable(.appraisal(.notAnAgent)) }
        guard person.role.may(.recordFinding) || member.id == person.id else {
            return .unavailable(.appraisal(.ownOnly))
        }
        return .available
    }

    mutating func openAppraisal(_ effects: inout [DeskEffect]) {
        guard let member = appraised else { return }
        overlay = .appraisal(AppraisalScreen(member: member, month: thisMonth), top: 0)
        effects.append(.loadAppraisal(member.id, thisMonth))
    }

    /// Goes to another month; what has not begun has no appraisal.
    mutating func turnAppraisal(_ screen: AppraisalScreen, by months: Int, _ effects: inout [DeskEffect]) {
        let month = min(screen.month.advanced(by: months), thisMonth)
        guard month != screen.month else { return }
        overlay = .appraisal(AppraisalScreen(member: screen.member, month: month), top: 0)
        effects.append(.loadAppraisal(screen.member.id, month))
    }

    mutating func take(_ result: Result<Appraisal?, StoreError>, of person: StaffID, in month: CivilMonth) {
        guard case .appraisal(var screen, let top) = overlay, screen.member.id == person, screen.month == month else {
            return
        }
        switch result {
        case .success(let appraisal):
            screen.appraisal = appraisal
            overlay = .appraisal(screen, top: top)
        case .failure(let why):
            // What is typed on a card outlives a reading that failed.
            if screen.card == nil { overlay = nil }
            notice = Notice(message: .storeProblem(why), tone: .warning)
        }
    }
}
