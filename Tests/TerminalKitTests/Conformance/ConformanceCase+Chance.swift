// Cases made by chance, and the shortest form of one that fails.

@testable import TerminalKit

extension ConformanceCase {
    /// The case of a seed.
    init(seed: UInt64, operations count: Int, texts: RandomTexts.Kind, permitted: TerminalCapabilities = .everything) {
        var generator = SeededGenerator(seed: seed)
        let size = RandomOperations.randomSize(&generator)
        self.size = size
        capabilities = TerminalCapabilities(
            colourDepth: ColourDepth.allCases.randomElement(using: &generator) ?? .none,
            hasSynchronizedOutput: Bool.random(using: &generator),
            hasHorizontalMargins: Bool.random(using: &generator) && permitted.hasHorizontalMargins,
            canRepeat: Bool.random(using: &generator) && permitted.canRepeat)
        operations = RandomOperations.make(
            seed: generator.next(), size: size, count: count, texts: texts)
    }

    /// The case with as few operations and capabilities as still fail: halves are left out, then quarters, down to single
    /// operations, until nothing more can be left out.
    func shortest(_ fails: (ConformanceCase) -> Bool) -> ConformanceCase {
        var best = self
        var length = max(1, operations.count / 2)
        while true {
            let count = best.operations.count
            best = best.leavingOut(length, fails)
            if length > 1 {
                length /= 2
            } else if best.operations.count == count {
                break
            }
        }
        for flag in [
            \TerminalCapabilities.hasSynchronizedOutput, \.hasHorizontalMargins, \.canRepeat,
        ] where best.capabilities[keyPath: flag] {
            var poorer = best
            poorer.capabilities[keyPath: flag] = false
            if fails(poorer) { best = poorer }
        }
        return best
    }

    private func leavingOut(_ length: Int, _ fails: (ConformanceCase) -> Bool) -> ConformanceCase {
        var best = self
        var start = 0
        while start < best.operations.count {
            var shorter = best
            shorter.operations.removeSubrange(start..<min(start + length, best.operations.count))
            if fails(shorter) { best = shorter } else { start += length }
        }
        return best
    }
}

extension TerminalCapabilities {
    /// All that shortens frames.
    static let everything = TerminalCapabilities(
        colourDepth: .truecolour, hasSynchronizedOutput: true, hasHorizontalMargins: true, canRepeat: true)
}
