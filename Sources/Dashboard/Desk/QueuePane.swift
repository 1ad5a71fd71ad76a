import CaseStore
import Casework

/// What a person has done with one queue: the selected case, where the list is scrolled to, what it is filtered by.
///
/// All of it belongs to case ids, never to row numbers. When the selected case leaves the queue because somebody else
/// acted on it, the selection does **not** slide to its neighbour: the row stays as a ghost, so that a key pressed in
/// that moment still means the case that the person was looking at.
public struct QueuePane: Hashable, Sendable {
    public var page: QueuePage?
    /// The selected case as it was last seen.
    public private(set) var selected: QueueRow?
    /// The rank of the selected row in the whole queue.
    public private(set) var index = 0
    /// The rank of the first visible row.
    public var top = 0
    public var filter = ""
    /// The selected case is not in the queue any more.
    public private(set) var isGhost = false
    /// When the selected row last changed under the person's eyes.
    public private(set) var changedAt: Instant?
    /// A row asked for that was not loaded yet.
    private var jump: Int?
    /// The filter was changed by the person: the selection may move.
    private var isRefiltered = false

    /// How many rows one request loads.
    static let window = 300

    public init() {}

    public var total: Int { page?.total ?? 0 }

    /// The rows that are loaded, with the ghost in its place, and the rank of the first.
    public var rows: [QueueRow] {
        guard let page else { return [] }
        guard isGhost, let selected else { return page.rows }
        var rows = page.rows
        rows.insert(selected, at: min(max(index - page.offset, 0), rows.count))
        return rows
    }

    public var offset: Int { page?.offset ?? 0 }
    /// How many rows there are to scroll through, the ghost included.
    public var count: Int { total + (isGhost ? 1 : 0) }

    /// What to ask the store for.
    var request: QueueRequest {
        if let jump {
            return QueueRequest(filter: filter, anchor: nil, index: jump, limit: Self.window)
        }
        return QueueRequest(
            filter: filter, anchor: isGhost ? nil : selected?.reference.id, index: index, limit: Self.window)
    }

    /// Takes over a fresh page. `actedOn` is what this very desk acted on: the selection leaves that freely.
    mutating func take(_ fresh: QueuePage, answering request: QueueRequest, actedOn: Set<CaseReference>, now: Instant) {
        guard request.filter == filter else { return }
        let before = selected
        page = fresh
        if let wanted = jump, request.index == wanted, request.anchor == nil {
            jump = nil
            isGhost = false
            select(rank: wanted)
        } else if let current = before,
            let place = fresh.rows.firstIndex(where: { $0.reference.id == current.reference.id })
        {
            let row = fresh.rows[place]
            if row.reference.version != current.reference.version { changedAt = now }
            let rank = fresh.offset + place
            top += rank - index
            (selected, index, isGhost) = (row, rank, false)
        } else if let current = before, !isRefiltered, !actedOn.contains(current.reference) {
            if !isGhost { changedAt = now }
            isGhost = true
        } else {
            isGhost = false
            select(rank: isRefiltered ? 0 : index)
            if isRefiltered { top = 0 }
        }
        isRefiltered = false
        index = min(index, max(count - 1, 0))
    }

    /// Selects the loaded row nearest to `rank`.
    private mutating func select(rank: Int) {
        guard let page, !page.rows.isEmpty else {
            (selected, index) = (nil, 0)
            return
        }
        let place = min(max(rank - page.offset, 0), page.rows.count - 1)
        (selected, index) = (page.rows[place], page.offset + place)
        changedAt = nil
    }

    /// Moves the selection by `distance` rows; a ghost is left behind for good.
    mutating func move(by distance: Int) {
        guard page != nil else { return }
        let wasGhost = isGhost
        isGhost = false
        select(rank: wasGhost && distance > 0 ? index + distance - 1 : index + distance)
    }

    /// Moves to a rank that may not be loaded: selected at once when it is, asked for otherwise.
    mutating func move(to rank: Int) {
        guard let page else { return }
        isGhost = false
        if rank >= page.offset, rank < page.offset + page.rows.count {
            select(rank: rank)
        } else {
            jump = rank
        }
    }

    mutating func select(_ row: QueueRow, rank: Int) {
        if isGhost, row.reference.id != selected?.reference.id { isGhost = false }
        (selected, index, changedAt) = (row, rank, nil)
    }

    mutating func refilter(_ text: String) {
        guard text != filter else { return }
        filter = text
        isRefiltered = true
        if isGhost {
            isGhost = false
            selected = nil
        }
    }

    /// Keeps the selected row among the `visible` ones.
    mutating func reveal(visible: Int) {
        guard visible > 0 else { return }
        top = min(max(top, index - visible + 1), index)
        top = max(0, min(top, count - visible))
    }

    /// Whether rows around the visible ones are missing that the queue has.
    func needsMore(visible: Int) -> Bool {
        guard let page else { return true }
        if jump != nil { return true }
        let margin = min(visible, Self.window / 4)
        let end = page.offset + page.rows.count
        return (page.offset > 0 && top - margin < page.offset) || (end < page.total && top + visible + margin > end)
    }
}
