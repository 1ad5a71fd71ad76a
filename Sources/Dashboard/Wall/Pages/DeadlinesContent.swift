import Casework
import TerminalKit

/// The open cases of the villages as numbers: how many, how many near their mark, how many over it.
struct DeadlinesContent: WallContent {
    let scene: WallScene
    private var villages: [WallVillage] { scene.board.villages }

    var isEmpty: Bool { villages.isEmpty }

    var aside: [StyledText] {
        let (near, overdue) = villages.reduce((0, 0)) { ($0.0 + $1.near, $0.1 + $1.overdue) }
        return [
            StyledText("\(scene.glyphs.overdue) \(scene.text(.overdue)) \(overdue)", scene.theme[.overdue].bold()),
            StyledText("   "),
            StyledText("\(scene.glyphs.near) \(scene.text(.near)) \(near)", scene.theme[.near].bold()),
        ]
    }

    func parts(in size: TerminalSize) -> Int { Rows(villages.count, in: size, scene.glyphs).parts }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        let rows = Rows(villages.count, in: TerminalSize(columns: region.width, rows: region.height), scene.glyphs)
        let columns = region.columns(Array(repeating: .share(1), count: rows.columns), gap: 4)
        for column in columns { drawHeadings(in: &buffer, line: column.row(0)) }
        let most = villages.reduce(1) { max($0, $1.open) }
        let first = part * rows.perPart
        for (place, village) in villages.dropFirst(first).prefix(rows.perPart).enumerated() {
            let column = columns[place / rows.perColumn]
            let line = Region(
                x: column.x, y: column.y + 2 + place % rows.perColumn * rows.pitch, width: column.width,
                height: max(1, min(3, rows.pitch - 1)))
            draw(village, most: most, in: &buffer, region: line)
        }
    }

    /// How the villages are set: large numbers where all fit on a few pictures, else closer; as many on each picture, with the
    /// room that this leaves between them.
    struct Rows: Hashable {
        var columns: Int
        var perColumn: Int
        /// Rows from one village to the next.
        var pitch: Int
        var parts: Int
        var perPart: Int { columns * perColumn }

        private static let large = 4
        private static let widest = 7

        init(_ count: Int, in size: TerminalSize, _ glyphs: Glyphs) {
            let columns = size.columns >= 150 ? 2 : 1
            func perColumn(_ pitch: Int) -> Int { max(1, (size.rows - 2 + 1) / pitch) }
            func parts(_ pitch: Int) -> Int {
                max(1, (count + columns * perColumn(pitch) - 1) / (columns * perColumn(pitch)))
            }
            let isLarge = glyphs.widgets == .unicode && size.columns >= 60 && parts(Self.large) <= 3
            let closest = isLarge ? Self.large : parts(2) <= 4 ? 2 : 1
            let number = parts(closest)
            self.columns = columns
            self.parts = number
            let share = max(1, (count + number * columns - 1) / (number * columns))
            self.perColumn = share
            pitch = (closest...Self.widest).last { perColumn($0) >= share } ?? closest
        }
    }

    /// The places of a line: village, overdue, near, open, bar.
    private func places(_ line: Region) -> [Region] {
        let number: Constraint = .fixed(line.width >= 100 ? 14 : 10)
        return line.columns(
            [line.width >= 100 ? .fixed(26) : .minimum(14), number, number, number, .share(1)], gap: 1)
    }

    private func drawHeadings(in buffer: inout CellBuffer, line: Region) {
        let terms: [WallTerm] = [.village, .overdue, .near, .open]
        for (place, term) in zip(places(line), terms) {
            let text = scene.text(term)
            let width = min(DisplayWidth.of(text), place.width)
            let x = term == .village ? place.x + 1 : place.maxX - width
            buffer.putTruncated(text, x: x, y: place.y, style: scene.muted, width: width, glyphs: scene.glyphs)
        }
    }

    private func draw(_ village: WallVillage, most: Int, in buffer: inout CellBuffer, region: Region) {
        let middle = region.y + region.height / 2
        let places = places(region)
        let role: Theme.Role = village.overdue > 0 ? .overdue : village.near > 0 ? .near : .calm
        buffer.putTruncated(
            village.name, x: places[0].x + 1, y: middle, style: scene.ground.bold(), width: places[0].width - 1,
            glyphs: scene.glyphs)
        let numbers: [(Int, Theme.Role, String)] = [
            (village.overdue, .overdue, scene.glyphs.overdue), (village.near, .near, scene.glyphs.near),
            (village.open, .text, ""),
        ]
        for (place, number) in zip(places[1...], numbers) {
            let style = number.0 > 0 ? scene.style(number.1, on: scene.ground).bold() : scene.muted
            let text = number.0 > 0 || number.2.isEmpty ? String(number.0) : "·"
            if region.height >= 3, text != "·" {
                let digits = BigDigits(text, size: .small, style: style, glyphs: scene.glyphs.widgets)
                let width = min(place.width, digits.measure(.small).columns)
                digits.draw(
                    in: &buffer, region: Region(x: place.maxX - width, y: region.y, width: width, height: 3))
                if number.0 > 0, place.width > width + 2 {
                    buffer.put(number.2, x: place.maxX - width - 2, y: middle, style: style, width: 1)
                }
            } else {
                let shown = number.0 > 0 && !number.2.isEmpty ? "\(number.2) \(text)" : text == "·" ? "-" : text
                buffer.drawTrailing(
                    shown, in: Region(x: place.x, y: middle, width: place.width, height: 1), style: style)
            }
        }
        drawBar(
            village, most: most, role, in: &buffer,
            region: Region(
                x: places[4].x + 3, y: middle, width: places[4].width - 4, height: 1))
    }

    /// The open cases as a bar: what is over its mark first, then what is near it.
    private func drawBar(
        _ village: WallVillage, most: Int, _ role: Theme.Role, in buffer: inout CellBuffer, region: Region
    ) {
        guard region.width >= 8 else { return }
        // At least a cell for what there is at all.
        func cells(_ count: Int) -> Int { count > 0 ? max(1, count * region.width / most) : 0 }
        let all = cells(max(village.open, village.overdue + village.near))
        let overdue = min(cells(village.overdue), all)
        let near = min(cells(village.near), all - overdue)
        var x = region.x
        let (full, half) = scene.glyphs.widgets == .ascii ? ("#", "=") : ("█", "▆")
        for (length, role, glyph) in [
            (overdue, Theme.Role.overdue, full), (near, .near, half), (all - overdue - near, .calm, "▄"),
        ] {
            buffer.fill(
                Region(x: x, y: region.y, width: length, height: 1),
                glyph: scene.glyphs.widgets == .ascii && glyph == "▄" ? "-" : glyph,
                style: scene.style(role, on: scene.ground))
            x += length
        }
    }
}
