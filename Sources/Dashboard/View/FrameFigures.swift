import TerminalKit

/// What the terminal's frames cost: the last one, and all since the screen was taken.
public struct FrameFigures: Hashable, Sendable {
    public var last: FrameCounters
    public var total: FrameCounters

    public init(last: FrameCounters, total: FrameCounters) {
        self.last = last
        self.total = total
    }
}

/// What the encoder counts, in the order in which it is shown.
public enum FrameCounter: CaseIterable, Hashable, Sendable {
    case frames, repaints, cellsLookedAt, cellsChanged, bytes, runs, erasures, repeats, scrolls, synchronized

    func value(in counters: FrameCounters) -> Int {
        switch self {
        case .frames: counters.frames
        case .repaints: counters.repaints
        case .cellsLookedAt: counters.cellsLookedAt
        case .cellsChanged: counters.cellsChanged
        case .bytes: counters.bytes
        case .runs: counters.runs
        case .erasures: counters.erasures
        case .repeats: counters.repeats
        case .scrolls: counters.scrolls
        case .synchronized: counters.synchronized
        }
    }
}
