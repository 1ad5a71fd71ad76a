import Casework

/// Why nothing was exchanged. The record is as it was before, whichever it is.
public enum RelayError: Error, Hashable, Sendable {
    case notOnStaff
    case notPermitted(RelayAction, Role)
    /// This record is no site yet.
    case notIntroduced
    /// There is no such partner, or it was revoked.
    case noPartner(String)
    /// The township was not told for which of these villages.
    case villageNeeded([String])
    /// The village has a site already; it has to be revoked first.
    case villageTaken(String)
    case villageUnknown(String)
    /// Only the township does that.
    case onlyTownship(RelayAction)
    case reasonMissing
    /// The digits are not those of the card or bundle.
    case fingerprintDiffers

    /// The private key's file cannot be read.
    case keyMissing(path: String)
    /// The keys in the file are not those that the record tells of.
    case keyDiffers(path: String)
    case file(path: String, detail: String)
    case fileExists(path: String)

    /// The file is no bundle, or is cut off or altered; the line where that shows.
    case damaged(line: Int)
    case notACard
    /// A site's card where a bundle was wanted, in the name of that site.
    case isCard(String)
    /// Made by a newer program.
    case newer(found: Int, known: Int)
    /// The signature is not the sender's.
    case forged(site: String, number: Int)
    /// From another centre.
    case foreign
    case notForUs
    case senderUnknown(String)
    case senderRevoked(String)
    /// Sealed for keys that this record does not have any more.
    case sealedForOtherKeys(number: Int)
    /// The sender's bundle does not continue what was taken over: an old backup was restored there, or here.
    case fork(site: String, number: Int)
    /// The first bundle does not found a village's record.
    case notFounding
    /// An entry that cannot be taken over at all; nothing of the bundle was.
    case unreadable(number: Int, entry: Int64)

    case noSuchTask(String)
    case taskSettled
    /// The entry still does not fit.
    case stillInTheWay(RelayObstacle)
    case noSuchBundle(Int)
    case store(StoreError)
}
