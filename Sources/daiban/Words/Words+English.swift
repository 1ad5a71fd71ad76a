import CaseStore
import Casework
import Dashboard
import TerminalKit

/// The English words of the command line.
extension Words {
    var english: String {
        switch self {
        case .program: "Daiban: the reviewer's desk of a township service centre"
        case .programDiscussion:
            """
            Without a subcommand the desk opens. To try it: daiban demo.
            Exit codes: 0 done; 1 failed (disk, lock, damaged file, terminal); 2 refused by the rules; 3 somebody else was
            faster; 4 no such case or person; 5 verify found something; 6 import left rows out; 64 wrong usage;
            78 a mistake in a configuration file.
            """
        case .abstract(let subject): subject.english
        case .optionDatabase: "The database file (default: from the configuration)"
        case .optionConfig: "The configuration file (default: ./config.toml, then ~/.config/daiban/config.toml)"
        case .optionLanguage: "The language of the screen: zh or en"
        case .optionAs: "Who acts (a staff number such as R01)"
        case .optionJSON: "Print JSON"
        case .optionSeen: "The version that you saw; nothing is written when the case has changed since"
        case .optionReason: "The reason"
        case .optionTo: "Who takes it (an agent's number such as A07)"
        case .optionNumber: "The number of the case"
        case .optionCentre: "The name of the centre"
        case .optionPrefix: "The letters that case numbers begin with"
        case .optionOffset: "The distance from UTC, such as +08:00"
        case .optionReviewer: "The staff number of the first reviewer"
        case .optionReviewerName: "The name of the first reviewer (default: Reviewer)"
        case .optionCases: "How many closed cases the past has"
        case .optionSeed: "Seed: the same seed makes the same township"
        case .optionPace: "Pace: 1 is usual, 2 twice as fast"
        case .optionSize: "The size of the screen where there is no terminal, such as 160x45"
        case .optionFile: "The file to import"
        case .optionMapping: "Which column and value is what (TOML)"
        case .optionRejects: "Rows left out go here (default: FILE.rejects.csv)"
        case .optionState: "Only these states (may be repeated)"
        case .optionVillage: "The village"
        case .optionText: "What number, applicant, item, village or agent contains; initials of pinyin do"
        case .argumentWords:
            "Words that all have to fit: name, item, village, agent or number; initials of pinyin do (zs ylbx)"
        case .optionLimit: "How many cases at most"
        case .optionOverdue: "Only overdue ones"
        case .optionItem: "The service item"
        case .optionApplicant: "The applicant's name"
        case .optionIdentity: "The applicant's identity number"
        case .optionPhone: "The applicant's phone"
        case .optionAddress: "The applicant's address"
        case .optionNote: "A note"
        case .optionOrigin: "How the request came"
        case .optionKind: "How it is served"
        case .intake(let words): words.english
        case .optionUrgent: "Urgent"
        case .optionReveal: "Show all of the applicant's data; takes the reason, which is recorded"
        case .optionAgentNumber: "Only what is in the hands of this agent (a staff number such as A07)"
        case .optionAgents: "An agent, as NUMBER:NAME:VILLAGE, such as A01:Zhang San:Shimen (may be repeated)"
        case .optionStaffNumber: "The staff number, such as A01"
        case .optionStaffName: "The person's name"
        case .optionRole: "The role"
        case .optionStaffVillage: "The village served; agents need one; one that is new to the centre is added"
        case .optionStaffPhone: "The person's phone"
        case .staff(let words): words.english
        case .life(let words): words.english
        case .optionMarkdown: "Print a Markdown table"

        case .mistyped(let word, [], let place): "there is no command “\(word)”; see \(place) --help"
        case .mistyped(let word, let meant, let place):
            "there is no command “\(word)”; did you mean \(meant.joined(separator: ", "))? See \(place) --help"
        case .personMissing([]): "say who acts: --as NUMBER, or person = \"NUMBER\" in config.toml"
        case .personMissing(let known):
            "say who acts: --as NUMBER, or person = \"NUMBER\" in config.toml. There are: \(known.joined(separator: ", "))"
        case .personUnknown(let number): "nobody has the staff number \(number)"
        case .personNotFound(let text): "nobody has the number, name or pinyin initials \(text)"
        case .personAmbiguous(let text, let people): "\(text) may be: \(people.joined(separator: ", "))"
        case .caseUnknown(let number): "no case has the number \(number)"
        case .villageUnknown(let name, let known): "no village “\(name)”; there are: \(known.joined(separator: ", "))"
        case .numberTaken(let number): "the number \(number) is taken already"
        case .mayNotRegister(let role): "\(Message.role(role).text(.english)): may not register cases"
        case .mayNotEnrol(let role): "\(Message.role(role).text(.english)): may not add staff"
        case .personLeft(let number, let name): "\(number) \(name) has left the office and acts no more"
        case .configuration(let error): Words.english(error)
        case .importProblem(let error): Words.english(error)
        case .terminal(let error): Words.english(error)
        case .conflict(let conflict):
            if let last = conflict.entries.last {
                "not written: \(conflict.current.number) was \(Message.event(last.event.kind).text(.english)) by \(last.actorName ?? "the centre"); it is version \(conflict.current.version) now, \(Message.state(conflict.current.state).text(.english))"
            } else {
                "not written: \(conflict.current.number) is version \(conflict.current.version) now"
            }
        case .created(let path, let centre): "made \(path) for \(centre)"
        case .firstSteps(let path, let reviewer): "open the desk: daiban desk --database \(path) --as \(reviewer)"
        case .founding(let done, let total): "Making a township \(done)/\(total)   Ctrl-C stops"
        case .demoReady(let path): "the demo's data are in \(path)"
        case .notADemo(let path):
            "\(path) is no demo and was not touched; a township is simulated only in a database that daiban demo has made: use another name"
        case .townshipInhabited: "the database has people already; no township can be made in it"
        case .simulatorDied(let detail):
            "the simulated township stopped on the way; nothing happened on the desk by itself after that: \(detail)"
        case .simulatorFailed(let detail): "the simulated township did not start: \(detail)"
        case .importProgress(let progress):
            "\(progress.rowsRead) rows read (\(percent(progress.bytesRead, progress.bytesTotal)) %), \(progress.imported) imported, \(progress.alreadyThere) there already, \(progress.rejected) left out   Ctrl-C stops"
        case .imported(let report):
            "\(report.wasStopped ? "stopped; " : "")\(report.progress.rowsRead) rows read: \(report.progress.imported) imported, \(report.progress.alreadyThere) there already\(ExchangeWords.otherState(report.progress.otherState).english), \(report.progress.rejected) left out; new villages: \(ExchangeWords.first(report.newVillageNames, of: report.newVillages).english), new items: \(report.newItems)"
        case .differenceLine(let difference):
            "\(difference.number): “\(Message.state(difference.said).text(.english))” in the file, “\(Message.state(difference.found).text(.english))” here; left as it is"
        case .rejectsWritten(let path): "the rows left out, with the reasons, are in \(path)"
        case .rejectLine(let reject):
            ExchangeWords.placeEnglish(reject) + ": \(reject.reason.english)" + ExchangeWords.detail(reject)
        case .verifying(let done, let total): "Verifying \(done)/\(total)   Ctrl-C stops"
        case .sound(let report):
            "sound: \(report.entries) entries in one chain; \(counted(report.cases, "case", "cases")), \(counted(report.people, "person", "people")), \(counted(report.items, "item", "items")) and all ledgers agree with them"
        case .finding(let finding, let offset): finding.english(offset)
        case .unsound(let count): counted(count, "finding", "findings")
        case .interrupted: "stopped"
        case .clockBehind(let now, let record):
            "This computer's clock, \(now), is behind the newest entry, \(record): please set it; "
                + "work is recorded with this time, and no deadline becomes shorter by it"
        case .newCase(let number, let due): "registered \(number), to be accepted by \(due)"
        case .limit(let kind): "\(Message.clock(kind).text(.english)) limit"
        case .clockEnded(let at): "ended \(at)"
        case .acted(let kind, let number): "done: \(Message.action(kind).text(.english)) \(number)"
        case .enrolled(let number, let name): "added \(number) \(name)"
        case .columnName: "Name"
        case .columnRole: "Role"
        case .hasLeft: "has left"
        case .listCount(let count): "\(count) cases"
        case .searchCount(0, _, _):
            "Nothing found. Names, items, villages, agents and numbers are searched, by initials of pinyin too; phones and identity numbers are not"
        case .searchCount(let count, let shown, let hasMore):
            "\(hasMore ? "More than " : "")\(count) cases, the newest \(shown) listed"
        case .endedBySignal(let number): "ended by signal \(number)"
        case .lineLost: "the terminal is gone; the desk is closed"
        case .terminalMended: "The terminal is as it should be again"
        case .nothingToMend: "there is no terminal to mend here"
        case .noTemporaryFolder(let folder, let detail):
            "cannot make a temporary folder in \(folder): \(SystemReason.english(detail))"
        case .outputFailed(let detail): "the result is not complete: standard output: \(SystemReason.english(detail))"
        case .system(let detail): "failed: \(SystemReason.english(detail))"
        case .doctor(let item): item.english
        case .goodLine: "good"
        case .badLine: "bad"
        case .rulebook(let words): words.english
        case .item(let words): words.english
        case .calendar(let words): words.english
        case .recompute(let words): words.english
        case .warnings(let words): words.english
        case .sheets(let words): words.english
        case .outbox(let words): words.english
        case .campaign(let words): words.english
        case .notice(let words): words.english
        case .county(let words): words.english
        case .backup(let words): words.english
        case .exchange(let words): words.english
        case .relay(let words): words.english
        case .attendance(let words): words.text(.english)
        case .wall(let words): words.english
        case .record(let words): words.english
        case .conduct(let words): words.english
        }
    }

    private func percent(_ part: Int64, _ whole: Int64) -> Int64 { whole == 0 ? 100 : part * 100 / whole }

    private static func english(_ error: ConfigurationError) -> String {
        let place = error.source + (error.line.map { ":\($0)" } ?? "") + ": "
        let key = error.key.map { "“\($0)”" } ?? "a key"
        return switch error.problem {
        case .syntax(let detail): "\(place)not TOML: \(detail)"
        case .missingKey: "\(place)\(key) is missing"
        case .missingOneOf(let keys): "\(place)\(key): one of \(keys.joined(separator: ", ")) is needed here"
        case .unknownKey(let allowed): "\(place)\(key) is not known; allowed: \(allowed.joined(separator: ", "))"
        case .value(let value, let expected): "\(place)\(key) cannot be \(value); allowed: \(expected)"
        case .contradiction(let detail): "\(place)\(key) contradicts: \(detail)"
        case .calendar(let problem): "\(place)\(key): \(problem.english)"
        case .unreadable(let detail): "\(place)cannot be read: \(SystemReason.english(detail))"
        }
    }

    private static func english(_ error: ImportError) -> String {
        switch error {
        case .unreadable(let path, let detail): "\(path): cannot be read: \(SystemReason.english(detail))"
        case .empty(let path): "\(path): is empty"
        case .otherForm(let path, let wanted, let found):
            "\(path): \(wanted.english) was to be read, and this is \(found.english); \(found.englishAdvice)"
        case .notCSV(let path, let line, .notAnObject): "\(path):\(line): the first line is not one whole JSON object"
        case .notCSV(let path, let line, .invalidUTF8):
            "\(path):\(line): the header cannot be read; \(ExchangeWords.perhapsGBK(path).english)"
        case .notCSV(let path, let line, let kind): "\(path):\(line): the header is not CSV: \(kind.english)"
        case .missingColumns(let missing, let header):
            "the header lacks columns of the mapping: \(missing.map { "\($0.key) = \"\($0.column)\"" }.joined(separator: ", ")); it has: \(header.joined(separator: ", "))"
        case .ambiguousColumn(let column, _): "the header has “\(column)” more than once"
        case .rejects(let path, let detail):
            "the rejects file \(path) cannot be written: \(SystemReason.english(detail))"
        case .rejectsIsTheInput(let path): "\(path) is the file to import; rejects cannot be written over it"
        case .sorting(let detail): "no room to sort the log (TMPDIR says where): \(SystemReason.english(detail))"
        case .madeForSpreadsheets(let path):
            "\(path): this file was made for spreadsheets, with apostrophes before numbers; add --format xlsx-safe-csv"
        case .masked(let path):
            "\(path): personal data is masked in this file, and it cannot say what the stars stand for; export with --unmasked"
        case .unknownForm(let header):
            "the columns are none of this program's exports; it has: \(header.joined(separator: ", "))"
        case .noSource(let kind):
            "\(ExchangeWords.name(kind).english): follows from the record and cannot be imported; cases, staff and items can"
        case .personNeeded(let kind): "\(ExchangeWords.name(kind).english): say who imports, with --as PERSON"
        case .notPermitted(let role, let kind):
            "\(Message.role(role).text(.english)): may not import \(ExchangeWords.name(kind).english); "
                + "these may: \(kind.importers.map { Message.role($0).text(.english) }.joined(separator: ", "))"
        case .store(let error): Message.storeProblem(error).text(.english)
        case .record(let detail): "the record refused: \(detail)"
        }
    }

    private static func english(_ error: TerminalError) -> String {
        switch error {
        case .notATerminal: "a full screen needs a terminal; input or output is none here"
        case .notUTF8(let locale):
            "the terminal does not use UTF-8 (it is “\(locale)”); set LANG=zh_CN.UTF-8 or C.UTF-8"
        case .dumb(let term):
            "a terminal of type “\(term)” cannot move its cursor; use another, or set TERM (xterm-256color)"
        case .tooSmall(let found, let needed):
            "the window is too small: \(found.columns)x\(found.rows), needs \(needed.columns)x\(needed.rows)"
        case .system(let operation, let number): "the terminal failed: \(operation): \(number)"
        }
    }
}

extension Words.Subject {
    var english: String {
        switch self {
        case .desk: "Open the reviewer's desk (the default)"
        case .demo: "Make a township that lives and open the desk over it"
        case .initialise: "Make a database for a centre"
        case .importing: "Import another system's cases or event log through a mapping, or what this program exported"
        case .cases: "List, show and register cases, and every step in the life of one"
        case .list: "List cases"
        case .search: "Find among all cases"
        case .show: "Show one case with its trace"
        case .new: "Register a case"
        case .accept: "Accept"
        case .decline: "Decline (needs a reason)"
        case .complete: "Hand to review (the agent)"
        case .approve: "Approve"
        case .reject: "Reject (needs a reason)"
        case .reassign: "Reassign to another agent"
        case .urge: "Urge the agent"
        case .undo: "Take back your own last step on this case"
        case .verify: "Replay the whole journal and compare"
        case .keys: "List the keys of the desk"
        case .doctor: "Check terminal, configuration and database"
        case .reset: "Make the terminal usable again, as after kill -9"
        case .simulate: "Let a township live (the demo's second process)"
        case .staff: "The people of the office: add, change, appoint, stand in, hand over, check"
        case .staffAdd: "Add a person (for reviewers, supervisors and directors)"
        case .staffList: "List the people of the office and who is on duty"
        }
    }
}

extension Words.DoctorItem {
    var english: String {
        switch self {
        case .terminal: "Terminal"
        case .size: "Size"
        case .colours: "Colours"
        case .encoding: "Encoding"
        case .language: "Language"
        case .theme: "Theme"
        case .configuration: "Configuration"
        case .database: "Database"
        case .journal: "Journal entries"
        case .unicode: "Width table"
        case .synchronizedOutput: "Synchronized output"
        case .margins: "Side margins"
        case .repeating: "Repeated characters"
        case .keyboard: "Kitty keyboard protocol"
        case .ambiguousWidth: "Ambiguous characters"
        case .yes: "yes"
        case .no: "no"
        case .narrow: "one column"
        case .wide: "two columns"
        case .source(.answered): "the terminal says so"
        case .source(.environment): "environment"
        case .source(.known): "by the terminal's name"
        case .source(.configuration): "configuration"
        case .source(.unknown): "not known; what is always safe"
        case .answers: "Answers"
        case .silent(let milliseconds):
            "not complete within \(milliseconds) ms; what the terminal did not answer is not used"
        case .missing: "none"
        case .panes: "Panes"
        case .panesReadable: "what a desk shows can be read; for the rest of the database there is daiban verify"
        case .dates: "dates"
        case .otherRules(let count): "\(count) open cases have dates by other rules or days; see daiban recompute"
        }
    }
}

extension ImportReject.Reason {
    var english: String {
        switch self {
        case .unclosedQuote: "a quote is never closed"
        case .strayQuote: "a quote in the wrong place"
        case .fieldCount: "wrong number of fields"
        case .invalidUTF8: "not UTF-8"
        case .fieldTooLong: "too long"
        case .nul: "holds a NUL character"
        case .blank: "may not be blank"
        case .time: "not a time that the mapping knows"
        case .unknownValue: "not in the mapping's values"
        case .number: "not usable as a case number"
        case .numberTaken: "another one has this number"
        case .order: "before the step that precedes it"
        case .beforeSubmission: "before it was submitted"
        case .future: "later than now"
        case .unknownAgent: "no such agent"
        case .notAnObject: "not one JSON object"
        case .history: "a case cannot go on so from there:"
        case .noRegistration: "the history does not begin with a registration but with"
        case .tooManyEvents: "more events than any case has:"
        case .otherRow: "left out with its case, because of row"
        case .masked: "personal data is masked in it"
        case .unfit: "cannot be taken as it is:"
        }
    }
}

extension CSVDefect.Kind {
    var english: String {
        switch self {
        case .unclosedQuote: "a quote is never closed"
        case .strayQuote: "a quote in the wrong place"
        case .fieldCount(let found, let expected): "\(found) fields instead of \(expected)"
        case .invalidUTF8: "not UTF-8"
        case .fieldTooLong: "a field is too long"
        case .nul: "a NUL character"
        case .notAnObject: "not one JSON object"
        }
    }
}
