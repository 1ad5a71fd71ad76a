import CaseStore
import Casework
import TerminalKit

/// Looking for a case among all of them, open and closed: what was typed, and what the store found.
///
/// The selection belongs to a case, as everywhere; opening it shows it and does nothing else.
public struct FindList: Hashable, Sendable {
    public var field = TextField("")
    /// `nil` until the store has answered for the first time.
    public private(set) var result: CaseSearchResult?
    /// What ``result`` answers.
    private var answered = ""
    private var selected: CaseID?
    /// A question is under way.
    var isAsking = false
    /// Why what stands in the field could not be looked for; `nil` as soon as it is asked again.
    var failure: StoreError?
    /// The list has changed under the person's eyes.
    private(set) var settling: Settling?

    /// So many are shown at most: who sees so many types another word.
    static let limit = 100

    /// The list is that of what stands in the field.
    public var isCurrent: Bool { result != nil && answered == field.text }

    public var rows: [QueueRow] { result?.rows ?? [] }

    public var index: Int { rows.firstIndex { $0.id == selected } ?? 0 }

    public var selectedRow: QueueRow? { rows.indices.contains(index) ? rows[index] : nil }

    mutating func move(by distance: Int) {
        guard !rows.isEmpty else { return }
        selected = rows[min(max(index + distance, 0), rows.count - 1)].id
        settling = nil
    }

    mutating func take(_ fresh: CaseSearchResult, for text: String, now: Instant) {
        let before = selectedRow?.id
        (result, answered) = (fresh, text)
        if !rows.contains(where: { $0.id == selected }) { selected = rows.first?.id }
        if selected != before { settling = Settling(at: now, Settling.afterMove) }
    }
}

extension DeskState {
    mutating func openFind() {
        // Who has just filtered a pane in vain goes on with the same words.
        var list = FindList()
        if focus != .agents, let pane = queuePanes[focus], pane.total == 0 { list.field = TextField(pane.filter) }
        overlay = .find(list)
    }

    /// Asks for what stands in the field, one question at a time.
    mutating func askFind(_ effects: inout [DeskEffect]) {
        guard case .find(var list) = overlay, !list.isAsking, !list.isCurrent else { return }
        list.isAsking = true
        list.failure = nil
        overlay = .find(list)
        effects.append(.search(list.field.text))
    }

    mutating func findKey(_ press: KeyPress, _ list: FindList, _ effects: inout [DeskEffect]) {
        var list = list
        switch press.key {
        case .escape:
            overlay = nil
            return
        case .enter:
            if list.failure != nil { return askFind(&effects) }
            guard list.isCurrent, list.settling?.isUnder(at: now) != true else {
                notice = Notice(message: list.isCurrent ? .justChanged : .loading, tone: .warning)
                return
            }
            guard let row = list.selectedRow else { return }
            overlay = nil
            screen = .detail(DetailScreen(id: row.id, cameFrom: nil))
            effects.append(.loadDetail(row.id))
            return
        case .up: list.move(by: -1)
        case .down: list.move(by: 1)
        case .pageUp: list.move(by: -8)
        case .pageDown: list.move(by: 8)
        default: _ = list.field.handle(press)
        }
        overlay = .find(list)
        askFind(&effects)
    }

    mutating func take(
        _ result: Result<CaseSearchResult, StoreError>, for text: String, _ effects: inout [DeskEffect]
    ) {
        guard case .find(var list) = overlay else { return }
        list.isAsking = false
        switch result {
        case .success(let fresh): list.take(fresh, for: text, now: now)
        case .failure(let error):
            // What was typed meanwhile is asked for itself.
            if text == list.field.text { list.failure = error }
            notice = Notice(message: .storeProblem(error), tone: .warning)
        }
        overlay = .find(list)
        if list.failure == nil { askFind(&effects) }
    }
}
