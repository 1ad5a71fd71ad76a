import CaseStore
import Casework

extension SheetMessage {
    var english: String {
        switch self {
        case .kind(let kind): kind.english
        case .about(let kind): kind.aboutEnglish
        case .column(let column): column.english
        case .term(let term): term.english
        case .period(let period): "\(period)"
        case .unitYuan: "in yuan"
        case .fixed: "final"
        case .running(let at): "not final, as of \(at)"
        case .page(let page, let count): "page \(page) of \(count)"
        case .empty: "(nothing)"
        case .listSeparator: ", "
        case .signature(let role, let who, let day): "\(role): \(who)  Date: \(day)"
        case .refusal(let refusal): refusal.english
        case .problem(let error): error.english
        case .title: "Sheets"
        case .hint: "←→ sheet  [ ] period  m unit  ↑↓ scroll  p print  Esc back"
        case .loading: "Making the sheet..."
        case .printed(let command): "the sheet went to the printer: \(command)"
        case .saved(let path): "the sheet is in \(path)"
        case .notConfigured(let kind, let period):
            "set [receipt], or daiban report \(kind.rawValue) --period \(period) --output FILE"
        case .notIssued(let what, let detail): "the sheet did not go out (\(what)): \(detail)"
        }
    }
}

extension SheetKind {
    fileprivate var english: String {
        switch self {
        case .summary: "Monthly summary"
        case .attendance: "Attendance sheet"
        case .allowance: "Allowance sheet"
        case .performance: "Performance sheet"
        case .circular: "Circular of warnings"
        case .roster: "Roster changes"
        case .staffing: "Staffing gaps"
        case .training: "Training sheet"
        case .stars: "Star checklist"
        }
    }

    fileprivate var aboutEnglish: String {
        switch self {
        case .summary: "what each village received and had approved by month, nil returns too, and who did not hand in"
        case .attendance:
            "sessions of duty by person: came, late, left early, absent, on leave, stood in for; as known when it is made"
        case .allowance: "a quarter's allowances, deductions, refunds, piece rates and corrections; fixed once signed"
        case .performance:
            "approved cases by person and item, and their worth; bank auxiliaries also in their bank's line"
        case .circular: "open cases overdue or near it now, by village and agent"
        case .roster: "who came, went and changed in the period, for the county"
        case .staffing: "which posts were empty where at the period's end"
        case .training: "the period's training: who had to come, who came, and the year against the rulebook"
        case .stars: "each point's checklist at the period's end, what it lacks, and a centre's stars"
        }
    }
}

extension SheetColumn {
    fileprivate var english: String {
        switch self {
        case .village: "Village"
        case .number: "No."
        case .name: "Name"
        case .post: "Post"
        case .agents: "Agent"
        case .month: "Month"
        case .topics: "Hot topics"
        case .state: "Return"
        case .line: "Line"
        case .item: "Item"
        case .kind: "Change"
        case .place: "Place"
        case .topic: "Subject"
        case .before: "Before"
        case .after: "After"
        case .actor: "By"
        case .received: "Received"
        case .approved: "Approved"
        // Of words short enough for fifteen columns on the narrow paper.
        case .due: "Due"
        case .present: "Came"
        case .onTime: "On time"
        case .late: "Late"
        case .leftEarly: "Left too soon"
        case .missed: "Did not come"
        case .leave: "Away"
        case .stoodInFor: "Sub came"
        case .exempt: "Need not come"
        case .forgotten: "No exit"
        case .minutes: "Min. lost"
        case .outside: "Case off duty"
        case .missing: "Missing"
        case .near: "Near"
        case .overdue: "Overdue"
        case .days: "Days"
        case .count: "Cases"
        case .least: "Asked"
        case .found: "There"
        case .share: "Allowance"
        case .ofVillage: "Of village"
        case .pieces: "Pieces"
        case .deducted: "Docked"
        case .refunded: "Refunded"
        case .corrections: "Corrections"
        case .net: "To pay"
        case .rate: "Rate"
        case .pay: "Pay"
        case .handedIn: "Handed in"
        case .on: "Date"
        case .time: "Time"
        case .holder: "Held by"
        case .invited: "Invited"
        case .attended: "Came"
        case .excused: "Excused"
        case .absent: "Absent"
        case .fulfilled: "Fulfilled"
        case .level: "Level"
        case .open: "Lacking"
        case .score: "Score"
        }
    }
}

extension SheetTerm {
    fileprivate var english: String {
        switch self {
        case .total: "Total"
        case .summary(.onTime): "on time"
        case .summary(.late): "late"
        case .summary(.open): "not due"
        case .summary(.missing): "missing"
        case .nilReturn: "nil return"
        case .preparedBy: "Prepared by"
        case .reviewedBy: "Reviewed by"
        case .signedBy: "Signed by"
        case .madeBy: "Made by"
        case .lineOfCentre: "centre"
        case .post(let post): post.english
        case .role(let role): role.english
        case .change(let kind): kind.english
        case .warning(let topic): topic.english
        case .holder(.county): "county"
        case .holder(.township): "township"
        case .nobody: "nobody"
        case .session(let session, let offset): AttendanceMessage.session(session, offset).english
        case .sessionState(let state): AttendanceMessage.state(state).english
        case .ground(let ground, let offset): AttendanceMessage.ground(ground, offset).english
        case .notLookedAt: "not looked at"
        case .hall(.tooSmall(let area, let least)): "hall \(area) of \(least) m²"
        case .hall(.unknown): "hall not measured"
        case .hall(.notAsked), .hall(.enough): "hall"
        case .entry: "entry"
        case .finding(let kind): kind.english
        case .docked: "appeal granted, docked in"
        case .daysOf: "days of"
        case .moneyKind(.allowance): "allowance"
        case .moneyKind(.deduction): "deduction"
        case .moneyKind(.piece): "piece rate"
        case .moneyKind(.correction): "correction"
        case .moneyKind(.fee): "fee"
        case .notPaid: "no rate, not paid"
        case .wholeMonth: "whole month"
        case .county: "county"
        case .township: "township"
        case .noteRemainder(.spread): "Fen that twelve does not divide are spread over the year; the year is whole."
        case .noteRemainder(.first): "Fen that twelve does not divide: one each for the first months."
        case .noteRemainder(.last): "Fen that twelve does not divide are all in December."
        case .notePartMonth(.days):
            "Where agents change within a month it is divided by days; the day itself is the successor's."
        case .notePartMonth(.lastDay): "Where agents change within a month it is whose who serves at its end."
        case .noteWithoutRate: "Approved cases without a rate, not paid: "
        case .noteKnownThrough: "Rests on the journal up to entry "
        case .noteMissingVillages: "Not handed in in time: "
        case .noteLateReturns: "Handed in late in this period: "
        case .noteDraft: "A draft: not prepared yet; what is prepared counts."
        case .noteSessions:
            "Counted in sessions of duty. Came is on time, late or left too soon; away is on leave; minutes are those late and those left early; cases off duty were accepted outside the hours."
        case .noteTrainingHeld: "Held this year so far, of what is asked: "
        case .noteTrainingMissing: "Training still to be held this year: "
        case .noteTrainingAbsences: "Absent without excuse this year so far: "
        case .noteNotAssessed: "Villages without an assessed point: "
        case .noteOutside:
            "Outside: accepted while the village had no duty, for who had the case in hand; one taken back is taken off. The month view and the appraisal count the same."
        case .notePieces:
            "A piece is paid to who handed the case to review last; an appraisal counts an approval for who had it in hand then. Of cases that changed hands the two differ."
        case .noteSummary:
            "Received by the month of the registration, approved by that of the approval; one taken back is taken off. Appraisals count from the same rows."
        case .noteImported:
            "Taken over from another system with the approval behind them, counted in their own months: "
        case .noteRecordBegins: "The record begins on this day; of months before it no summary is asked: "
        case .noteLeaderLate: "Leaders on site in earlier months, written down late (visited, recorded): "
        case .noteOutdated:
            "The record has changed since it was prepared: returned and prepared anew it comes out otherwise."
        case .noteCorrigible:
            "A supervisor's corrections and entries that come late count at any time: it is never final."
        case .noteLeaderMissing: "Months of which no leader on site was written down in time: "
        case .noteKeptSince: "Attendance begins on this day; what was before is not counted: "
        case .noteNotKept: "Nobody has checked in yet: no sessions are counted."
        case .noteRatesOpen: "The allowance of these months is not signed: rates can still be set."
        case .noteRulebookNotRecorded:
            "Which rulebook was in force then is not recorded (daiban rulebook adopt); today's is used: "
        case .noteRulebookLost: "The settings of that time's rulebook are not kept; today's are used (then, now): "
        case .noteCalendarLater: "Changes of the calendar that were recorded later and are left out: "
        case .noteReview(.gate): "Only approved cases count; an approval taken back is taken off in the month of that."
        case .noteReview(.sample):
            "Review is by sample: cases completed and passed count; one taken back is taken off in its month."
        case .noteReview(.none): "There is no review: completed cases count; one taken back is taken off in its month."
        case .allowanceState(.open): "not prepared"
        case .allowanceState(.prepared): "prepared, waits for review"
        case .allowanceState(.reviewed): "reviewed, waits for signature"
        case .allowanceState(.returned): "returned, to be prepared anew"
        case .allowanceState(.signed): "signed"
        }
    }
}

extension PayAction {
    fileprivate var english: String {
        switch self {
        case .setRate: "set what is paid"
        case .prepare: "prepare"
        case .review: "review"
        case .sendBack: "return"
        case .sign: "sign"
        case .handIn: "hand in"
        }
    }
}

extension PayRefusal {
    fileprivate var english: String {
        switch self {
        case .notOnStaff: "not on the staff"
        case .notPermitted(let action, let role): "a \(role.english) may not \(action.english)"
        case .unfit(let field, let fault): Refusal.unfit(field, fault).english
        case .amountUnfit: "the amount is wrong: not below zero, and not beyond all bounds"
        case .villageUnknown(let village): "there is no village “\(village)”"
        case .factsUnfit: "residents must be 1 to 1000000, and the way 0 to 10000 kilometres"
        case .villagesUndescribed(let villages):
            villages.isEmpty
                ? "the centre has no villages yet"
                : "nobody has said how large and how far away these are: \(villages.joined(separator: ", ")); daiban allowance village does"
        case .notOver(let quarter): "\(quarter) has not ended; it is prepared afterwards"
        case .prepared(let quarter): "the sheet of \(quarter) is prepared; return it before preparing it anew"
        case .notPrepared(let quarter): "there is no prepared sheet of \(quarter)"
        case .notReviewed(let quarter): "the sheet of \(quarter) is not reviewed"
        case .reviewed(let quarter): "the sheet of \(quarter) is reviewed already"
        case .signed(let quarter):
            "\(quarter) is signed and stays as it is; a correction goes into a later quarter (daiban money enter --kind correction)"
        case .laterSigned(let quarter): "\(quarter), which is later, is signed; an earlier one cannot be prepared"
        case .samePerson(let action): "the same person did \(action.english): three people stand behind a sheet"
        case .otherVillage(let village): "only the own village's summary, not that of \(village)"
        case .summaryInFuture(let month): "\(month) has not begun"
        }
    }
}

extension SheetError {
    fileprivate var english: String {
        switch self {
        case .quarterNeeded: "this sheet is made for quarters, such as 2026Q3"
        case .noPast: "the circular tells of what is open now; there is none of the past"
        case .notBegun(let period): "\(period) has not begun"
        case .villageUnknown(let village): "there is no village “\(village)”"
        case .notKept(let kind): "nothing is recorded here that the \(kind.english.lowercased()) could be made of"
        case .store(let error): Message.storeProblem(error).text(.english)
        }
    }
}
