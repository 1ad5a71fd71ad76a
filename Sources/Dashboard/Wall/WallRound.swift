import Casework
import TerminalKit

/// The pictures of one round: every page that has something to show, in the order of the plan, with as many parts as it
/// takes; of a long page a few, from where the last round ended.
struct WallRound {
    let sheets: [WallSheet]

    init(_ state: WallState) {
        guard let board = state.shownBoard else {
            sheets = []
            return
        }
        // Whether two stand side by side depends on how many there are, and that on the room of each.
        let together = Self.sheets(state, board, state.layout(of: 2))
        let alone = Self.sheets(state, board, state.layout(of: 1))
        sheets = state.canSplit && together.count != 1 ? together : alone
    }

    private static func sheets(_ state: WallState, _ board: WallBoard, _ layout: WallLayout) -> [WallSheet] {
        let scene = WallScene(state, board: board, theme: Theme(name: "", styles: [:]))
        return state.plan.pages.flatMap { page -> [WallSheet] in
            let content = scene.content(of: page)
            guard !content.isEmpty else { return [] }
            let room = WallPane(layout.panes[0], title: scene.title(of: page), glyphs: scene.glyphs).body
            let parts = max(1, content.parts(in: TerminalSize(columns: room.width, rows: room.height)))
            let first = parts > state.plan.parts ? state.firstParts[page] ?? 0 : 0
            return (0..<min(parts, state.plan.parts)).map {
                WallSheet(page: page, part: (first + $0) % parts, parts: parts)
            }
        }
    }
}
