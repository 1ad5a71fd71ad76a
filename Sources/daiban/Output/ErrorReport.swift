import CaseStore
import Casework
import Dashboard
import Foundation
import Subprocess
import TerminalKit
import TownSimulator

/// Turns every error of the layers below into words for standard error and an exit code.
enum ErrorReport {
    static func make(_ error: any Error, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case let failure as Failure: (failure.words.text(language), failure.exit)
        case let error as StoreError: explain(error, language)
        case let error as ConfigurationError: (Words.configuration(error).text(language), .configuration)
        case let error as ItemListError: (Words.item(.faults(error)).text(language), error.exitStatus)
        case let error as ItemError: explain(error, language)
        case let error as ItemRefusal: explain(error, language)
        case let error as ExportError: (Words.exchange(.problem(error)).text(language), error.exitStatus)
        case let error as ImportError: (Words.importProblem(error).text(language), error.exitStatus)
        case let error as TerminalError: (Words.terminal(error).text(language), .failed)
        case let error as ActionError: explain(error, language)
        case let error as RecordError: explain(error, language)
        case let error as CounterFault: (Message.intake(.fault(error)).text(language), .refused)
        case let error as IntakeError: explain(error, language)
        case let error as Refusal: (Message.refusal(error).text(language), .refused)
        case let refusal as StaffRefusal: (Message.people(.refusal(refusal)).text(language), .refused)
        case let error as OutboxError: (Message.outbox(.refusal(error)).text(language), error.exitStatus)
        case let error as CampaignError: explain(error, language)
        case let refusal as CampaignRefusal: explain(.refused(refusal), language)
        case let error as NoticeError: explain(error, language)
        case let error as BackupError: explain(error, language)
        case let error as RestoreError: explain(error, language)
        case let error as RelayError: (Words.relay(.problem(error)).text(language), error.exitStatus)
        case let error as PayError: explain(error, language)
        case let refusal as PayRefusal: explain(.refused(refusal), language)
        case let error as SheetError: (Message.sheet(.problem(error)).text(language), error.exitStatus)
        case let error as AnchorError: explain(error, language)
        case let error as RebuildError: explain(error, language)
        case let error as RulebookError: explain(error, language)
        case let error as SimulationError: explain(error, language)
        case let error as SubprocessError: (Words.simulatorFailed(error.description).text(language), .failed)
        case let error as CocoaError: (Words.system(words(error, language)).text(language), .failed)
        default: (Words.system("\(error)").text(language), .failed)
        }
    }

    private static func explain(_ error: StoreError, _ language: Language) -> (words: String, exit: ExitStatus) {
        (Message.storeProblem(error).text(language), .failed)
    }

    private static func explain(_ error: PayError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .refused(.villageUnknown(let village)):
            (Message.sheet(.refusal(.villageUnknown(village))).text(language), .notFound)
        case .refused(let refusal): (Message.sheet(.refusal(refusal)).text(language), .refused)
        case .store(let error): explain(error, language)
        }
    }

    private static func explain(_ error: BackupError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .store(let error): explain(error, language)
        case .stopped: (Words.interrupted.text(language), .failed)
        case .ontoItself(let path): (Words.backup(.ontoItself(path)).text(language), .usage)
        case .unsound(let path, let report):
            (Words.backup(.unsound(path: path, findings: report.findings.count)).text(language), .unsound)
        }
    }

    private static func explain(_ error: RestoreError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .store(let error): explain(error, language)
        case .stopped: (Words.interrupted.text(language), .failed)
        case .ontoItself(let path): (Words.backup(.restoreOntoItself(path)).text(language), .usage)
        case .unsound(let path, let report):
            (Words.backup(.restoreUnsound(path: path, findings: report.findings.count)).text(language), .unsound)
        case .damaged(let path, _): (Words.backup(.restoreDamaged(path: path)).text(language), .unsound)
        case .notBroughtForward(let path, let schema, let step, let steps):
            (
                Words.backup(.notBroughtForward(path: path, schema: schema, step: step, steps: steps)).text(language),
                .unsound
            )
        case .otherRecord(let path, let centre, let own):
            (Words.backup(.restoreOther(path: path, centre: centre, own: own)).text(language), .refused)
        case .inUse(let path, let seconds):
            (Words.backup(.inUse(path: path, seconds: seconds)).text(language), .failed)
        }
    }

    private static func explain(_ error: ActionError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .refused(let refusal): (Message.refusal(refusal).text(language), .refused)
        case .conflict(let conflict): (Words.conflict(conflict).text(language), .conflict)
        case .missing: (Message.caseMissing.text(language), .notFound)
        case .store(let error): explain(error, language)
        }
    }

    private static func explain(_ error: ItemError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .refused(let refusal, _): explain(refusal, language)
        case .store(let error): explain(error, language)
        }
    }

    private static func explain(_ error: ItemRefusal, _ language: Language) -> (words: String, exit: ExitStatus) {
        (Message.itemTerm(.refusal(error)).text(language), error.exitStatus)
    }

    private static func explain(_ error: RecordError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .caseNumberTaken(let number), .staffNumberTaken(let number):
            (Words.numberTaken(number).text(language), .refused)
        case .refused(let refusal): (Message.people(.refusal(refusal)).text(language), .refused)
        case .noSuchStaff(let id): (Words.personUnknown(String(id.value)).text(language), .notFound)
        case .store(let error): explain(error, language)
        }
    }

    private static func explain(_ error: IntakeError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .notOnStaff, .mayNotRegister, .otherVillage, .alreadyOpen:
            (Message.intake(.notRegistered(error)).text(language), .refused)
        case .record(let error): explain(error, language)
        }
    }

    private static func explain(_ error: CampaignError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .refused(let refusal): (Message.campaign(.refusal(refusal)).text(language), error.exitStatus)
        case .record(let error): explain(error, language)
        }
    }

    private static func explain(_ error: NoticeError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .refused(let refusal): (Message.notice(.refusal(refusal)).text(language), refusal.exitStatus)
        case .store(let error): explain(error, language)
        }
    }

    private static func explain(_ error: AnchorError, _ language: Language) -> (words: String, exit: ExitStatus) {
        let exit: ExitStatus =
            switch error {
            case .notOnStaff, .notPermitted, .monthSigned, .monthInFuture, .nothingToRestart: .refused
            case .lineDiffers, .lineBeforeRestore, .lineUnreadable, .chainBroken: .unsound
            case .noAnchors, .noFolder, .file, .store: .failed
            }
        return (Words.record(.anchorProblem(error)).text(language), exit)
    }

    private static func explain(_ error: RebuildError, _ language: Language) -> (words: String, exit: ExitStatus) {
        let exit: ExitStatus =
            switch error {
            case .noSuchPerson: .notFound
            case .notPermitted: .refused
            case .brokenChain, .unreadable: .unsound
            case .stopped, .store, .damaged: .failed
            }
        return (Words.record(.rebuildProblem(error)).text(language), exit)
    }

    private static func explain(_ error: RulebookError, _ language: Language) -> (words: String, exit: ExitStatus) {
        let exit: ExitStatus =
            switch error {
            case .notOnStaff, .notPermitted: .refused
            case .store: .failed
            }
        return (Words.record(.ruleProblem(error)).text(language), exit)
    }

    private static func explain(_ error: SimulationError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .store(let error): explain(error, language)
        case .record(let error): explain(error, language)
        case .action(let error): explain(error, language)
        case .inhabited: (Words.townshipInhabited.text(language), .refused)
        case .stopped: (Words.interrupted.text(language), .failed)
        case .other(let detail): (Words.system(detail).text(language), .failed)
        }
    }

    /// What the system said; Foundation's own sentences name no reason on Linux.
    private static func words(_ error: CocoaError, _ language: Language) -> String {
        (error.filePath.map { "\($0): " } ?? "") + SystemReason.text(reason(error), language)
    }

    /// The cause alone, without the path.
    static func reason(_ error: any Error) -> String {
        let cause = (error as? CocoaError)?.underlying as? POSIXError
        return cause.map { String(cString: strerror($0.code.rawValue)) } ?? (error as NSError).localizedDescription
    }
}

extension SheetError {
    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .villageUnknown: .notFound
        case .quarterNeeded: .usage
        case .noPast, .notBegun, .notKept: .refused
        case .store: .failed
        }
    }
}
