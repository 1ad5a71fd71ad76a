// The waiting thread, with a pipe in place of the terminal. No test waits for time to pass: each waits for events.

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

@Suite("Terminal events", .serialized)
struct TerminalEventsTests {
    private func events(escapeDelay: Int = 50, pasteDelay: Int = 1_000) throws -> (
        TerminalEvents, FileDescriptor, AsyncStream<TerminalEvents.Event>
    ) {
        let (reading, writing) = try FileDescriptor.pipe()
        let (stream, continuation) = AsyncStream.makeStream(of: TerminalEvents.Event.self)
        let events = TerminalEvents(input: reading, escapeDelay: escapeDelay, pasteDelay: pasteDelay) { event in
            continuation.yield(event)
            if event == .ended { continuation.finish() }
        }
        try events.start()
        return (events, writing, stream)
    }

    @Test("keys arrive, a lone ESC after its delay, and the end exactly once")
    func keysAndEnd() async throws {
        let (events, writing, stream) = try events(escapeDelay: 1)
        try writing.writeAll("a\u{1B}[A".utf8)
        var iterator = stream.makeAsyncIterator()
        #expect(await iterator.next() == .input([.key(KeyPress(.character("a"))), .key(KeyPress(.up))]))
        try writing.writeAll("\u{1B}".utf8)
        #expect(await iterator.next() == .input([.key(KeyPress(.escape))]))
        try writing.close()
        #expect(await iterator.next() == .ended)
        #expect(await iterator.next() == nil)
        events.stop()
    }

    @Test("while paused no key is read; resumed, what was typed arrives")
    func pause() async throws {
        let (events, writing, stream) = try events()
        events.pause()
        try writing.writeAll("b".utf8)
        events.resume()
        var iterator = stream.makeAsyncIterator()
        #expect(await iterator.next() == .input([.key(KeyPress(.character("b")))]))
        events.stop()
        events.stop()
        try writing.close()
    }

    @Test("a paste whose end was lost ends by itself, and keys are keys again")
    func lostEndOfPaste() async throws {
        let (events, writing, stream) = try events(pasteDelay: 1)
        try writing.writeAll("\u{1B}[200~half".utf8)
        var iterator = stream.makeAsyncIterator()
        #expect(await iterator.next() == .input([.paste("half")]))
        try writing.writeAll("c".utf8)
        #expect(await iterator.next() == .input([.key(KeyPress(.character("c")))]))
        events.stop()
        try writing.close()
    }

    @Test("a paste that was cut off by a pause does not swallow the keys after it")
    func pausedPaste() async throws {
        let (events, writing, stream) = try events()
        try writing.writeAll("a\u{1B}[200~half".utf8)
        var iterator = stream.makeAsyncIterator()
        #expect(await iterator.next() == .input([.key(KeyPress(.character("a")))]))
        events.pause()
        events.resume()
        try writing.writeAll("d".utf8)
        #expect(await iterator.next() == .input([.key(KeyPress(.character("d")))]))
        events.stop()
        try writing.close()
    }

    @Test("signals arrive as events, also while paused and after the end, and start can follow stop")
    func signals() async throws {
        let (events, writing, stream) = try events()
        var iterator = stream.makeAsyncIterator()
        kill(getpid(), SIGWINCH)
        #expect(await iterator.next() == .signal(.resized))
        events.pause()
        kill(getpid(), SIGTERM)
        #expect(await iterator.next() == .signal(.stop(SIGTERM)))
        events.stop()
        try events.start()
        kill(getpid(), SIGCONT)
        #expect(await iterator.next() == .signal(.continued))
        events.stop()
        try writing.close()
    }

    @Test("what is no terminal is refused")
    func noTerminal() throws {
        let (reading, writing) = try FileDescriptor.pipe()
        #expect(throws: TerminalError.notATerminal) { try TerminalDevice(input: reading, output: writing) }
        try reading.close()
        try writing.close()
    }
}
