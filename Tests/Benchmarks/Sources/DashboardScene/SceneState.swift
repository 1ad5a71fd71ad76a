// What the scene shows at a frame, and how the frames of each workload differ.

/// What changes from frame to frame.
public enum Workload: String, CaseIterable, Sendable {
    /// Nothing, but everything is sent again.
    case full = "FULL"
    /// The clock and every remaining time.
    case tick = "TICK"
    /// The selection of the first pane.
    case move = "MOVE"
    /// The first pane's list, by one row.
    case scroll = "SCROLL"
    /// All lists.
    case replace = "REPLACE"
}

/// The state of the scene.
public struct SceneState {
    /// Rows that a pane shows.
    static let visible = 26
    private static let scrollingRows = 500
    private static let generations = 8

    /// Seconds since the beginning.
    private(set) var now = 0
    private(set) var selected = [0, 3, 6, 9]
    private var generation = 0
    private var top = 0
    /// By generation, pane and index.
    private let rows: [[[SceneRow]]]

    public init(_ workload: Workload) {
        rows = (0..<(workload == .replace ? Self.generations : 1)).map { generation in
            (0..<4).map { pane in
                let count = workload == .scroll && pane == 0 ? Self.scrollingRows : Self.visible
                return (0..<count).map { SceneRow(pane: pane, index: $0, generation: generation) }
            }
        }
    }

    /// Goes to frame `number`, from 1.
    public mutating func step(_ workload: Workload, _ number: Int) {
        switch workload {
        case .full: break
        case .tick: now = 61 * number
        case .move: selected[0] = number % Self.visible
        case .scroll: top = number % (Self.scrollingRows - Self.visible + 1)
        case .replace: generation = number % Self.generations
        }
    }

    /// The rows of a pane that are seen.
    func visibleRows(of pane: Int) -> ArraySlice<SceneRow> {
        let first = pane == 0 ? top : 0
        return rows[generation][pane][first..<first + Self.visible]
    }
}
