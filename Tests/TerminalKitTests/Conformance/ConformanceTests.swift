// The encoder's promise, tried on screens made by chance: whatever a program draws, what a terminal shows after any number of
// frames is what it would show had the last one been painted from nothing. See the article "Conformance".

import Testing

@testable import TerminalKit

@Suite("Conformance")
struct ConformanceTests {
    @Test(
        "whatever is drawn, resized and scrolled, the terminal shows it, and the same again sends nothing",
        arguments: ModelWitness.Kind.allCases)
    func model(kind: ModelWitness.Kind) throws {
        var progress = ConformanceProgress("a terminal of kind “\(kind)”", usually: 12_000, nightly: 340_000)
        while let seed = progress.next(operations: 200) {
            let example = ConformanceCase(seed: seed, operations: 200, includesDoubtful: kind != .wrapping)
            func failure(_ example: ConformanceCase) throws -> ConformanceCase.Failure? {
                try example.failure(on: ModelWitness(kind, size: example.size)) { ModelWitness(kind, size: $0) }
            }
            guard let first = try failure(example) else { continue }
            let shortest = example.shortest { (try? failure($0)) != nil }
            let words = try failure(shortest)?.words ?? first.words
            Issue.record("seed \(seed), step \(first.step): \(first.words)\nshortest: \(words)\n\(shortest)")
            return
        }
    }
}
