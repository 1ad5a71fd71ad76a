import Casework
import GRDB

/// Why nothing about pay was recorded.
public enum PayError: Error, Hashable, Sendable {
    case refused(PayRefusal)
    case store(StoreError)
}

/// What is set for pay, and by whom.
public struct PaySettingLine: Hashable, Sendable {
    public var sequence: Int64
    public var at: Instant
    public var actor: StaffID
    public var setting: PaySetting
}

extension CaseStore {
    /// What was set, in the order of the journal.
    public func paySettings() throws(StoreError) -> [PaySettingLine] {
        try read { try PayReader(database: $0).settings() }
    }

    /// How far the sheet of a quarter is.
    public func allowance(of quarter: CivilQuarter) throws(StoreError) -> AllowanceProcess {
        try read { try PayReader(database: $0).process(quarter) }
    }

    /// The quarters that have a sheet, oldest first.
    public func allowanceQuarters() throws(StoreError) -> [CivilQuarter] {
        try read { try PayReader(database: $0).quarters() }
    }

    /// When each village handed in its summary of `month` for the first time.
    public func summaryReturns(of month: CivilMonth) throws(StoreError) -> [String: Instant] {
        try read { try Self.summaryReturns(of: month, in: $0) }
    }

    static func summaryReturns(of month: CivilMonth, in database: Database) throws -> [String: Instant] {
        guard try database.tableExists(Ledger.summaries.rawValue) else { return [:] }
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT village, min(at) FROM village_summaries WHERE month = ? GROUP BY village"),
            arguments: [month.description])
        var returns: [String: Instant] = [:]
        for row in rows { returns[try row.value(0)] = Instant(milliseconds: try row.value(1)) }
        return returns
    }

    /// The earliest month of which any village handed in a summary; `nil` while nobody enters them.
    static func firstSummaryMonth(in database: Database) throws -> CivilMonth? {
        guard try database.tableExists(Ledger.summaries.rawValue) else { return nil }
        return try String.fetchOne(database, sql: "SELECT min(month) FROM village_summaries").flatMap { CivilMonth($0) }
    }

    /// Records that a village handed in its summary; saying it again is no entry.
    ///
    /// - Returns: `false` when it was recorded before.
    @discardableResult
    public func handInSummary(
        of village: String, for month: CivilMonth, by actor: Actor, at now: Instant
    ) throws(PayError) -> Bool {
        try asPay { transaction throws(PayRefusal) in
            let member = try transaction.member(actor)
            let database = transaction.database
            let today = try transaction.told { try CentreProjection.centre(in: database).offset.civil(now).date }
            let villages = try transaction.told { try CentreProjection.villages(in: database) }
            let summary = try SummaryHandedIn.decide(
                village: village, month: month, known: villages, by: member, today: today)
            return try transaction.told {
                let known = try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM village_summaries WHERE month = ? AND village = ?",
                    arguments: [month.description, village])
                guard known == 0 else { return false }
                try transaction.record(.centre(.summaryHandedIn(summary)), about: 0, at: now, by: member.id)
                return true
            }
        }
    }

    /// Sets what is paid from a month on. Months of a signed quarter are paid: they are put right by a correction.
    public func setPay(_ setting: PaySetting, by actor: Actor, at now: Instant) throws(PayError) {
        try asPay { transaction throws(PayRefusal) in
            try transaction.set(setting, by: try transaction.member(actor), at: now)
        }
    }

    // MARK: Support money

    /// Says how large a village is and how far away.
    public func describeVillage(
        _ village: String, residents: Int, kilometres: Int, by actor: Actor, at now: Instant
    ) throws(PayError) {
        try asPay { transaction throws(PayRefusal) in
            let member = try transaction.member(actor)
            let villages = try transaction.told { try CentreProjection.villages(in: transaction.database) }
            let facts = try VillageFacts.decide(
                village, residents: residents, kilometres: kilometres, known: villages, by: member)
            try transaction.told {
                try transaction.record(.centre(.villageDescribed(facts)), about: 0, at: now, by: member.id)
            }
        }
    }

    /// What was said of each village last.
    public func villageFacts() throws(StoreError) -> [String: VillageFacts] {
        try read { try PayReader(database: $0).villageFacts() }
    }

    /// How a year's support money would be divided: nothing is written.
    ///
    /// - Parameter total: fen a year.
    public func supportPlan(
        _ total: Int, from month: CivilMonth, weights: SupportShares
    ) throws(PayError) -> SupportPlan {
        let known: PayReader.Support
        do throws(StoreError) {
            known = try read { try PayReader(database: $0).support(from: month) }
        } catch {
            throw .store(error)
        }
        do throws(PayRefusal) {
            return try SupportPlan(
                total, from: month, villages: known.villages, facts: known.facts, approved: known.approved,
                drawing: known.drawing, weights: weights)
        } catch {
            throw .refused(error)
        }
    }

    /// Divides a year's support money and enters each share as what the village adds, all of them or none.
    @discardableResult
    public func shareSupport(
        _ total: Int, from month: CivilMonth, weights: SupportShares, ground: String, by actor: Actor, at now: Instant
    ) throws(PayError) -> SupportPlan {
        try asPay { transaction throws(PayRefusal) in
            let member = try transaction.member(actor)
            try AllowanceProcess.permit(.setRate, member)
            let known = try transaction.told {
                try transaction.flush()
                return try PayReader(database: transaction.database).support(from: month)
            }
            let plan = try SupportPlan(
                total, from: month, villages: known.villages, facts: known.facts, approved: known.approved,
                drawing: known.drawing, weights: weights)
            for setting in try plan.settings(ground: ground) { try transaction.set(setting, by: member, at: now) }
            return plan
        }
    }

    /// Works the sheet of a quarter out and records it as it is.
    public func prepareAllowance(
        _ quarter: CivilQuarter, by actor: Actor, at now: Instant, rulebook: Rulebook
    ) throws(PayError) -> AllowanceProcess {
        try asPay { transaction throws(PayRefusal) in
            let member = try transaction.member(actor)
            let reader = PayReader(database: transaction.database)
            let (process, last, today) = try transaction.told {
                (
                    try reader.process(quarter), try reader.lastSigned(),
                    try CentreProjection.centre(in: transaction.database).offset.civil(now).date
                )
            }
            try process.permitPreparing(by: member, today: today, lastSigned: last)
            return try transaction.told {
                try transaction.flush()
                let sheet = try reader.reckoning(of: quarter, rulebook: rulebook).sheet()
                try transaction.record(.centre(.pay(.prepared(sheet))), about: 0, at: now, by: member.id)
                return try reader.process(quarter)
            }
        }
    }

    public func reviewAllowance(
        _ quarter: CivilQuarter, note: String?, by actor: Actor, at now: Instant
    ) throws(PayError) -> AllowanceProcess {
        try step(quarter, by: actor, at: now) { process, member throws(PayRefusal) in
            try process.reviewing(by: member, note: note)
        }
    }

    public func signAllowance(
        _ quarter: CivilQuarter, note: String?, by actor: Actor, at now: Instant
    ) throws(PayError) -> AllowanceProcess {
        try step(quarter, by: actor, at: now) { process, member throws(PayRefusal) in
            try process.signing(by: member, note: note)
        }
    }

    public func returnAllowance(
        _ quarter: CivilQuarter, reason: String, by actor: Actor, at now: Instant
    ) throws(PayError) -> AllowanceProcess {
        try step(quarter, by: actor, at: now) { process, member throws(PayRefusal) in
            try process.returning(by: member, reason: reason)
        }
    }

    /// Whether a prepared sheet would come out otherwise now.
    public func isAllowanceOutdated(_ quarter: CivilQuarter, rulebook: Rulebook) throws(StoreError) -> Bool {
        try read {
            try PayReader(database: $0).isOutdated(try PayReader(database: $0).process(quarter), rulebook: rulebook)
        }
    }

    /// The sheet as it would be prepared now; nothing is recorded.
    public func draftAllowance(_ quarter: CivilQuarter, rulebook: Rulebook) throws(StoreError) -> AllowanceSheet {
        try read { try PayReader(database: $0).reckoning(of: quarter, rulebook: rulebook).sheet() }
    }

    private func step(
        _ quarter: CivilQuarter, by actor: Actor, at now: Instant,
        _ decide: (AllowanceProcess, StaffMember) throws(PayRefusal) -> PayEvent
    ) throws(PayError) -> AllowanceProcess {
        try asPay { transaction throws(PayRefusal) in
            let member = try transaction.member(actor)
            let reader = PayReader(database: transaction.database)
            let event = try decide(try transaction.told { try reader.process(quarter) }, member)
            return try transaction.told {
                try transaction.record(.centre(.pay(event)), about: 0, at: now, by: member.id)
                return try reader.process(quarter)
            }
        }
    }

    private func asPay<Result>(
        _ body: (PayTransaction) throws(PayRefusal) -> Result
    ) throws(PayError) -> Result {
        do {
            return try write { transaction in
                let pen = PayTransaction(transaction: transaction)
                do throws(PayRefusal) {
                    return try body(pen)
                } catch {
                    if let failure = pen.failure { throw failure }
                    throw PayError.refused(error)
                }
            }
        } catch let error as PayError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }
}

/// The pen for what is decided about pay: keeps an error of the record apart from a refusal.
private final class PayTransaction {
    let transaction: RecordTransaction
    private(set) var failure: StoreError?

    init(transaction: RecordTransaction) {
        self.transaction = transaction
    }

    var database: Database { transaction.database }

    func flush() throws { try transaction.flush() }

    func record(_ fact: JournalFact, about subject: Int64, at: Instant, by actor: StaffID) throws {
        try transaction.record(fact, about: subject, at: at, by: actor)
    }

    func set(_ setting: PaySetting, by member: StaffMember, at now: Instant) throws(PayRefusal) {
        try AllowanceProcess.permit(.setRate, member)
        let reader = PayReader(database: database)
        if setting.kind != .piece, let village = setting.name,
            try !told({ try CentreProjection.villages(in: database) }).contains(village)
        {
            throw .villageUnknown(village)
        }
        if let last = try told({ try reader.lastSigned() }), setting.from <= last.last {
            throw .signed(max(CivilQuarter(of: setting.from), last))
        }
        try told { try record(.centre(.pay(.rateSet(setting))), about: 0, at: now, by: member.id) }
    }

    /// The actor as the record knows them now.
    func member(_ actor: Actor) throws(PayRefusal) -> StaffMember {
        guard let member = try told({ try StaffProjection.find(actor.id, in: database)?.member }) else {
            throw .notOnStaff
        }
        return member
    }

    func told<Result>(_ body: () throws -> Result) throws(PayRefusal) -> Result {
        do throws(StoreError) {
            return try transaction.guarded(body)
        } catch {
            failure = error
            throw .notOnStaff
        }
    }
}
