/// A year's support money divided among the villages, with what each share follows from.
public struct SupportPlan: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var facts: VillageFacts
        /// Approved cases of the village in the twelve months before.
        public var approved: Int
        /// Fen a year.
        public var share: Int
        /// Whether anybody there can draw it now: an agent who is known to be no deputy cadre.
        public var canBeDrawn: Bool
    }

    public var total: Int
    /// The month from which it is paid.
    public var from: CivilMonth
    public var lines: [Line]

    /// - Parameters:
    ///   - villages: in the order in which fen that do not divide are given.
    ///   - approved: by village.
    ///   - drawing: the villages in which somebody can draw what the village adds.
    /// - Throws: ``PayRefusal/amountUnfit``; ``PayRefusal/villagesUndescribed(_:)`` when money would be weighed by what
    ///   nobody has said.
    public init(
        _ total: Int, from: CivilMonth, villages: [String], facts: [String: VillageFacts], approved: [String: Int],
        drawing: Set<String>, weights: SupportShares
    ) throws(PayRefusal) {
        guard (1...Int(MoneyEntry.limit)).contains(total) else { throw .amountUnfit }
        let unknown = villages.filter { facts[$0] == nil }
        guard unknown.isEmpty, !villages.isEmpty else { throw .villagesUndescribed(unknown) }
        let known = villages.compactMap { facts[$0] }
        // More may have been taken back than approved.
        let counts = known.map { max(0, approved[$0.village] ?? 0) }
        let shares = weights.divide(
            total,
            among: zip(known, counts).map { facts, count in
                SupportShares.Village(
                    name: facts.village, size: facts.residents, distance: facts.kilometres, performance: count)
            })
        self.total = total
        self.from = from
        lines = zip(known, zip(counts, shares)).map {
            Line(facts: $0, approved: $1.0, share: $1.1, canBeDrawn: drawing.contains($0.village))
        }
    }

    /// The villages whose share nobody can draw as things are.
    public var undrawn: [String] { lines.filter { !$0.canBeDrawn && $0.share > 0 }.map(\.facts.village) }

    /// What each village pays its agent besides, as it is entered.
    public func settings(ground: String) throws(PayRefusal) -> [PaySetting] {
        var settings: [PaySetting] = []
        for line in lines {
            settings.append(
                try PaySetting(kind: .village, name: line.facts.village, fen: line.share, from: from, ground: ground))
        }
        return settings
    }
}
