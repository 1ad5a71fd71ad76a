/// What happened to the roster in a period, to be handed up to the county (武政管办〔2022〕36号 第五、六条).
public enum RosterSheet {
    /// - Parameter names: of those who recorded it.
    public static func sheet(
        _ changes: [RosterChange], _ period: ReportPeriod, centre: Centre, standing: Sheet.Standing,
        names: [StaffID: String]
    ) -> Sheet {
        let offset = centre.offset
        let shown = changes.filter { period.start(offset) <= $0.at && $0.at < period.end(offset) }
        func value(_ text: String?, _ kind: RosterChange.Kind) -> SheetCell {
            guard let text else { return SheetCell(.none) }
            if kind == .post, let post = StaffPost(rawValue: text) { return SheetCell(.term(.post(post))) }
            return SheetCell(.text(text))
        }
        let rows = shown.enumerated().map { place, change in
            Sheet.Row(
                key: "\(place + 1)",
                cells: [
                    SheetCell(.date(offset.civil(change.at).date)), SheetCell(.text(change.number)),
                    SheetCell(.text(change.name)), SheetCell(.term(.change(change.kind))),
                    value(change.before, change.kind), value(change.after, change.kind),
                    SheetCell(names[change.actor].map { .text($0) } ?? .none),
                ])
        }
        return Sheet(
            kind: .roster, period: period, centre: centre.name, standing: standing,
            columns: [.on, .number, .name, .kind, .before, .after, .actor], rows: rows,
            signatures: [.init(.madeBy), .init(.reviewedBy)])
    }
}

/// Who was missing where at the end of a period (内放办〔2022〕3号 一、附件).
public enum StaffingSheet {
    public static func sheet(
        _ check: StaffingCheck, _ period: ReportPeriod, centre: Centre, village: String?, standing: Sheet.Standing
    ) -> Sheet {
        let rows = check.vacancies.compactMap { vacancy -> Sheet.Row? in
            let place: (key: String, value: SheetValue, village: String?) =
                switch vacancy.place {
                case .county: ("county", .term(.county), nil)
                case .township: ("township", .term(.township), nil)
                case .village(let name): (name, .text(name), name)
                case .group(let group):
                    ("\(group.village)/\(group.name)", .text("\(group.village) \(group.name)"), group.village)
                case .department(let name): (name, .text(name), nil)
                }
            guard village == nil || place.village == village else { return nil }
            return Sheet.Row(
                key: "\(place.key)/\(vacancy.post.rawValue)",
                cells: [
                    SheetCell(place.value), SheetCell(.term(.post(vacancy.post))), SheetCell(.count(vacancy.least)),
                    SheetCell(.count(vacancy.found)), SheetCell(.count(vacancy.least - vacancy.found)),
                ])
        }
        return Sheet(
            kind: .staffing, period: period, centre: centre.name, village: village, standing: standing,
            columns: [.place, .post, .least, .found, .missing], rows: rows,
            signatures: [.init(.madeBy), .init(.reviewedBy)])
    }
}
