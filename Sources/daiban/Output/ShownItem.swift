import Casework

/// A service item as `--json` prints it: every field under a name of its own, what it does not say is absent.
struct ShownItem: Encodable {
    struct Material: Encodable {
        var name: String
        var form: String?
        var required: Bool
    }

    struct Stage: Encodable {
        var stage: String
        var name: String
        var days: Int?
    }

    var code: String
    var version: Int
    var level: String
    var name: String
    var kind: String
    var area: String
    var department: String?
    var branches: [String]
    var promisedDays: Int?
    var promise: String?
    var legalLimit: String?
    var condition: String?
    var materials: [Material]
    var time: String?
    var filling: String?
    var sample: String?
    var stages: [Stage]
    var legalBasis: String?
    var feeFen: Int?
    var feeBasis: String?
    var source: String?
    var assumed: [String]
    var claimed: Bool
    var withdrawn: Bool
    /// What should be public and is not said.
    var lacks: [String]

    init(_ listing: ItemListing) {
        let item = listing.item
        code = item.code
        version = item.version
        level = item.level.rawValue
        name = item.name
        kind = item.kind.rawValue
        area = item.area.text
        department = item.department
        branches = item.branches
        promisedDays = item.promisedDays
        promise = item.promise
        legalLimit = item.legalLimit
        condition = item.condition
        materials = item.materials.map { Material(name: $0.name, form: $0.form?.rawValue, required: $0.isRequired) }
        time = item.guide.time
        filling = item.guide.filling
        sample = item.guide.sample
        stages = item.stages.map { Stage(stage: $0.stage.rawValue, name: $0.name, days: $0.days) }
        legalBasis = item.legalBasis
        feeFen = item.fee?.fen
        feeBasis = item.fee?.basis
        source = item.source
        assumed = item.assumed.map(\.rawValue)
        claimed = listing.isClaimed
        withdrawn = listing.isWithdrawn
        lacks = item.publicGaps.map(\.rawValue)
    }
}
