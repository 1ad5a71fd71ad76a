// How long the parts of a divided region want to be, and how a length is dealt out to them. The cells are dealt one by one,
// each to the claim that comes first; what a part has got it keeps when there are more cells. So a layout never jumps: on a
// larger screen no part is smaller.

/// What one part of a divided region asks for, in cells.
///
/// Claims are met in this order, equal ones from the first part to the last; on a region that is too small the later ones
/// are given up first:
///
/// 1. `fixed`
/// 2. the least of `minimum`
/// 3. `percent`
/// 4. `atMost`
/// 5. shares of the rest: `share`, and `minimum` as a share of 1
public enum Constraint: Hashable, Sendable {
    /// Exactly so many cells.
    case fixed(Int)
    /// So many cells, and a share of 1 of what is left.
    case minimum(Int)
    /// So many hundredths of the whole length without its gaps, rounded up: 0 … 100.
    case percent(Int)
    /// So many cells when they are there.
    case atMost(Int)
    /// A part of what all others leave, in proportion to the other shares: 0 … 1,000.
    case share(Int)

    /// How `length` cells are dealt out: a size for each part, none negative.
    ///
    /// The sizes add up to `length` as soon as one part takes a share; without one, cells that nobody asked for are left over.
    /// With one cell more, one part is one cell larger and all others are as they were.
    static func sizes(_ parts: [Constraint], filling length: Int) -> [Int] {
        var sizes = Array(repeating: 0, count: parts.count)
        guard length > 0 else { return sizes }
        for dealt in 1...length {
            guard let next = claimant(parts, sizes, dealt: dealt) else { break }
            sizes[next] += 1
        }
        return sizes
    }

    /// The part that gets cell number `dealt`; nil when nobody asks for more.
    private static func claimant(_ parts: [Constraint], _ sizes: [Int], dealt: Int) -> Int? {
        var best: (part: Int, rank: Rank)?
        for (index, part) in parts.enumerated() {
            guard let rank = part.claim(having: sizes[index], of: dealt) else { continue }
            if let best, !rank.precedes(best.rank) { continue }
            best = (index, rank)
        }
        return best?.part
    }

    private enum Order: Int { case fixed, minimum, percent, atMost, share }

    /// Where a claim stands in line.
    private struct Rank {
        var order: Order
        /// Of a share, and what it has got.
        var weight = 0
        var taken = 0

        /// Whether this claim comes before an equal or later one. Shares are compared as in Sainte-Laguë's method: by
        /// weight / (2 × taken + 1).
        func precedes(_ other: Rank) -> Bool {
            if order != other.order { return order.rawValue < other.order.rawValue }
            return order == .share && weight * (2 * other.taken + 1) > other.weight * (2 * taken + 1)
        }
    }

    private func claim(having size: Int, of dealt: Int) -> Rank? {
        switch self {
        case .fixed(let cells): size < cells ? Rank(order: .fixed) : nil
        case .minimum(let cells):
            size < cells ? Rank(order: .minimum) : Rank(order: .share, weight: 1, taken: size - max(0, cells))
        case .percent(let hundredths): size * 100 < min(hundredths, 100) * dealt ? Rank(order: .percent) : nil
        case .atMost(let cells): size < cells ? Rank(order: .atMost) : nil
        case .share(let weight): weight > 0 ? Rank(order: .share, weight: min(weight, 1_000), taken: size) : nil
        }
    }
}
