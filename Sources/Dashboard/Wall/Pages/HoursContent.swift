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
            drawDays(hours.week, title: scene.text(.week), marksToday: true, in: &buffer, region: columns[1])
            guard !hours.next.isEmpty else {
                drawStanding(in: &buffer, region: columns[0], isLarge: true)
                return
            }
            let (upper, lower) = columns[0].splitHorizontally(at: BigLetters.rows + 2)
            drawStanding(in: &buffer, region: upper, isLarge: true)
            let below = lower.splitHorizontally(at: 1).bottom
            if below.height > 1 {
                drawDays(hours.next, title: scene.text(.nextDays), marksToday: false, in: &buffer, region: below)
            }
            return
        }
        let isLarge = region.height >= 20 && letters.fits(columns: region.width - 6, rows: BigLetters.rows)
        let (upper, lower) = region.splitHorizontally(at: isLarge ? BigLetters.rows + 2 : 3)
        drawStanding(in: &buffer, region: upper, isLarge: isLarge)
        let rest = lower.splitHorizontally(at: 1).bottom
        let hasNext = !hours.next.isEmpty
        let columns = rest.columns(hasNext ? [.share(3), .share(2)] : [.share(1)], gap: 4)
        drawDays(hours.week, title: scene.text(.week), marksToday: true, in: &buffer, region: columns[0])
        if hasNext {
            drawDays(hours.next, title: scene.text(.nextDays), marksToday: false, in: &buffer, region: columns[1])
        }
    }

    // MARK: Now

    /// Whether it is open now, and until or from when.
    private func drawStanding(in buffer: inout CellBuffer, region: Region, isLarge: Bool) {
        let style = scene.style(standing.role, on: scene.card)
        let words = scene.text(standing.term)
        let letters = BigLetters(words, style: style, glyphs: scene.glyphs.widgets)
        let inside = scene.drawCard(standing.role, in: &buffer, region: region)
        let wordsHeight = isLarge ? BigLetters.rows : 1
        let used = isLarge ? letters.measure()?.columns ?? 0 : DisplayWidth.of(words) * 2
        // The clock in large digits: beside the letters, or below them.
        let next = next
        let clock = next.map { BigDigits($0.clock, size: .large, style: style, glyphs: scene.glyphs.widgets) }
        let measured = clock?.measure(.large) ?? TerminalSize(columns: 0, rows: 0)
        let labelWidth = next.map { DisplayWidth.of($0.label) } ?? 0
        let free = inside.width - used - 6
        let isBeside = isLarge && clock != nil && free >= max(labelWidth, measured.columns)
        let isBelow =
            isLarge && clock != nil && !isBeside && inside.height >= wordsHeight + measured.rows + 1
            && labelWidth + measured.columns + 4 <= inside.width
        let height = wordsHeight + (isBelow ? measured.rows + 1 : 0)
        let top = inside.y + max(0, (inside.height - height) / 2)
        letters.draw(
            in: &buffer, region: Region(x: inside.x + 1, y: top, width: inside.width - 1, height: wordsHeight))
        guard let next, let clock else { return }
        if isBeside || isBelow {
            let x = isBeside ? inside.maxX - max(labelWidth, measured.columns) - 2 : inside.x + labelWidth + 4
            let y = isBeside ? top + wordsHeight - measured.rows : top + wordsHeight + 1
            clock.draw(in: &buffer, region: Region(x: x, y: y, width: measured.columns, height: measured.rows))
            buffer.put(
                next.label, x: isBeside ? x : inside.x + 1, y: isBeside ? max(inside.y, y - 2) : y + measured.rows / 2,
                style: scene.card.bold(), width: labelWidth)
            return
        }
        let width = DisplayWidth.of(next.words)
        guard inside.width - used - 4 >= width || isLarge && inside.width > width else { return }
        buffer.put(
            next.words, x: inside.maxX - width - 1, y: isLarge ? inside.maxY - 1 : inside.y + inside.height / 2,
            style: scene.card.bold(), width: width)
    }

    /// When that changes: in one line, and as a label with a clock.
    private var next: (words: String, label: String, clock: String)? {
        func clock(_ minute: Int) -> String { scene.clock(minute: minute) }
        switch standing {
        case .open(let until): return (scene.text(.until(clock(until))), scene.text(.untilLabel), clock(until))
        case .soon(let from): return (scene.text(.from(clock(from))), scene.text(.fromLabel), clock(from))
        case .over, .dayOff:
            guard let day = hours.week.dropFirst().first(where: { !$0.sessions.isEmpty }),
                let first = day.sessions.first
            else { return nil }
            let date = dayText(day.date)
            return (
                scene.text(.opensOn(date, clock(first.from))), scene.text(.opensLabel(date)), clock(first.from)
            )
        }
    }

    // MARK: Days

    private func drawDays(
        _ days: [WallHours.Day], title: String, marksToday: Bool, in buffer: inout CellBuffer, region: Region
    ) {
        buffer.putTruncated(
            title, x: region.x + 1, y: region.y, style: scene.style(.heading, on: scene.ground).bold(),
            width: region.width - 1, glyphs: scene.glyphs)
        guard !days.isEmpty else { return }
        let dates = days.reduce(0) { max($0, DisplayWidth.of(dayText($1.date))) }
        let names = days.reduce(0) { max($0, DisplayWidth.of($1.name ?? "") + ($1.name == nil ? 0 : 3)) }
        // Large digits where every day has room for them.
        let size = [BigDigits.Size.large, .small].first { size in
            days.allSatisfy { day in
                let needed = digits(day, size, .plain).measure(size)
                return region.height >= days.count * (needed.rows + 1) + 1
                    && dates + 6 + needed.columns + names <= region.width
            }
        }
        let high = size.map { digits(days[0], $0, .plain).measure($0).rows } ?? 1
        let pitch =
            size != nil
            ? high + 1
            : region.height >= days.count * 3 + 2 ? 3 : region.height >= days.count * 2 + 2 ? 2 : 1
        let top = region.y + (region.height >= days.count * pitch + 2 && pitch > 1 ? 2 : 1)
        let today = scene.board.offset.civil(scene.now).date
        for (row, day) in days.enumerated() where top + row * pitch < region.maxY {
            let isToday = marksToday && day.date == today
            let line = Region(x: region.x, y: top + row * pitch, width: region.width, height: high)
            let base = isToday ? scene.style(.selection, on: scene.ground) : scene.ground
            if isToday { buffer.fill(line, style: base) }
            let style = (day.sessions.isEmpty ? (isToday ? base : scene.style(.leave, on: base)) : base).bold()
            let y = line.y + line.height / 2
            buffer.put(
                "\(isToday ? scene.glyphs.selected : " ") \(dayText(day.date))", x: line.x, y: y, style: style,
                width: line.width)
            var x = line.x + dates + 5
            if let size, !day.sessions.isEmpty {
                let digits = digits(day, size, style)
                let width = digits.measure(size).columns
                digits.draw(in: &buffer, region: Region(x: x, y: line.y, width: width, height: high))
                x += width + 3
            }
            var words: [String] = []
            if day.sessions.isEmpty { words.append(scene.text(.dayOff)) }
            if !day.sessions.isEmpty, size == nil { words.append(scene.hours(day.sessions)) }
            if let name = day.name { words.append(name) }
            buffer.putTruncated(
                words.joined(separator: "  "), x: x, y: y, style: style, width: line.maxX - x - 1, glyphs: scene.glyphs)
        }
    }

    /// The sessions of a day in large digits.
    private func digits(_ day: WallHours.Day, _ size: BigDigits.Size, _ style: Style) -> BigDigits {
        let sessions = day.sessions.map { "\(scene.clock(minute: $0.from))-\(scene.clock(minute: $0.to))" }
        return BigDigits(
            sessions.joined(separator: "  "), size: size, style: style, glyphs: scene.glyphs.widgets)
    }

    /// `11-20 周五`.
    private func dayText(_ date: CivilDate) -> String {
        "\(String(date.description.dropFirst(5))) \(scene.text(Message.weekday(date.weekday)))"
    }
}
