// The ways in which the program can end, each as a program would meet it.

import Dispatch
import TerminalKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

enum WayToDie: String {
    /// `main` returns.
    case finish
    /// `main` throws.
    case toss
    case fatal, bounds, overflow, absent
    /// A recursion without an end.
    case stack
    case abort, exit
    /// Killed by what cannot be handled.
    case kill
    /// In the middle of a frame that is held back, of a control sequence in it.
    case midSequence = "mid-sequence"
    /// In the middle of a frame, of a character.
    case midCharacter = "mid-character"
    /// In the middle of the title of the window.
    case midString = "mid-string"
    /// While another thread draws frame after frame.
    case midFrames = "mid-frames"
    /// Draws without an end, until the terminal fails.
    case paint
    /// Says more on standard error than is kept of it, and ends by a trap.
    case loud
    /// Two threads at once.
    case twice
    /// Only by a signal: keys do nothing.
    case wait
    /// A signal to stop is not obeyed.
    case hang
    /// The end of the terminal is not obeyed for a while; the exit code tells whether that cost time.
    case linger

    private struct Tossed: Error {}

    func happen(_ device: TerminalDevice) throws {
        switch self {
        case .finish, .wait, .hang, .linger: return
        case .toss: throw Tossed()
        case .fatal: fatalError("a reason to read")
        case .bounds:
            let empty: [Int] = []
            blackHole(empty[unforeseen()])
        case .overflow: blackHole(Int.max - 3 + unforeseen())
        case .absent:
            let nothing: Int? = unforeseen() == 7 ? nil : 7
            blackHole(nothing!)
        case .stack: blackHole(descend(unforeseen()))
        case .abort: endByAbort()
        case .exit: endByExit()
        case .kill: raise(SIGKILL)
        case .midSequence: try cut(device, after: "\u{1B}[38;2;1")
        case .midCharacter:
            try device.write([0xE4, 0xBB])
            fatalError("in a character")
        case .midString: try cut(device, after: "\u{1B}]2;half a ti")
        case .midFrames:
            drawForEver(device)
            fatalError("in between")
        case .loud:
            shout("much ado\n", times: 100_000)
            fatalError("after much ado")
        case .paint: while true { try device.write(Self.frame) }
        case .twice:
            DispatchQueue.global().async { fatalError("the other one") }
            fatalError("the one")
        }
    }

    private static let frame = Array(String(repeating: "\u{1B}[5;5H\u{1B}[1;41mframe\u{1B}[?25l", count: 40).utf8)

    private func cut(_ device: TerminalDevice, after bytes: String) throws {
        try device.write(Array(("\u{1B}[?2026h\u{1B}[5;5H" + bytes).utf8))
        fatalError("in the middle")
    }

    /// Frames from another thread, one after the other; at least one is written when this returns.
    private func drawForEver(_ device: TerminalDevice) {
        let first = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            while true {
                try? device.write(Self.frame)
                first.signal()
            }
        }
        first.wait()
    }
}

// Outside of the type, whose cases hide the functions of the C library.
private func shout(_ text: String, times: Int) {
    let bytes = Array(text.utf8)
    for _ in 0..<times { _ = write(STDERR_FILENO, bytes, bytes.count) }
}
private func endByAbort() -> Never { abort() }
private func endByExit() -> Never { exit(3) }

/// A number, 7, that the compiler cannot know.
@inline(never)
private func unforeseen() -> Int { CommandLine.arguments.isEmpty ? 0 : 7 }

@inline(never)
private func blackHole(_ value: Int) {
    if value == unforeseen() { exit(99) }
}

/// A recursion that no optimiser turns into a loop: it looks at its own frame after the call.
@inline(never)
private func descend(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 64) { room in
        room.initialize(repeating: depth)
        let below = descend(depth + 1)
        return below &+ room[depth & 63]
    }
}
