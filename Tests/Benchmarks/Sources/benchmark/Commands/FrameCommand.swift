import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation
import TerminalKit
import TownSimulator

struct FrameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frame", abstract: "What it takes to draw and encode one frame, in process.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.run([{ try FrameBenchmark(workbench: $0).run() }])
    }
}

/// The work between an event and the write of a frame, on the desk of the township at 160x45. There is no target.
struct FrameBenchmark {
    let workbench: Workbench
    private let size = TerminalSize(columns: 160, rows: 45)
    private let rounds = 1_000

    func run() throws -> Report {
        Progress.tell("frame: \(rounds) of each kind")
        let store = try CaseStore.open(at: try workbench.database(), access: .readOnly)
        var state = try desk(store)
        let view = DeskView(theme: try .embedded("dark"), glyphs: Glyphs(.unicode))
        var buffer = CellBuffer(size: size)
        var encoder = FrameEncoder(depth: .truecolour)
        var bytes = 0

        let filling = fill()
        let drawing = time { _ in _ = view.draw(state, in: &buffer) }
        let full = time { _ in
            encoder.invalidate()
            bytes = encoder.encode(buffer, cursor: view.draw(state, in: &buffer)).count
        }
        let fullBytes = bytes
        let unchanged = time { _ in bytes = encoder.encode(buffer, cursor: view.draw(state, in: &buffer)).count }
        let unchangedBytes = bytes
        let moving = time { round in
            _ = state.update(.input(.key(KeyPress(round % 2 == 0 ? .down : .up))), at: state.now)
            bytes = encoder.encode(buffer, cursor: view.draw(state, in: &buffer)).count
        }
        let movingBytes = bytes
        let request = state.request
        let reading = time { _ in _ = try? store.desk(request) }

        var report = Report(
            "frame: \(size.columns)x\(size.rows), microseconds (\(rounds) rounds)",
            columns: ["p50", "p99", "p50 to the fill", "bytes"])
        for (name, samples, count) in [
            ("fill of as many cells (memset)", filling, nil), ("draw alone", drawing, nil),
            ("draw + encode, everything", full, fullBytes), ("draw + encode, unchanged", unchanged, unchangedBytes),
            ("key + draw + encode, selection moves", moving, movingBytes),
            ("the panes from the store, for comparison", reading, nil),
        ] as [(String, Samples, Int?)] {
            report.add(
                name,
                [
                    Report.short(samples.median), Report.short(samples.p99),
                    Report.ratio(samples.median, to: filling.median), count.map(String.init) ?? "",
                ])
        }
        return report
    }

    private func desk(_ store: CaseStore) throws -> DeskState {
        guard let person = try store.staff(number: TownFounder.reviewerNumber) else {
            throw BenchmarkError.township("there is no reviewer")
        }
        let now = Instant(milliseconds: Stopwatch.wallMilliseconds())
        var state = DeskState(
            centre: try store.centre(), person: person, language: .chinese, calendar: .national, size: size,
            now: now)
        let request = state.request
        _ = state.update(.loaded(.success(try store.desk(request)), request: request), at: now)
        return state
    }

    private func fill() -> Samples {
        let count = size.columns * size.rows * MemoryLayout<Cell>.stride
        var cells = [UInt8](repeating: 0, count: count)
        return time { round in
            cells.withUnsafeMutableBytes { memory in
                if let address = memory.baseAddress { memset(address, Int32(round & 255), count) }
            }
        }
    }

    /// Microseconds of each round, after some that only warm up.
    private func time(_ body: (Int) -> Void) -> Samples {
        var samples = Samples()
        for round in -50..<rounds {
            let start = Stopwatch.now()
            body(round)
            let end = Stopwatch.now()
            if round >= 0 { samples.add(Double(end - start) / 1_000) }
        }
        return samples
    }
}
