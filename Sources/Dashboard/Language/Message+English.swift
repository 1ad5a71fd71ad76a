import CaseStore
import Casework

/// The English words of every message.
extension Message {
    var english: String {
        switch self {
        case .counter(let counter, let count): "\(counter.english) \(count)"
        case .onDutyCounter(let present, let all): "On duty \(present)/\(all)"
        case .weekday(let day): ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][(day - 1) % 7]
        case .paneTitle(let pane): pane.english
        case .paneTab(let pane): pane.englishTab
        case .column(let column): column.english
        case .dataLive: "Data live"
        case .dataAge(let seconds): "Data \(seconds) s old"
        case .noData: "No data"
        case .loading: "Reading…"
        case .emptyQueue(let queue):
            switch queue {
            case .pending: "Nothing waits for acceptance"
            case .dueSoon: "Nothing is near its deadline or overdue"
            case .inReview: "Nothing waits for review"
            }
        case .noMatches(let filter): "Nothing matches “\(filter)”; Esc clears the filter, f looks in all cases"
        case .emptyAgents: "No agents are registered yet"
        case .filterLabel: "Filter"
        case .filterHint: "Enter keep  Esc clear"
        case .findHint: "Enter open  Esc close"
        case .findWhat: "Name, item, village, agent or number; initials of pinyin do, as in zs ylbx"
        case .findCount(let count, let hasMore):
            hasMore
                ? "More than \(count) cases, the newest first: type another word" : "\(count) cases, the newest first"
        case .filteredCount(let shown, let all): "\(shown)/\(all)"
        case .windowTooSmall(let columns, let rows, let leastColumns, let leastRows):
            "Window too small: \(columns)x\(rows), needs \(leastColumns)x\(leastRows)"
        case .leftQueue: "left this list"

        case .flagNew: "new"
        case .flagReturned(let count): "r\(count)"
        case .flagUrged(let count): "u\(count)"
        case .flagUrgent: "!!"
        case .flagProvisional: "~"

        case .state(let state): state.english
        case .standing(let state, let clock): clock.englishWait ?? state.english
        case .role(let role): role.english
        case .itemTerm(let term): term.english
        case .presence(let presence): presence.english
        case .origin(let origin): origin.english
        case .serviceKind(let kind): kind.english
        case .clock(let kind): kind.english
        case .event(let kind): kind.english
        case .action(let kind): kind.english
        case .undone(let kind): "undone: \(kind.english)"
        case .priorityUrgent: "urgent"

        case .remaining(let minutes): Message.compactDuration(minutes)
        case .neverSeen: "not seen today"

        case .commandTitle(let command): command.english
        case .commandGroup(let group): group.english
        case .commandHelp(let command): command.englishHelp
        case .nothingSelected: "No case is selected here"
        case .notHere(let command): "“\(command.english)” does not apply here"
        case .nothingDoneYet: "Nothing to undo"
        case .unknownKey(let key): "Key \(key) does nothing; ? shows the help"

        case .cardTitle(let kind): "\(kind.english)?"
        case .cardConfirm: "Enter confirm   Esc cancel"
        case .cardUndo(let kind): "Undo “\(kind.english)”?"
        case .reasonPlaceholder(let kind):
            kind == .reject
                ? "What is wrong; the agent will read it"
                : kind == .reveal ? "Why you need to see it; this is recorded" : "Why not, and which office is right"
        case .draftKept: "Cancelled; your text is kept, the same key goes on with it"
        case .changedMeanwhile: "Note: this case has changed since; nothing will be written"
        case .justChanged: "This case has changed just now; look, then press again"
        case .stillRecording: "Still recording; one moment"
        case .revealed(let number): "All data of \(number) shown and recorded; masked again when you leave this page"
        case .recording: "Recording…"
        case .chooseAgentFilter: "Type a name, village or number"
        case .noAgentMatches: "No agent matches"
        case .choiceHint: "↑↓ choose   Enter reassign   Esc cancel"

        case .done(let kind, let number): "\(kind.englishPast) \(number)   (w to undo)"
        case .doneUndo(let kind, let number): "Undone: \(kind.english), \(number)"
        case .reassignedTo(let number, let agent): "Reassigned \(number) to \(agent)   (w to undo)"
        case .conflict(let number, let who, let what, let when):
            "Not written: \(number) was \(what.english) by \(who) at \(when); look again first"
        case .conflictUnknown(let number): "Not written: \(number) has changed since you saw it; look again first"
        case .caseMissing: "Not written: the database has no such case"
        case .refusal(let refusal): refusal.english
        case .people(let message): message.english
        case .attendance(let message): message.english
        case .appraisal(let message): message.english
        case .urgedRecently(let when): "Cannot urge: urged at \(when) already"
        case .undoOfAnother(let who): "Cannot undo: the last step was taken by \(who)"
        case .storeProblem(let error): error.english
        case .stale(.notFound(let path)):
            "\(path) is gone; the screen shows the last content. Stop work and find out who moved it, or whether its disk is there; do not make a new database"
        case .stale(let why): "The database cannot be read; the screen shows the last content: \(why.english)"
        case .backAgain: "The database is back; the screen is up to date"

        case .detailField(let field): field.english
        case .detailApplicantHeading: "Applicant"
        case .detailCaseHeading: "Case"
        case .detailClocksHeading: "Deadlines"
        case .detailTraceHeading: "Trace (newest first)"
        case .detailActionsHeading: "You can now"
        case .revealHint: "x show all (needs a reason)"
        case .explainHint: "e why this date"
        case .closeHint: "Esc back"
        case .notGiven: "not recorded"
        case .dueLine(let due, let remaining): "\(due)  left \(remaining)"
        case .clauseLine(let clause): "under \(clause)"
        case .provisionalLine: "provisional: the days off of a year in it are not published yet"
        case .returnsLine(let count): "returned \(count) times"
        case .urgingsLine(let count): "urged \(count) times"
        case .importedFrom(let source): "imported from \(source)"
        case .office: "the centre"
        case .unknownPerson: "(unknown person)"
        case .cannot(let what, let why): "\(what): \(why)"
        case .explanationTitle(let kind): "Why this date: \(kind.english)"
        case .explanationStart(let start): "starts \(start)"
        case .explanationRule(let rule): Message.englishRule(rule)
        case .explanationStep(let step, let unit): Message.englishStep(step, unit)
        case .explanationResult(let due): "due \(due)"
        case .explanationPause(let from, let until?): "stood still \(from) to \(until), not counted"
        case .explanationPause(let from, nil): "stands still since \(from)"
        case .explanationStopped(let due): "due is computed anew when the clock goes on; when it stopped it was \(due)"
        case .explanationOutdated: "the calendar has changed since; this date was fixed before and stays"
        case .explanationTarget:
            "This date was given with the case (an order or an imported record); it is not computed"
        case .clockStopped: "stands still"
        case .said(let said, let shown): said.english(shown)
        case .agentCasesTitle(let name): "Cases in hand of \(name)"
        case .agentHasNoCases: "No cases in hand"

        case .helpTitle: "Help"
        case .paletteHint: "Enter run   Esc back"
        case .noCommandMatches: "No command matches"
        case .marksHeading: "Marks"
        case .markOverdue: "overdue"
        case .markNear: "near its deadline: past the warning mark"
        case .markGone: "somebody else acted on it; it left this list"
        case .markUrgent: "urgent"
        case .markReturned: "how often review sent it back"
        case .markUrged: "how often the agent was urged"
        case .markNew: "came in within half an hour"
        case .clearFilter: "Clear filter"
        case .openAgentCases: "Cases in hand"
        case .selectCaseFirst: "Select a case in one of the first three panes first"
        case .answerTheCard: "Answer the question first: Enter confirms, Esc cancels"
        case .consequence(let kind): kind.englishConsequence
        case .agentNotOnDuty(let name, let presence): "\(name) is \(presence.english) now; Enter again reassigns anyway"
        case .changedBy(let number, let who, let what, let when): "\(number) was \(what.english) by \(who) at \(when)"
        case .leftBy(let who, let what): "\(what.english) by \(who)"
        case .notInThisState(let state, let titles):
            "not while it is \(state.english): \(titles.joined(separator: ", "))"
        case .helpHint: "↑↓ scroll   Esc back"
        case .form(let message): message.english
        case .intake(let message): message.english
        case .life(let message): message.english
        case .warning(let message): message.english
        case .relay(let message): message.english
        case .findAllShort: "All"
        case .outbox(let term): term.english
        case .backup(let message): message.english
        case .campaign(let message): message.english
        case .notice(let message): message.english
        case .frame(let term): term.english
        case .sheet(let message): message.english
        case .wall(let term): term.english
        }
    }

    private static func englishRule(_ rule: ClockRule) -> String {
        let limit =
            switch rule.unit {
            case .hours: "\(rule.limit) hours"
            case .workingDays: "\(rule.limit) working days"
            case .sameDay: "the same day"
            case .atOnce: "on the spot (\(rule.limit) minutes)"
            }
        let skip =
            switch rule.skip {
            case .nothing: "every day counts"
            case .holidays: "public holidays do not count"
            case .nonWorking: "only working days count, make-up workdays too"
            }
        return "\(limit), \(skip)" + (rule.dayEndText.map { ", a day ends at \($0)" } ?? "")
    }

    private static func englishStep(_ step: DeadlineStep, _ unit: ClockRule.Unit) -> String {
        let day =
            switch step.day {
            case .weekday: "working day"
            case .makeUpWorkday: "make-up workday"
            case .weekend: "weekend"
            case .holiday(let name): "public holiday (\(name))"
            }
        let amount =
            switch step.verdict {
            case .skipped: "not counted"
            case .dayOfStart: "day of the start, not counted"
            case .afterHours: "the day had ended, not counted"
            case .paused: "the clock stood still, not counted"
            case .counted:
                switch unit {
                case .hours: "counts \(step.amount / 60) h \(step.amount % 60) min"
                case .workingDays: "working day \(step.amount)"
                case .sameDay: "the same day"
                case .atOnce: "counts \(step.amount) min"
                }
            }
        let paused =
            step.isCounted && step.pausedMinutes > 0
            ? ", stood still \(step.pausedMinutes / 60) h \(step.pausedMinutes % 60) min" : ""
        let region = step.region.map { " (\($0))" } ?? ""
        let provisional = step.isProvisional ? " (provisional)" : ""
        let weekday = Message.weekday(step.date.weekday).english
        return "\(step.date) \(weekday)  \(day)\(region)  \(amount)\(paused)\(provisional)"
    }
}
