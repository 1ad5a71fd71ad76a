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
        case .today: "Today"
        case .inHand: "Held"
        case .overdue: "Late"
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

extension DutyPresence {
    var english: String {
        switch self {
        case .onDuty: "on duty"
        case .outsideDuty: "unasked"
        case .away: "away"
        case .leave: "leave"
        case .scheduled: "hours"
        case .offDuty: "off duty"
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
        case .appraisal: "Appraisal"
        case .more: "More"
        case .open: "Details"
        case .newCase: "New case"
        case .filter: "Filter"
        case .findAll: "Find in all"
        case .attendance: "Attendance"
        case .sheets: "Sheets"
        case .relayTasks: "Relay tasks"
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
        case .frameCounters: "Frame counters"
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
        case .undo: "take back your last action, if nothing came after"
        case .reveal: "show all of the applicant's data; needs a reason"
        case .explain: "day by day, why it is due then"
        case .appraisal: "the selected agent: twelve months, what the rules bring up, findings"
        case .more: "every step of the case; the rest says why not"
        case .open: "everything about the case, and its trace"
        case .newCase: "take a walk-in or a call down; gives a receipt"
        case .filter: "by number, applicant, item, village or agent; initials of pinyin do"
        case .findAll: "find among all cases, closed ones too"
        case .attendance: "in the agents' pane: everybody's month by sessions, with sums; Enter tells why"
        case .sheets: "summaries, allowances and others: see, print, keep"
        case .relayTasks: "entries of villages that were not simply taken over"
        case .zoom: "this pane alone; again to restore"
        case .palette: "find a command in a list"
        case .back: "go back; in a pane, clear the filter"
        case .help: "this page"
        case .redraw: "paint the screen anew"
        case .frameCounters: "what each frame cost; again to hide"
        case .suspend: "to the shell; fg comes back"
        case .quit: "leave the desk"
        case .nextPane, .previousPane, .pane1, .pane2, .pane3, .pane4, .up, .down, .pageUp, .pageDown, .first, .last: ""
        }
    }
}

extension StoreError {
    var english: String {
        switch self {
        case .notFound(let path): "No database at \(path); make one with daiban init, or try daiban demo"
        case .noFile(let path): "No such file: \(path)"
        case .noFolder(let path): "No such folder: \(path); make it first, or name another one"
        case .alreadyExists(let path): "\(path) exists already and was not touched"
        case .notADatabase(let path):
            "\(path) is not a database file, or damaged; if it was one, stop, and do what daiban verify says"
        case .foreign(let path): "\(path) is another program's database and was not touched"
        case .older(let path, let found, let known):
            "\(path) has an older format (\(found), now \(known)): open it once with a desk, or any command that writes"
        case .newer(let path, let found, let known):
            "\(path) was made by a newer version (format \(found), this program knows \(known)); please upgrade"
        case .readOnly(let path): "\(path) or its folder cannot be written"
        case .writeProtected(let path):
            "\(path) lies where nothing can be written, and reading a database needs files beside it: copy it, and its -wal, to a folder that can be written (cp \(path)* FOLDER/) and name the copy with --database"
        case .outOfStep(let path, let detail):
            "\(path): the journal and the tables do not agree; most likely entries are missing at its end. Nothing was written: stop, and see what with daiban verify [\(detail)]"
        case .corrupt(let path, let detail):
            "\(path) is damaged: \(SystemReason.english(detail)); stop, and do what daiban verify says"
        case .replaced(let path):
            "\(path) or its log (-wal, -shm) was replaced; nothing was written: look again before you act"
        case .busy(let path, let seconds):
            "\(path) was locked for more than \(seconds) s; nothing was written, try again"
        case .full(let path):
            "The disk is full: this step was not written to \(path), all before it is kept; make room, then do it again"
        case .disk(let path, let detail):
            "The disk failed on \(path) (\(SystemReason.english(detail))): this step does not count, all before it is kept; "
                + "check the disk, and look whether the step is there before you repeat it"
        case .noRoom(let path, let needed, let free):
            "the database is of an earlier format; the copy \(path) made before it is brought forward needs \(needed / 1_048_576 + 1) MiB, \(free / 1_048_576) MiB are free; nothing was touched"
        case .stopped(let path):
            "stopped before \(path) was wholly brought forward; what was done holds, the rest follows the next time"
        case .failed(let path, let detail): "\(path): \(SystemReason.english(detail))"
        }
    }
}
