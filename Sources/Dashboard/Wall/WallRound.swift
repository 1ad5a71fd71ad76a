import Casework
import TerminalKit

/// The pictures of one round: every page that has something to show, in the order of the plan, with as many parts as it
/// takes; of a long page a few, from where the last round ended.
///
/// On a wide wall a picture is two sheets, of different pages as far as there are others. Where the number of sheets is odd,
/// the last one stands beside the first of the next round that is of another page, and that one does not come again in it: so
/// each has its turn equally often.
struct WallRound: Hashable, Sendable {
    /// Two sheets stand side by side.
    let isSplit: Bool
    private(set) var pictures: [[WallSheet]] = []
    /// Where each long page goes on in the next round.
    private(set) var nextParts: [WallPage: Int] = [:]
    /// The page of which the first sheet of the next round stands in the last picture.
    private(set) var lent: WallPage?

    /// - Parameter lent: what the round before has shown of this one.
    init(_ state: WallState, lent: WallPage?) {
        guard let board = state.shownBoard else {
            isSplit = false
            return
        }
        // How many parts a page takes depends on its room: half of the wall, or all of it where one page alone has something.
        let together = state.canSplit ? Self.pages(state, board, state.layout(of: 2)) : []
        isSplit = together.count > 1
        let pages = isSplit ? together : Self.pages(state, board, state.layout(of: 1))
        let sheets = pages.map { $0.sheets(most: state.plan.parts, from: state.firstParts) }
        for (page, shown) in zip(pages, sheets) where page.parts > shown.count {
            nextParts[page.page] = ((shown.last?.part ?? 0) + 1) % page.parts
        }
        var rest = sheets.flatMap(\.self)
        if isSplit, let lent, let place = rest.firstIndex(where: { $0.page == lent }) { rest.remove(at: place) }
        while !rest.isEmpty {
            let first = rest.removeFirst()
            guard isSplit else {
                pictures.append([first])
                continue
            }
            if let place = Self.partner(of: first, in: rest) {
                pictures.append([first, rest.remove(at: place)])
            } else if let other = pages.first(where: { $0.page != first.page }) {
                pictures.append([first] + other.sheets(most: 1, from: nextParts))
                self.lent = other.page
            }
        }
    }

    /// Nothing to show yet.
    init() { isSplit = false }

    /// Which of the sheets that are left stands beside one: the next of another page, but first of that which would else be
    /// left over. A part of the same page only where there is nothing else.
    private static func partner(of first: WallSheet, in rest: [WallSheet]) -> Int? {
        let others = rest.indices.filter { rest[$0].page != first.page }
        let most = others.first { place in rest.count { $0.page == rest[place].page } * 2 > rest.count }
        return most ?? others.first ?? rest.indices.first
    }

    /// A page with something to show, and how many pictures it takes.
    private struct Page {
        var page: WallPage
        var parts: Int

        /// As many as the plan allows of one round; all of a page that is not longer, from its beginning.
        func sheets(most: Int, from firstParts: [WallPage: Int]) -> [WallSheet] {
            let first = parts > most ? firstParts[page] ?? 0 : 0
            return (0..<min(parts, most)).map { WallSheet(page: page, part: (first + $0) % parts, parts: parts) }
        }
    }

    private static func pages(_ state: WallState, _ board: WallBoard, _ layout: WallLayout) -> [Page] {
        let scene = WallScene(state, board: board, theme: Theme(name: "", styles: [:]))
        return state.plan.pages.compactMap { page in
            let content = scene.content(of: page)
            guard !content.isEmpty else { return nil }
            let room = WallPane(layout.panes[0], title: scene.title(of: page), glyphs: scene.glyphs).body
            return Page(
                page: page, parts: max(1, content.parts(in: TerminalSize(columns: room.width, rows: room.height))))
        }
    }
}
