// A terminal that is asked what it can do, and answers as the test says: the near end of a pty is the terminal. No test waits
// for time to pass; where the terminal is silent, the waiting is made short instead.

import PseudoTerminal
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
        @Test("a terminal that answers all: its answers are one event, keys typed among them are keys before it")
        func answersAll() async throws {
            let asked = try AskedTerminal(answerDelay: 60_000)
            let bytes = try asked.readQuestions()
            #expect(bytes.hasSuffix(String(decoding: TerminalQuestions.all.bytes, as: UTF8.self)))
            try asked.answer(
                "a\u{1B}P>|foot(1.16.2)\u{1B}\\\u{1B}[?2026;2$y\u{1B}[?69;0$yb\u{1B}[?0u\u{1B}[2;24R\u{1B}[?62;4c")
            var keys: [InputEvent] = []
            var iterator = asked.events.makeAsyncIterator()
            var answers: TerminalAnswers?
            while answers == nil {
                switch try #require(await iterator.next()) {
                case .input(let events): keys += events
                case .answered(let all): answers = all
                case .signal, .ended: Issue.record("neither keys nor answers")
                }
            }
            #expect(keys == [.key(KeyPress(.character("a"))), .key(KeyPress(.character("b")))])
            let capabilities = TerminalFindings(asked.profile, answers: try #require(answers)).capabilities
            #expect(
                capabilities
                    == TerminalCapabilities(
                        colourDepth: .truecolour, hasSynchronizedOutput: true, canRepeat: true, hasKittyKeyboard: true,
                        ambiguousWidth: .wide))
            try asked.end()
        }

        @Test("a terminal that answers only the last question is not waited for")
        func answersOnlyLast() async throws {
            let asked = try AskedTerminal(answerDelay: 60_000)
            _ = try asked.readQuestions()
            try asked.answer("\u{1B}[?6c")
            var iterator = asked.events.makeAsyncIterator()
            var expected = TerminalAnswers()
            expected.areComplete = true
            #expect(await iterator.next() == .answered(expected))
            try asked.end()
        }

        @Test("a terminal that answers nothing is used without; late answers are no keys, and what is typed then is")
        func answersLate() async throws {
            let asked = try AskedTerminal(answerDelay: 1)
            _ = try asked.readQuestions()
            var iterator = asked.events.makeAsyncIterator()
            #expect(await iterator.next() == .answered(TerminalAnswers()))
            try asked.answer("\u{1B}P>|foot(1.16.2)\u{1B}\\\u{1B}[?2026;2$y\u{1B}[?0u\u{1B}[2;22R\u{1B}[?62;4cq")
            #expect(await iterator.next() == .input([.key(KeyPress(.character("q")))]))
            try asked.end()
        }

        @Test("a pause waits for answers that are late, so that the next to have the terminal does not get them")
        func pausedWhileOwed() async throws {
            let asked = try AskedTerminal(answerDelay: 1)
            _ = try asked.readQuestions()
            var iterator = asked.events.makeAsyncIterator()
            #expect(await iterator.next() == .answered(TerminalAnswers()))
            // Begun, so that the pause comes in the middle of it.
            try asked.answer("a\u{1B}[?2026;2$y\u{1B}[?6")
            #expect(await iterator.next() == .input([.key(KeyPress(.character("a")))]))
            let pause = Task.detached { asked.pause() }
            try asked.answer("2;4c")
            await pause.value
            try asked.answer("b")
            asked.resume()
            #expect(await iterator.next() == .input([.key(KeyPress(.character("b")))]))
            try asked.end()
        }

        @Test("a terminal that goes away while it is asked ends the waiting")
        func goesAway() async throws {
            let asked = try AskedTerminal(answerDelay: 60_000)
            try asked.near.close()
            var iterator = asked.events.makeAsyncIterator()
            #expect(await iterator.next() == .answered(TerminalAnswers()))
            #expect(await iterator.next() == .ended)
            asked.stop()
        }

        @Test("a signal that comes while the terminal is asked is delivered before the answers")
        func signalled() async throws {
            let asked = try AskedTerminal(answerDelay: 60_000)
            _ = try asked.readQuestions()
            kill(getpid(), SIGHUP)
            var iterator = asked.events.makeAsyncIterator()
            #expect(await iterator.next() == .signal(.stop(SIGHUP)))
            try asked.answer("\u{1B}[?6c")
            guard case .answered = await iterator.next() else {
                Issue.record("no answers")
                return
            }
            try asked.end()
        }

        @Test("a terminal such as xterm understands the questions, answers them, and shows nothing of them")
        func model() async throws {
            let asked = try AskedTerminal(answerDelay: 60_000)
            var model = PseudoTerminal.TerminalModel(columns: 80, rows: 24)
            let written = try asked.readQuestions()
            let questions = String(decoding: TerminalQuestions.all.bytes, as: UTF8.self)
            #expect(written.hasSuffix(questions))
            model.feed(written.dropLast(questions.count).utf8)
            let unknown = model.unknownSequences
            model.feed(questions.utf8)
            #expect(model.unknownSequences == unknown)
            #expect(model.lines.allSatisfy { $0.isEmpty })
            #expect(model.isAlternateScreen && !model.cursorIsVisible)
            try asked.answer(String(decoding: model.takeReplies(), as: UTF8.self))
            var iterator = asked.events.makeAsyncIterator()
            guard case .answered(let answers) = await iterator.next() else {
                Issue.record("no answers")
                return
            }
            let findings = TerminalFindings(asked.profile, answers: answers)
            #expect(findings.hasAnswered)
            #expect(findings.synchronizedOutput == .init(true, .answered))
            #expect(findings.ambiguousWidth == .init(.narrow, .answered))
            try asked.end()
        }
    }

    /// A pty whose far end the program has taken and asked; the near end is the test's.
    private struct AskedTerminal: Sendable {
        let near: FileDescriptor
        let events: AsyncStream<TerminalEvents.Event>
        let profile = TerminalProfile(colourDepth: .sixteen, termName: "xterm")
        private let far: FileDescriptor
        private let device: TerminalDevice
        private let waiting: TerminalEvents

        init(answerDelay: Int) throws {
            let ends = try TerminalEnds()
            (near, far) = (ends.near, ends.far)
            device = try TerminalDevice(input: far, output: far)
            let (stream, continuation) = AsyncStream.makeStream(of: TerminalEvents.Event.self)
            events = stream
            // However long the machine takes: what is begun, and what is late, comes before the time for it is over.
            waiting = TerminalEvents(
                input: far, pasteDelay: 60_000, answerDelay: answerDelay, lateAnswerDelay: 60_000
            ) { continuation.yield($0) }
            try waiting.start()
            try device.enter()
            try waiting.ask(profile, through: device)
        }

        /// What the program wrote, up to its last question.
        func readQuestions() throws -> String {
            var text = ""
            var bytes = [UInt8](repeating: 0, count: 4_096)
            while !text.hasSuffix("\u{1B}[c") {
                let count = read(near.rawValue, &bytes, bytes.count)
                try #require(count > 0)
                text += String(decoding: bytes[..<count], as: UTF8.self)
            }
            return text
        }

        func answer(_ text: String) throws { try near.writeAll(text.utf8) }

        func pause() { waiting.pause() }

        func resume() { waiting.resume() }

        func stop() {
            device.leave()
            waiting.stop()
        }

        func end() throws {
            stop()
            try far.close()
            try near.close()
        }
    }
#endif
