/// How the sessions of duty of a period went, for everybody who serves at fixed hours (建政发〔2022〕33号 二(三)1、二(四)3).
///
/// It counts sessions, not days. A correction, a leave or a village's file may still come after the period is over, so the
/// sheet always says as of when it is.
public struct AttendanceSheet: Sendable {
    public struct Line: Hashable, Sendable {
        /// The person at the period's end.
        public var member: StaffMember
        /// The months of the period in which the person served, oldest first.
        public var months: [AttendanceMonth]

        public init(member: StaffMember, months: [AttendanceMonth]) {
            self.member = member
            self.months = months
        }
    }

    public var lines: [Line]
    /// Whether each number is told session by session.
    public var isExplained: Bool

    public init(_ lines: [Line], isExplained: Bool = true) {
        self.lines = lines
        self.isExplained = isExplained
    }

    /// - Parameter since: the first day on which attendance was kept; `nil` when nobody keeps it.
    public func sheet(
        _ period: ReportPeriod, centre: Centre, village: String?, standing: Sheet.Standing,
        keptSince since: CivilDate? = DutyFacts.always
    ) -> Sheet {
        let rows = lines.filter { village == nil || $0.member.village == village }
            .sorted { ($0.member.village ?? "", $0.member.number) < ($1.member.village ?? "", $1.member.number) }
            .map { row($0, centre.offset) }
        var notes = [SheetNote(.noteSessions), SheetNote(.noteOutside)]
        if since.map({ $0 > period.firstDay }) ?? true {
            notes.append(since.map { SheetNote(.noteKeptSince, [.date($0)]) } ?? SheetNote(.noteNotKept))
        }
        return Sheet(
            kind: .attendance, period: period, centre: centre.name, village: village, standing: standing,
            columns: [
                .village, .number, .name, .due, .present, .onTime, .late, .leftEarly, .missed, .leave, .stoodInFor,
                .exempt, .forgotten, .minutes, .outside,
            ], rows: rows, notes: notes, signatures: [.init(.madeBy), .init(.reviewedBy)])
    }

    private func row(_ line: Line, _ offset: UTCOffset) -> Sheet.Row {
        let outcomes = line.months.flatMap(\.outcomes)
        func sessions(_ isCounted: (SessionOutcome) -> Bool) -> SheetCell {
            let counted = outcomes.filter(isCounted)
            return SheetCell(
                .count(counted.count), parts: isExplained ? counted.map { $0.part(.count(1), offset) } : [])
        }
        func sessions(_ state: SessionState) -> SheetCell { sessions { $0.state == state } }
        let lost = outcomes.filter { $0.minutesLost > 0 }
        let outside = line.months.filter { $0.acceptedOutside != 0 }
        return Sheet.Row(
            key: line.member.number,
            cells: [
                SheetCell(line.member.village.map { .text($0) } ?? .none), SheetCell(.text(line.member.number)),
                SheetCell(.text(line.member.name)), sessions { $0.state != .toCome }, sessions { $0.state.isPresent },
                sessions(.onTime), sessions(.late), sessions(.leftEarly), sessions(.absent), sessions(.onLeave),
                sessions(.stoodInFor), sessions(.excused), sessions(\.forgotCheckOut),
                SheetCell(
                    .count(lost.reduce(0) { $0 + $1.minutesLost }),
                    parts: isExplained ? lost.map { $0.part(.count($0.minutesLost), offset) } : []),
                SheetCell(
                    .count(outside.reduce(0) { $0 + $1.acceptedOutside }),
                    parts: outside.map { SheetPart([.month($0.month)], .count($0.acceptedOutside)) }),
            ])
    }
}

extension SessionOutcome {
    fileprivate var minutesLost: Int { minutesLate + minutesEarly }

    /// The session with its state, every step that leads to it, and the clauses that the steps rest on.
    fileprivate func part(_ amount: SheetValue, _ offset: UTCOffset) -> SheetPart {
        var sources: [String] = []
        for source in grounds.map(\.source.rawValue) where !sources.contains(source) { sources.append(source) }
        return SheetPart(
            [
                .date(session.day), .term(.session(session, offset)), .term(.sessionState(state)),
                .list(grounds.map { .list([.term(.ground($0, offset))]) }),
                .text("[\(sources.joined(separator: " "))]"),
            ], amount)
    }
}
