import CaseStore
import Casework

/// The English words for single values of the domain; `Message+English.swift` puts them into sentences.

extension Counter {
    var english: String {
        switch self {
        case .pending: "Pending"
        case .near: "Near"
        case .overdue: "Overdue"
        case .inReview: "In review"
        }
    }
}

extension PaneID {
    var english: String {
        switch self {
        case .pending: "Pending acceptance"
        case .dueSoon: "Near deadline, overdue"
        case .inReview: "In review"
        case .agents: "Agents on duty"
        }
    }
}

extension PaneID {
    /// Short enough for four tabs on a line of 80 columns.
    var englishTab: String {
        switch self {
        case .pending: "Pending"
        case .dueSoon: "Deadlines"
        case .inReview: "In review"
        case .agents: "On duty"
        }
    }
}

extension Column {
    var english: String {
        switch self {
        case .number: "Number"
        case .applicant: "Name"
        case .item: "Item"
        case .village: "Village"
        case .agent: "Agent"
        case .state: "State"
        case .due: "Due"
        case .remaining: "Left"
        case .waiting: "Waits"
        case .flags: "Marks"
        case .presence: "Duty"
        case .since: "Since"
        case .inHand: "Held"
        case .overdue: "Late"
        }
    }
}

extension CaseState {
    var english: String {
        switch self {
        case .pending: "pending"
        case .accepted: "handling"
        case .inReview: "in review"
        case .returned: "returned"
        case .approved: "approved"
        case .declined: "declined"
        }
    }
}

extension Role {
    var english: String {
        switch self {
        case .agent: "Agent"
        case .collector: "Collector"
        case .bankAuxiliary: "Bank auxiliary"
        case .windowClerk: "Window clerk"
        case .departmentLiaison: "Department liaison"
        case .reviewer: "Reviewer"
        case .supervisor: "Supervisor"
        case .director: "Director"
        case .countyOffice: "County office"
        }
    }
}

extension Presence {
    var english: String {
        switch self {
        case .onDuty: "on duty"
        case .away: "away"
        case .leave: "leave"
        }
    }
}

extension Intake.Origin {
    var english: String {
        switch self {
        case .online: "online"
        case .phone: "by phone"
        case .walkIn: "walk-in"
        case .found: "found by the agent"
        case .campaign: "assigned from above"
        }
    }
}

extension Intake.ServiceKind {
    var english: String {
        switch self {
        case .agency: "agency"
        case .assistance: "assistance"
        case .window: "window"
        }
    }
}

extension ClockRule.Kind {
    var english: String {
        switch self {
        case .acceptance: "acceptance"
        case .completion: "completion"
        case .promise: "promise"
        case .forwarding: "forwarding"
        case .rework: "rework"
        case .holder: "holder"
        case .visitPlan: "visit plan"
        case .delivery: "delivery"
        case .feedback: "feedback"
        case .followUp: "follow-up"
        case .supplement: "supplement"
        case .target: "given target"
        }
    }
}

extension CaseEvent.Kind {
    var english: String {
        switch self {
        case .registered: "registered"
        case .accepted: "accepted"
        case .declined: "declined"
        case .completed: "handed to review"
        case .approved: "approved"
        case .rejected: "rejected"
        case .reassigned: "reassigned"
        case .urged: "urged"
        case .revealed: "masked data shown"
        case .undone: "undone"
        }
    }
}

extension CaseCommand.Kind {
    var english: String {
        switch self {
        case .accept: "Accept"
        case .decline: "Decline"
        case .complete: "Hand to review"
        case .approve: "Approve"
        case .reject: "Reject"
        case .reassign: "Reassign"
        case .urge: "Urge"
        case .reveal: "Show masked data"
        case .undo: "Undo"
        }
    }
}

extension CaseCommand.Kind {
    /// For the line after it is done.
    var englishPast: String {
        switch self {
        case .accept: "Accepted"
        case .decline: "Declined"
        case .complete: "Handed to review:"
        case .approve: "Approved"
        case .reject: "Rejected"
        case .reassign: "Reassigned"
        case .urge: "Urged the agent of"
        case .reveal: "Shown:"
        case .undo: "Undone:"
        }
    }

    /// What follows when the card is confirmed.
    var englishConsequence: String {
        switch self {
        case .accept: "The completion clock starts"
        case .decline: "The case ends; the reason is kept"
        case .approve: "The case is then complete"
        case .reject: "Back to its agent; the applicant's clock goes on"
        case .reassign: "The applicant's clock stays as it is"
        case .urge: "The agent is reminded; this is recorded"
        case .undo: "Back to how it was; both steps are kept"
        case .reveal: "That you looked is recorded"
        case .complete: ""
        }
    }
}

extension UndoableAction.Kind {
    var english: String {
        switch self {
        case .accepted: "accept"
        case .declined: "decline"
        case .approved: "approve"
        case .rejected: "reject"
        case .reassigned: "reassign"
        case .urged: "urge"
        }
    }
}

extension DetailField {
    var english: String {
        switch self {
        case .number: "Number"
        case .state: "State"
        case .item: "Item"
        case .kind: "Service"
        case .origin: "Origin"
        case .village: "Village"
        case .applicant: "Name"
        case .identityNumber: "ID number"
        case .phone: "Phone"
        case .address: "Address"
        case .note: "Note"
        case .submitted: "Submitted"
        case .accepted: "Accepted"
        case .completed: "To review"
        case .closed: "Closed"
        case .holder: "Agent"
        case .reason: "Reason"
        case .lastReturn: "Returned for"
        }
    }
}

extension CommandGroup {
    var english: String {
        switch self {
        case .cases: "Cases"
        case .view: "View"
        case .move: "Moving"
        case .program: "Program"
        }
    }
}

extension CommandID {
    var english: String {
        switch self {
        case .accept: "Accept"
        case .decline: "Decline"
        case .approve: "Approve"
        case .reject: "Reject"
        case .reassign: "Reassign"
        case .urge: "Urge"
        case .undo: "Undo"
        case .reveal: "Show all"
        case .explain: "Why this date"
        case .open: "Details"
        case .newCase: "New case"
        case .filter: "Filter"
        case .zoom: "Zoom"
        case .palette: "Commands"
        case .nextPane: "Next pane"
        case .previousPane: "Previous pane"
        case .pane1: "Pane: pending"
        case .pane2: "Pane: deadlines"
        case .pane3: "Pane: in review"
        case .pane4: "Pane: agents"
        case .up: "Up"
        case .down: "Down"
        case .pageUp: "Page up"
        case .pageDown: "Page down"
        case .first: "First"
        case .last: "Last"
        case .back: "Back"
        case .help: "Help"
        case .redraw: "Redraw"
        case .suspend: "Suspend"
        case .quit: "Quit"
        }
    }
}

extension CommandID {
    /// One line for the help; empty where the title says it all.
    var englishHelp: String {
        switch self {
        case .accept: "take the case; the completion clock starts"
        case .decline: "do not take it; needs a reason"
        case .approve: "the case passes review"
        case .reject: "back to its agent; needs a reason"
        case .reassign: "to another agent; the applicant's clock goes on"
        case .urge: "remind the agent"
        case .undo: "take back this desk's last action, while nothing came after"
        case .reveal: "show all of the applicant's data; needs a reason"
        case .explain: "day by day, why it is due then"
        case .open: "everything about the case, and its trace"
        case .newCase: "take a walk-in or a call down; gives a receipt"
        case .filter: "by number, applicant, item, village or agent"
        case .zoom: "this pane alone; again to restore"
        case .palette: "find a command in a list"
        case .back: "go back; in a pane, clear the filter"
        case .help: "this page"
        case .redraw: "paint the screen anew"
        case .suspend: "to the shell; fg comes back"
        case .quit: "leave the desk"
        case .nextPane, .previousPane, .pane1, .pane2, .pane3, .pane4, .up, .down, .pageUp, .pageDown, .first, .last: ""
        }
    }
}

extension Refusal {
    var english: String {
        switch self {
        case .notPermitted(let command, let role): "\(role.english): may not “\(command.english)”"
        case .notOnStaff: "This person is not on the centre's staff"
        case .wrongState(let command, let state): "Cannot “\(command.english)”: the case is \(state.english)"
        case .reviewerHandledIt: "Who handled a case may not review it"
        case .reasonMissing: "Please give a reason"
        case .reasonTooLong: "The reason is too long: \(Case.reasonLimit) characters at most"
        case .noHolder: "The case has no agent yet"
        case .notTheHolder: "Only the agent who has the case can hand it to review"
        case .alreadyTheHolder: "The case is with this agent already"
        case .notAnAgent: "This person is not an active agent"
        case .urgedRecently: "Urged a moment ago; please wait before urging again"
        case .nothingToUndo: "Nothing to undo, or something came after it"
        case .undoOfAnother: "The last step was somebody else's and cannot be undone by you"
        case .unfit(let field, .missing): "The \(field.english) may not be empty"
        case .unfit(let field, .tooLong): "The \(field.english) is too long: \(field.limit) characters at most"
        case .unfit(let field, .unprintable): "The \(field.english) holds control characters; please take them out"
        }
    }
}

extension EntryField {
    var english: String {
        switch self {
        case .item: "service item"
        case .village: "village"
        case .applicant: "applicant's name"
        case .identityNumber: "identity number"
        case .phone: "phone number"
        case .address: "address"
        case .note: "note"
        case .reason: "reason"
        case .centre: "name of the centre"
        case .staffNumber: "staff number"
        case .staffName: "person's name"
        }
    }
}

extension StoreError {
    var english: String {
        switch self {
        case .notFound(let path): "No database at \(path); make one with daiban init, or try daiban demo"
        case .alreadyExists(let path): "\(path) exists already and was not touched"
        case .notADatabase(let path): "\(path) is not a database file"
        case .foreign(let path): "\(path) is another program's database and was not touched"
        case .newer(let path, let found, let known):
            "\(path) was made by a newer version (format \(found), this program knows \(known)); please upgrade"
        case .readOnly(let path): "\(path) or its folder cannot be written"
        case .corrupt(let path, let detail): "\(path) is damaged: \(detail)"
        case .replaced(let path):
            "\(path) or its log (-wal, -shm) was replaced; nothing was written: look again before you act"
        case .busy(let path, let seconds):
            "\(path) was locked for more than \(seconds) s; nothing was written, try again"
        case .full(let path): "The disk is full; nothing was written to \(path)"
        case .failed(let path, let detail): "\(path): \(detail)"
        }
    }
}
