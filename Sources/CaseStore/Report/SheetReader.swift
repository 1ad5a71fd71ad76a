import Casework
import GRDB

/// Reads what one sheet is made of, inside one access to the record: from indexes, ledgers and the fixed columns of
/// cases, never from the bodies of cases.
///
/// Of a period that is over, the rules are those that were in force at its end, as far as the record has them; where it has
/// not, a note says so.
struct SheetReader {
    let database: Database
    let request: SheetRequest
    let now: Instant
    /// Today's.
    let today: Rules

    func sheet() throws -> Sheet {
        let centre = try CentreProjection.centre(in: database)
        let period = request.period
        guard period.start(centre.offset) <= now else { throw SheetError.notBegun(period) }
        let villages = try CentreProjection.villages(in: database)
        if let village = request.village, !villages.contains(village) { throw SheetError.villageUnknown(village) }
        let standing: Sheet.Standing = period.end(centre.offset) <= now ? .fixed : .running(now)
        let then = try RulesInForce(database: database).rules(until: period.end(centre.offset), today: today, now: now)
        var sheet = try sheet(centre, villages, standing, then.rules)
        sheet.notes += notes(then.standing, then.later)
        return sheet
    }

    /// What is not recorded of the rules of that time, under the sheets that are made by them.
    private func notes(_ standing: RulesInForce.Standing, _ later: Int) -> [SheetNote] {
        let rulebook: SheetNote? =
            switch standing {
            case .found: nil
            case .notRecorded: SheetNote(.noteRulebookNotRecorded, [.text(today.rulebook.name)])
            case .lost(let name): SheetNote(.noteRulebookLost, [.list([.text(name), .text(today.rulebook.name)])])
            }
        switch request.kind {
        case .attendance:
            let isOver = request.period.end(today.offset) <= now
            return [
                rulebook, later > 0 ? SheetNote(.noteCalendarLater, [.count(later)]) : nil,
                isOver ? SheetNote(.noteCorrigible) : nil,
            ].compactMap(\.self)
        case .summary, .performance, .staffing, .training, .stars: return [rulebook].compactMap(\.self)
        // A signed allowance holds its rulebook itself, and a draft names it.
        case .allowance, .roster, .circular: return []
        }
    }

    private func sheet(
        _ centre: Centre, _ villages: [String], _ standing: Sheet.Standing, _ rules: Rules
    ) throws -> Sheet {
        let period = request.period
        switch request.kind {
        case .summary: return try summary(centre, villages, standing, rules)
        case .attendance:
            return AttendanceSheet(try attendance(centre), isExplained: request.isExplained).sheet(
                period, centre: centre, village: request.village, standing: .running(now),
                keptSince: try DutyReader(database: database, offset: centre.offset).keptSince())
        case .allowance: return try allowance(centre)
        case .performance: return try performance(centre, standing, rules)
        case .roster:
            return RosterSheet.sheet(
                RosterChange.list(try CaseStore.rosterEntries(in: database), since: period.start(centre.offset)),
                period,
                centre: centre, standing: standing, names: try names())
        case .staffing:
            let service = try service(centre)
            let day = min(period.lastDay, centre.offset.civil(now).date)
            let staff = service.people.compactMap { service.known($0, on: day) }
            let check = StaffingCheck(
                rules.rulebook.agents.staffing, places: StaffingCheck.Places(villages: villages, staff: staff),
                staff: staff)
            return StaffingSheet.sheet(
                check, period, centre: centre, village: request.village, standing: standing)
        case .training: return try training(centre, rules)
        case .stars: return try stars(centre, villages, standing, rules)
        // It is made of open warnings, which another reader knows.
        case .circular: throw SheetError.notKept(.circular)
        }
    }

    // MARK: Each kind

    private func summary(
        _ centre: Centre, _ villages: [String], _ standing: Sheet.Standing, _ rules: Rules
    ) throws -> Sheet {
        struct Key: Hashable {
            var village: String
            var month: CivilMonth
        }
        let (offset, period) = (centre.offset, request.period)
        var received: [Key: [String: Int]] = [:]
        var approved: [Key: Int] = [:]
        var imported = 0
        let counted = CountedCases(database: database)
        try counted.eachRequest(from: period.firstMonth, through: period.lastMonth) { month, item, village in
            received[Key(village: village, month: month), default: [:]][item, default: 0] += 1
        }
        try counted.eachApproval(from: period.firstMonth, through: period.lastMonth) { approval in
            approved[Key(village: approval.village, month: approval.month), default: 0] += approval.factor
            if approval.isImported, request.village == nil || approval.village == request.village { imported += 1 }
        }
        // Before the record nobody could hand anything in.
        let begin = try CaseStore.firstDay(of: database, offset) ?? offset.civil(now).date
        let service = try service(centre)
        let today = offset.civil(now).date
        var lines: [SummarySheet.Line] = []
        for month in period.months where month.firstDay <= today {
            let returns = try CaseStore.summaryReturns(of: month, in: database)
            for village in villages {
                let key = Key(village: village, month: month)
                // Of the time before the record there is a line where something was taken over.
                let isKnown = received[key] != nil || approved[key] != nil || returns[village] != nil
                guard isKnown || month >= CivilMonth(of: begin) else { continue }
                let agents = service.agents(of: village, on: min(month.lastDay, today))
                lines.append(
                    SummarySheet.Line(
                        summary: VillageSummary(village: village, month: month, items: received[key] ?? [:]),
                        agents: agents.map(\.name), approved: approved[key] ?? 0, handedIn: returns[village]))
            }
        }
        let late = try lateReturns(period, offset)
        let leaders = try leaders(centre, service, begin: begin, rules.rulebook.agents.checklists)
        return SummarySheet(
            lines, late: late, rule: rules.rulebook.agents.summary, begin: begin, imported: imported,
            leaders: leaders
        ).sheet(period, centre: centre, village: request.village, standing: standing, now: now)
    }

    /// The months that are over without a leader on site at the centre, each by what was written down by its end; what was
    /// written down later is told in the period in which it was.
    private func leaders(
        _ centre: Centre, _ service: VillageService, begin: CivilDate, _ rules: AgentRules.Checklists
    ) throws -> SummarySheet.Leaders {
        let (offset, period) = (centre.offset, request.period)
        guard rules.leaderOnSite > 0 else { return SummarySheet.Leaders() }
        let visits = try CaseStore.inspections(
            madeOrRecordedFrom: period.firstDay, through: period.lastDay, in: database
        )
        .filter {
            $0.inspection.isLeaderOnSite(
                centre: centre.name,
                by: service.member($0.inspection.by, on: offset.civil($0.inspection.at).date)?.role)
        }.map { LeaderOnSite.Visit(on: offset.civil($0.inspection.at).date, recorded: offset.civil($0.at).date) }
        let today = offset.civil(now).date
        let months = period.months.filter { CivilMonth(of: begin) <= $0 && $0.lastDay < today }
        return SummarySheet.Leaders(
            missing: months.filter { LeaderOnSite(month: $0, visits: visits, rules: rules).missing > 0 },
            late: visits.filter { $0.isLate && period.firstDay <= $0.recorded && $0.recorded <= period.lastDay })
    }

    private func lateReturns(_ period: ReportPeriod, _ offset: UTCOffset) throws -> [SummarySheet.LateReturn] {
        guard try database.tableExists(Ledger.summaries.rawValue) else { return [] }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT village, month, min(at) FROM village_summaries GROUP BY village, month \
                HAVING min(at) >= ? AND min(at) < ?
                """, arguments: [period.start(offset).milliseconds, period.end(offset).milliseconds])
        return try rows.compactMap { row in
            guard let month = CivilMonth((try row.value(1) as String)) else { return nil }
            return SummarySheet.LateReturn(
                village: try row.value(0), month: month, at: Instant(milliseconds: try row.value(2)))
        }
    }

    private func attendance(_ centre: Centre) throws -> [AttendanceSheet.Line] {
        let today = centre.offset.civil(now).date
        var months: [StaffID: [AttendanceMonth]] = [:]
        for month in request.period.months where month.firstDay <= today {
            for own in try AttendanceReader(database: database, rules: self.today, now: now).month(month) {
                months[own.member.id, default: []].append(own)
            }
        }
        let service = try service(centre)
        let last = min(request.period.lastDay, today)
        return months.values.compactMap { months in
            months.last.map { month in
                AttendanceSheet.Line(
                    member: service.member(month.member.id, on: last) ?? month.member, months: months)
            }
        }
    }

    private func training(_ centre: Centre, _ rules: Rules) throws -> Sheet {
        let period = request.period
        let trainings = try CaseStore.trainings(in: database).map(\.training)
            .filter { $0.on.year == period.lastDay.year }
        return TrainingSheet(trainings, rule: rules.rulebook.agents.training, people: try people())
            .sheet(period, centre: centre, village: request.village, standing: .running(now))
    }

    private func stars(
        _ centre: Centre, _ villages: [String], _ standing: Sheet.Standing, _ rules: Rules
    ) throws -> Sheet {
        let (offset, people) = (centre.offset, try people())
        let points = try CaseStore.servicePoints(before: request.period.end(offset), in: database).map { assessed in
            StarSheet.Point(
                assessed.point, rules: rules.rulebook.agents,
                proofs: assessed.evidence.mapValues { proof in
                    StarSheet.Point.Proof(
                        text: proof.text, on: offset.civil(proof.at).date, by: people[proof.actor]?.name ?? "")
                })
        }
        return StarSheet(points).sheet(
            request.period, centre: centre, villages: villages, village: request.village, standing: standing)
    }

    private func allowance(_ centre: Centre) throws -> Sheet {
        guard case .quarter(let quarter) = request.period else { throw SheetError.quarterNeeded(.allowance) }
        let reader = PayReader(database: database)
        let process = try reader.process(quarter)
        let sheet = try process.sheet ?? reader.reckoning(of: quarter, rulebook: today.rulebook).sheet()
        var report = sheet.report(
            process, centre: centre, village: request.village,
            standing: process.state == .signed ? .fixed : .running(now), names: try names())
        if try reader.isOutdated(process, rulebook: today.rulebook) { report.notes.append(SheetNote(.noteOutdated)) }
        return report
    }

    private func performance(_ centre: Centre, _ standing: Sheet.Standing, _ rules: Rules) throws -> Sheet {
        let period = request.period
        let counts = try CountedCases(database: database).approved(from: period.firstMonth, through: period.lastMonth)
        let pay = PayReader(database: database)
        let settings = try pay.settings()
        let rates = PayRates(settings: settings.map(\.setting), yearly: rules.rulebook.agents.yearlyAllowance)
        let service = try service(centre)
        let sheet = PerformanceSheet(counts, rates: rates, review: rules.rulebook.review) {
            service.member($0, on: period.lastDay)
        }
        // A rate can be set for a month that is over until the month's quarter is signed. What it says until then is the same
        // until one is.
        let isPaid = try pay.lastSigned().map { $0.last >= period.lastMonth } ?? false
        let isRateOpen = standing == .fixed && !isPaid
        let lastSet = settings.filter { $0.setting.kind == .piece && $0.setting.from <= period.lastMonth }.map(\.at)
            .max()
        let known = max(period.end(centre.offset), lastSet ?? period.end(centre.offset))
        return sheet.sheet(
            period, centre: centre, village: request.village, standing: isRateOpen ? .running(known) : standing,
            isRateOpen: isRateOpen)
    }

    // MARK: People

    private func service(_ centre: Centre) throws -> VillageService {
        VillageService(try CaseStore.rosterEntries(in: database), offset: centre.offset)
    }

    private func people() throws -> [StaffID: StaffMember] {
        let members = try StaffProjection.fetch("", [], in: database).map(\.member)
        return Dictionary(members.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }

    private func names() throws -> [StaffID: String] { try people().mapValues(\.name) }
}
