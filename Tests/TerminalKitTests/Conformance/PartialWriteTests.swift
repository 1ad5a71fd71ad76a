// A line that takes a frame in pieces. However a terminal cuts what it reads, and however often a write ends early, the
// picture is the one that was encoded.

import Foundation
import PseudoTerminal
import Testing

@testable import TerminalKit

@Suite("Conformance of partial writes")
struct PartialWriteTests {
    private static let size = TerminalSize(columns: 60, rows: 14)

    /// Frames in the order they are sent, and the screen of the last one.
    private func frames(seed: UInt64, operations count: Int) -> (frames: [[UInt8]], screen: CellBuffer) {
        var encoder = FrameEncoder(.everything)
        var screen = CellBuffer(size: Self.size)
        var frames: [[UInt8]] = []
        let operations = RandomOperations.make(
            seed: seed, size: Self.size, count: count, texts: .doubtful, resizes: false)
        for operation in operations {
            operation.draw(on: &screen)
            switch operation {
            case .frame: frames.append(encoder.encode(screen, cursor: nil))
            case .invalidate, .disturb: encoder.invalidate()
            case .put, .putTruncated, .putShaped, .fill, .glyphs, .restyle, .box, .list, .scroll, .clear, .resize,
                .cursor:
                break
            }
        }
        return (frames, screen)
    }

    private func terminal() -> TerminalModel {
        var model = TerminalModel(columns: Self.size.columns, rows: Self.size.rows, clusters: .whole)
        model.feed("\u{1B}[?7l".utf8)
        return model
    }

    @Test("wherever the bytes are cut, the picture is the same", arguments: UInt64(1)...4)
    func anyCut(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let (frames, _) = frames(seed: seed, operations: 300)
        var (whole, cut) = (terminal(), terminal())
        for frame in frames {
            whole.feed(frame)
            var rest = frame[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...7, using: &generator))
                cut.feed(piece)
                rest = rest.dropFirst(piece.count)
            }
            #expect(cut.showsSame(as: whole) && cut.cursor == whole.cursor && cut.modes == whole.modes)
        }
    }

    #if os(Linux)
        @Test("every byte reaches a terminal that is slow and takes only parts, and the picture is right")
        func slowReader() async throws {
            let (near, far) = try pseudoTerminal()
            let (frames, screen) = frames(seed: 5, operations: 1_000)
            // Bytes that draw nothing, twice as many as a line holds, so that the write has to wait.
            let bytes = [UInt8](repeating: 0, count: 1 << 17) + frames.joined()
            let output = TerminalOutput(far)
            let (outcomes, outcome) = AsyncStream.makeStream(of: Bool.self)
            // A thread of its own: a write that waits must not keep the tests from running.
            Thread.detachNewThread { outcome.yield((try? output.write(bytes)) != nil) }
            while output.isReady { sched_yield() }
            var generator = SeededGenerator(seed: 5)
            var model = terminal()
            var received = 0
            while received < bytes.count {
                let length = Int.random(in: 1...200, using: &generator)
                let piece = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
                    count = max(0, read(near, buffer.baseAddress, length))
                }
                try #require(!piece.isEmpty)
                received += piece.count
                model.feed(piece)
            }
            var results = outcomes.makeAsyncIterator()
            #expect(await results.next() == true)
            output.close()
            close(far)
            close(near)
            var comparison = ScreenComparison(depth: .truecolour, isExact: true)
            #expect(comparison.difference(of: screen, from: model) == nil)
        }

        /// Both ends of a new pty, which hands on every byte as it is.
        private func pseudoTerminal() throws -> (near: Int32, far: Int32) {
            let ends = try TerminalEnds()
            let (near, far) = (ends.near.rawValue, ends.far.rawValue)
            var settings = termios()
            try #require(tcgetattr(far, &settings) == 0)
            settings.c_oflag &= ~tcflag_t(OPOST)
            settings.c_lflag &= ~tcflag_t(ECHO)
            try #require(tcsetattr(far, TCSANOW, &settings) == 0)
            return (near, far)
        }
    #endif
}
