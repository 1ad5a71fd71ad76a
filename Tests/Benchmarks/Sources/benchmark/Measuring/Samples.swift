/// Repeated measurements of one thing, in any unit.
struct Samples {
    private(set) var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    /// Adds a span of ``Stopwatch`` as milliseconds.
    mutating func add(from start: Int64, to end: Int64) { add(Double(end - start) / 1_000_000) }

    var count: Int { values.count }
    var median: Double { quantile(0.5) }
    var p99: Double { quantile(0.99) }
    var least: Double { values.min() ?? .nan }
    var most: Double { values.max() ?? .nan }

    /// The value of the nearest rank; not a number when there is none.
    func quantile(_ share: Double) -> Double {
        guard !values.isEmpty else { return .nan }
        let sorted = values.sorted()
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }
}
