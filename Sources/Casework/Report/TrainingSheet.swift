/// The training of a period: who held it, who came, who did not, and what is still to be held in the year
/// (平政办发〔2024〕14号 二(一)3(2)).
public struct TrainingSheet: Sendable {
    public var year: TrainingYear
    public var people: [StaffID: StaffMember]

    public init(_ year: TrainingYear, people: [StaffID: StaffMember]) {
        self.year = year
        self.people = people
    }

    public func sheet(_ period: ReportPeriod, centre: Centre, standing: Sheet.Standing) -> Sheet {
        func cell(_ ids: some Sequence<StaffID>) -> SheetCell {
            let names = ids.map { id in people[id].map { "\($0.number) \($0.name)" } ?? "\(id.value)" }.sorted()
            return SheetCell(.count(names.count), parts: names.map { SheetPart([.text($0)], .count(1)) })
        }
        let shown = year.sessions.filter { period.firstDay <= $0.on && $0.on <= period.lastDay }
        let rows = shown.enumerated().map { place, session in
            Sheet.Row(
                key: "\(place + 1)",
                cells: [
                    SheetCell(.date(session.on)), SheetCell(.term(.holder(session.holder))),
                    SheetCell(.text(session.topic)), cell(session.invited), cell(session.attended),
                    cell(session.excused), cell(session.absent),
                ])
        }
        let notes = TrainingYear.Holder.allCases.compactMap { holder -> SheetNote? in
            let missing = year.missing(by: holder)
            return missing > 0 ? SheetNote(.noteTrainingMissing, [.term(.holder(holder)), .count(missing)]) : nil
        }
        return Sheet(
            kind: .training, period: period, centre: centre.name, standing: standing,
            columns: [.on, .holder, .topic, .invited, .attended, .excused, .absent], rows: rows, notes: notes,
            signatures: [.init(.madeBy), .init(.reviewedBy)])
    }
}

/// The checklist behind the stars of the centre and of its points (平政办发〔2024〕14号 二(一)4(2)).
public struct StarSheet: Sendable {
    public var points: [(name: String, check: PointChecklist)]
    public var level: StarRating?

    public init(_ points: [(name: String, check: PointChecklist)], level: StarRating?) {
        self.points = points
        self.level = level
    }

    public func sheet(_ period: ReportPeriod, centre: Centre, standing: Sheet.Standing) -> Sheet {
        let rows = points.map { point in
            let (score, all) = point.check.score
            return Sheet.Row(
                key: point.name,
                cells: [
                    SheetCell(.text(point.name)),
                    SheetCell(
                        .count(score), parts: point.check.fulfilled.map { SheetPart([.text($0)], .count(1)) }),
                    SheetCell(.text("\(score)/\(all)")),
                    SheetCell(.list((point.check.missing + point.check.unknown).map { .text($0) })),
                ])
        }
        return Sheet(
            kind: .stars, period: period, centre: centre.name, standing: standing,
            columns: [.place, .fulfilled, .score, .open], rows: rows,
            notes: level.map { [SheetNote(.noteLevel, [.text($0.level)])] } ?? [],
            signatures: [.init(.madeBy), .init(.reviewedBy)])
    }
}
