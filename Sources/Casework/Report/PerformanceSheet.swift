/// What everybody's approved cases are worth, item by item (武政管办〔2022〕36号 第八、十四条). Bank auxiliaries stand in the line of
/// the centre and in that of their bank.
public struct PerformanceSheet: Sendable {
    /// One person's approved cases of one item in one month.
    public struct Line: Hashable, Sendable {
        public var member: StaffMember
        public var item: String
        /// Count and rate by month; a rate that nobody has set is `nil`.
        public var months: [Month]

        public struct Month: Hashable, Sendable {
            public var month: CivilMonth
            public var count: Int
            public var rate: Int?
            /// So many were approved in another system, before the cases were taken over.
            public var imported: Int

            public init(month: CivilMonth, count: Int, rate: Int?, imported: Int = 0) {
                self.month = month
                self.count = count
                self.rate = rate
                self.imported = imported
            }
        }

        public init(member: StaffMember, item: String, months: [Month]) {
            self.member = member
            self.item = item
            self.months = months
        }
    }

    public var lines: [Line]
    public var review: Rulebook.Review

    /// - Parameter member: the person at the period's end.
    public init(
        _ counts: [ApprovedCount], rates: PayRates, review: Rulebook.Review, member: (StaffID) -> StaffMember?
    ) {
        var lines: [String: Line] = [:]
        for count in counts.sorted(by: { $0.month < $1.month }) where count.count != 0 {
            guard let person = member(count.staff) else { continue }
            let key = "\(person.number)\u{0}\(count.item)"
            lines[key, default: Line(member: person, item: count.item, months: [])].months.append(
                Line.Month(
                    month: count.month, count: count.count, rate: rates.piece(count.item, in: count.month),
                    imported: count.imported))
        }
        self.lines = lines.values.sorted {
            ($0.member.village ?? "", $0.member.number, $0.item) < ($1.member.village ?? "", $1.member.number, $1.item)
        }
        self.review = review
    }

    /// - Parameter isRateOpen: whether the period is over, and a rate can still be set for it.
    public func sheet(
        _ period: ReportPeriod, centre: Centre, village: String?, standing: Sheet.Standing, isRateOpen: Bool = false
    ) -> Sheet {
        let shown = lines.filter { village == nil || $0.member.village == village }
        let rows = shown.flatMap { line in
            line.member.managementLines.map { management in row(line, management) }
        }
        let unpaid = shown.filter { $0.months.contains { $0.rate == nil } }
        var notes = [SheetNote(.noteReview(review)), SheetNote(.notePieces)]
        let imported = shown.flatMap(\.months).reduce(0) { $0 + $1.imported }
        if imported > 0 { notes.append(SheetNote(.noteImported, [.count(imported)])) }
        if isRateOpen { notes.append(SheetNote(.noteRatesOpen)) }
        if !unpaid.isEmpty {
            let counts = Dictionary(
                unpaid.map { line in
                    (line.item, line.months.reduce(0) { $0 + ($1.rate == nil ? $1.count : 0) })
                }, uniquingKeysWith: +)
            notes.append(
                SheetNote(
                    .noteWithoutRate,
                    [.list(counts.sorted { $0.key < $1.key }.map { .list([.text($0.key), .count($0.value)]) })]))
        }
        return Sheet(
            kind: .performance, period: period, centre: centre.name, village: village, standing: standing,
            columns: [.line, .village, .number, .name, .item, .approved, .pay], rows: rows, notes: notes,
            signatures: [.init(.madeBy), .init(.reviewedBy)])
    }

    private func row(_ line: Line, _ management: ManagementLine) -> Sheet.Row {
        let parts = line.months.map { month in
            SheetPart(
                [.month(month.month), .count(month.count), month.rate.map { .money($0) } ?? .term(.notPaid)],
                .money((month.rate ?? 0) * month.count))
        }
        let count = line.months.reduce(0) { $0 + $1.count }
        let pay = line.months.reduce(0) { $0 + ($1.rate ?? 0) * $1.count }
        let place: SheetCell
        let key: String
        // The bank's line tells it the work; counted and paid it is once.
        let isOwn: Bool
        switch management {
        case .centre:
            (place, key, isOwn) = (SheetCell(.term(.lineOfCentre)), "\(line.member.number)/\(line.item)", true)
        case .employer(let bank):
            (place, key, isOwn) = (SheetCell(.text(bank)), "\(line.member.number)/\(line.item)/bank", false)
        }
        return Sheet.Row(
            key: key,
            cells: [
                place, SheetCell(line.member.village.map { .text($0) } ?? .none), SheetCell(.text(line.member.number)),
                SheetCell(.text(line.member.name)), SheetCell(.text(line.item)),
                isOwn ? SheetCell(.count(count), parts: parts) : SheetCell(.text("\(count)")),
                isOwn ? SheetCell(.money(pay), parts: parts) : SheetCell(.none),
            ])
    }
}
