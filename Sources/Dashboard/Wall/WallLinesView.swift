import CaseStore
import Casework
import TerminalKit

/// What stands around the pages of a wall: the header with the clock, the urgent notice, the last line; and what is shown
/// instead of them.
struct WallLinesView {
    let state: WallState
    let theme: Theme

    private var ground: Style { theme[.text] }
    private func text(_ term: WallTerm) -> String { Message.wall(term).text(state.language) }

    // MARK: Header

    func header(in buffer: inout CellBuffer, region: Region) {
        let style = theme[.header].over(ground)
        buffer.fill(region, style: style)
        let date = state.offset.civil(state.now).date
        let (day, weekday) = ("\(date)", Message.weekday(date.weekday).text(state.language))
        let clock = state.now.clockText(state.offset)
        let name = state.board?.centre ?? state.centre
        var right: Int
        if region.height > 1 {
            let digits = BigDigits(
                clock, size: region.height >= 7 ? .large : .small, style: style, glyphs: state.glyphs.widgets)
            let size = digits.measure(digits.size)
            let x = region.maxX - size.columns - 2
            digits.draw(
                in: &buffer, region: Region(x: x, y: region.y + 1, width: size.columns, height: size.rows))
            let width = max(DisplayWidth.of(day), DisplayWidth.of(weekday))
            right = size.columns + width + 5
            let middle = region.y + (region.height - 1) / 2
            let lift = region.height >= 7 ? 1 : 0
            if region.width > right + 8 {
                buffer.put(day, x: x - width - 3, y: middle - lift, style: style.bold(), width: width)
                buffer.put(weekday, x: x - width - 3, y: middle + 1, style: style.bold(), width: width)
            }
        } else {
            let line = "\(day) \(weekday) \(clock) "
            buffer.drawTrailing(line, in: region, style: style.bold())
            right = DisplayWidth.of(line)
        }
        let room = region.width - right - 4
        let apart = name.map(String.init).joined(separator: " ")
        // Ideographs apart are read from further away.
        let isApart = region.height > 1 && DisplayWidth.of(name) > name.count && DisplayWidth.of(apart) <= room
        buffer.putTruncated(
            isApart ? apart : name, x: region.x + (region.height > 1 ? 2 : 1), y: region.y + region.height / 2,
            style: style.bold(), width: room)
    }

    // MARK: Urgent notice

    func ticker(in buffer: inout CellBuffer, region: Region) {
        guard let urgent = state.urgent else { return }
        let style = theme[.warning].over(ground).bold()
        buffer.fill(region, style: style)
        let line = Region(x: region.x, y: region.y + region.height / 2, width: region.width, height: 1)
        let label = WallLayout.tickerLabel(state.language)
        let room = state.layout.tickerRoom(line, state.language)
        buffer.put(label, x: line.x, y: line.y, style: style.reverse(), width: line.width)
        let ticker = WallTicker(text: urgent.text, width: room)
        buffer.put(
            ticker.visible(at: state.tickerOffset), x: line.x + DisplayWidth.of(label) + 1, y: line.y, style: style,
            width: room)
    }

    // MARK: Last line

    func status(in buffer: inout CellBuffer, region: Region) {
        let muted = theme[.muted].over(ground)
        var right: [StyledText] = []
        if state.isPaused { right.append(StyledText(" \(text(.paused)) ", theme[.notice].over(ground))) }
        // That nothing is read goes before what was read last.
        if let minutes = state.staleMinutes, let board = state.shownBoard {
            let words = text(.stale(minutes: minutes, at: board.readAt.clockText(state.offset)))
            right.append(StyledText(" \(words) ", theme[.warning].over(ground)))
        } else if state.isToldAway, let board = state.shownBoard {
            let words = text(.stopped(board.readAt.clockText(state.offset)))
            right.append(StyledText(" \(words) ", theme[.warning].over(ground)))
        } else if let entry = state.entryAhead {
            let words = text(
                .clockBehind(now: state.now.civilText(state.offset), entry: entry.civilText(state.offset)))
            right.append(StyledText(" \(words) ", theme[.warning].over(ground)))
        } else if let jump = state.jump {
            let words = text(
                .clockJump(from: jump.from.civilText(state.offset), to: jump.to.civilText(state.offset)))
            right.append(StyledText(" \(words) ", theme[.warning].over(ground)))
        } else if let board = state.shownBoard {
            right.append(StyledText(text(.fresh(board.readAt.clockText(state.offset))), muted))
        }
        let pieces = right.enumerated().flatMap {
            $0.offset > 0 ? [StyledText("  ", ground), $0.element] : [$0.element]
        }
        let width = min(pieces.reduce(0) { $0 + $1.width }, region.width)
        let x = region.maxX - width
        if let phone = state.shownBoard?.supervisionPhone {
            buffer.putTruncated(
                text(.supervision(phone)), x: region.x + 1, y: region.y, style: ground.bold(),
                width: region.width - width - 2)
        }
        buffer.put(pieces, x: x, y: region.y, base: ground, width: width, glyphs: state.glyphs.widgets)
    }

    // MARK: Instead of pages

    /// The record is away for longer than its numbers hold, or was not there yet.
    func away(in buffer: inout CellBuffer, region: Region) {
        guard state.away != nil || state.board != nil else { return }
        calm(text(.waiting), [text(.awayDetail)] + since, in: &buffer, region: region)
    }

    private var since: [String] {
        state.board.map { [text(.lastNumbers($0.readAt.civilText(state.offset)))] } ?? []
    }

    func nothing(in buffer: inout CellBuffer, region: Region) {
        calm(text(.welcome), [], in: &buffer, region: region)
    }

    private func calm(_ words: String, _ lines: [String], in buffer: inout CellBuffer, region: Region) {
        let style = theme[.title].over(ground)
        let isLarge = BigLetters(words, glyphs: state.glyphs.widgets).fits(
            columns: region.width, rows: region.height - lines.count * 2 - 2)
        let height = (isLarge ? BigLetters.rows : 1) + (lines.isEmpty ? 0 : 1 + lines.count * 2)
        var y = region.y + max(0, (region.height - height) / 2)
        y += BigLetters(words, style: style, alignment: .centre, glyphs: state.glyphs.widgets).draw(
            in: &buffer,
            region: Region(x: region.x, y: y, width: region.width, height: isLarge ? BigLetters.rows : 1))
        for line in lines {
            y += 1
            let width = min(DisplayWidth.of(line), region.width)
            buffer.putTruncated(
                line, x: region.x + (region.width - width) / 2, y: y, style: ground.bold(), width: width)
            y += 1
        }
    }

    // MARK: Help

    func help(in buffer: inout CellBuffer, region: Region) {
        let style = theme[.card].over(ground)
        var lines = WallKey.allCases.map { ($0.names, text(.key($0))) }
        // For whoever looks after it, and comes with a keyboard.
        if let away = state.away { lines.append(("", Message.storeProblem(away.why).text(state.language))) }
        let (left, right) = (
            lines.map { DisplayWidth.of($0.0) }.max() ?? 0, lines.map { DisplayWidth.of($0.1) }.max() ?? 0
        )
        let box = region.centred(width: left + right + 8, height: lines.count + 4)
        buffer.fill(box, style: style)
        let inside = Box(
            lines: state.glyphs.lines, style: theme[.focusedBorder].over(style),
            title: [StyledText(text(.keys), theme[.title].over(style))]
        ).draw(in: &buffer, region: box)
        for (row, line) in lines.enumerated() {
            buffer.put(
                line.0, x: inside.x + 2, y: inside.y + 1 + row, style: theme[.key].over(style), width: inside.width - 2)
            buffer.putTruncated(
                line.1, x: inside.x + 4 + left, y: inside.y + 1 + row, style: style, width: inside.width - left - 5)
        }
    }
}
