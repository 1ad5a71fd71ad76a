import Casework
import GRDB

/// Campaigns in the record: opened, handed on, worked on, closed; and how far each village is.

/// Why nothing was written. The record is as it was before.
public enum CampaignError: Error, Hashable, Sendable {
    case refused(CampaignRefusal)
    case record(RecordError)
}

/// How far one village is with a campaign.
public struct CampaignProgress: Hashable, Sendable {
    public var village: String
    /// Whether the village has the campaign in hand.
    public var isHanded: Bool
    /// Residents with a case.
    public var asked = 0
    public var pending = 0
    /// Accepted, returned, waiting for something.
    public var handling = 0
    public var inReview = 0
    /// Approved, delivered or filed after that.
    public var approved = 0
    public var declined = 0
    public var withdrawn = 0
}

extension CaseStore {
    /// Opens a campaign; gives it the next code of the year.
    public func openCampaign(
        _ draft: CampaignDraft, by actor: Actor, at now: Instant
    ) throws(CampaignError) -> Campaign {
        try asCampaign { transaction throws(CampaignError) in
            let known = Actor(try transaction.campaigner(actor))
            let (villages, today, code) = try transaction.recorded {
                let today = try CentreProjection.centre(in: transaction.database).offset.civil(now).date
                let year = "\(Campaign.code(year: today.year, number: 0).dropLast(2))"
                let count = try CampaignProjection.all(in: transaction.database)
                    .count { $0.code.hasPrefix(year) }
                return (
                    try CentreProjection.villages(in: transaction.database), today,
                    Campaign.code(year: today.year, number: count + 1)
                )
            }
            let event = try transaction.decided { () throws(CampaignRefusal) in
                try Campaign.opening(draft, code: code, known: villages, today: today, by: known)
            }
            return try transaction.record(event, by: known.id, at: now)
        }
    }

    /// Hands a campaign to villages; to all that have not got it yet when none is named.
    public func handCampaign(
        _ code: String, to villages: [String], by actor: Actor, at now: Instant
    ) throws(CampaignError) -> Campaign {
        try change(code, by: actor, at: now) { campaign, actor throws(CampaignRefusal) in
            try campaign.handing(to: villages, by: actor)
        }
    }

    public func closeCampaign(
        _ code: String, summary: String, by actor: Actor, at now: Instant
    ) throws(CampaignError) -> Campaign {
        try change(code, by: actor, at: now) { campaign, actor throws(CampaignRefusal) in
            try campaign.closing(summary: summary, by: actor)
        }
    }

    /// Registers a resident's case, one in each campaign: looked for behind the write lock, so two desks cannot do it
    /// both. A request that its applicant took back leaves room for another.
    public func register(
        _ applicant: Intake.Applicant, of village: String, for code: String, by actor: Actor, at now: Instant,
        rules: Rules
    ) throws(CampaignError) -> Case {
        try asCampaign { transaction throws(CampaignError) in
            let member = try transaction.campaigner(actor)
            let campaign = try transaction.campaign(code)
            try transaction.decided { () throws(CampaignRefusal) in
                try campaign.permitRegistration(in: village, by: member)
            }
            let intake = campaign.intake(of: applicant, in: village, at: now)
            if let first = try transaction.recorded({ try transaction.resident(of: intake, in: code) }) {
                throw .refused(.registeredAlready(first))
            }
            let inForce = try transaction.recorded { try transaction.current(rules) }
            let start = try transaction.recorded { try transaction.start(of: now) }
            let acceptance = inForce.rulebook.acceptance.deadline(
                from: start, calendar: inForce.calendar, offset: inForce.offset)
            let target = CaseClock(kind: .target, deadline: campaign.target(from: start, rules: rules))
            var writer = RecordWriter(transaction: transaction)
            do throws(RecordError) {
                return try writer.register(
                    intake, acceptance: acceptance, clocks: [target], at: now, by: member.id)
            } catch {
                throw .record(error)
            }
        }
    }

    public func campaign(_ code: String) throws(StoreError) -> Campaign? {
        try read { try CampaignProjection.find(code, in: $0) }
    }

    /// All campaigns, by code.
    public func campaigns() throws(StoreError) -> [Campaign] {
        try read { try CampaignProjection.all(in: $0) }
    }

    /// How far the villages are, in the order of the campaign.
    public func progress(of campaign: Campaign) throws(StoreError) -> [CampaignProgress] {
        try read { database in
            var rows: [String: CampaignProgress] = [:]
            for village in campaign.villages {
                rows[village] = CampaignProgress(village: village, isHanded: campaign.isHanded(to: village))
            }
            let counts = try Row.fetchCursor(
                database.cachedStatement(sql: Self.countsByVillage), arguments: [campaign.code])
            while let row = try counts.next() {
                let name: String = try row.value(1)
                guard let state = CaseState(rawValue: name) else {
                    throw UnreadableRecord(place: "campaign \(campaign.code)", detail: "unknown state \(name)")
                }
                let village: String = try row.value(0)
                rows[village, default: CampaignProgress(village: village, isHanded: false)].add(state, try row.value(2))
            }
            let others = rows.keys.filter { !campaign.villages.contains($0) }.sorted()
            return (campaign.villages + others).compactMap { rows[$0] }
        }
    }

    /// A case that was filed is counted as what it ended with. A merge says how the whole case stands: what was delivered
    /// before it, and is not in it, was not taken over by the township.
    private static let countsByVillage = """
        SELECT village, CASE WHEN state <> 'filed' THEN state \
        WHEN EXISTS (SELECT 1 FROM journal WHERE subject_kind = 'case' AND subject = cases.id \
        AND seq >= coalesce((SELECT max(seq) FROM journal WHERE subject_kind = 'case' AND subject = cases.id \
        AND kind = 'merged'), 0) AND (kind = 'delivered' \
        OR kind = 'registered' AND json_extract(body, '$.history.carried.facts.delivery') IS NOT NULL \
        OR kind = 'merged' AND json_extract(body, '$.case.facts.delivery') IS NOT NULL)) THEN 'delivered' \
        ELSE (SELECT kind FROM journal WHERE subject_kind = 'case' AND subject = cases.id \
        AND kind IN ('declined', 'withdrawn', 'answered') ORDER BY seq DESC LIMIT 1) END AS ending, count(*) \
        FROM cases INDEXED BY cases_by_campaign WHERE campaign = ? GROUP BY village, ending
        """

    private func change(
        _ code: String, by actor: Actor, at now: Instant,
        _ decide: (Campaign, Actor) throws(CampaignRefusal) -> CampaignEvent
    ) throws(CampaignError) -> Campaign {
        try asCampaign { transaction throws(CampaignError) in
            let known = Actor(try transaction.campaigner(actor))
            let campaign = try transaction.campaign(code)
            let event = try transaction.decided { () throws(CampaignRefusal) in try decide(campaign, known) }
            return try transaction.record(event, by: known.id, at: now)
        }
    }

    private func asCampaign<Result>(
        _ body: (RecordTransaction) throws(CampaignError) -> Result
    ) throws(CampaignError) -> Result {
        do {
            return try write { try body($0) }
        } catch let error as CampaignError {
            throw error
        } catch {
            throw .record(.store(StoreError(error, path: path)))
        }
    }
}

extension CampaignProgress {
    fileprivate mutating func add(_ state: CaseState, _ count: Int) {
        asked += count
        switch state {
        case .pending: pending += count
        case .accepted, .returned, .waiting: handling += count
        case .inReview: inReview += count
        case .approved, .delivered, .filed, .answered: approved += count
        case .declined: declined += count
        case .withdrawn: withdrawn += count
        }
    }
}

extension RecordTransaction {
    /// The actor as the record knows them now.
    fileprivate func campaigner(_ actor: Actor) throws(CampaignError) -> StaffMember {
        guard let member = try recorded({ try StaffProjection.find(actor.id, in: database)?.member }), member.isActive
        else { throw .refused(.notOnStaff) }
        return member
    }

    fileprivate func campaign(_ code: String) throws(CampaignError) -> Campaign {
        guard let known = try recorded({ try CampaignProjection.find(code, in: database) }) else {
            throw .refused(.unknown(code))
        }
        return known
    }

    fileprivate func record(
        _ event: CampaignEvent, by actor: StaffID, at now: Instant
    ) throws(CampaignError) -> Campaign {
        try recorded { try record(.centre(.campaign(event)), about: 0, at: now, by: actor) }
        return try campaign(event.code)
    }

    /// The number of the resident's case in that campaign; the person is known as in ``ApplicantMatter``.
    fileprivate func resident(of intake: Intake, in code: String) throws -> String? {
        try flush()
        let matter = ApplicantMatter(intake)
        let statement = try database.cachedStatement(
            sql: """
                SELECT id, number FROM cases INDEXED BY cases_by_campaign \
                WHERE campaign = ? AND state <> 'withdrawn' \
                AND ((village = ? AND applicant = ?) OR \(matter.named.condition)) ORDER BY cases.id
                """)
        let rows = try Row.fetchCursor(
            statement, arguments: StatementArguments([code, matter.village, matter.applicant] + matter.named.arguments))
        while let row = try rows.next() {
            if try matter.isSame(as: CaseID(row.value(0)), in: database) { return try row.value(1) }
        }
        return nil
    }

    fileprivate func recorded<Result>(_ body: () throws -> Result) throws(CampaignError) -> Result {
        do throws(StoreError) {
            return try guarded(body)
        } catch {
            throw .record(.store(error))
        }
    }

    @discardableResult
    fileprivate func decided<Result>(
        _ body: () throws(CampaignRefusal) -> Result
    ) throws(CampaignError) -> Result {
        do throws(CampaignRefusal) {
            return try body()
        } catch {
            throw .refused(error)
        }
    }
}
