// Leaving while the record keeps the reading waiting. The far end of a pty stands for the screen of the hall.

import CaseStore
import Casework
import Dashboard
import Foundation
import SystemPackage
import TerminalKit
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

#if os(Linux)
    @Suite("Leaving a wall") struct WallLeavingTests {
        @Test("a reading that hangs keeps nobody from leaving", .timeLimit(.minutes(1)))
        func hanging() async throws {
            let near = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
            var (lock, number): (Int32, UInt32) = (0, 0)
            // The requests are those of asm-generic/ioctls.h.
            try #require(near >= 0 && ioctl(near, 0x4004_5431, &lock) == 0 && ioctl(near, 0x8004_5430, &number) == 0)
            let far = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
            try #require(far >= 0)
            let (began, end) = (AsyncStream.makeStream(of: Void.self), DispatchSemaphore(value: 0))
            let device = try TerminalDevice(
                input: FileDescriptor(rawValue: far), output: FileDescriptor(rawValue: far), usesMouse: false)
            let moment = WallMoment(WallSamples.now, steady: 1_000)
            let state = WallState(
                centre: "", language: .chinese, plan: WallPlan(), size: TerminalSize(columns: 80, rows: 24),
                glyphs: Glyphs(.unicode), offset: .china, moment: moment)
            let session = WallSession(
                state,
                WallSession.Parts(
                    device: device, profile: TerminalProfile(colourDepth: .sixteen, termName: "xterm"),
                    source: WallSource(
                        board: { _ in
                            began.continuation.yield()
                            // A disk that does not answer.
                            end.wait()
                            return .failure(.notFound(path: ""))
                        }, changes: { nil }, isTouched: { false }),
                    view: WallView(theme: Theme(name: "plain", styles: [:])), glyphs: .unicode, ambiguousWidth: .narrow,
                    clock: { moment }))
            let running = Task { try await session.run() }
            // What the screen is sent has to go somewhere.
            let drain = Thread {
                var bytes = [UInt8](repeating: 0, count: 4_096)
                while read(near, &bytes, bytes.count) > 0 {}
            }
            drain.start()
            // What a terminal answers when it is asked what it is, and then the key.
            _ = write(near, "\u{1B}[?62;1c", 8)
            var beginnings = began.stream.makeAsyncIterator()
            await beginnings.next()
            _ = write(near, "q", 1)
            #expect(try await running.value == .quit)
            end.signal()
            close(far)
        }
    }
#endif
