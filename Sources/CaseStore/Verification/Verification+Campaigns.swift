import Casework
import GRDB

/// Compares the campaigns and the word on messages that the journal gives with their rows.
///
/// The outbox is not compared: it is work to do, not a projection.
extension Verification {
    func compare(_ campaigns: [String: Campaign], _ messages: MessageSwitch) throws {
        if try MessageProjection.find(in: database) != messages { report.add(.centreDiffers(field: "messages")) }
        guard try CampaignProjection.isThere(in: database) else { return }
        var codes = Set(campaigns.keys)
        codes.formUnion(try String.fetchAll(database, sql: "SELECT code FROM campaigns"))
        let closed = Set(try String.fetchAll(database, sql: "SELECT code FROM campaigns WHERE is_closed <> 0"))
        for code in codes.sorted() {
            let expected = campaigns[code]
            let stored = try? CampaignProjection.find(code, in: database)
            if stored != expected || closed.contains(code) != (expected?.isClosed ?? false) {
                report.add(.centreDiffers(field: "campaign \(code)"))
            }
        }
    }
}
