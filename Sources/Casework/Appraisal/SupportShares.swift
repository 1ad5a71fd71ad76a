/// Support money for villages, weighed by size, distance and performance (四川《指导意见》 三(四)).
public struct SupportShares: Hashable, Sendable {
    public struct Village: Hashable, Sendable {
        public var name: String
        /// Residents.
        public var size: Int
        /// Kilometres to the township.
        public var distance: Int
        /// How it does: cases approved for it.
        public var performance: Int

        public init(name: String, size: Int, distance: Int, performance: Int) {
            self.name = name
            self.size = size
            self.distance = distance
            self.performance = performance
        }
    }

    /// How much each measure weighs; the document names the three and no numbers.
    public var size: Int
    public var distance: Int
    public var performance: Int

    public init(size: Int, distance: Int, performance: Int) {
        self.size = size
        self.distance = distance
        self.performance = performance
    }

    /// Divides `total` fen; the shares add up to it. Fen that do not divide go to the largest remainders, and among
    /// equal ones to the village that comes first. All get the same when nothing weighs anything.
    public func divide(_ total: Int, among villages: [Village]) -> [Int] {
        guard !villages.isEmpty else { return [] }
        // Each measure is a part of its own sum, so that residents and kilometres can be added.
        let sums = (
            villages.reduce(0) { $0 + $1.size }, villages.reduce(0) { $0 + $1.distance },
            villages.reduce(0) { $0 + $1.performance }
        )
        func part(_ weight: Int, _ value: Int, _ sum: Int) -> Int { sum > 0 ? weight * value * 1_000_000 / sum : 0 }
        var weights = villages.map { village in
            part(size, village.size, sums.0) + part(distance, village.distance, sums.1)
                + part(performance, village.performance, sums.2)
        }
        if weights.allSatisfy({ $0 == 0 }) { weights = weights.map { _ in 1 } }
        let whole = weights.reduce(0, +)
        var shares = weights.map { total * $0 / whole }
        let rest = total - shares.reduce(0, +)
        let order = weights.indices.sorted { one, other in
            let (left, right) = (total * weights[one] % whole, total * weights[other] % whole)
            return left == right ? one < other : left > right
        }
        for index in order.prefix(rest) { shares[index] += 1 }
        return shares
    }
}
