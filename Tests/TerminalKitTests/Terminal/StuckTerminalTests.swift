// A terminal that nobody reads: what the program does when it has to end all the same. The far end of a pty whose near end is
// never read stands for it.

import SystemPackage
import Testing

@testable import TerminalKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// In the suite of the waiting thread, because signals belong to the process: its tests run one after the other.
#if os(Linux)
    extension TerminalEventsTests {
        private func isRaw(_ terminal: FileDescriptor) -> Bool {
            var settings = termios()
            tcgetattr(terminal.rawValue, &settings)
            return settings.c_lflag & tcflag_t(ICANON) == 0
        }

        @Test("a write that nobody takes ends with a signal to stop, and the terminal is given back without waiting")
        func stuck() async throws {
            let ends = try TerminalEnds()
            let (near, far) = (ends.near, ends.far)
            let device = try TerminalDevice(input: far, output: far)
            let (stream, continuation) = AsyncStream.makeStream(of: TerminalEvents.Event.self)
            let events = TerminalEvents(device: device) { continuation.yield($0) }
            try device.enter()
            try events.start()
            #expect(isRaw(far))
            let (results, result) = AsyncStream.makeStream(of: TerminalError?.self)
            let writer = Task.detached {
                do throws(TerminalError) {
                    try device.write([UInt8](repeating: 0x41, count: 1 << 20))
                    result.yield(nil)
                } catch {
                    result.yield(error)
                }
            }
            kill(getpid(), SIGTERM)
            var arrivals = stream.makeAsyncIterator()
            #expect(await arrivals.next() == .signal(.stop(SIGTERM)))
            var outcomes = results.makeAsyncIterator()
            #expect(await outcomes.next() == .some(.some(.system(operation: "write", .ioError))))
            await writer.value
            device.leave()
            events.stop()
            #expect(!isRaw(far))
            // The shell's descriptor waits as it did before.
            #expect(fcntl(far.rawValue, F_GETFL) & O_NONBLOCK == 0)
            try far.close()
            try near.close()
        }

        @Test("a keyboard that was asked for while the terminal was taken is given back with it, and only then")
        func keyboard() throws {
            let ends = try TerminalEnds()
            let (near, far) = (ends.near, ends.far)
            let device = try TerminalDevice(input: far, output: far)
            try device.enter()
            TerminalRestorer.restoreNow()
            device.leave()
            #expect(try !lastBytes(near).contains("\u{1B}[<u"))
            try device.enter()
            try device.adopt(TerminalCapabilities(colourDepth: .truecolour, hasKittyKeyboard: true))
            TerminalRestorer.restoreNow()
            device.leave()
            let text = try lastBytes(near)
            #expect(text.contains("\u{1B}[>1u"))
            #expect(text.contains("\u{1B}[?2026l\u{1B}[<u"))
            try far.close()
            try near.close()
        }

        /// What comes until the main screen is shown.
        private func lastBytes(_ near: FileDescriptor) throws -> String {
            var text = ""
            var bytes = [UInt8](repeating: 0, count: 65_536)
            while !text.hasSuffix("[?1049l") {
                let count = read(near.rawValue, &bytes, bytes.count)
                try #require(count > 0)
                text += String(decoding: bytes[..<count], as: UTF8.self)
            }
            return text
        }

        @Test("the last bytes reach a terminal that was stuck, and what it had not taken does not")
        func restored() async throws {
            let ends = try TerminalEnds()
            let (near, far) = (ends.near, ends.far)
            let device = try TerminalDevice(input: far, output: far)
            try device.enter()
            let full = TerminalOutput(far.rawValue)
            // The kernel hands on what it has taken a little later, and then takes more, until both of its ends are full.
            while full.isReady {
                full.write([UInt8](repeating: 0x41, count: 1 << 20), until: Glue.milliseconds() + 20)
            }
            full.close()
            TerminalRestorer.restoreNow()
            #expect(!isRaw(far))
            #expect(try lastBytes(near).hasSuffix(String(decoding: TerminalModes().leave, as: UTF8.self)))
            // What another thread still draws goes nowhere, until the terminal is taken anew.
            try device.write(Array("late".utf8))
            device.leave()
            try device.enter()
            device.leave()
            let text = try lastBytes(near)
            #expect(text.contains("[?1049h") && !text.contains("late"))
            try far.close()
            try near.close()
        }
    }
#endif
