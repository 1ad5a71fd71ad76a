import Casework
import TerminalKit

/// The notices that are up, and the circular of warnings by villages (武政管办〔2022〕36号 第十一条).
struct NoticesContent: WallContent {
    let scene: WallScene

    var isEmpty: Bool { scene.board.notices.isEmpty && scene.board.circular.isEmpty }

    private typealias Line = [StyledText]

    func parts(in size: TerminalSize) -> Int { max(1, pictures(size).count) }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        let pictures = pictures(TerminalSize(columns: region.width, rows: region.height))
        guard pictures.indices.contains(part) else { return }
        let count = pictures[part].count
        let columns = region.columns(Array(repeating: .share(1), count: max(count, Self.columns(region.width))), gap: 4)
        for (column, lines) in zip(columns, pictures[part]) {
            for (row, line) in lines.enumerated() {
                buffer.put(
                    line, x: column.x + 1, y: column.y + row, base: scene.ground, width: column.width - 1,
                    glyphs: scene.glyphs.widgets)
            }
        }
    }

    private static func columns(_ width: Int) -> Int { width >= 150 ? 3 : width >= 96 ? 2 : 1 }

    /// The lines of each column of each picture: blocks stay whole where they fit into a column.
    private func pictures(_ size: TerminalSize) -> [[[Line]]] {
        let count = Self.columns(size.columns)
        let width = (size.columns - 4 * (count - 1)) / count - 1
        var columns: [[Line]] = [[]]
        func start() { columns.append([]) }
        for block in blocks(width: width) {
            var rest = block[...]
            let used = columns[columns.count - 1].count
            let gap = used > 0 ? 1 : 0
            if used > 0, used + gap + rest.count > size.rows, rest.count <= size.rows || size.rows - used < 5 {
                start()
            } else if used > 0 {
                columns[columns.count - 1].append([])
            }
            while !rest.isEmpty {
                let room = max(1, size.rows - columns[columns.count - 1].count)
                columns[columns.count - 1] += rest.prefix(room)
                rest = rest.dropFirst(room)
                if !rest.isEmpty { start() }
            }
        }
        return stride(from: 0, to: columns.count, by: count).map { Array(columns[$0..<min($0 + count, columns.count)]) }
    }

    private func blocks(width: Int) -> [[Line]] {
        scene.board.notices.map { block($0, width: width) }
            + (scene.board.circular.isEmpty ? [] : [circular(width: width)])
    }

    private func block(_ notice: NoticePosted, width: Int) -> [Line] {
        var title: Line = []
        if notice.isUrgent {
            title = [
                StyledText(" \(scene.text(.urgent)) ", scene.theme[.warning].bold()), StyledText(" "),
            ]
        }
        title.append(StyledText(scene.text(.noticeDays(notice.from, notice.to)), scene.theme[.muted]))
        return [title] + TextWrap.lines(notice.text, width: width).map { [StyledText($0, scene.theme[.text].bold())] }
    }

    private func circular(width: Int) -> [Line] {
        let name = scene.board.circular.reduce(8) { max($0, DisplayWidth.of($1.village)) }
        return [[StyledText(scene.text(.circular), scene.theme[.title].bold())], []]
            + scene.board.circular.map { line in
                let blank = String(
                    repeating: " ", count: max(0, min(name, width - 24) - DisplayWidth.of(line.village)) + 3)
                func number(_ count: Int) -> String { count < 10 ? " \(count)" : "\(count)" }
                return [
                    StyledText(line.village + blank, scene.theme[.text].bold()),
                    StyledText(
                        "\(scene.glyphs.overdue) \(scene.text(.red)) \(number(line.red))",
                        line.red > 0 ? scene.theme[.overdue].bold() : scene.theme[.muted]),
                    StyledText("   "),
                    StyledText(
                        "\(scene.glyphs.near) \(scene.text(.yellow)) \(number(line.yellow))",
                        line.yellow > 0 ? scene.theme[.near].bold() : scene.theme[.muted]),
                ]
            }
    }
}
