import Casework
import TerminalKit

/// The notices that are up, and the circular of warnings by villages (武政管办〔2022〕36号 第十一条).
struct NoticesContent: WallContent {
    let scene: WallScene

    var isEmpty: Bool { scene.board.notices.isEmpty && scene.board.circular.isEmpty }

    private typealias Line = [StyledText]

    /// A notice, or a part of one that is longer than a column.
    private struct Block {
        var role: Theme.Role
        var lines: [Line]
    }

    /// How the blocks are set: in so many columns, with so many rows free between two lines and inside a card.
    private struct Setting {
        var width: Int
        var columns: Int
        var leading: Int
        var pad: Int
        /// The blocks of each column of each picture.
        var pictures: [[[Block]]] = []

        func height(_ lines: Int) -> Int { lines + max(0, lines - 1) * leading + pad * 2 }

        func height(_ column: [Block]) -> Int { column.reduce(-1) { $0 + height($1.lines.count) + 1 } }
    }

    func parts(in size: TerminalSize) -> Int { max(1, setting(size).pictures.count) }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        let setting = setting(TerminalSize(columns: region.width, rows: region.height))
        guard setting.pictures.indices.contains(part) else { return }
        let picture = setting.pictures[part]
        // Few notices stand a little below the heading, in the middle of the wall.
        let used = picture.reduce(0) { max($0, setting.height($1)) }
        let top = region.y + max(0, region.height - used) / 3
        let whole = setting.columns * (setting.width + Self.gap) - Self.gap
        let left = region.x + max(0, region.width - whole) / 2
        for (place, column) in picture.enumerated() {
            var y = top
            for block in column {
                let height = setting.height(block.lines.count)
                let inside = scene.drawCard(
                    block.role, in: &buffer,
                    region: Region(
                        x: left + place * (setting.width + Self.gap), y: y, width: setting.width, height: height))
                for (row, line) in block.lines.enumerated() {
                    buffer.put(
                        line, x: inside.x, y: inside.y + setting.pad + row * (setting.leading + 1), base: scene.card,
                        width: inside.width, glyphs: scene.glyphs.widgets)
                }
                y += height + 1
            }
        }
    }

    // MARK: Setting

    private static let gap = 2
    /// A column of text is read well from so many columns to so many.
    private static let least = 44
    private static let most = 96

    /// On one picture as wide apart as there is room; more pictures only where it cannot be closer.
    private func setting(_ size: TerminalSize) -> Setting {
        let most = max(1, min(blocks(width: Self.most).count, (size.columns + Self.gap) / (Self.least + Self.gap), 4))
        let even = (1...most).reversed().lazy.map { evenSetting(size, columns: $0) }
        // Of so many columns all are used.
        return even.first { $0.pictures.count != 1 || $0.pictures[0].count == $0.columns }
            ?? evenSetting(size, columns: 1)
    }

    private func evenSetting(_ size: TerminalSize, columns: Int) -> Setting {
        let width = min(Self.most, (size.columns - Self.gap * (columns - 1)) / columns)
        let blocks = blocks(width: width - 3)
        var setting = Setting(width: width, columns: columns, leading: 0, pad: 0)
        for (leading, pad) in [(1, 1), (0, 1), (0, 0)] {
            (setting.leading, setting.pad) = (leading, pad)
            setting.pictures = pictures(blocks, setting, rows: size.rows)
            if setting.pictures.count <= 1 { break }
        }
        guard setting.pictures.count == 1 else { return setting }
        // The columns as even as can be.
        for rows in 1..<max(2, size.rows) {
            let even = pictures(blocks, setting, rows: rows)
            guard even.count == 1, even[0].joined().count == blocks.count else { continue }
            setting.pictures = even
            break
        }
        return setting
    }

    /// Blocks stay whole where they fit into a column.
    private func pictures(_ blocks: [Block], _ setting: Setting, rows: Int) -> [[[Block]]] {
        var columns: [[Block]] = [[]]
        let most = max(1, (rows - setting.pad * 2 + setting.leading) / (setting.leading + 1))
        for block in blocks {
            var rest = block.lines[...]
            while !rest.isEmpty {
                let part = Block(role: block.role, lines: Array(rest.prefix(most)))
                if columns[columns.count - 1].isEmpty
                    || setting.height(columns[columns.count - 1] + [part]) <= rows
                {
                    columns[columns.count - 1].append(part)
                } else {
                    columns.append([part])
                }
                rest = rest.dropFirst(most)
            }
        }
        return stride(from: 0, to: columns.count, by: setting.columns).map {
            Array(columns[$0..<min($0 + setting.columns, columns.count)])
        }
    }

    // MARK: Blocks

    private func blocks(width: Int) -> [Block] {
        scene.board.notices.map { block($0, width: width) }
            + (scene.board.circular.isEmpty ? [] : [circular(width: width)])
    }

    private func block(_ notice: NoticePosted, width: Int) -> Block {
        var title: Line = []
        if notice.isUrgent {
            title = [
                StyledText(" \(scene.text(.urgent)) ", scene.theme[.warning].bold()), StyledText(" "),
            ]
        }
        title.append(StyledText(scene.text(.noticeDays(notice.from, notice.to)), scene.style(.muted, on: scene.card)))
        let lines = TextWrap.lines(notice.text, width: width).map { [StyledText($0, scene.card.bold())] }
        return Block(role: notice.isUrgent ? .near : .flag, lines: [title] + lines)
    }

    private func circular(width: Int) -> Block {
        let name = scene.board.circular.reduce(8) { max($0, DisplayWidth.of($1.village)) }
        let muted = scene.style(.muted, on: scene.card)
        return Block(
            role: .title,
            lines: [[StyledText(scene.text(.circular), scene.style(.title, on: scene.card).bold())]]
                + scene.board.circular.map { line in
                    let blank = String(
                        repeating: " ", count: max(0, min(name, width - 24) - DisplayWidth.of(line.village)) + 3)
                    func number(_ count: Int) -> String { count < 10 ? " \(count)" : "\(count)" }
                    return [
                        StyledText(line.village + blank, scene.card.bold()),
                        StyledText(
                            "\(scene.glyphs.overdue) \(scene.text(.red)) \(number(line.red))",
                            line.red > 0 ? scene.style(.overdue, on: scene.card).bold() : muted),
                        StyledText("   ", scene.card),
                        StyledText(
                            "\(scene.glyphs.near) \(scene.text(.yellow)) \(number(line.yellow))",
                            line.yellow > 0 ? scene.style(.near, on: scene.card).bold() : muted),
                    ]
                })
    }
}
