// A small full-screen program that takes its terminal, sets all it can set there, and then ends in the way it is told:
//
//     terminal-fixture WAY [main|event|queue]
//
// The place is the thread that ends it: the first one, the one that waits for keys, or one of a dispatch queue. It ends when a
// key is pressed. A signal to stop ends it orderly, with 128 and the signal's number. `terminal-fixture reset` mends a terminal
// that one of the ways has left as it was.

import Dispatch
import Synchronization
import SystemPackage
import TerminalKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@main
struct TerminalFixture {
    /// Why the program does not start.
    private enum Misuse: Error {
        case unknown([String])
    }

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["reset"] { return try TerminalMender.mend() }
        let way = arguments.first.flatMap(WayToDie.init(rawValue:))
        let place = Place(rawValue: arguments.dropFirst().first ?? "main")
        guard let way, let place else { throw Misuse.unknown(arguments) }
        try TerminalFixture(way: way, place: place).run()
    }

    enum Place: String {
        case main, event, queue
    }

    private let way: WayToDie
    private let place: Place
    private let device: TerminalDevice
    private let queue = DispatchQueue(label: "fixture")

    private init(way: WayToDie, place: Place) throws {
        self.way = way
        self.place = place
        device = try TerminalDevice(input: .standardInput, output: .standardOutput)
    }

    private func run() throws {
        let inbox = Inbox()
        let (way, place, device) = (way, place, device)
        let events = TerminalEvents(device: device) { event in
            if place == .event, case .input = event { try? way.happen(device) }
            inbox.put(event)
        }
        try events.start()
        defer { events.stop() }
        try device.enter()
        defer { device.leave() }
        try draw()
        while true {
            let event = inbox.take()
            if way == .linger, event != .ended { continue }
            switch event {
            case .input:
                guard place == .queue else { return try way.happen(device) }
                queue.async {
                    SignalStack.coverThread()
                    try? way.happen(device)
                }
            case .signal(.suspend):
                events.pause()
                try device.suspend()
                events.resume()
                try draw()
            case .signal(.continued):
                do {
                    try device.enter()
                    try draw()
                } catch {
                    endOfLine()  // a line that hangs up continues its programs
                }
            case .answered: continue
            case .signal(.resized): try draw()
            case .signal(.stop(let number)):
                if way == .hang { continue }
                device.leave()
                exit(128 + number)
            case .ended:
                if way == .linger { exit(ProcessorTime.isSpent() ? 1 : 0) }
                endOfLine()
            }
        }
    }

    private func endOfLine() -> Never {
        device.leave()
        exit(128 + SIGHUP)
    }

    /// A text that says the program is ready, and everything that a frame may set: margins on all sides, rows that count from
    /// them, glyphs that push others aside, colours.
    private func draw() throws(TerminalError) {
        let text = "\u{1B}[m\u{1B}[?6l\u{1B}[2J\u{1B}[1;1Hready"
        let settings = "\u{1B}[?69h\u{1B}[5;40s\u{1B}[3;9r\u{1B}[?6h\u{1B}[4h\u{1B}[1;7;31m"
        try device.write(Array((text + settings).utf8))
    }
}

/// Events on their way from the waiting thread to the first one.
private final class Inbox: Sendable {
    private let events = Mutex<[TerminalEvents.Event]>([])
    private let arrivals = DispatchSemaphore(value: 0)

    func put(_ event: TerminalEvents.Event) {
        events.withLock { $0.append(event) }
        arrivals.signal()
    }

    func take() -> TerminalEvents.Event {
        arrivals.wait()
        return events.withLock { $0.removeFirst() }
    }
}

/// What an idle process may not use.
private enum ProcessorTime {
    /// Whether the process works although there is nothing to do: more than a tenth of a span of 400 ms.
    static func isSpent() -> Bool {
        let before = milliseconds()
        _ = poll(nil, 0, 400)
        return milliseconds() - before > 40
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
