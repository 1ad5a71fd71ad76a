/// The training of a period: who held it, who had to come, who came, who did not, and what the year has against what the
/// rulebook asks for (平政办发〔2024〕14号 二(一)3(2)).
public struct TrainingSheet: Sendable {
    public var trainings: [TrainingHeld]
    public var rule: AgentRules.Training
    /// Whose names are known; with a village, its people alone are counted.
    public var people: [StaffID: StaffMember]

    /// - Parameter trainings: of the year, in any order.
    public init(_ trainings: [TrainingHeld], rule: AgentRules.Training, people: [StaffID: StaffMember]) {
        self.trainings = trainings.sorted { ($0.on, $0.number) < ($1.on, $1.number) }
        self.rule = rule
        self.people = people
    }

    public func sheet(_ period: ReportPeriod, centre: Centre, village: String?, standing: Sheet.Standing) -> Sheet {
        func isCounted(_ id: StaffID) -> Bool { village == nil || people[id]?.village == village }
        let shown = trainings.filter {
            period.firstDay <= $0.on && $0.on <= period.lastDay && $0.invited.contains(where: isCounted)
        }
        func cell(_ ids: some Sequence<StaffID>, _ why: [StaffID: String] = [:]) -> SheetCell {
            let parts = ids.filter(isCounted).map { id in
                (name: name(id), part: SheetPart([.text(name(id))] + (why[id].map { [.text($0)] } ?? []), .count(1)))
            }
            return SheetCell(.count(parts.count), parts: parts.sorted { $0.name < $1.name }.map(\.part))
        }
        let rows = shown.map { training in
            let excuses = Dictionary(training.excused.map { ($0.staff, $0.reason) }, uniquingKeysWith: { $1 })
            return Sheet.Row(
                key: "\(training.number)",
                cells: [
                    SheetCell(.text("\(training.number)")), SheetCell(.date(training.on)),
                    SheetCell(.term(.holder(training.holder))), SheetCell(.text(training.topic)),
                    cell(training.invited), cell(training.attended), cell(training.excused.map(\.staff), excuses),
                    cell(training.session.absent),
                ])
        }
        return Sheet(
            kind: .training, period: period, centre: centre.name, village: village, standing: standing,
            columns: [.number, .on, .holder, .topic, .invited, .attended, .excused, .absent], rows: rows,
            notes: notes(period, isCounted), signatures: [.init(.madeBy), .init(.reviewedBy)])
    }

    /// The year up to the period's end.
    private func notes(_ period: ReportPeriod, _ isCounted: (StaffID) -> Bool) -> [SheetNote] {
        let year = TrainingYear(
            year: period.lastDay.year, sessions: trainings.map(\.session).filter { $0.on <= period.lastDay }, rule: rule
        )
        let held = TrainingYear.Holder.allCases.map { holder in
            SheetValue.list([
                .term(.holder(holder)), .text("\(year.held(by: holder))/\(rule.asked(of: holder))"),
            ])
        }
        let missing = TrainingYear.Holder.allCases.compactMap { holder -> SheetValue? in
            let count = year.missing(by: holder)
            return count > 0 ? .list([.term(.holder(holder)), .count(count)]) : nil
        }
        let absences = year.absences.filter { isCounted($0.key) }.map { (name($0.key), $0.value) }.sorted { $0 < $1 }
            .map { SheetValue.list([.text($0), .count($1)]) }
        return [SheetNote(.noteTrainingHeld, [.list(held)])]
            + (missing.isEmpty ? [] : [SheetNote(.noteTrainingMissing, [.list(missing)])])
            + (absences.isEmpty ? [] : [SheetNote(.noteTrainingAbsences, [.list(absences)])])
    }

    private func name(_ id: StaffID) -> String {
        people[id].map { "\($0.number) \($0.name)" } ?? "\(id.value)"
    }
}
