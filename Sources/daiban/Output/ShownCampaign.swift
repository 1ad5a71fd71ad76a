import CaseStore
import Casework

/// A campaign with its villages as `--json` prints it.
struct ShownCampaign: Encodable {
    struct Village: Encodable {
        var village: String
        var handed: Bool
        var asked: Int
        var pending: Int
        var handling: Int
        var inReview: Int
        var approved: Int
        var declined: Int
        var withdrawn: Int
    }

    var code: String
    var title: String
    var item: String
    var itemCode: String?
    var department: String
    var due: String
    var opened: String
    var closed: String?
    var summary: String?
    var villages: [Village]

    init(_ campaign: Campaign, _ progress: [CampaignProgress], offset: UTCOffset) {
        code = campaign.code
        title = campaign.title
        item = campaign.item
        itemCode = campaign.listedItem?.code
        department = campaign.department
        due = "\(campaign.due)"
        opened = campaign.openedAt.iso8601(offset)
        closed = campaign.closing?.at.iso8601(offset)
        summary = campaign.closing.map { Masking.freeText($0.summary, hiding: "") }
        villages = progress.map {
            Village(
                village: $0.village, handed: $0.isHanded, asked: $0.asked, pending: $0.pending,
                handling: $0.handling, inReview: $0.inReview, approved: $0.approved, declined: $0.declined,
                withdrawn: $0.withdrawn)
        }
    }
}
