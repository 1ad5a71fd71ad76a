import Casework
import TerminalKit

/// Whether the hall is open now, its hours this week, and the next days that are not as usual.
struct HoursContent: WallContent {
    let scene: WallScene
    private var hours: WallHours { scene.board.hours }

    var isEmpty: Bool { hours.week.isEmpty }

    func parts(in size: TerminalSize) -> Int { 1 }

    private enum Standing {
        case open(until: Int)
        case soon(from: Int)
        case over, dayOff

        var term: WallTerm {
            switch self {
            case .open: .openNow
            case .soon: .openSoon
            case .over: .closed
            case .dayOff: .closedToday
            }
        }

        var role: Theme.Role {
            switch self {
            case .open: .onDuty
            case .soon: .near
            case .over, .dayOff: .away
            }
        }
    }

    private var standing: Standing {
        guard let sessions = scene.today?.sessions, !sessions.isEmpty else { return .dayOff }
        let minute = scene.minuteOfDay
        if let session = sessions.first(where: { ($0.from..<$0.to).contains(minute) }) {
            return .open(until: session.to)
        }
        return sessions.first(where: { minute < $0.from }).map { .soon(from: $0.from) } ?? .over
    }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        // A low picture that is wide has its large letters at the left of the days.
        let letters = BigLetters(scene.text(standing.term), glyphs: scene.glyphs.widgets)
        if (12..<20).contains(region.height), letters.fits(columns: region.width - 48, rows: BigLetters.rows) {
            let columns = region.columns([.share(1), .fixed(40)], gap: 2)
            let below = drawStanding(in: &buffer, region: columns[0], isLarge: true)
            drawDays(hours.week, title: scene.text(.week), marksToday: true, in: &buffer, region: columns[1])
            if !hours.next.isEmpty, below.height > 2 {
                drawDays(hours.next, title: scene.text(.nextDays), marksToday: false, in: &buffer, region: below)
            }
            return
        }
        var rest = drawStanding(in: &buffer, region: region, isLarge: region.height >= 20)
        let hasNext = !hours.next.isEmpty
        if rest.height > 16 { rest = rest.splitHorizontally(at: 1).bottom }
        let columns = rest.columns(hasNext ? [.share(3), .share(2)] : [.share(1)], gap: 4)
        drawDays(hours.week, title: scene.text(.week), marksToday: true, in: &buffer, region: columns[0])
        if hasNext {
            drawDays(hours.next, title: scene.text(.nextDays), marksToday: false, in: &buffer, region: columns[1])
        }
    }

    /// Whether it is open now; returns what is left below.
    private func drawStanding(in buffer: inout CellBuffer, region: Region, isLarge wanted: Bool) -> Region {
        let style = scene.style(standing.role, on: scene.card)
        let words = scene.text(standing.term)
        let letters = BigLetters(words, style: style, glyphs: scene.glyphs.widgets)
        let isLarge = wanted && letters.fits(columns: region.width - 6, rows: BigLetters.rows)
        let (place, rest) = region.splitHorizontally(at: isLarge ? BigLetters.rows + 2 : 3)
        let inside = scene.drawCard(standing.role, in: &buffer, region: place)
        var next = ""
        switch standing {
        case .open(let until): next = scene.text(.until(scene.clock(minute: until)))
        case .soon(let from): next = scene.text(.from(scene.clock(minute: from)))
        case .over, .dayOff:
            if let day = hours.week.dropFirst().first(where: { !$0.sessions.isEmpty }), let first = day.sessions.first {
                next = scene.text(.opensOn(dayText(day.date), scene.clock(minute: first.from)))
            }
        }
        letters.draw(
            in: &buffer,
            region: Region(
                x: inside.x + 1, y: inside.y + 1, width: inside.width - 1, height: isLarge ? BigLetters.rows : 1))
        let width = DisplayWidth.of(next)
        let used = isLarge ? letters.measure()?.columns ?? 0 : DisplayWidth.of(words) * 2
        if inside.width - used - 4 >= width || isLarge && inside.width > width {
            buffer.put(
                next, x: inside.maxX - width - 1, y: inside.y + (isLarge ? inside.height - 1 : inside.height / 2),
                style: scene.card.bold(),
                width: width)
        }
        return rest.splitHorizontally(at: 1).bottom
    }

    private func drawDays(
        _ days: [WallHours.Day], title: String, marksToday: Bool, in buffer: inout CellBuffer, region: Region
    ) {
        let pitch = region.height >= days.count * 3 + 2 ? 3 : region.height >= days.count * 2 + 2 ? 2 : 1
        buffer.putTruncated(
            title, x: region.x + 1, y: region.y, style: scene.style(.heading, on: scene.ground).bold(),
            width: region.width - 1, glyphs: scene.glyphs)
        let today = scene.board.offset.civil(scene.now).date
        let top = region.y + (pitch > 1 ? 2 : 1)
        let dates = days.reduce(0) { max($0, DisplayWidth.of(dayText($1.date))) }
        for (row, day) in days.enumerated() where top + row * pitch < region.maxY {
            let y = top + row * pitch
            let isToday = marksToday && day.date == today
            let line = Region(x: region.x, y: y, width: region.width, height: 1)
            let base = isToday ? scene.style(.selection, on: scene.ground) : scene.ground
            if isToday { buffer.fill(line, style: base) }
            let style = day.sessions.isEmpty ? (isToday ? base : scene.style(.leave, on: base)) : base
            buffer.put(
                "\(isToday ? scene.glyphs.selected : " ") \(dayText(day.date))", x: line.x, y: y, style: style.bold(),
                width: line.width)
            var words = day.sessions.isEmpty ? scene.text(.dayOff) : scene.hours(day.sessions)
            if let name = day.name { words += "  \(name)" }
            buffer.putTruncated(
                words, x: line.x + dates + 5, y: y, style: style.bold(), width: line.width - dates - 6,
                glyphs: scene.glyphs)
        }
    }

    /// `11-20 周五`.
    private func dayText(_ date: CivilDate) -> String {
        "\(String(date.description.dropFirst(5))) \(scene.text(Message.weekday(date.weekday)))"
    }
}
