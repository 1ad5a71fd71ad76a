/// The monthly summary of the villages: one line a village and month, also for one that had nothing, and who is late
/// (建政发〔2022〕33号 二(三)3, 五(一)4).
public struct SummarySheet: Sendable {
    /// One village in one month.
    public struct Line: Hashable, Sendable {
        public var summary: VillageSummary
        /// Who served the village at the month's end.
        public var agents: [String]
        public var approved: Int
        public var handedIn: Instant?

        public init(summary: VillageSummary, agents: [String], approved: Int, handedIn: Instant?) {
            self.summary = summary
            self.agents = agents
            self.approved = approved
            self.handedIn = handedIn
        }
    }

    /// A summary of an earlier month that came in this period.
    public struct LateReturn: Hashable, Sendable {
        public var village: String
        public var month: CivilMonth
        public var at: Instant

        public init(village: String, month: CivilMonth, at: Instant) {
            self.village = village
            self.month = month
            self.at = at
        }
    }

    public var lines: [Line]
    public var late: [LateReturn]
    /// `nil` where the rulebook asks for no summary: nobody is late then.
    public var rule: AgentRules.MonthlySummary?
    /// The day on which the record begins: for a month before that one nobody is late.
    public var begin: CivilDate
    /// So many approvals of the period were given in another system, before the cases were taken over.
    public var imported: Int
    public var leaders: Leaders

    /// Who leads was on site at the centre, as far as the record says.
    public struct Leaders: Hashable, Sendable {
        /// The months that are over in which none, or not often enough, was there by what was written down by their end.
        public var missing: [CivilMonth]
        /// What was written down in the period about months that were over then.
        public var late: [LeaderOnSite.Visit]

        public init(missing: [CivilMonth] = [], late: [LeaderOnSite.Visit] = []) {
            self.missing = missing
            self.late = late
        }
    }

    public init(
        _ lines: [Line], late: [LateReturn] = [], rule: AgentRules.MonthlySummary?,
        begin: CivilDate = DutyFacts.always, imported: Int = 0, leaders: Leaders = Leaders()
    ) {
        self.lines = lines
        self.late = late
        self.rule = rule
        self.begin = begin
        self.imported = imported
        self.leaders = leaders
    }

    public func sheet(
        _ period: ReportPeriod, centre: Centre, village: String?, standing: Sheet.Standing, now: Instant
    ) -> Sheet {
        let shown = lines.filter { village == nil || $0.summary.village == village }
        let isOneMonth = period.months.count == 1
        let rows = shown.map { line in
            let summary = line.summary
            let items = summary.items.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let timely = timely(line, centre)
            return Sheet.Row(
                key: isOneMonth ? summary.village : "\(summary.village)/\(summary.month)",
                cells: [
                    SheetCell(.text(summary.village)), SheetCell(.month(summary.month)),
                    SheetCell(line.agents.isEmpty ? .term(.nobody) : .text(line.agents.joined(separator: " "))),
                    SheetCell(
                        .count(summary.total), parts: items.map { SheetPart([.text($0.key)], .count($0.value)) }),
                    SheetCell(.count(line.approved)),
                    SheetCell(
                        summary.isNilReturn
                            ? .term(.nilReturn)
                            : .list(summary.hotTopics(limit: 3).map { .list([.text($0.item), .count($0.count)]) })),
                    SheetCell(timely.map { .date(centre.offset.civil($0).date) } ?? .none),
                    SheetCell(state(of: line, centre, now).map { .term(.summary($0)) } ?? .none),
                ])
        }
        return Sheet(
            kind: .summary, period: period, centre: centre.name, village: village, standing: standing,
            columns: [.village, .month, .agents, .received, .approved, .topics, .handedIn, .state], rows: rows,
            notes: notes(period, shown, village, centre, now),
            signatures: [Sheet.Signature(.madeBy), .init(.reviewedBy)])
    }

    private func deadline(_ month: CivilMonth, _ centre: Centre) -> SummaryDeadline {
        var deadline = SummaryDeadline(month: month, offset: centre.offset)
        deadline.due = deadline.due.advanced(minutes: (rule?.daysAfterMonthEnd ?? 0) * 1_440)
        return deadline
    }

    /// When it was handed in, if in time. What comes later stands in the period in which it comes: this one stays as it
    /// was at its end.
    private func timely(_ line: Line, _ centre: Centre) -> Instant? {
        line.handedIn.flatMap { $0 <= deadline(line.summary.month, centre).due ? $0 : nil }
    }

    private func state(of line: Line, _ centre: Centre, _ now: Instant) -> SummaryDeadline.State? {
        guard let rule else { return nil }
        let timely = timely(line, centre)
        if line.summary.isNilReturn, !rule.whenEmpty, timely == nil { return nil }
        if line.summary.month < CivilMonth(of: begin), timely == nil { return nil }
        return deadline(line.summary.month, centre).state(handedIn: timely, now: now)
    }

    private func notes(
        _ period: ReportPeriod, _ lines: [Line], _ village: String?, _ centre: Centre, _ now: Instant
    ) -> [SheetNote] {
        let missing = lines.filter { state(of: $0, centre, now) == .missing }.map { line in
            SheetValue.list([.text(line.summary.village), .month(line.summary.month)])
        }
        let returns = late.filter { village == nil || $0.village == village }
            .filter { rule != nil && $0.at > deadline($0.month, centre).due }
            .sorted { ($0.month, $0.village) < ($1.month, $1.village) }
            .map { late in
                SheetValue.list([
                    .text(late.village), .month(late.month), .date(centre.offset.civil(late.at).date),
                ])
            }
        return [SheetNote(.noteSummary)]
            + (imported > 0 ? [SheetNote(.noteImported, [.count(imported)])] : [])
            + (begin > period.firstDay ? [SheetNote(.noteRecordBegins, [.date(begin)])] : [])
            // It is the centre's, not a village's.
            + (village == nil ? leaderNotes : [])
            + (missing.isEmpty ? [] : [SheetNote(.noteMissingVillages, [.list(missing)])])
            + (returns.isEmpty ? [] : [SheetNote(.noteLateReturns, [.list(returns)])])
    }

    private var leaderNotes: [SheetNote] {
        (leaders.missing.isEmpty
            ? [] : [SheetNote(.noteLeaderMissing, [.list(leaders.missing.map { .month($0) })])])
            + (leaders.late.isEmpty
                ? []
                : [
                    SheetNote(
                        .noteLeaderLate, [.list(leaders.late.map { .list([.date($0.on), .date($0.recorded)]) })])
                ])
    }
}
