import CaseStore
import Casework

/// The English words about duty and attendance.
extension AttendanceMessage {
    var english: String {
        switch self {
        case .state(let state): state.english
        case .stateSign(let state): state.sign
        case .direction(.into): "check in"
        case .direction(.out): "check out"
        case .channel(.kiosk): "kiosk"
        case .channel(.desk): "desk"
        case .channel(.commandLine): "command line"
        case .channel(.simulator): "simulator"
        case .session(let session, let offset): "session \(session.number), \(Self.hours(session, offset))"
        case .duty(let ground): ground.english
        case .ground(let ground, let offset): ground.english(offset)
        case .refusal(let refusal, let offset): refusal.english(offset)
        case .note(let note): note.english
        case .leaveStatus(let leave):
            switch leave.status {
            case .asked: "not decided"
            case .granted(let decision): "granted" + (decision.value.standIn.map { ", \($0) stands in" } ?? "")
            case .refused: "refused"
            }
        case .exception(let exception): exception.english
        case .answer(let answer, let offset): answer.english(offset)
        case .answerDetail(let answer, let offset): answer.englishDetail(offset)
        case .kiosk(let term): term.english
        case .month(let term): term.english
        }
    }
}

extension SessionState {
    fileprivate var english: String {
        switch self {
        case .onTime: "on time"
        case .late: "late"
        case .leftEarly: "left early"
        case .absent: "absent"
        case .onLeave: "on leave"
        case .stoodInFor: "stood in for"
        case .excused: "excused"
        case .toCome: "to come"
        }
    }
}

extension DutyDay.Ground {
    var english: String {
        switch self {
        case .season(.summer): "summer hours"
        case .season(.winter): "winter hours"
        case .weekend: "no duty on weekends"
        case .holiday(let name): name.isEmpty ? "a day off" : "a day off (\(name))"
        case .exception(let exception): "\(exception.value.english) (entry \(exception.entry))"
        }
    }
}

extension DutyException {
    fileprivate var english: String {
        let place = village ?? "all villages"
        let days = from == to ? "\(from)" : "\(from) to \(to)"
        let what =
            switch kind {
            case .none: "no duty"
            case .hours:
                "duty "
                    + (hours ?? []).map {
                        "\(AttendanceMessage.clock(minute: $0.from))–\(AttendanceMessage.clock(minute: $0.to))"
                    }
                    .joined(separator: " ")
            case .usual: "duty as usual"
            }
        return "\(place), \(days), \(what): \(reason)"
    }
}

extension SessionOutcome.Ground {
    fileprivate func english(_ offset: UTCOffset) -> String {
        switch self {
        case .hours(let ground): ground.english
        case .cameIn(let mark): "checked in at \(mark.value.at.clockText(offset))" + tail(mark)
        case .wentOut(let mark): "checked out at \(mark.value.at.clockText(offset))" + tail(mark)
        case .nobodyCame: "never checked in"
        case .notYet: "not checked in yet"
        case .late(let minutes): "\(minutes) min late"
        case .cameBack(let went, let back):
            "checked out at \(went.value.at.clockText(offset)) and in again at \(back.value.at.clockText(offset)), "
                + "\(back.value.at.clockMinutes(since: went.value.at)) min between"
        case .leftEarly(let minutes): "left \(minutes) min early"
        case .forgotCheckOut: "never checked out"
        case .leave(let leave):
            "leave: \(leave.request.value.reason) (\(AttendanceMessage.leaveStatus(leave).english), entry \(leave.request.entry))"
        case .tookLeave(let leave): "leave: \(leave.value) (entry \(leave.entry))"
        case .standInCame(let standIn): "somebody stood in (entry \(standIn.entry))"
        case .standInMissing(let standIn): "whoever was to stand in did not come (entry \(standIn.entry))"
        case .corrected(let correction):
            "corrected to “\(correction.value.state.english)”: \(correction.value.reason) (entry \(correction.entry))"
        }
    }

    private func tail(_ mark: Entered<DutyMark>) -> String {
        var parts = [AttendanceMessage.origin(mark, .english)].filter { !$0.isEmpty }
        if mark.value.isUnverified { parts.append("PIN not checked") }
        parts.append("entry \(mark.entry)")
        return " (\(parts.joined(separator: ", ")))"
    }
}

extension AttendanceRefusal {
    fileprivate func english(_ offset: UTCOffset) -> String {
        switch self {
        case .tooEarly(let session, let opens):
            "Session \(session.number) is \(AttendanceMessage.hours(session, offset)); check in from \(opens.clockText(offset)) on"
        case .over(let session, let next):
            "Session \(session.number), \(AttendanceMessage.hours(session, offset)), is over"
                + (next.map { "; the next is \(AttendanceMessage.when($0, after: session.day, offset))" } ?? "")
        case .noDuty(let ground, let next):
            "\(ground.english): no need to check in. What you accept today counts all the same, as outside duty hours."
                + (next.map { "\nThe next session is \(AttendanceMessage.when($0, after: nil, offset))" } ?? "")
        case .notCheckedIn(let session): "Not checked in for session \(session.number), so not out of it either"
        case .noDeskDuty(let role): "There are no fixed hours for: \(role.english)"
        case .notOnStaff: "The person does not serve here"
        }
    }
}

extension AttendanceNote {
    fileprivate var english: String {
        switch self {
        case .late(let minutes): "\(minutes) min late"
        case .leavesEarly(let minutes): "\(minutes) min early"
        case .onLeave: "You have leave for this session"
        case .isStoodInFor: "Somebody stands in for you in this session"
        case .standsIn(let village):
            village.map { "You also stand in at \($0) today" } ?? "You also stand in at another post today"
        case .forgotCheckOut(let session):
            "Session \(session.number) of \(session.day) was never checked out of; a supervisor can put it right"
        case .unverified: "The PIN was not checked"
        }
    }
}

extension AttendanceDoor.Answer {
    fileprivate func english(_ offset: UTCOffset) -> String {
        switch self {
        case .decided(.enter(.into, _, let notes)):
            notes.contains { if case .late = $0 { true } else { false } } ? "Checked in (late)" : "Checked in"
        case .decided(.enter(.out, _, let notes)):
            notes.contains { if case .leavesEarly = $0 { true } else { false } } ? "Checked out (early)" : "Checked out"
        case .decided(.already(.into, _, _, _)): "Already checked in"
        case .decided(.already(.out, _, _, _)): "Already checked out"
        case .decided(.refuse(.tooEarly)): "Too early"
        case .decided(.refuse(.over)): "That session is over"
        case .decided(.refuse(.noDuty)): "No duty today"
        case .decided(.refuse(.notCheckedIn)): "Not checked in yet"
        case .decided(.refuse(.noDeskDuty)): "No need to check in"
        case .decided(.refuse(.notOnStaff)), .unknownNumber: "No such number"
        case .kept: "Noted"
        case .pin(.right): "PIN correct"
        case .pin(.wrong): "Wrong PIN"
        case .pin(.pause): "Please wait"
        case .pin(.locked): "Number locked"
        case .pin(.missing): "No PIN yet"
        case .failed: "Not noted"
        case .mayLeave: "Closed"
        case .mayNotLeave: "May not close"
        }
    }

    fileprivate func englishDetail(_ offset: UTCOffset) -> String {
        switch self {
        case .decided(.enter(_, let session, let notes)):
            ([AttendanceMessage.session(session, offset).english] + notes.map(\.english)).joined(separator: "\n")
        case .decided(.already(let direction, let session, let at, let notes)):
            ([
                "\(AttendanceMessage.session(session, offset).english): \(AttendanceMessage.direction(direction).english) at \(at.clockText(offset))",
                direction == .into ? "Leaving early: type - before the number" : "Back again: type + before the number",
            ] + notes.map(\.english)).joined(separator: "\n")
        case .decided(.refuse(let refusal)): refusal.english(offset)
        case .kept(true): "The record cannot be written now. The time is kept here and entered later by itself."
        case .kept(false):
            "The record is away. It is kept here and entered later, the PIN unchecked."
        case .unknownNumber: "Please look at the number and type it again."
        case .pin(.right): ""
        case .pin(.wrong(let left)): "\(left) more wrong ones lock the number."
        case .pin(.pause(let until)): "Too many wrong PINs: try again after \(until.nextMinute.clockText(offset))."
        case .pin(.locked): "Too many wrong PINs: a supervisor can unlock it."
        case .pin(.missing): "A supervisor can set one."
        case .failed: "Neither the record nor this computer took it. Tell a supervisor, and try again."
        case .mayLeave: ""
        case .mayNotLeave: "A reviewer, supervisor or director closes the kiosk."
        }
    }
}

extension KioskTerm {
    fileprivate var english: String {
        switch self {
        case .title: "Check in"
        case .today: "Duty today"
        case .noDutyToday: "No duty today"
        case .number: "Number"
        case .pin: "PIN"
        case .hiddenPIN: "(not shown)"
        case .leaving: "Close the kiosk"
        case .checking: "Checking…"
        case .hint: "Type the number or use the badge, Enter; then the PIN, Enter. Esc begins anew"
        case .leaveHint: "Leaving early: - before the number    Back again: + before the number"
        case .waiting: "Some are kept here and wait to be entered"
        case .recordAway: "The record cannot be reached: kept here for now"
        case .opens(let at, let offset): "check in from \(at.clockText(offset)) on"
        case .tooSmall: "The window is too small"
        }
    }
}

extension MonthTerm {
    fileprivate var english: String {
        switch self {
        case .title(let month, let village): "Attendance \(month)" + (village.map { " \($0)" } ?? "")
        case .person: "Person"
        case .due: "Due"
        case .forgotten: "No out"
        case .minutesLate: "Min late"
        case .acceptedOutside: "Outside"
        case .legend: "+ on time  L late  E early  A absent  V leave  S stood in  x off  . to come"
        case .hint(scrolls: false): "←→ month  ↑↓ person  Enter why  Esc back"
        case .hint(scrolls: true): "←→ days and months  ↑↓ person  Enter why  Esc back"
        case .nobody: "Nobody had duty in this month"
        case .sums: "Sums"
        case .explanation(let who): "\(who):"
        case .sessions(let who, let month): "\(who), \(month), by sessions"
        case .previous: "Earlier"
        case .next: "Later"
        case .inPaneFour: "the month of attendance opens from the agents' pane: press 4 first"
        }
    }
}

extension PIN.Fault {
    var english: String {
        switch self {
        case .notDigits: "a PIN is digits only"
        case .length(let least, let most): "a PIN has \(least) to \(most) digits"
        case .tooSimple: "that PIN is too simple: not one digit throughout, and not digits that count up or down"
        case .isStaffNumber: "a PIN is not the digits of the staff number"
        }
    }
}
