/// The quarterly sheet of allowances on paper (建政发〔2022〕33号 二(四)3): made of the recorded sheet alone.
extension AllowanceSheet {
    /// - Parameter names: of those who prepared, reviewed and signed.
    public func report(
        _ process: AllowanceProcess, centre: Centre, village: String?, standing: Sheet.Standing,
        names: [StaffID: String]
    ) -> Sheet {
        let shown = lines.filter { village == nil || $0.village == village }
        var notes: [SheetNote] = []
        if process.state == .open || process.state == .returned { notes.append(SheetNote(.noteDraft)) }
        notes += [SheetNote(.noteRemainder(rule.remainder)), SheetNote(.notePartMonth(rule.partMonth))]
        if shown.contains(where: { $0.months.contains { !$0.pieces.isEmpty } }) { notes.append(SheetNote(.notePieces)) }
        let unpaid = shown.flatMap(\.months).flatMap(\.pieces).filter { $0.rate == nil && $0.count != 0 }
        if !unpaid.isEmpty {
            let counts = Dictionary(unpaid.map { ($0.item, $0.count) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
            notes.append(
                SheetNote(.noteWithoutRate, [.list(counts.map { .list([.text($0.key), .count($0.value)]) })]))
        }
        if process.sheet != nil { notes.append(SheetNote(.noteKnownThrough, [.count(Int(through))])) }
        func signature(_ role: SheetTerm, _ mark: AllowanceProcess.Mark?) -> Sheet.Signature {
            Sheet.Signature(
                role, name: mark.map { names[$0.by] ?? "\($0.by.value)" },
                on: mark.map { centre.offset.civil($0.at).date })
        }
        return Sheet(
            kind: .allowance, period: .quarter(quarter), centre: centre.name, village: village, standing: standing,
            columns: [
                .village, .number, .name, .share, .deducted, .refunded, .ofVillage, .pieces, .corrections, .net,
            ], rows: shown.flatMap(\.rows), notes: notes,
            signatures: [
                signature(.preparedBy, process.preparation), signature(.reviewedBy, process.review),
                signature(.signedBy, process.signature),
            ])
    }
}

extension AllowanceSheet.Line {
    /// One row; a bank auxiliary has a second one for the bank, which tells it the work and holds no money: paid is once.
    fileprivate var rows: [Sheet.Row] {
        let own = Sheet.Row(
            key: number,
            cells: [
                SheetCell(village.map { .text($0) } ?? .term(.post(post))), SheetCell(.text(number)),
                SheetCell(.text(name)), SheetCell(.money(share), parts: shares(\.share) { $0.days }),
                SheetCell(.money(-deducted), parts: months.flatMap { $0.deductions.map(\.part) }),
                SheetCell(.money(refunded), parts: months.flatMap { $0.refunds.map(\.part) }),
                SheetCell(.money(ofVillage), parts: shares(\.ofVillage) { $0.daysOfVillage ?? $0.days }),
                SheetCell(.money(pieces), parts: months.flatMap { month in month.pieces.map { $0.part(month.month) } }),
                SheetCell(.money(entered), parts: entries.map(\.part)),
                SheetCell(.money(net), parts: months.map { SheetPart([.month($0.month)], .money($0.net)) }),
            ])
        guard post == .bankAuxiliary, let employer else { return [own] }
        let counts = months.flatMap { month in
            month.pieces.map { SheetPart([.month(month.month), .text($0.item)], .count($0.count)) }
        }
        let none = SheetCell(.none)
        let bank = Sheet.Row(
            key: "\(number)/bank",
            cells: [
                SheetCell(.text(employer)), SheetCell(.text(number)), SheetCell(.text(name)), none, none, none, none,
                SheetCell(.none, parts: counts), none, none,
            ])
        return [own, bank]
    }

    private func shares(
        _ amount: (AllowanceSheet.Month) -> Int, days: (AllowanceSheet.Month) -> Int
    ) -> [SheetPart] {
        months.filter { amount($0) != 0 }.map { month in
            let served = days(month)
            let days: [SheetValue] =
                served == month.month.length
                ? [.term(.wholeMonth)] : [.count(served), .term(.daysOf), .count(month.month.length)]
            return SheetPart([.month(month.month)] + days, .money(amount(month)))
        }
    }
}

extension AllowanceSheet.Docking {
    fileprivate var part: SheetPart {
        SheetPart([.date(on), .term(.finding(kind)), .text("#\(finding)")], .money(-amount))
    }
}

extension AllowanceSheet.Refund {
    fileprivate var part: SheetPart {
        SheetPart([.term(.docked), .month(dockedIn), .term(.finding(kind)), .text("#\(finding)")], .money(amount))
    }
}

extension AllowanceSheet.Piece {
    fileprivate func part(_ month: CivilMonth) -> SheetPart {
        SheetPart(
            [.month(month), .text(item), .count(count), rate.map { .money($0) } ?? .term(.notPaid)], .money(sum))
    }
}

extension AllowanceSheet.Entry {
    fileprivate var part: SheetPart {
        SheetPart([.month(period), .term(.moneyKind(kind)), .term(.entry), .text("\(sequence)")], .money(amount))
    }
}
