// The encoder's promise, tried on screens made by chance: whatever a program draws, what a terminal shows after any number of
// frames is what it would show had the last one been painted from nothing. See the article "Conformance".

import PseudoTerminal
import Testing

@testable import TerminalKit

@Suite("Conformance")
struct ConformanceTests {
    @Test(
        "whatever is drawn, resized and scrolled, a terminal shows it, and the same again sends nothing",
        arguments: ModelWitness.Kind.allCases)
    func model(kind: ModelWitness.Kind) throws {
        var progress = ConformanceProgress("a terminal of kind “\(kind)”", usually: 6_000, nightly: 330_000)
        var work = ConformanceWork()
        while let seed = progress.next(operations: 200) {
            let example = ConformanceCase(seed: seed, operations: 200, texts: kind == .wrapping ? .marked : .doubtful)
            let holds = try check(example, seed) { example in
                try example.failure(on: ModelWitness(kind, size: example.size), counting: &work) {
                    ModelWitness(kind, size: $0)
                }
            }
            guard holds else { return }
        }
        progress.tell(work)
        #expect(work.missing.isEmpty)
    }

    /// Cases that have failed before, as they were printed.
    private static let found = [
        ConformanceCase(
            size: TerminalSize(columns: 55, rows: 13), capabilities: TerminalCapabilities(colourDepth: .sixteen),
            operations: [
                .list(Region(x: 12, y: 3, width: 43, height: 9), first: 99, selected: 103),
                .put("代代代代代代代代代代代代", x: 13, y: 6, style: .plain, width: 19),
                .frame,
            ]),
        ConformanceCase(
            size: TerminalSize(columns: 47, rows: 11), capabilities: TerminalCapabilities(colourDepth: .indexed256),
            operations: [.put("────────\u{1F3FD}", x: 17, y: 4, style: .plain, width: 39), .frame]),
    ]

    @Test("what has failed before does not fail again", arguments: found, ModelWitness.Kind.allCases)
    func foundBefore(example: ConformanceCase, kind: ModelWitness.Kind) throws {
        var work = ConformanceWork()
        let failure = try example.failure(on: ModelWitness(kind, size: example.size), counting: &work) {
            ModelWitness(kind, size: $0)
        }
        #expect(failure == nil)
    }

    // Where tmux is not installed, the models are the only witnesses; .ci/run installs it.
    @Test("whatever is drawn, resized and scrolled, tmux shows it", .enabled(if: TmuxTerminal.isInstalled))
    func tmux() throws {
        let terminal = try TmuxTerminal(columns: 80, rows: 24)
        var progress = ConformanceProgress("tmux", usually: 1_000, nightly: 10_000)
        // No more than what `KnownTerminals` permits.
        let permitted = TerminalCapabilities(colourDepth: .truecolour, hasSynchronizedOutput: true)
        var work = ConformanceWork()
        while let seed = progress.next(operations: 100) {
            let example = ConformanceCase(seed: seed, operations: 100, texts: .single, permitted: permitted)
            let holds = try check(example, seed) { example in
                try example.failure(
                    on: try TmuxWitness(terminal, size: example.size), counting: &work, repaint: nil)
            }
            guard holds else { return }
        }
        progress.tell(work)
        #expect(work.missing.subtracting([.repeats, .narrowScrolls]).isEmpty)
    }

    /// Records what does not hold in a case, with the shortest form of it.
    private func check(
        _ example: ConformanceCase, _ seed: UInt64,
        _ failure: (ConformanceCase) throws -> ConformanceCase.Failure?
    ) throws -> Bool {
        guard let first = try failure(example) else { return true }
        let shortest = example.shortest { (try? failure($0)) != nil }
        let words = try failure(shortest)?.words ?? first.words
        Issue.record("seed \(seed), step \(first.step): \(first.words)\nshortest: \(words)\n\(shortest)")
        return false
    }
}
