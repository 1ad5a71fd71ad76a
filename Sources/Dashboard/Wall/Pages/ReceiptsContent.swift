import Casework
import TerminalKit

/// What lies ready for its applicants: the number of the receipt and the masked name.
struct ReceiptsContent: WallContent {
    let scene: WallScene
    private var ready: [WallReceipt] { scene.board.ready }

    var isEmpty: Bool { ready.isEmpty }

    var aside: [StyledText] { [StyledText(scene.text(.readyCount(ready.count)), scene.theme[.calm].bold())] }

    func parts(in size: TerminalSize) -> Int { grid(size).parts(of: ready.count) }

    private func grid(_ size: TerminalSize) -> WallGrid { WallGrid(in: size, least: 34, height: 3) }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        let grid = grid(TerminalSize(columns: region.width, rows: region.height))
        for (place, index) in grid.range(part: part, of: ready.count).enumerated() {
            let receipt = ready[index]
            let inside = scene.drawCard(.calm, in: &buffer, region: grid.cell(place, in: region))
            buffer.putTruncated(
                receipt.number, x: inside.x, y: inside.y, style: scene.style(.title, on: scene.card).bold(),
                width: inside.width, glyphs: scene.glyphs)
            guard inside.height > 1 else { continue }
            buffer.putTruncated(
                "\(receipt.name)  \(receipt.village)", x: inside.x, y: inside.y + 1, style: scene.card.bold(),
                width: inside.width, glyphs: scene.glyphs)
            guard inside.height > 2 else { continue }
            buffer.putTruncated(
                scene.text(.readySince("\(scene.board.offset.civil(receipt.since).date)")), x: inside.x,
                y: inside.y + 2, style: scene.style(.muted, on: scene.card), width: inside.width, glyphs: scene.glyphs)
        }
    }
}
