import Casework
import GRDB

/// Reads what pay is worked out of, inside one access to the record.
struct PayReader {
    let database: Database

    func settings() throws -> [PaySettingLine] {
        guard try isThere() else { return [] }
        return try Row.fetchAll(
            database, sql: "SELECT seq, at, actor, kind, name, fen, first_month, ground FROM pay_rates ORDER BY seq"
        ).map { row in
            guard let kind = PaySetting.Kind(rawValue: try row.value(3)),
                let month = CivilMonth((try row.value(6) as String)),
                let setting = try? PaySetting(
                    kind: kind, name: try row.value(4), fen: try row.value(5), from: month, ground: try row.value(7))
            else {
                throw UnreadableRecord(
                    place: "pay_rates of entry \((try row.value(0) as Int64))", detail: try row.value(3))
            }
            return PaySettingLine(
                sequence: try row.value(0), at: Instant(milliseconds: try row.value(1)),
                actor: StaffID(try row.value(2)), setting: setting)
        }
    }

    func process(_ quarter: CivilQuarter) throws -> AllowanceProcess {
        var process = AllowanceProcess(quarter: quarter)
        guard try isThere() else { return process }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT journal.seq, journal.at, journal.actor, journal.kind, journal.body FROM allowance_steps \
                JOIN journal ON journal.seq = allowance_steps.seq WHERE quarter = ? ORDER BY allowance_steps.seq
                """, arguments: [quarter.description])
        for row in rows {
            let fact = try JournalFact(
                subjectKind: JournalFact.SubjectKind.centre.rawValue, kind: row.value(3), body: row.value(4),
                sequence: row.value(0))
            guard case .centre(.pay(let event)) = fact else { continue }
            process.apply(
                event, sequence: try row.value(0), at: Instant(milliseconds: try row.value(1)),
                by: StaffID(try row.value(2)))
        }
        return process
    }

    func quarters() throws -> [CivilQuarter] {
        guard try isThere() else { return [] }
        return try String.fetchAll(database, sql: "SELECT DISTINCT quarter FROM allowance_steps ORDER BY quarter")
            .compactMap { CivilQuarter($0) }
    }

    func lastSigned() throws -> CivilQuarter? {
        try String.fetchOne(
            database, sql: "SELECT max(quarter) FROM allowance_steps WHERE step = ?",
            arguments: [CentreEvent.Kind.allowanceSigned.rawValue]
        ).flatMap { CivilQuarter($0) }
    }

    /// Everything that a quarter's sheet is worked out of, as the record knows it now.
    ///
    /// - Parameter rulebook: today's; of a quarter that is over by the record's last entry, the one that was in force at its end takes its place where
    ///   the record has it.
    func reckoning(of quarter: CivilQuarter, rulebook: Rulebook) throws -> AllowanceReckoning {
        let offset = try CentreProjection.centre(in: database).offset
        let end = offset.instant(quarter.lastDay, minute: 1_440)
        let newest = try Int64.fetchOne(database, sql: "SELECT at FROM journal ORDER BY seq DESC LIMIT 1") ?? 0
        let rulebook =
            newest < end.milliseconds
            ? rulebook : try RulesInForce(database: database).rulebook(until: end, instead: rulebook).rulebook
        let signed = try quarters().filter { $0 < quarter }.map { try process($0) }
            .compactMap { $0.state == .signed ? $0.sheet : nil }
        var findings: [StaffID: [ConductFinding]] = [:]
        for record in try StaffProjection.fetch("", [], in: database) { findings[record.member.id] = record.findings }
        return AllowanceReckoning(
            quarter: quarter, rules: rulebook.agents, rulebook: rulebook.name,
            rates: PayRates(settings: try settings().map(\.setting), yearly: rulebook.agents.yearlyAllowance),
            service: VillageService(try CaseStore.rosterEntries(in: database), offset: offset), findings: findings,
            approved: try CountedCases(database: database).approved(from: quarter.first, through: quarter.last),
            money: try MoneyReader.lines(database).map {
                EnteredMoney(sequence: $0.sequence, staff: $0.staff, entry: $0.entry)
            }, signed: signed, through: try CaseStore.lastSequence(in: database))
    }

    /// Whether a sheet that was prepared, and waits for a review or a signature, would come out otherwise now.
    func isOutdated(_ process: AllowanceProcess, rulebook: Rulebook) throws -> Bool {
        guard let sheet = process.sheet, process.state == .prepared || process.state == .reviewed else { return false }
        var draft = try reckoning(of: process.quarter, rulebook: rulebook).sheet()
        draft.through = sheet.through
        return draft != sheet
    }

    /// Files that are opened for reading only may be older than the tables.
    private func isThere() throws -> Bool { try database.tableExists("allowance_steps") }
}

extension PayReader {
    /// What was said of each village last.
    func villageFacts() throws -> [String: VillageFacts] {
        guard try database.tableExists(Ledger.villageFacts.rawValue) else { return [:] }
        let rows = try Row.fetchAll(
            database, sql: "SELECT village, residents, kilometres FROM village_facts ORDER BY seq")
        var facts: [String: VillageFacts] = [:]
        for row in rows {
            let village: String = try row.value(0)
            facts[village] = VillageFacts(
                village: village, residents: try row.value(1), kilometres: try row.value(2))
        }
        return facts
    }

    /// What support money is weighed by: all villages, and what they had approved in the twelve months before.
    struct Support {
        var villages: [String]
        var facts: [String: VillageFacts]
        var approved: [String: Int]
        /// Where an agent serves who can draw what the village adds.
        var drawing: Set<String>
    }

    func support(from month: CivilMonth) throws -> Support {
        var approved: [String: Int] = [:]
        try CountedCases(database: database).eachApproval(
            from: month.advanced(by: -12), through: month.advanced(by: -1)
        ) { approval in approved[approval.village, default: 0] += approval.factor }
        let agents = try StaffProjection.fetch("WHERE is_active = 1", [], in: database).map(\.member)
            .filter { $0.effectivePost == .villageAgent && $0.isDeputyCadre == false }
        return Support(
            villages: try CentreProjection.villages(in: database), facts: try villageFacts(), approved: approved,
            drawing: Set(agents.compactMap(\.village)))
    }
}
