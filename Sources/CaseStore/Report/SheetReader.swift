import Casework
import GRDB

/// Reads what one sheet is made of, inside one access to the record: from indexes, ledgers and the fixed columns of
/// cases, never from the bodies of cases.
struct SheetReader {
    let database: Database
    let request: SheetRequest
    let now: Instant
    let rules: Rules

    func sheet() throws -> Sheet {
        let centre = try CentreProjection.centre(in: database)
        let period = request.period
        guard period.start(centre.offset) <= now else { throw SheetError.notBegun(period) }
        let villages = try CentreProjection.villages(in: database)
        if let village = request.village, !villages.contains(village) { throw SheetError.villageUnknown(village) }
        let standing: Sheet.Standing = period.end(centre.offset) <= now ? .fixed : .running(now)
        switch request.kind {
        case .summary: return try summary(centre, villages, standing)
        case .attendance:
            return AttendanceSheet(try attendance(centre))
                .sheet(period, centre: centre, village: request.village, standing: .running(now))
        case .allowance: return try allowance(centre)
        case .performance: return try performance(centre, standing)
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
        case .training: return try training(centre)
        case .stars: return try stars(centre, villages, standing)
        // It is made of open warnings, which another reader knows.
        case .circular: throw SheetError.notKept(.circular)
        }
    }

    // MARK: Each kind

    private func summary(_ centre: Centre, _ villages: [String], _ standing: Sheet.Standing) throws -> Sheet {
        struct Key: Hashable {
            var village: String
            var month: CivilMonth
        }
        let (offset, period) = (centre.offset, request.period)
        var received: [Key: [String: Int]] = [:]
        var approved: [Key: Int] = [:]
        var months = Months(offset: offset)
        try CaseMovements(database: database).each(from: period.start(offset), to: period.end(offset)) { movement in
            let key = Key(village: movement.village, month: months.month(of: movement.at))
            switch movement.kind {
            case .registered: received[key, default: [:]][movement.item, default: 0] += 1
            case .approved, .takenBack: approved[key, default: 0] += movement.factor
            }
        }
        let service = try service(centre)
        let today = offset.civil(now).date
        var lines: [SummarySheet.Line] = []
        for month in period.months where month.firstDay <= today {
            let returns = try CaseStore.summaryReturns(of: month, in: database)
            for village in villages {
                let key = Key(village: village, month: month)
                let agents = service.agents(of: village, on: min(month.lastDay, today))
                lines.append(
                    SummarySheet.Line(
                        summary: VillageSummary(village: village, month: month, items: received[key] ?? [:]),
                        agents: agents.map(\.name), approved: approved[key] ?? 0, handedIn: returns[village]))
            }
        }
        let late = try lateReturns(period, offset)
        return SummarySheet(lines, late: late, rule: rules.rulebook.agents.summary)
            .sheet(period, centre: centre, village: request.village, standing: standing, now: now)
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
        guard try database.tableExists("duty_entries") else { throw SheetError.notKept(.attendance) }
        let today = centre.offset.civil(now).date
        var months: [StaffID: [AttendanceMonth]] = [:]
        for month in request.period.months where month.firstDay <= today {
            for own in try CaseStore.attendance(in: month, rules: rules, now: now, database) {
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

    private func training(_ centre: Centre) throws -> Sheet {
        guard try database.tableExists("trainings") else { throw SheetError.notKept(.training) }
        let period = request.period
        let trainings = try CaseStore.trainings(in: database).map(\.training)
            .filter { $0.on.year == period.lastDay.year }
        return TrainingSheet(trainings, rule: rules.rulebook.agents.training, people: try people())
            .sheet(period, centre: centre, village: request.village, standing: .running(now))
    }

    private func stars(_ centre: Centre, _ villages: [String], _ standing: Sheet.Standing) throws -> Sheet {
        guard try database.tableExists("point_assessments") else { throw SheetError.notKept(.stars) }
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
        let sheet = try process.sheet ?? reader.reckoning(of: quarter, rulebook: rules.rulebook).sheet()
        return sheet.report(
            process, centre: centre, village: request.village,
            standing: process.state == .signed ? .fixed : .running(now), names: try names())
    }

    private func performance(_ centre: Centre, _ standing: Sheet.Standing) throws -> Sheet {
        let (offset, period) = (centre.offset, request.period)
        let counts = try CaseMovements(database: database)
            .approved(from: period.start(offset), to: period.end(offset), offset: offset)
        let rates = PayRates(
            settings: try PayReader(database: database).settings().map(\.setting),
            yearly: rules.rulebook.agents.yearlyAllowance)
        let service = try service(centre)
        let sheet = PerformanceSheet(counts, rates: rates, review: rules.rulebook.review) {
            service.member($0, on: period.lastDay)
        }
        return sheet.sheet(period, centre: centre, village: request.village, standing: standing)
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
