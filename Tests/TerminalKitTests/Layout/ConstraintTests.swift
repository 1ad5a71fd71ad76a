import Testing

@testable import TerminalKit

@Suite("Constraint layout")
struct ConstraintTests {
    private let screen = Region(x: 3, y: 2, width: 100, height: 40)

    private func widths(_ parts: [Constraint], _ width: Int, gap: Int = 0) -> [Int] {
        Region(x: 0, y: 0, width: width, height: 1).columns(parts, gap: gap).map(\.width)
    }

    @Test("fixed parts get their cells, shares divide the rest in proportion")
    func shares() {
        #expect(widths([.fixed(12), .share(2), .share(1)], 102) == [12, 60, 30])
        #expect(widths([.share(1), .share(1), .share(1)], 10) == [4, 3, 3])
        #expect(widths([.minimum(20), .share(2)], 80) == [40, 40])
        #expect(widths([.atMost(30), .share(1)], 100) == [30, 70])
        #expect(widths([.percent(25), .share(1)], 80) == [20, 60])
        #expect(widths([.fixed(10), .percent(25), .share(1)], 80) == [10, 20, 50])
        #expect(widths([.percent(33), .percent(33), .percent(34)], 100) == [33, 33, 34])
    }

    @Test("what nobody asked for is left over")
    func rest() {
        #expect(widths([.fixed(12), .atMost(30)], 100) == [12, 30])
        #expect(widths([.share(0)], 9) == [0])
        #expect(widths([], 9).isEmpty)
    }

    @Test("too small, shares give up first, then what is at most, percents, minimums and at last what is fixed")
    func givingUp() {
        let parts: [Constraint] = [.share(1), .atMost(10), .percent(50), .minimum(10), .fixed(10)]
        #expect(widths(parts, 64) == [1, 10, 32, 11, 10])
        #expect(widths(parts, 45) == [0, 2, 23, 10, 10])
        #expect(widths(parts, 25) == [0, 0, 5, 10, 10])
        #expect(widths(parts, 15) == [0, 0, 0, 5, 10])
        #expect(widths(parts, 4) == [0, 0, 0, 0, 4])
        #expect(widths([.fixed(5), .fixed(5)], 7) == [5, 2])
    }

    @Test("parts follow each other with a gap, in both directions")
    func places() {
        #expect(
            screen.columns([.fixed(10), .share(1)], gap: 2) == [
                Region(x: 3, y: 2, width: 10, height: 40), Region(x: 15, y: 2, width: 88, height: 40),
            ])
        #expect(
            screen.rows([.fixed(1), .share(1), .fixed(2)]) == [
                Region(x: 3, y: 2, width: 100, height: 1), Region(x: 3, y: 3, width: 100, height: 37),
                Region(x: 3, y: 40, width: 100, height: 2),
            ])
        #expect(widths([.share(1), .share(1), .share(1)], 3, gap: 2) == [0, 0, 0])
    }

    private func random(_ generator: inout SeededGenerator) -> Constraint {
        let number = Int.random(in: -3...60, using: &generator)
        return switch Int.random(in: 0..<5, using: &generator) {
        case 0: .fixed(number)
        case 1: .minimum(number)
        case 2: .percent(number * 2)
        case 3: .atMost(number)
        default: .share(number / 12)
        }
    }

    @Test(
        "whatever is asked for: nothing is negative or outside, a share takes all, no part shrinks on a larger screen")
    func properties() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<100 {
            let parts = (0..<Int.random(in: 1...6, using: &generator)).map { _ in random(&generator) }
            let gap = Int.random(in: 0...2, using: &generator)
            var before = Array(repeating: 0, count: parts.count)
            for width in stride(from: 0, through: 120, by: 1 + Int.random(in: 0...3, using: &generator)) {
                let regions = Region(x: 5, y: 1, width: width, height: 3).columns(parts, gap: gap)
                let problem = fault(regions, width: width, parts, gap: gap, before: before)
                #expect(problem == nil, "\(parts) at \(width) with gaps of \(gap): \(regions.map(\.width))")
                before = regions.map(\.width)
            }
        }
    }

    /// What is wrong with a layout that starts in column 5.
    private func fault(_ regions: [Region], width: Int, _ parts: [Constraint], gap: Int, before: [Int]) -> String? {
        let pairs = zip(regions, regions.dropFirst())
        if zip(before, regions).contains(where: { $0 > $1.width }) { return "smaller than on a smaller screen" }
        if regions.contains(where: { $0.x < 5 || $0.maxX > 5 + width }) { return "outside" }
        let gaps = gap * (parts.count - 1)
        guard width >= gaps else { return regions.allSatisfy(\.isEmpty) ? nil : "a part where not even gaps fit" }
        if pairs.contains(where: { $0.maxX + gap != $1.x }) { return "not next to each other" }
        let isWhole = regions.reduce(gaps) { $0 + $1.width } == width
        let takesAll = parts.contains {
            switch $0 {
            case .minimum: true
            case .share(let weight): weight > 0
            case .fixed, .percent, .atMost: false
            }
        }
        return takesAll && !isWhole ? "cells left over" : nil
    }
}
