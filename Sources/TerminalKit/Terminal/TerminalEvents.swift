// Keys and signals, as they come. One thread waits for both (EventLoop.swift); this is its owner's handle: start, pause while
// the terminal belongs to somebody else, stop.

import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Waits for keys and signals on a thread of its own and hands them to a callback.
///
/// Only one may be started at a time in a process, because signals belong to the process. The callback runs on that thread; it
/// may call ``pause()`` and ``resume()``, but should only hand the events on.
public final class TerminalEvents: Sendable {
    /// What happened.
    public enum Event: Hashable, Sendable {
        case input([InputEvent])
        case signal(TerminalSignal)
        /// The terminal was asked, and has answered or let the time pass. Delivered once for each
        /// ``TerminalEvents/ask(_:through:)``.
        case answered(TerminalAnswers)
        /// The terminal is gone; no further input will come. Delivered once; signals are still delivered after it.
        case ended
    }

    private struct State: Sendable {
        var loop: EventLoop?
        var thread: EventThread?
    }

    private let input: FileDescriptor
    private let delays: TerminalReading.Delays
    private let onEvent: @Sendable (Event) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - input: The terminal. It is read, never closed.
    ///   - escapeDelay: How long a lone ESC waits for the rest of a sequence, in milliseconds; see
    ///     ``TerminalProfile/escapeDelay``.
    ///   - pasteDelay: How long a paste may pause before it counts as ended, in milliseconds: its end mark can get lost.
    ///   - answerDelay: How long the terminal's answers are waited for, in milliseconds.
    ///   - lateAnswerDelay: How long a pause waits for those that are later, since the asking, in milliseconds.
    ///   - onEvent: Called on the waiting thread, in the order of the events.
    public init(
        input: FileDescriptor, escapeDelay: Int = 50, pasteDelay: Int = 1_000,
        answerDelay: Int = TerminalAnswers.patience, lateAnswerDelay: Int = TerminalAnswers.latePatience,
        onEvent: @escaping @Sendable (Event) -> Void
    ) {
        self.input = input
        delays = TerminalReading.Delays(
            escape: max(1, escapeDelay), paste: max(1, pasteDelay), answers: max(0, answerDelay),
            lateAnswers: max(0, lateAnswerDelay))
        self.onEvent = onEvent
    }

    /// The same for a device's input.
    public convenience init(
        device: TerminalDevice, escapeDelay: Int = 50, onEvent: @escaping @Sendable (Event) -> Void
    ) {
        self.init(input: device.input, escapeDelay: escapeDelay, onEvent: onEvent)
    }

    /// Starts waiting; does nothing when already started.
    ///
    /// - Throws: `system` when the pipe or the thread cannot be made.
    public func start() throws(TerminalError) {
        let isStarted = state.withLock { $0.loop != nil }
        if isStarted { return }
        let loop = try EventLoop(input: input.rawValue, delays: delays, onEvent: onEvent)
        StopMark.clear()
        TerminalSignals.install(writingTo: loop.commandDescriptor)
        do {
            let thread = try EventThread.start(loop)
            state.withLock { state in
                state.loop = loop
                state.thread = thread
            }
        } catch {
            TerminalSignals.remove()
            loop.close()
            throw error
        }
    }

    /// Asks a terminal that has been taken what it can do. The answers come as one event, ``Event/answered(_:)``: when the last
    /// is there, or when their time is over. Keys typed meanwhile are events as always, and answers that come later are none.
    ///
    /// - Throws: what ``TerminalDevice/write(_:)`` throws; no answers come then.
    public func ask(_ profile: TerminalProfile, through device: TerminalDevice) throws(TerminalError) {
        command(.expectAnswers)
        try device.write(profile.questions.bytes)
    }

    /// Stops reading keys, so that another program can have them; signals are still delivered. When it returns, no key is
    /// read any more (called from the callback: after the callback returned). Answers to ``ask(_:through:)`` that are on their
    /// way are awaited, a second at most: call it before the terminal is given back, or they are typed at the shell.
    public func pause() { command(.pause) }

    /// Reads keys again.
    public func resume() { command(.resume) }

    /// Ends the thread and gives the signals back. Not to be called from the callback.
    public func stop() {
        let (loop, thread) = state.withLock { state in
            let taken = (state.loop, state.thread)
            state = State()
            return taken
        }
        guard let loop, let thread else { return }
        TerminalSignals.remove()
        loop.send(.stop)
        thread.join()
        loop.close()
    }

    private func command(_ command: EventLoop.Command) {
        let (loop, thread) = state.withLock { ($0.loop, $0.thread) }
        guard let loop, let thread else { return }
        loop.send(command)
        if !thread.isCurrent { loop.awaitAnswer() }
    }
}

/// The thread of an event loop.
private struct EventThread: @unchecked Sendable {
    // A pthread_t is an address or a number, and may be used from any thread; only Swift's import says nothing of that.
    private let thread: pthread_t

    static func start(_ loop: EventLoop) throws(TerminalError) -> EventThread {
        let context = Unmanaged.passRetained(loop).toOpaque()
        #if canImport(Glibc)
            var thread = pthread_t()
            let result = pthread_create(&thread, nil, { EventThread.run($0) }, context)
            let created: pthread_t? = thread
        #else
            var created: pthread_t?
            let result = pthread_create(&created, nil, { EventThread.run($0) }, context)
        #endif
        guard result == 0, let created else {
            Unmanaged<EventLoop>.fromOpaque(context).release()
            throw .system(operation: "pthread_create", Errno(rawValue: result))
        }
        return EventThread(thread: created)
    }

    /// Whether the caller runs on this thread.
    var isCurrent: Bool { pthread_equal(pthread_self(), thread) != 0 }

    func join() { pthread_join(thread, nil) }

    private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context else { return nil }
        SignalStack.coverThread()
        Unmanaged<EventLoop>.fromOpaque(context).takeRetainedValue().run()
        return nil
    }
}
