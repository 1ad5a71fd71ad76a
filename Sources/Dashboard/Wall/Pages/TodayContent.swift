import Casework
import TerminalKit

/// What came in, was accepted and completed today, with the days before; how long it took and how much was in time.
struct TodayContent: WallContent {
    let scene: WallScene
    private var today: WallToday { scene.board.today }

    var isEmpty: Bool { today.days.isEmpty }

    func parts(in size: TerminalSize) -> Int { 1 }

    func draw(part: Int, in buffer: inout CellBuffer, region: Region) {
        let lower = today.averageMinutes == nil && today.onTime == nil ? 0 : max(5, region.height * 3 / 10)
        let rows = region.rows(lower > 0 ? [.share(1), .fixed(lower)] : [.share(1)], gap: 1)
        let counts: [(WallTerm, KeyPath<WallToday.Day, Int>, Theme.Role)] = [
            (.received, \.received, .near), (.accepted, \.accepted, .leave), (.completed, \.completed, .calm),
        ]
        // Cards beside each other are of one width, so that they are drawn alike.
        let width = Constraint.fixed(max(0, (rows[0].width - 4) / 3))
        for (place, count) in zip(rows[0].columns([width, width, width], gap: 2), counts) {
            drawCount(count.0, count.1, count.2, in: &buffer, region: place)
        }
        guard lower > 0 else { return }
        let both = today.averageMinutes != nil && today.onTime != nil
        var places = rows[1].columns(both ? [.share(1), .share(1)] : [.share(1)], gap: 2)[...]
        if let minutes = today.averageMinutes, let place = places.popFirst() {
            drawAverage(minutes, in: &buffer, region: place)
        }
        if let share = today.onTime, let place = places.popFirst() { drawOnTime(share, in: &buffer, region: place) }
    }

    /// A number of today above the columns of the last days.
    private func drawCount(
        _ term: WallTerm, _ value: KeyPath<WallToday.Day, Int>, _ role: Theme.Role, in buffer: inout CellBuffer,
        region: Region
    ) {
        let inside = scene.drawCard(role, in: &buffer, region: region)
        let style = scene.style(role, on: scene.card)
        let number = String(today.days.last?[keyPath: value] ?? 0)
        let label = scene.text(term)
        var rest = inside.inset(horizontal: inside.width > 30 ? 1 : 0, vertical: inside.height > 10 ? 1 : 0)
        let letters = BigLetters(label, style: scene.card, glyphs: scene.glyphs.widgets)
        let hasLetters =
            rest.height >= 28
            && [WallTerm.received, .accepted, .completed].allSatisfy {
                BigLetters(scene.text($0), glyphs: scene.glyphs.widgets)
                    .fits(columns: rest.width, rows: BigLetters.rows)
            }
        let title: Region
        (title, rest) = rest.splitHorizontally(at: hasLetters ? BigLetters.rows : 1)
        letters.draw(in: &buffer, region: title)
        if rest.height > 9 { rest = rest.splitHorizontally(at: 1).bottom }

        // The columns take what the number leaves.
        let numbers = [\WallToday.Day.received, \.accepted, \.completed].map {
            String(today.days.last?[keyPath: $0] ?? 0)
        }
        let size = fitting(numbers, columns: rest.width, rows: rest.height - 3)
        let digits = BigDigits(number, size: size, style: style, glyphs: scene.glyphs.widgets)
        let (place, below) = rest.splitHorizontally(at: min(digits.measure(size).rows, rest.height))
        digits.draw(in: &buffer, region: place)
        guard below.height >= 3, today.days.count > 1 else { return }
        let (chart, caption) = below.splitHorizontally(at: -1)
        let sum = today.days.reduce(0) { $0 + $1[keyPath: value] }
        buffer.putTruncated(
            scene.text(.lastDays(today.days.count, sum)), x: caption.x, y: caption.y,
            style: scene.style(.muted, on: scene.card), width: caption.width, glyphs: scene.glyphs)
        drawColumns(
            today.days.map { $0[keyPath: value] }, style, in: &buffer,
            region: chart.height > 1 ? chart.splitHorizontally(at: 1).bottom : chart)
    }

    /// One column of the chart for each day, as wide as there is room.
    private func drawColumns(_ values: [Int], _ style: Style, in buffer: inout CellBuffer, region: Region) {
        let wide = max(1, min(8, region.width / values.count))
        let blank = wide > 1 ? 1 : 0
        let cells = values.flatMap { value in
            Array(repeating: Int?.some(value), count: wide - blank) + Array(repeating: Int?.none, count: blank)
        }
        let chart = Region(
            x: region.x, y: region.y, width: min(region.width, cells.count), height: min(region.height, 10))
        Sparkline(cells, style: style, glyphs: scene.glyphs.widgets).draw(
            in: &buffer,
            region: Region(x: chart.x, y: region.maxY - chart.height, width: chart.width, height: chart.height))
    }

    private func drawAverage(_ minutes: Int, in buffer: inout CellBuffer, region: Region) {
        let inside = scene.drawCard(.flag, in: &buffer, region: region)
        let (number, unit) = scene.duration(minutes)
        drawFigure(
            scene.text(.average), number, unit, scene.style(.flag, on: scene.card), in: &buffer, region: inside)
    }

    private func drawOnTime(_ share: WallToday.Share, in buffer: inout CellBuffer, region: Region) {
        let role: Theme.Role = share.part == share.whole ? .calm : .near
        let inside = scene.drawCard(role, in: &buffer, region: region)
        let style = scene.style(role, on: scene.card)
        // Rounded down: 100 % is only what was all in time.
        let hundredths = share.whole > 0 ? share.part * 100 / share.whole : 0
        let used = drawFigure(
            scene.text(.onTime), "\(hundredths)%", "\(share.part)/\(share.whole)", style, in: &buffer, region: inside)
        let gauge = Region(
            x: inside.x + used + 3, y: inside.y + inside.height / 2, width: inside.width - used - 5, height: 1)
        guard gauge.width >= 10 else { return }
        Gauge(
            part: share.part, whole: share.whole, style: style, trackStyle: scene.style(.border, on: scene.card),
            glyphs: scene.glyphs.widgets
        ).draw(in: &buffer, region: gauge)
    }

    /// A label, a large number, a unit; returns the columns used.
    @discardableResult
    private func drawFigure(
        _ label: String, _ number: String, _ unit: String, _ style: Style, in buffer: inout CellBuffer, region: Region
    ) -> Int {
        let muted = scene.style(.muted, on: scene.card)
        let size = fitting([number, "100%"], columns: region.width * 3 / 5, rows: region.height - 1)
        let measured = BigDigits(number).measure(size)
        let height = measured.rows + 1
        let top = region.y + max(0, (region.height - height) / 2)
        let used = max(DisplayWidth.of(label), measured.columns)
        buffer.putTruncated(
            label, x: region.x, y: top, style: scene.card.bold(), width: region.width, glyphs: scene.glyphs)
        BigDigits(number, size: size, style: style, glyphs: scene.glyphs.widgets).draw(
            in: &buffer,
            region: Region(x: region.x, y: top + 1, width: min(measured.columns, region.width), height: measured.rows))
        buffer.putTruncated(
            unit, x: region.x + measured.columns + 2, y: top + measured.rows, style: muted.bold(),
            width: region.width - measured.columns - 2, glyphs: scene.glyphs)
        return max(used, measured.columns + 2 + DisplayWidth.of(unit))
    }

    /// The largest size in which each of the numbers that stand beside each other fits.
    private func fitting(_ numbers: [String], columns: Int, rows: Int) -> BigDigits.Size {
        let fitting = [BigDigits.Size.huge, .large].first { size in
            numbers.allSatisfy {
                let needed = BigDigits($0, glyphs: scene.glyphs.widgets).measure(size)
                return needed.columns <= columns && needed.rows <= rows
            }
        }
        return fitting ?? .small
    }
}

extension WallScene {
    /// A length of time as one number and its unit: `2.5` and `天`.
    func duration(_ minutes: Int) -> (String, String) {
        let hour = 60
        let day = 24 * hour
        func tenths(_ unit: Int) -> String {
            let value = (minutes * 10 + unit / 2) / unit
            return value % 10 == 0 || value >= 1_000 ? "\(value / 10)" : "\(value / 10).\(value % 10)"
        }
        if minutes >= day { return (tenths(day), text(.days)) }
        if minutes >= hour { return (tenths(hour), text(.hours)) }
        return ("\(minutes)", text(.minutes))
    }
}

extension CellBuffer {
    @discardableResult
    mutating func putTruncated(
        _ text: String, x: Int, y: Int, style: Style, width: Int, glyphs: Glyphs
    ) -> Int {
        guard width > 0 else { return 0 }
        return put([StyledText(text, style)], x: x, y: y, base: style, width: width, glyphs: glyphs.widgets)
    }
}
