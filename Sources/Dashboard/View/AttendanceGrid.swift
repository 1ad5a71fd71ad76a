import Casework
import TerminalKit

/// Where the columns of a month of attendance are: as many signs a day as any day has sessions, a blank between two days,
/// and sums where there is room for all days. Where there is not, some days are shown, and the arrows move along them.
struct AttendanceGrid {
    /// The columns of the names.
    let name: Int
    let showsVillage: Bool
    let perDay: Int
    let hasSums: Bool
    /// The days that are shown.
    let days: ClosedRange<Int>
    /// Whether others are not.
    let scrolls: Bool

    private static let leastName = 9
    private static let sumsWidth = 24

    /// - Parameter width: of the inside of the frame.
    init(_ width: Int, _ attendance: AttendanceScreen) {
        let months = attendance.months ?? []
        let length = attendance.month.length
        perDay = max(2, months.flatMap(\.days).map(\.sessions.count).max() ?? 2)
        let all = length * (perDay + 1) + 1
        let visible = min(length, max(1, (width - Self.leastName - 1) / (perDay + 1)))
        scrolls = visible < length
        hasSums = !scrolls && Self.leastName + all + Self.sumsWidth <= width
        let room = width - all - (hasSums ? Self.sumsWidth : 0)
        let wanted = (months.map { DisplayWidth.of(Self.name(of: $0.member, withVillage: true)) }.max() ?? 0) + 2
        showsVillage = !scrolls && wanted <= room
        name = showsVillage ? max(Self.leastName, wanted) : Self.leastName
        let left = min(max(attendance.left, 0), length - visible)
        days = (left + 1)...(left + visible)
    }

    func x(of day: Int) -> Int { name + (day - days.lowerBound) * (perDay + 1) }

    var sumsAt: Int { x(of: days.upperBound + 1) + 1 }

    static func name(of member: StaffMember, withVillage: Bool) -> String {
        withVillage ? member.name + (member.village.map { " \($0)" } ?? "") : member.name
    }
}
