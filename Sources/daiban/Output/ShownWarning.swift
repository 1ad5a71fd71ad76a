import Casework

/// A warning as `--json` prints it.
struct ShownWarning: Encodable {
    var number: String
    var item: String
    var village: String
    /// Masked.
    var applicant: String
    /// The staff number of who has the case in hand.
    var agent: String?
    var agentName: String?
    var topic: String
    var mark: String
    var due: String
    var provisional: Bool
    /// Until the end; negative once it has passed.
    var minutes: Int
    var urgings: Int

    init(_ warning: OpenWarning, now: Instant, offset: UTCOffset) {
        number = warning.number
        item = warning.item
        village = warning.village
        applicant = warning.applicant
        agent = warning.agent?.number
        agentName = warning.agent?.name
        topic = warning.topic.rawValue
        mark = warning.mark.rawValue
        due = warning.due.iso8601(offset)
        provisional = warning.isProvisional
        minutes = warning.due.minutes(since: now)
        urgings = warning.urgings
    }
}

/// What `daiban warnings --json` prints.
struct ShownWarnings: Encodable {
    var at: String
    /// How many were recorded by this call.
    var raised: Int
    var warnings: [ShownWarning]
}

/// What `daiban warnings --circular --json` prints.
struct ShownCircular: Encodable {
    struct Counts: Encodable {
        var near: Int
        var overdue: Int
        var topics: [String: Int]

        init(_ counts: WarningCircular.Counts) {
            near = counts.near
            overdue = counts.overdue
            topics = Dictionary(uniqueKeysWithValues: counts.topics.map { ($0.key.rawValue, $0.value) })
        }
    }

    struct Agent: Encodable {
        var number: String?
        var name: String?
        var counts: Counts
        var warnings: [ShownWarning]
    }

    struct Unit: Encodable {
        var village: String
        var counts: Counts
        var agents: [Agent]
    }

    var at: String
    var since: String?
    var counts: Counts
    var units: [Unit]

    init(_ circular: WarningCircular, offset: UTCOffset) {
        at = circular.at.iso8601(offset)
        since = circular.since?.iso8601(offset)
        counts = Counts(circular.counts)
        units = circular.units.map { unit in
            Unit(
                village: unit.village, counts: Counts(unit.counts),
                agents: unit.shares.map { share in
                    Agent(
                        number: share.agent?.number, name: share.agent?.name, counts: Counts(share.counts),
                        warnings: share.warnings.map { ShownWarning($0, now: circular.at, offset: offset) })
                })
        }
    }
}
