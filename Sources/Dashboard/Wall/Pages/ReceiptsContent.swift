import Casework
import TerminalKit

/// What lies ready for its applicants: the number of the receipt and the masked name.
struct ReceiptsContent: WallContent {
    let scene: WallScene
    private var ready: [WallReceipt] { scene.board.ready }

    var isEmpty: Bool { ready.isEmpty }

    var aside: [StyledText] { [StyledText(scene.text(.readyCount(ready.count)), scene.theme[.calm].bold())] }

    func parts(in size: TerminalSize) -> Int { grid(size).parts }

    private func grid(_ size: TerminalSize) -> WallGrid {
        WallGrid(in: size, count: ready.count, least: 38, heights: 3...7)
    }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        let grid = grid(TerminalSize(columns: region.width, rows: region.height))
        let size = digitSize(grid.card)
        for (place, index) in grid.range(part: part).enumerated() {
            draw(ready[index], size, in: &buffer, region: grid.cell(place, in: region))
        }
    }

    /// The columns that the text of a card takes: the number, the name with the village, since when.
    private static let text = 18

    /// How large the last digits of the numbers are, the same on every card; `nil` where they have no room.
    private func digitSize(_ card: TerminalSize) -> BigDigits.Size? {
        let digits = BigDigits("0000", glyphs: scene.glyphs.widgets)
        return [BigDigits.Size.large, .small].first { size in
            let needed = digits.measure(size)
            return needed.columns + 2 + Self.text <= card.columns - 3 && needed.rows <= card.rows
        }
    }

    /// What people look for: the last digits of a number, four at most.
    private static func lastDigits(_ number: String) -> String {
        String(number.reversed().prefix(4).prefix { $0.isASCII && $0.isNumber }.reversed())
    }

    private func draw(
        _ receipt: WallReceipt, _ size: BigDigits.Size?, in buffer: inout CellBuffer, region: Region
    ) {
        var inside = scene.drawCard(.calm, in: &buffer, region: region)
        if let size {
            let digits = BigDigits(
                Self.lastDigits(receipt.number), size: size, style: scene.style(.title, on: scene.card),
                glyphs: scene.glyphs.widgets)
            let (needed, most) = (digits.measure(size), BigDigits("0000", glyphs: scene.glyphs.widgets).measure(size))
            digits.draw(
                in: &buffer,
                region: Region(
                    x: inside.x, y: inside.y + (inside.height - most.rows) / 2, width: needed.columns,
                    height: needed.rows))
            inside = inside.splitVertically(at: most.columns + 2).right
        }
        let since = scene.text(.readySince("\(scene.board.offset.civil(receipt.since).date)"))
        let lines: [(String, Style)] = [
            (receipt.number, scene.style(.title, on: scene.card).bold()),
            ("\(receipt.name)  \(receipt.village)", scene.card.bold()),
            (since, scene.style(.muted, on: scene.card)),
        ]
        // A line apart where there is room.
        let pitch = inside.height >= 7 ? 2 : 1
        let top = inside.y + max(0, (inside.height - (lines.count - 1) * pitch - 1) / 2)
        for (row, line) in lines.enumerated() where top + row * pitch < inside.maxY {
            buffer.putTruncated(
                line.0, x: inside.x, y: top + row * pitch, style: line.1, width: inside.width, glyphs: scene.glyphs)
        }
    }
}
