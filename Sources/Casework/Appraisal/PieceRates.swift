/// Pay by the piece: an amount for each approved case, by item (武政管办〔2022〕36号 第十四条). The rates are the centre's;
/// the document that sets them is not among the five.
public struct PieceRates: Hashable, Sendable {
    /// Item -> fen.
    public var byItem: [String: Int]
    /// Fen for an item that has no rate of its own; `nil` when such a case has to wait for one.
    public var other: Int?

    public init(byItem: [String: Int], other: Int? = nil) {
        self.byItem = byItem
        self.other = other
    }

    /// One line of a piece-rate sheet.
    public struct Line: Hashable, Sendable {
        public var item: String
        public var count: Int
        /// Fen for one.
        public var rate: Int
        public var sum: Int
    }

    public struct Pay: Hashable, Sendable {
        /// By item.
        public var lines: [Line]
        /// Approved cases whose item has no rate: item -> how many. Nothing is paid for them, and nothing is hidden.
        public var withoutRate: [String: Int]

        public var sum: Int { lines.reduce(0) { $0 + $1.sum } }
    }

    /// - Parameter approved: the items of the approved cases, one entry a case; others do not count where review is a
    ///   gate (武政管办〔2022〕36号 第八条).
    public func pay(forApproved approved: [String]) -> Pay {
        let counts = Dictionary(approved.map { ($0, 1) }, uniquingKeysWith: +)
        var pay = Pay(lines: [], withoutRate: [:])
        for (item, count) in counts.sorted(by: { $0.key < $1.key }) {
            if let rate = byItem[item] ?? other {
                pay.lines.append(Line(item: item, count: count, rate: rate, sum: rate * count))
            } else {
                pay.withoutRate[item] = count
            }
        }
        return pay
    }
}
