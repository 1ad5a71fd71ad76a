/// The circular of warnings by village and agent (武政管办〔2022〕36号 第十一条): of what is open now. It has no past: a mark goes when
/// the case is done.
public enum CircularSheet {
    public static func sheet(
        _ circular: WarningCircular, _ period: ReportPeriod, centre: Centre, village: String?
    ) -> Sheet {
        let rows = circular.units.filter { village == nil || $0.village == village }.flatMap { unit in
            unit.shares.map { share in
                let parts = share.warnings.map { warning in
                    SheetPart(
                        [.text(warning.number), .text(warning.item), .term(.warning(warning.topic))],
                        .instant(warning.due))
                }
                func made(_ mark: WarningMark.Mark) -> [SheetPart] {
                    zip(share.warnings, parts).filter { $0.0.mark == mark }.map(\.1)
                }
                let topics = WarningTopic.allCases.compactMap { topic in
                    share.counts.topics[topic].map { SheetValue.list([.term(.warning(topic)), .count($0)]) }
                }
                return Sheet.Row(
                    key: "\(unit.village)/\(share.agent?.number ?? "-")",
                    cells: [
                        SheetCell(.text(unit.village)), SheetCell(share.agent.map { .text($0.number) } ?? .none),
                        SheetCell(share.agent.map { .text($0.name) } ?? .term(.nobody)),
                        SheetCell(.count(share.counts.overdue), parts: made(.overdue)),
                        SheetCell(.count(share.counts.near), parts: made(.near)), SheetCell(.list(topics)),
                    ])
            }
        }
        return Sheet(
            kind: .circular, period: period, centre: centre.name, village: village, standing: .running(circular.at),
            columns: [.village, .number, .name, .overdue, .near, .topic], rows: rows,
            signatures: [.init(.madeBy), .init(.signedBy)])
    }
}
