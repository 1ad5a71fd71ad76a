import CaseStore
import Casework
import Dashboard

extension RecordWords {
    var english: String {
        switch self {
        case .anchor: "Print the end of the journal, to be kept outside, so that a cut or rewritten record is found"
        case .anchorDiscussion:
            "Print it once a month, sign it and put it away; or keep it in a file on another disk (--append). daiban verify --anchors FILE or --anchor NUMBER:DIGITS compares."
        case .rebuild: "Make all tables anew from the journal"
        case .money: "Money put down for people: allowances, deductions, piece rates, corrections, fees"
        case .moneyEnter: "Put money down for a person"
        case .moneyList: "List the money put down, and the sums by month"
        case .adopt: "Record that the configured rulebook is in force from now on"
        case .optionFull: "Look at everything: SQLite's whole integrity, each body byte for byte, counters and indexes"
        case .optionAnchors: "A file of anchors that was kept (daiban anchor --append)"
        case .optionAnchor: "An anchor from paper, such as 1234:09af-5c11-77e2-b0d4 (may be repeated)"
        case .optionAppend: "Add a line to this file; it has to lie on another disk"
        case .optionAfterRestore:
            "Go on after a restore: the file says that it begins anew (with --append and --reason)"
        case .optionRestartReason: "Why it begins anew; it stands in the file and in the journal"
        case .optionSign: "Sign for the month: an entry of the journal says who did"
        case .optionMonth:
            "The month that is signed for, such as 2026-11 (default: the one that is over; once that is signed, the running one)"
        case .optionRebuildReason: "Why; it stands in the journal"
        case .optionCompare:
            "Also compare the tables before and after, and say what was put right (takes a quarter longer)"
        case .optionNewFile:
            "Where pages of the file are damaged and the tables cannot be made anew in it: make all anew in a new file, which takes its place; the old one is kept"
        case .optionDespite: "Go on although the chain is broken; only a director may, and the journal says so"
        case .optionMoneyKind: "allowance, deduction, piece, correction or fee"
        case .optionAmount: "The amount in yuan, such as 120.50; only a correction may be negative"
        case .optionPeriod: "The month that it is for, such as 2026-11"
        case .optionGround: "What it rests on"
        case .optionMoneyOf: "Only this person (a staff number such as A07)"
        case .anchorOf(let centre, let at): "The record of \(centre) at \(at)"
        case .anchorEntries(let entries, let last): "entries  \(entries), the last one is number \(last)"
        case .anchorHash(let lines): "hash     " + lines.joined(separator: "\n         ")
        case .anchorShort(let short): "to type  \(short)"
        case .anchorAdvice:
            "Print this page, sign it with the date, and put it where nobody who keeps the computer can change it.\nLater: daiban verify --anchor NUMBER:DIGITS, as in the last line."
        case .anchorAppended(let path): "added to \(path)"
        case .anchorSigned(let month): "signed for \(month); the journal says so"
        case .anchorProblem(let error): Self.english(error)
        case .notAnAnchor(let text): "“\(text)” is no anchor; it looks like 1234:09af-5c11-77e2-b0d4"
        case .monthWithoutAnchor(let month):
            "nobody has signed an anchor for \(month): daiban anchor --sign --month \(month) --as PERSON"
        case .restartNeeds: "--after-restore needs --append FILE, --reason WHY and --as PERSON"
        case .restarted(let kept, let offset): Self.restartEnglish(kept, offset)
        case .remadeDespite(let remade, let offset): Self.remadeEnglish(remade, offset)
        case .restoreFits(let restore, let at):
            "a restore that fits: \(at), \(restore.person ?? "the office") (account \(restore.word.account)) from \(restore.word.file), entry \(restore.sequence)\(restore.word.kept.map { ", the old record kept as \($0)" } ?? "")"
        case .anchorsCompared(let count): count == 1 ? "1 anchor agrees" : "\(count) anchors agree"
        case .soundInFull:
            "in full: every page of the file, each body byte for byte, counters, search and work done agree as well"
        case .soundInPart: "not looked at: bodies byte for byte, counters, search and work done; --full does"
        case .moreFindings(let count): "... \(count) more; --json tells all"
        case .verifyAdvice(let advice, let database): advice.text(.english, database: database)
        case .firstFinding(let finding, let offset): "the trouble begins here: \(finding.english(offset))"
        case .rebuilding(let progress):
            switch progress.stage {
            case .chain: "Checking the chain \(progress.done)/\(progress.total)   Ctrl-C stops"
            case .cases: "Making the tables \(progress.done)/\(progress.total)   others have to wait   Ctrl-C stops"
            case .indexes: "Making the indexes   others have to wait   Ctrl-C stops"
            case .derived: "Making counters and search   others have to wait   Ctrl-C stops"
            }
        case .rebuilt(let report): "made anew from \(report.entries) entries: \(counted(report.cases, "case", "cases"))"
        case .nothingPutRight:
            "nothing was different: the tables were what the journal gives; counters and search were made anew as well"
        case .putRight(let change): Self.english(change)
        case .rebuiltDespite(let finding): "the chain was broken: \(finding.english)"
        case .withoutBeginning(let count): "left out, since the journal does not tell how they began: \(count) cases"
        case .lostByRebuild(let lost): LossWords(lost).english
        case .keptBeforeRebuild(let path): "the record as it was before is kept as \(path)"
        case .rebuildProblem(let error): Self.english(error)
        case .newFileAlone:
            "--new-file does not go with --compare: a new file has no tables to compare with"
        case .notSalvageable(let finding):
            "nothing was changed: \(finding.english). The journal is not whole, so nothing can be made of it; restore a backup"
        case .salvaging(.copying(let done, let total)):
            "Copying the journal \(done)/\(total)   others have to wait   Ctrl-C stops"
        case .salvaging(.rebuilding(let progress)): RecordWords.rebuilding(progress).english
        case .salvaging(.verifying(let progress)):
            "Verifying the new file \(progress.done)/\(progress.total)   others have to wait   Ctrl-C stops"
        case .salvaged(let report):
            "made anew in a new file and verified in full: entries: \(report.rebuilt.entries), cases: \(report.rebuilt.cases); open desks go over to it by themselves"
        case .notSalvaged("pins"): "not all PINs could be read"
        case .notSalvaged("pin_tries"):
            "not all wrong tries of PINs could be read; those that could not begin at none"
        case .notSalvaged("outbox"):
            "not all messages that wait could be read; those that could not are not sent: see daiban outbox list, and tell people yourself"
        case .notSalvaged("import_checkpoints"):
            "how far imports are could not all be read: a file that was not done may begin anew; cases that are there are passed over"
        case .notSalvaged(let table):
            "not all of “\(RecordNames(language: .english).table(table))” could be read [\(table)]"
        case .withoutPIN(let people):
            "without a PIN now, to be given a new one: \(people.joined(separator: ", ")) (daiban staff pin NUMBER --as REVIEWER)"
        case .salvageUnchecked:
            "not all tables of the old file can be read, so nobody can say whether they had cases that the journal does not tell of; keep the old file"
        case .kind(.allowance): "allowance"
        case .kind(.deduction): "deduction"
        case .kind(.piece): "piece rate"
        case .kind(.correction): "correction"
        case .kind(.fee): "fee"
        case .entered(let who, let entry):
            "\(who): \(RecordWords.kind(entry.kind).english) \(Self.yuan(entry.fen)) for \(entry.period)"
        case .notAnAmount(let text): "“\(text)” is no amount; write yuan, such as 120.50"
        case .columnKind: "Kind"
        case .columnAmount: "Yuan"
        case .columnPeriod: "Month"
        case .columnGround: "Ground"
        case .columnSum: "To pay"
        case .adopted(let name): "the rulebook “\(name)” is in force from now on; the journal says so"
        case .adoptedAlready(let name, let since):
            "“\(name)” has been in force like this since \(since); nothing was written"
        case .inForce(let name, let since, let by, let reason): "\(name), in force since \(since), by \(by): \(reason)"
        case .notAdopted: "the record does not say which rulebook is in force; see daiban rulebook adopt"
        case .otherInForce(let name, let since):
            "the configuration is another one than “\(name)”, recorded as in force since \(since); see daiban rulebook adopt"
        case .ruleProblem(.notOnStaff): "not on the staff, or not any more"
        case .ruleProblem(.notPermitted(let role)): "\(Message.role(role).text(.english)): may not adopt rulebooks"
        case .ruleProblem(.store(let error)): Message.storeProblem(error).text(.english)
        case .rulesItem: "Rulebook"
        }
    }

    private static func restartEnglish(_ kept: KeptRestart, _ offset: UTCOffset) -> String {
        let (restart, restore) = (kept.restart, kept.restore)
        let what =
            restore.map { " of \($0.at.civilText(offset)) from \($0.word.file)" }
            ?? " that a later restore took away again"
        return
            "line \(kept.line) of the file: begun anew after the restore\(what) by \(restart.person) at \(restart.at.civilText(offset)): \(restart.reason)\(kept.isRecorded ? "" : " (so says the file alone: an earlier version wrote it, or it was altered)"). Anchors before it that were not compared for that: \(kept.passed)"
    }

    private static func remadeEnglish(_ remade: RemadeDespiteBreak, _ offset: UTCOffset) -> String {
        let word = remade.word
        let who = remade.person ?? "somebody unknown"
        let state =
            word.brokenAt.map { "although the chain was broken from entry \($0) on" }
            ?? "while they had what the journal does not tell of"
        let lost =
            switch word.lostCases {
            case nil: "; nobody can say how many cases went"
            case 0: ""
            case let count?: "; \(count == 1 ? "1 case" : "\(count) cases") went"
            }
        let kept = word.kept.map { "; the record before is kept as \($0)" } ?? ""
        return
            "journal entry \(remade.sequence): on \(remade.at.civilText(offset)) \(who) made the tables anew \(state), reason: \(word.reason)\(lost)\(kept). What was missing then no verification sees: compare with anchors on paper"
    }

    private static func english(_ error: AnchorError) -> String {
        switch error {
        case .notOnStaff: "not on the staff, or not any more"
        case .notPermitted(let role): "\(Message.role(role).text(.english)): may not sign anchors"
        case .monthSigned(let month): "\(month) is signed for already"
        case .monthInFuture(let month): "\(month) has not begun"
        case .noAnchors(let path):
            "\(path):1: no anchor: this is no file of anchors and was left as it is; name another one"
        case .noFolder(let path): Message.storeProblem(.noFolder(path: path)).text(.english)
        case .lineUnreadable(let path, let line):
            "\(path):\(line): no whole anchor; nothing was added. If a power cut left it, delete that line; else find out who wrote it"
        case .chainBroken(let finding):
            "the chain is broken; nothing was printed, signed or written: \(finding.english). See daiban verify"
        case .lineBeforeRestore(let path, let finding, let restore, let offset):
            "\(path): the last line does not agree with the record, nothing was added: \(finding.english(offset)). \(RecordWords.restoreFits(restore, at: restore.at.civilText(offset)).english). Once that is made sure of, --after-restore --reason WHY --as PERSON goes on"
        case .nothingToRestart(let path):
            "\(path): the last line agrees with the record; there is nothing to begin anew for, nothing was added"
        case .lineDiffers(let path, let finding, let offset):
            "\(path): the last line does not agree with the record, nothing was added: \(finding.english(offset))"
        case .file(let path, let detail): "\(path): \(SystemReason.english(detail))"
        case .store(let error): Message.storeProblem(error).text(.english)
        }
    }

    private static func english(_ change: RebuildReport.Change) -> String {
        let what =
            switch change.before {
            case nil: "was not there or could not be read, now \(change.after) rows"
            case change.after: "some rows were not what the journal gives (\(change.after) rows in all)"
            case let before?: "had \(before) rows, now \(change.after)"
            }
        return "put right: \(RecordNames(language: .english).table(change.table)): \(what) [\(change.table)]"
    }

    private static func english(_ error: RebuildError) -> String {
        switch error {
        case .noSuchPerson(let number): "the journal knows nobody who serves under the number \(number)"
        case .notPermitted(.rebuildDespiteBrokenChain, let role):
            "\(Message.role(role).text(.english)): only a director may make the tables anew from a broken chain"
        case .notPermitted(.restore, let role):
            "\(Message.role(role).text(.english)): may not put a backup in the place of the record; a reviewer or director may"
        case .notPermitted(_, let role): "\(Message.role(role).text(.english)): may not make the tables anew"
        case .brokenChain(let finding, let lost):
            "nothing was changed: the chain is broken: \(finding.english). Look for a backup first; a director may go on with --despite-broken-chain"
                + ". " + LossWords(lost).english
        case .unreadable(let finding): "nothing was changed: \(finding.english)"
        case .damaged(let path, let detail):
            "\(path) is damaged: \(SystemReason.english(detail)). The tables cannot be made anew in it; nothing was changed. See with daiban verify whether the journal is whole: if so, add --new-file; if not, restore a backup"
        case .stopped: "stopped; all is as it was before"
        case .store(let error): Message.storeProblem(error).text(.english)
        }
    }
}

extension VerificationReport.AnchorOrigin {
    func english(_ offset: UTCOffset) -> String {
        switch self {
        case .file(let line, let at): "the anchor of \(at.civilText(offset)) (line \(line))"
        case .paper: "the anchor on paper"
        case .journal(let month): "the anchor signed for \(month)"
        }
    }
}
