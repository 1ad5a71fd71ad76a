// The waiting itself: `poll` on the terminal and on a pipe of commands, without a timeout unless something is due
// (TerminalReading.swift). The pipe carries one byte for each signal (its number, below 128) and for each command of the owner
// (from 128). Commands are answered through a second pipe, so that the owner knows when reading has ceased.

import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

final class EventLoop: Sendable {
    /// What the owner asks of the thread.
    enum Command: UInt8, Sendable {
        case pause = 128
        case resume = 129
        case stop = 130
        /// Answer, now that the commands before are obeyed.
        case answer = 131
        /// Collect the terminal's answers from now on.
        case expectAnswers = 132
    }

    /// What the thread does with the terminal's input.
    private enum Attention {
        case reading
        /// Somebody else is to have the terminal, as soon as no answers to our questions are on their way to it.
        case pausing
        case paused
    }

    private let input: Int32
    private let delays: TerminalReading.Delays
    private let onEvent: @Sendable (TerminalEvents.Event) -> Void
    private let commands: Pipe
    private let answers: Pipe
    /// The waiting came to an end by itself: nobody obeys or answers any more.
    private let hasFailed = Atomic<Bool>(false)

    /// The pipe of commands and signals, which outlives every loop: a handler may write to it at any moment.
    private static let commandPipe = Result { () throws(TerminalError) in try Pipe() }

    /// - Throws: `system` when no pipe can be made.
    init(
        input: Int32, delays: TerminalReading.Delays, onEvent: @escaping @Sendable (TerminalEvents.Event) -> Void
    ) throws(TerminalError) {
        self.input = input
        self.delays = delays
        self.onEvent = onEvent
        commands = try Self.commandPipe.get()
        answers = try Pipe()
        // What was meant for the loop before.
        while !commands.take(limit: 256).isEmpty {}
    }

    /// Where the handlers of signals write their numbers.
    var commandDescriptor: Int32 { commands.writing }

    /// Sends a command; the pipe has room, because the thread empties it before it waits.
    func send(_ command: Command) { commands.put(command.rawValue) }

    /// Waits until the thread has obeyed the commands sent so far. Not to be called on that thread.
    func awaitAnswer() {
        if hasFailed.load(ordering: .sequentiallyConsistent) { return }
        send(.answer)
        var request = pollfd(fd: answers.reading, events: Int16(POLLIN), revents: 0)
        while poll(&request, 1, -1) < 0, Glue.lastErrno == EINTR {}
        _ = answers.take(limit: 1)
    }

    /// Closes the pipe of answers, after the thread has ended.
    func close() { answers.close() }

    /// Waits and delivers until `stop`.
    func run() {
        Glue.unblock(TerminalSignals.watched)
        var reading = TerminalReading(delays)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var attention = Attention.reading
        var unanswered = 0
        var hasEnded = false
        while true {
            if attention == .pausing, reading.owedUntil == nil {
                attention = .paused
                // What was cut off by the pause has no rest: that is dropped with the terminal's input.
                reading.forget()
            }
            if attention != .pausing {
                for _ in 0..<unanswered { answers.put(0) }
                unanswered = 0
            }
            let isReading = attention != .paused && !hasEnded
            var requests = [
                pollfd(fd: commands.reading, events: Int16(POLLIN), revents: 0),
                // A negative descriptor is passed over (POSIX.1-2017, poll).
                pollfd(fd: isReading ? input : -1, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&requests, 2, patience(reading, attention))
            if ready < 0 {
                if Glue.lastErrno == EINTR || Glue.lastErrno == EAGAIN { continue }
                // Nothing will be read any more: whoever waits for that may go on.
                hasFailed.store(true, ordering: .sequentiallyConsistent)
                answers.put(0)
                if !hasEnded { deliver(reading.end() + [.ended]) }
                StopMark.set()
                return
            }
            if requests[0].revents != 0 {
                for byte in commands.take(limit: 256) {
                    switch Command(rawValue: byte) {
                    case .stop: return
                    case .pause:
                        if attention == .reading { attention = .pausing }
                    case .resume:
                        if attention == .pausing { reading.forget() }
                        attention = .reading
                    case .expectAnswers: reading.expectAnswers(at: Glue.milliseconds())
                    case .answer: unanswered += 1
                    case nil:
                        if let signal = TerminalSignal(number: Int32(byte)) { tell(signal) }
                    }
                }
                continue  // a pause may have come: look again before reading
            }
            if requests[1].revents != 0, !readInput(&reading, &buffer) {
                hasEnded = true
                deliver(reading.end() + [.ended])
                StopMark.set()
            }
            deliver(reading.passTime(Glue.milliseconds()))
        }
    }

    /// How long to wait until something is due, in milliseconds; -1 for ever.
    private func patience(_ reading: TerminalReading, _ attention: Attention) -> Int32 {
        let pause = attention == .pausing ? reading.owedUntil : nil
        return [reading.due, pause].compactMap(\.self).min().map { Int32(clamping: max(0, $0 - Glue.milliseconds())) }
            ?? -1
    }

    private func tell(_ signal: TerminalSignal) {
        onEvent(.signal(signal))
        if case .stop = signal { StopMark.set() }
    }

    /// Reads once; false when the terminal is gone.
    private func readInput(_ reading: inout TerminalReading, _ buffer: inout [UInt8]) -> Bool {
        let count = read(input, &buffer, buffer.count)
        if count > 0 {
            deliver(reading.take(buffer[..<count], at: Glue.milliseconds()))
            return true
        }
        return count < 0 && (Glue.lastErrno == EINTR || Glue.lastErrno == EAGAIN)
    }

    private func deliver(_ events: [TerminalEvents.Event]) {
        for event in events { onEvent(event) }
    }
}

/// A pipe whose ends never wait and are not inherited.
private struct Pipe: Sendable {
    let reading: Int32
    let writing: Int32

    init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(operation: "pipe", Errno(rawValue: Glue.lastErrno)) }
        for end in ends { Glue.makePrivateAndNonBlocking(end) }
        reading = ends[0]
        writing = ends[1]
    }

    func put(_ byte: UInt8) {
        var byte = byte
        while write(writing, &byte, 1) < 0, Glue.lastErrno == EINTR {}
    }

    func take(limit: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = read(reading, &bytes, limit)
        return count > 0 ? Array(bytes[..<count]) : []
    }

    func close() {
        closeDescriptor(reading)
        closeDescriptor(writing)
    }
}

/// `close(2)`, outside of the type, whose method of that name hides it.
private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
