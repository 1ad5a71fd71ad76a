import CaseStore
import Casework

/// What a person has done with one queue: the selected case, where the list is scrolled to, what it is filtered by.
///
/// All of it belongs to case ids, never to row numbers. When the selected case leaves the queue because somebody else
/// acted on it, the selection does **not** slide to its neighbour: the row stays as a ghost, so that a key pressed in
/// that moment still means the case that the person was looking at.
public struct QueuePane: Hashable, Sendable {
    public private(set) var page: QueuePage?
    /// The selected case as it was last seen.
    public private(set) var selected: QueueRow?
    /// The rank of the selected row in the whole queue.
    public private(set) var index = 0
    /// The rank of the first visible row.
    public private(set) var top = 0
    public private(set) var filter = ""
    /// The selected case is not in the queue any more.
    public private(set) var isGhost = false
    /// The selected row has changed under the person's eyes.
    private(set) var settling: Settling?
    /// How the ghost left, once that is known.
    public private(set) var departure: TraceEntry?
    /// A row asked for that was not loaded yet.
    private var jump: Int?
    /// A case that is on its way back into the queue and is to be selected.
    private var sought: CaseID?
    /// The filter was changed by the person: the selection may move.
    private var isRefiltered = false
    /// What was selected was of another record.
    private var mustSettle = false
    /// How many rows the pane shows at its present size.
    private var visible = 0

    public init() {}

    public var total: Int { page?.total ?? 0 }

    /// Whether what the person asked for is not on the screen yet: until then no action means a case.
    public var isAwaiting: Bool { isRefiltered || jump != nil }

    /// The rows that are loaded, with the ghost in its place, and the rank of the first.
    public var rows: [QueueRow] {
        guard let page else { return [] }
        guard let ghostPlace, let selected else { return page.rows }
        var rows = page.rows
        rows.insert(selected, at: ghostPlace)
        return rows
    }

    public var offset: Int { page?.offset ?? 0 }
    /// How many rows there are to scroll through, the ghost included.
    public var count: Int { total + (isGhost ? 1 : 0) }

    /// Where the ghost stands among the loaded rows.
    private var ghostPlace: Int? {
        guard isGhost, let page else { return nil }
        return min(max(index - page.offset, 0), page.rows.count)
    }

    /// How many rows one request loads: enough for the selection to move a page either way.
    private var window: Int { max(120, 4 * visible) }

    /// What to ask the store for.
    var request: QueueRequest {
        if let jump {
            return QueueRequest(filter: filter, anchor: nil, index: jump, limit: window)
        }
        let anchor = sought ?? (isGhost ? nil : selected?.reference.id)
        return QueueRequest(filter: filter, anchor: anchor, index: index, limit: window)
    }

    /// Takes over a fresh page. `actedOn` is what this very desk acted on: the selection leaves that freely.
    mutating func take(_ fresh: QueuePage, answering request: QueueRequest, actedOn: Set<CaseReference>, now: Instant) {
        guard request.filter == filter else { return }
        let before = selected
        page = fresh
        // An answer to what was asked before the search began says nothing about it.
        defer { if request.anchor == sought { sought = nil } }
        if let sought, let place = fresh.rows.firstIndex(where: { $0.reference.id == sought }) {
            isGhost = false
            select(rank: fresh.offset + place)
            settling = Settling(at: now, Settling.afterMove)
        } else if let wanted = jump, request.index == wanted, request.anchor == nil {
            jump = nil
            isGhost = false
            select(rank: wanted)
            settling = Settling(at: now, Settling.afterMove)
        } else if let current = before,
            let place = fresh.rows.firstIndex(where: { $0.reference.id == current.reference.id })
        {
            let row = fresh.rows[place]
            let isOwn = actedOn.contains(current.reference) && row.reference.version == current.reference.version + 1
            if row.reference.version != current.reference.version, !isOwn {
                settling = Settling(at: now, Settling.afterChange)
            }
            let rank = fresh.offset + place
            top += rank - index
            (selected, index, isGhost) = (row, rank, false)
        } else if let current = before, !isRefiltered, !actedOn.contains(current.reference) {
            if !isGhost {
                settling = Settling(at: now, Settling.afterChange)
                departure = nil
            }
            isGhost = true
        } else {
            isGhost = false
            select(rank: isRefiltered ? 0 : index)
            if isRefiltered { top = 0 }
            // Whatever moved it, the row that is selected now must have been on the screen before a key can mean it.
            if before != nil || mustSettle { settling = Settling(at: now, Settling.afterMove) }
        }
        (isRefiltered, mustSettle) = (false, false)
        index = min(index, max(count - 1, 0))
    }

    /// Selects the loaded row nearest to `rank`.
    private mutating func select(rank: Int) {
        settling = nil
        guard let page, !page.rows.isEmpty else {
            (selected, index) = (nil, 0)
            return
        }
        let place = min(max(rank - page.offset, 0), page.rows.count - 1)
        (selected, index) = (page.rows[place], page.offset + place)
    }

    /// Moves the selection by `distance` rows; a ghost is left behind for good.
    mutating func move(by distance: Int) {
        guard page != nil else { return }
        sought = nil
        let wasGhost = isGhost
        isGhost = false
        jump = nil
        select(rank: wasGhost && distance > 0 ? index + distance - 1 : index + distance)
    }

    /// Moves to a rank that may not be loaded: selected at once when it is, asked for otherwise.
    mutating func move(to rank: Int) {
        guard let page else { return }
        jump = nil
        sought = nil
        if rank >= page.offset, rank < page.offset + page.rows.count || page.rows.isEmpty {
            isGhost = false
            select(rank: rank)
        } else {
            jump = rank
        }
    }

    /// Selects the row at a place of ``rows``, as a click does; a ghost that is not meant is left behind.
    mutating func select(place: Int) {
        let shown = rows
        guard shown.indices.contains(place) else { return }
        jump = nil
        sought = nil
        if let ghostPlace {
            guard place != ghostPlace else { return }
            isGhost = false
            select(rank: offset + place - (place > ghostPlace ? 1 : 0))
        } else {
            select(rank: offset + place)
        }
    }

    /// Selects a case as soon as it is in the queue again.
    mutating func seek(_ id: CaseID) {
        sought = id
    }

    /// Of another record the selection knows nothing: an id is another case's there. What moves into its place has to have
    /// been on the screen for a moment.
    mutating func letGo(at now: Instant) {
        (selected, departure, jump, sought) = (nil, nil, nil, nil)
        isGhost = false
        mustSettle = true
    }

    /// What the trace says of the case that left.
    mutating func explainGhost(_ detail: CaseDetail) {
        guard isGhost, let selected, selected.reference.id == detail.case.id else { return }
        departure = detail.trace.first { $0.event.kind != .revealed }
    }

    mutating func refilter(_ text: String) {
        guard text != filter else { return }
        filter = text
        isRefiltered = true
        jump = nil
        if isGhost {
            isGhost = false
            selected = nil
        }
    }

    /// Keeps the selected row among the `visible` ones.
    mutating func reveal(visible: Int) {
        guard visible > 0 else { return }
        self.visible = visible
        top = min(max(top, index - visible + 1), index)
        top = max(0, min(top, count - visible))
    }

    /// Whether rows around the visible ones are missing that the queue has.
    var needsMore: Bool {
        guard let page else { return true }
        if jump != nil { return true }
        let margin = min(visible, window / 4)
        let end = page.offset + page.rows.count
        return (page.offset > 0 && top - margin < page.offset) || (end < page.total && top + visible + margin > end)
    }
}
