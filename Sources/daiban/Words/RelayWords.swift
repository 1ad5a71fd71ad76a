import CaseStore
import Casework

/// What `daiban relay` says.
enum RelayWords {
    case abstract, start, introduce, renew, admit, revoke, export, take, status, tasks, settle
    case optionVillage, optionCardOut, optionCard, optionDigits, optionMark, optionFor, optionOut, optionAgain
    case optionFile, optionFrom, optionTownshipDigits, optionAll, optionTask, optionApply, optionDrop, optionBundle

    case introduced(RelaySite, path: String)
    case digits(String)
    case digitsHint
    case keyHint(String)
    case databaseNeeded(String)
    case admitted(RelaySite)
    case revoked(RelaySite)
    case exported(RelayExport, path: String)
    case nothingNew(RelaySite)
    case personalData
    case receipt(RelayReceipt)
    case clockAhead(minutes: Int)
    case lookAtTasks
    case founded(path: String, village: String, cases: Int)
    case settled(RelayTask)
    case applyOrDrop

    case noSite, township, isRevoked, keysMissing, none
    case ownSite(RelaySite), ownDigits(String)
    /// Bundles that came before an earlier one did.
    case waiting([Int])
    case columnSite, columnReceived, columnSent, columnConfirmed, columnHeld, columnUnsent, columnTasks
    case columnTask, columnSubject, columnWhat, columnWho, columnWhen, columnObstacle, columnStatus
    case taskStatus(RelayTask.Status)
    case obstacle(RelayObstacle)
    case settledBy(RelayTask.Settlement)
    case came(RelayOrigin)
    case future
    case problem(RelayError)
}

extension RelayError {
    var exitStatus: ExitStatus {
        switch self {
        case .notOnStaff, .notPermitted, .onlyTownship, .reasonMissing, .fingerprintDiffers, .villageTaken,
            .forged, .foreign, .notForUs, .senderUnknown, .senderRevoked, .taskSettled, .stillInTheWay, .notFounding,
            .fileExists, .notIntroduced:
            .refused
        case .noPartner, .villageUnknown, .noSuchTask, .noSuchBundle: .notFound
        case .villageNeeded: .usage
        case .isCard: .refused
        case .fork: .conflict
        case .keyMissing, .keyDiffers, .file, .damaged, .notACard, .newer, .sealedForOtherKeys, .unreadable, .store:
            .failed
        }
    }
}
