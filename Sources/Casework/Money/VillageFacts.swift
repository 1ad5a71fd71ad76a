/// What a village is like, as far as support money is weighed by it (四川《指导意见》 三(四)). It is said anew when it changes.
public struct VillageFacts: Hashable, Codable, Sendable {
    public var village: String
    public var residents: Int
    /// By road to the centre.
    public var kilometres: Int

    public init(village: String, residents: Int, kilometres: Int) {
        self.village = village
        self.residents = residents
        self.kilometres = kilometres
    }

    /// - Throws: ``PayRefusal``: they are said by who sets what is paid, of a village of the centre, within reason.
    public static func decide(
        _ village: String, residents: Int, kilometres: Int, known villages: [String], by actor: StaffMember
    ) throws(PayRefusal) -> VillageFacts {
        try AllowanceProcess.permit(.setRate, actor)
        guard villages.contains(village) else { throw .villageUnknown(village) }
        guard (1...1_000_000).contains(residents), (0...10_000).contains(kilometres) else { throw .factsUnfit }
        return VillageFacts(village: village, residents: residents, kilometres: kilometres)
    }
}

/// A year's support money divided among the villages, with what each share follows from.
public struct SupportPlan: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var facts: VillageFacts
        /// Approved cases of the village in the twelve months before.
        public var approved: Int
        /// Fen a year.
        public var share: Int
    }

    public var total: Int
    /// The month from which it is paid.
    public var from: CivilMonth
    public var lines: [Line]

    /// - Parameters:
    ///   - villages: in the order in which fen that do not divide are given.
    ///   - approved: by village.
    /// - Throws: ``PayRefusal/amountUnfit``; ``PayRefusal/villagesUndescribed(_:)`` when money would be weighed by what
    ///   nobody has said.
    public init(
        _ total: Int, from: CivilMonth, villages: [String], facts: [String: VillageFacts], approved: [String: Int],
        weights: SupportShares
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
        lines = zip(known, zip(counts, shares)).map { Line(facts: $0, approved: $1.0, share: $1.1) }
    }

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
