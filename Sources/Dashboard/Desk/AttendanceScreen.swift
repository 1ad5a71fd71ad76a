import Casework
import TerminalKit

/// The month of attendance: people by days.
public struct AttendanceScreen: Hashable, Sendable {
    public var month: CivilMonth
    /// By number; `nil` until the store has answered.
    public var months: [AttendanceMonth]?
    public var selected: StaffID?
    public var top = 0
    /// So many days of the month lie left of what is shown, where a narrow screen has no room for all; more than there can
    /// be means the end of the month.
    public var left = 0

    public var index: Int { months?.firstIndex { $0.member.id == selected } ?? 0 }

    public var selectedMonth: AttendanceMonth? { months?.first { $0.member.id == selected } ?? months?.first }

    mutating func take(_ fresh: [AttendanceMonth]) {
        months = fresh
        if !fresh.contains(where: { $0.member.id == selected }) { selected = fresh.first?.member.id }
    }

    mutating func move(by distance: Int) {
        guard let months, !months.isEmpty else { return }
        selected = months[min(max(index + distance, 0), months.count - 1)].member.id
    }
}

extension DeskState {
    /// Opens the month of now with the agent who is selected, at the days up to today.
    mutating func openAttendance(_ effects: inout [DeskEffect]) {
        let today = centre.offset.civil(now).date
        let month = CivilMonth(of: today)
        var attendance = AttendanceScreen(month: month, selected: agentsPane.selected)
        attendance.left = today.components.day - grid(attendance).days.count
        screen = .attendance(attendance)
        effects.append(.loadAttendance(month))
    }

    /// Goes on along the days: where there is no room for all of them, to the next ones first, and then to another month;
    /// not to one that is wholly to come.
    mutating func turnMonth(by distance: Int, _ effects: inout [DeskEffect]) {
        guard case .attendance(var attendance) = screen else { return }
        let shown = grid(attendance).days
        if distance > 0 ? shown.upperBound < attendance.month.length : shown.lowerBound > 1 {
            attendance.left = shown.lowerBound - 1 + distance * shown.count
            screen = .attendance(attendance)
            return
        }
        let latest = CivilMonth(of: centre.offset.civil(now).date).advanced(by: 1)
        let month = attendance.month.advanced(by: distance)
        guard month <= latest else { return }
        attendance.month = month
        attendance.months = nil
        attendance.left = distance > 0 ? 0 : month.length
        screen = .attendance(attendance)
        effects.append(.loadAttendance(month))
    }

    private func grid(_ attendance: AttendanceScreen) -> AttendanceGrid {
        AttendanceGrid(layout.body.width - 2, attendance)
    }

    /// What today's sessions are for a person, as far as the record and the rules are known.
    public func today(of person: StaffID) -> [SessionOutcome] {
        guard let plan, let facts = snapshot?.duty, let one = facts.person(person) else { return [] }
        let book = AttendanceBook(plan: plan, facts: facts)
        return book.outcomes(of: one, on: centre.offset.civil(now).date, now: now)
    }
}
