/// Chance that can be repeated: the same seed gives the same numbers on every machine and in every release.
///
/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014; the constants are those of
/// the public-domain reference `splitmix64.c` by Sebastiano Vigna). Not for secrets. The draws below are our own, because
/// the standard library does not promise that `Int.random(in:using:)` stays the same.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

extension SeededGenerator {
    /// A number of `range`, each equally likely (to one part in 2³²).
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    /// True `percent` times in a hundred.
    mutating func chance(_ percent: Int) -> Bool {
        number(0...99) < percent
    }

    /// One of `choices`; `nil` of none.
    mutating func pick<Element>(_ choices: [Element]) -> Element? {
        choices.isEmpty ? nil : choices[number(0...(choices.count - 1))]
    }

    /// The index that a draw by weight falls on; 0 when all weights are 0.
    mutating func index(weights: [Int]) -> Int {
        let total = weights.reduce(0) { $0 + max(0, $1) }
        guard total > 0 else { return 0 }
        var left = number(0...(total - 1))
        for (index, weight) in weights.enumerated() {
            left -= max(0, weight)
            if left < 0 { return index }
        }
        return 0
    }

    /// `choices` in another order.
    mutating func shuffled<Element>(_ choices: [Element]) -> [Element] {
        var result = choices
        for last in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(last, number(0...last))
        }
        return result
    }
}
