// What a frame cost: kept by the encoder, for the benchmark and the debug overlay.

/// Work done by the encoder, for one frame or in sum.
public struct FrameCounters: Hashable, Sendable {
    /// Frames encoded.
    public var frames = 0
    /// Frames that repainted everything.
    public var repaints = 0
    /// Cells compared with what the terminal shows.
    public var cellsLookedAt = 0
    /// Cells that were not as the terminal showed them.
    public var cellsChanged = 0
    /// Bytes made.
    public var bytes = 0
    /// Runs of cells sent.
    public var runs = 0
    /// Stretches of blanks that were erased instead of written.
    public var erasures = 0
    /// Glyphs that were repeated on request instead of written.
    public var repeats = 0
    /// Regions that the terminal scrolled.
    public var scrolls = 0
    /// Frames that the terminal was asked to hold back until they were complete.
    public var synchronized = 0

    public init() {}

    mutating func add(_ other: FrameCounters) {
        frames += other.frames
        repaints += other.repaints
        cellsLookedAt += other.cellsLookedAt
        cellsChanged += other.cellsChanged
        bytes += other.bytes
        runs += other.runs
        erasures += other.erasures
        repeats += other.repeats
        scrolls += other.scrolls
        synchronized += other.synchronized
    }
}
