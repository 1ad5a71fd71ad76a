import CaseStore
import Casework
import Dashboard

extension RelayWords {
    var english: String {
        switch self {
        case .abstract: "Villages without a line: exchange cases by USB stick, sealed and signed"
        case .start: "On the village's PC: found its database from the township's first file"
        case .introduce: "Make this site's keys and its card (once at the township; with --village at a village)"
        case .renew: "New keys and a new card, after the old ones were lost or seen"
        case .admit: "Trust a partner's card, with the digits that they read out over the phone"
        case .revoke: "Trust a village's site no more (a lost PC)"
        case .export: "Write what the partner does not know yet to a file for the stick"
        case .take: "Take a partner's file over: in any order, any number of times"
        case .status: "How far the exchange with each site is, and what is missing"
        case .tasks: "List entries that were not simply taken over"
        case .settle: "Settle one: take it over or drop it, with a reason (township)"
        case .optionVillage: "The village"
        case .optionCardOut: "The file for the card"
        case .optionCard: "The partner's card"
        case .optionDigits: "The 30 digits that the partner read out"
        case .optionMark: "Letters in the village's case numbers, such as B (the next free ones by default)"
        case .optionFor: "For which village (not needed at a village)"
        case .optionOut: "The file (named in the current folder by default; never overwritten)"
        case .optionAgain: "Write everything from this bundle on once more (a lost stick)"
        case .optionFile: "The partner's file"
        case .optionFrom: "The township's first file for this village"
        case .optionTownshipDigits: "The 30 digits that the township read out"
        case .optionAll: "Settled ones too"
        case .optionTask: "The entry, as daiban relay tasks lists it"
        case .optionApply: "Take it over"
        case .optionDrop: "Drop it"
        case .optionBundle: "bundle"
        case .introduced(let site, let path): "The card of \(site.name) is in \(path)"
        case .digits(let digits): "Digits: \(digits)"
        case .digitsHint: "Read them to the partner over the phone. The card is public and holds no personal data."
        case .keyHint(let path):
            "The private keys are in \(path), for this PC alone: give them to nobody; when lost, daiban relay renew."
        case .databaseNeeded(let path):
            "Say with --database where the village's record is to be: its private keys are put beside it. For the default "
                + "place: --database \(path)"
        case .admitted(let site):
            "The site of \(site.name) is trusted" + (site.mark.map { "; its case numbers carry \($0)" } ?? "")
        case .revoked(let site): "The site of \(site.name) is not trusted any more; its files are refused"
        case .exported(let export, let path):
            "\(path): \(export.bundles.count) bundle(s), \(export.entries) entries for \(export.partner.name)"
                + (export.repeated > 0 ? " (\(export.repeated) not yet confirmed, sent again)" : "")
        case .nothingNew(let site): "Nothing to tell \(site.name); no file was written"
        case .personalData:
            "This file holds personal data of residents. It is sealed for the recipient alone; still, have it carried by "
                + "somebody you trust and delete it once it was taken over."
        case .receipt(let receipt): Self.english(receipt)
        case .clockAhead(let minutes):
            "Note: the clock there is at least \(minutes) min ahead; entries keep its time. Please set that PC's clock"
        case .lookAtTasks: "Some entries were not simply taken over: daiban relay tasks"
        case .founded(let path, let village, let cases): "The record of \(village) is at \(path), \(cases) open case(s)"
        case .settled(let task): "\(task.name): \(RelayWords.taskStatus(task.status).english)"
        case .applyOrDrop: "one of --apply and --drop"
        case .noSite:
            "This record is no site yet: daiban relay introduce at the township, daiban relay init at a village"
        case .township: "township"
        case .isRevoked: "revoked"
        case .keysMissing: "The private keys are missing or others: daiban relay renew"
        case .none: "No entries to settle"
        case .ownSite(let site): "This site: \(site.name)" + (site.mark.map { " (letters \($0))" } ?? " (township)")
        case .ownDigits(let digits): "Its digits: \(digits)"
        case .columnSite: "Site"
        case .columnReceived: "Received"
        case .columnSent: "Sent"
        case .columnConfirmed: "Confirmed"
        case .waiting(let bundles):
            "waiting for earlier bundles: \(bundles.map(String.init).joined(separator: ", "))"
        case .columnHeld: "Held"
        case .columnUnsent: "Not sent"
        case .columnTasks: "Tasks"
        case .columnTask: "Entry"
        case .columnSubject: "Case or person"
        case .columnWhat: "What"
        case .columnWho: "By"
        case .columnWhen: "When, there"
        case .columnObstacle: "What stood in its way"
        case .columnStatus: "Status"
        case .taskStatus(let status): Message.relay(.status(status)).text(.english)
        case .obstacle(let obstacle): Message.relay(.obstacle(obstacle)).text(.english)
        case .settledBy(let settlement): "\(settlement.name): \(settlement.reason)"
        case .came(let origin): "from \(origin.site) (bundle \(origin.bundle), entry \(origin.sequence) there)"
        case .future: "later than its arrival"
        case .problem(let error): Self.english(error)
        }
    }

    private static func english(_ receipt: RelayReceipt) -> String {
        let name = "\(receipt.site.name), bundle \(receipt.number)"
        switch receipt.outcome {
        case .applied:
            return "\(name): \(receipt.entries) entries taken over"
                + (receipt.tasks > 0 ? ", \(receipt.tasks) to be settled" : "")
        case .known: return "\(name): taken over before, nothing changed"
        case .held: return "\(name): waits for bundle \(receipt.missing ?? 0)"
        }
    }

    private static func english(_ error: RelayError) -> String {
        switch error {
        case .notOnStaff: "Not on the staff"
        case .notPermitted(let action, let role):
            "A \(Message.role(role).text(.english)) may not do relay \(action.rawValue)"
        case .notIntroduced: RelayWords.noSite.english
        case .noPartner(let name): "No trusted site “\(name)”: daiban relay admit first"
        case .villageNeeded([]): "No village's site is trusted yet: daiban relay admit first"
        case .villageNeeded(let names): "Say for which village, with --for: \(names.joined(separator: ", "))"
        case .villageTaken(let name):
            "“\(name)” has a site already, or the letters are taken; after a change of PC: daiban relay revoke first"
        case .villageUnknown(let name): "No such village: \(name)"
        case .onlyTownship(let action): "Only the township does relay \(action.rawValue)"
        case .reasonMissing: "A reason is needed, of 500 characters at most"
        case .fingerprintDiffers:
            "The digits differ; nothing was done. Have them read out again; if they still differ, the file is not theirs"
        case .keyMissing(let path):
            "No usable private keys: \(path). Make new ones with daiban relay renew and have the new card admitted"
        case .keyDiffers(let path):
            "The keys in \(path) are not this record's. Put the right ones back, or daiban relay renew"
        case .file(let path, let detail): "\(path): \(SystemReason.english(detail))"
        case .fileExists(let path): "\(path) exists and was not overwritten"
        case .damaged(let line):
            "Cut off or altered from line \(line) on; nothing was taken over. Copy it again, or have it exported again"
        case .isCard(let name):
            "This is the card of \(name), not a file to take over; nothing was. Compare the digits over the phone, then "
                + "daiban relay admit CARD --digits DIGITS"
        case .notACard: "This is no site's card, or it was altered"
        case .newer(let found, let known):
            "Format \(found) is newer than this program's (\(known)): update it; nothing was taken over"
        case .forged(let site, let number):
            "The signature of bundle \(number) is not that of \(site); nothing was taken over. If they have new keys, "
                + "admit the new card first"
        case .foreign: "A file of another centre; nothing was taken over"
        case .notForUs: "This file is for another site; nothing was taken over"
        case .senderUnknown(let id): "That site was never admitted (\(id)); nothing was taken over"
        case .senderRevoked(let name): "The site of \(name) was revoked; nothing was taken over"
        case .sealedForOtherKeys(let number):
            "Bundle \(number) does not open: it was sealed for other keys. Have your new card admitted, then exported again"
        case .fork(let site, let number):
            "Bundle \(number) of \(site) does not continue what was exchanged: an old backup was restored there. Nothing "
                + "was taken over, and both records are whole. Put a newer backup back; without one, introduce a new site "
                + "with a new database there, revoke and admit here, and enter what was never sent once more"
        case .notFounding: "This is not the township's first file for a new site"
        case .unreadable(let number, let entry):
            "This program does not know entry \(entry) of bundle \(number), and took nothing of it over: update it"
        case .noSuchTask(let name): "No entry \(name)"
        case .taskSettled: "It is settled already, or it is not the township's yet"
        case .stillInTheWay(let obstacle):
            "It cannot be taken over yet: \(RelayWords.obstacle(obstacle).english). It stays"
        case .noSuchBundle(let number): "No bundle \(number)"
        case .store(let error): Message.storeProblem(error).text(.english)
        }
    }
}
