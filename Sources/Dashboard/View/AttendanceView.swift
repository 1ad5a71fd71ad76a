import Casework
import TerminalKit

/// A month of attendance: a row for each person, for each day a sign for each session, the sums of the selected one below.
/// Days that a narrow screen has no room for are reached by the arrows.
struct AttendanceView {
    let context: ViewContext
    let attendance: AttendanceScreen

    func draw(in buffer: inout CellBuffer, region: Region) {
        let edge = context.style(.focusedBorder, on: context.ground)
        let title = text(.title(attendance.month, village: nil))
        let inner = Box(lines: context.glyphs.lines, style: edge, title: [StyledText(title, edge.bold())])
            .draw(in: &buffer, region: region)
        let muted = context.style(.muted, on: context.ground)
        guard let months = attendance.months else {
            buffer.put(context.text(.loading), x: inner.x + 2, y: inner.y + 1, style: muted)
            return
        }
        guard !months.isEmpty else {
            buffer.put(text(.nobody), x: inner.x + 2, y: inner.y + 1, style: muted)
            return
        }
        let grid = AttendanceGrid(inner.width, attendance)
        heading(grid, in: &buffer, inner)
        let shown = months.dropFirst(attendance.top).prefix(Self.rows(in: region))
        for (line, month) in shown.enumerated() {
            row(month, grid, in: &buffer, Region(x: inner.x, y: inner.y + 2 + line, width: inner.width, height: 1))
        }
        ScrollWindow.drawMark(
            in: &buffer, track: Region(x: region.maxX - 1, y: inner.y + 2, width: 1, height: Self.rows(in: region)),
            top: attendance.top, visible: Self.rows(in: region), count: months.count, style: edge,
            glyphs: context.glyphs.widgets)
        footer(grid, in: &buffer, inner)
    }

    /// How many people fit: two lines of heading, two of sums, two of legend, the border.
    static func rows(in region: Region) -> Int { max(1, region.height - 8) }

    private func text(_ term: MonthTerm) -> String { context.text(.attendance(.month(term))) }

    private static let summed: [SessionState] = [.late, .leftEarly, .absent, .onLeave]

    private func heading(_ grid: AttendanceGrid, in buffer: inout CellBuffer, _ inner: Region) {
        let style = context.style(.heading, on: context.ground)
        let muted = context.style(.muted, on: context.ground)
        buffer.putTruncated(text(.person), x: inner.x + 1, y: inner.y, style: style, width: grid.name - 1)
        for number in grid.days {
            let day = attendance.month.firstDay.advanced(days: number - 1)
            let x = inner.x + grid.x(of: number)
            buffer.put(number < 10 ? " \(number)" : "\(number)", x: x, y: inner.y, style: style)
            let weekday = day.isWeekend ? (context.state.language == .chinese ? "休" : "we") : ""
            buffer.put(weekday, x: x, y: inner.y + 1, style: muted, width: grid.perDay)
        }
        guard grid.hasSums else { return }
        var x = inner.x + grid.sumsAt
        for state in Self.summed {
            buffer.put(sign(state), x: x + 3, y: inner.y, style: style)
            x += 5
        }
    }

    private func row(
        _ month: AttendanceMonth, _ grid: AttendanceGrid, in buffer: inout CellBuffer, _ line: Region
    ) {
        let isSelected = month.member.id == attendance.selectedMonth?.member.id
        let base = isSelected ? context.style(.selection, on: context.ground) : context.ground
        if isSelected { buffer.fill(line, style: base) }
        buffer.put(isSelected ? context.glyphs.selected : " ", x: line.x, y: line.y, style: base)
        buffer.putTruncated(
            AttendanceGrid.name(of: month.member, withVillage: grid.showsVillage), x: line.x + 1, y: line.y,
            style: base, width: grid.name - 2)
        for day in month.days {
            let number = day.duty.day.components.day
            guard grid.days.contains(number) else { continue }
            for outcome in day.sessions where outcome.session.number <= grid.perDay {
                let x = line.x + grid.x(of: number) + outcome.session.number - 1
                guard x < line.maxX else { continue }
                let style = isSelected ? base : context.style(Self.role(outcome.state), on: base)
                buffer.put(sign(outcome.state), x: x, y: line.y, style: style, width: 1)
            }
        }
        guard grid.hasSums else { return }
        var x = line.x + grid.sumsAt
        for state in Self.summed {
            let number = "\(month.count(state))"
            buffer.put(number, x: x + 4 - number.count, y: line.y, style: base)
            x += 5
        }
    }

    private func footer(_ grid: AttendanceGrid, in buffer: inout CellBuffer, _ inner: Region) {
        let muted = context.style(.muted, on: context.ground)
        let bottom = inner.maxY
        if let month = attendance.selectedMonth {
            let states = SessionState.allCases.filter { $0 != .toCome && month.count($0) > 0 }.map {
                "\(context.text(.attendance(.state($0)))) \(month.count($0))"
            }
            let first =
                "\(text(.explanation(month.member.name))) \(text(.due)) \(month.due)  "
                + states.joined(separator: "  ")
            let second = [
                "\(text(.forgotten)) \(month.forgotten)", "\(text(.minutesLate)) \(month.minutesLate)",
                "\(text(.acceptedOutside)) \(month.acceptedOutside)",
            ]
            .joined(separator: "  ")
            for (line, words) in [first, "  " + second].enumerated() {
                buffer.putTruncated(
                    words, x: inner.x + 1, y: bottom - 4 + line, style: context.ground, width: inner.width - 2)
            }
        }
        for (line, words) in [text(.legend), text(.hint(scrolls: grid.scrolls))].enumerated() {
            buffer.putTruncated(words, x: inner.x + 1, y: bottom - 2 + line, style: muted, width: inner.width - 2)
        }
    }

    private func sign(_ state: SessionState) -> String { context.text(.attendance(.stateSign(state))) }

    /// Colour goes with the sign, never instead of it.
    static func role(_ state: SessionState) -> Theme.Role {
        switch state {
        case .onTime: .onDuty
        case .late, .leftEarly: .near
        case .absent: .overdue
        case .onLeave, .stoodInFor: .leave
        case .excused, .toCome: .muted
        }
    }

    /// Every session of a person that has come, with the steps that lead to its state.
    static func explanation(_ month: AttendanceMonth, _ context: ViewContext, _ base: Style) -> [[StyledText]] {
        let offset = context.state.centre.offset
        var lines: [[StyledText]] = []
        for outcome in month.outcomes where outcome.state != .toCome || outcome.cameAt != nil {
            let session = context.text(.attendance(.session(outcome.session, offset)))
            let state = context.text(.attendance(.state(outcome.state)))
            let sources = Set(outcome.grounds.map(\.source)).map(\.article).sorted().joined(separator: "；")
            lines.append([
                StyledText("\(outcome.session.day) \(session)  ", context.style(.heading, on: base)),
                StyledText(state, context.style(role(outcome.state), on: base)),
                StyledText("  \(sources)", context.style(.muted, on: base)),
            ])
            for ground in outcome.grounds {
                lines.append([StyledText("    " + context.text(.attendance(.ground(ground, offset))), base)])
            }
        }
        return lines
    }
}
