/// Who was at the post on how many days of duty (建政发〔2022〕33号 二(三)1、二(四)3).
public struct AttendanceSheet: Sendable {
    public struct Line: Hashable, Sendable {
        public var member: StaffMember
        /// Days of duty on which the person served.
        public var dutyDays: Int
        /// Those of them on which the person checked in.
        public var present: [CivilDate]
        /// Those of them that were begun with leave.
        public var leave: [CivilDate]

        public init(member: StaffMember, dutyDays: Int, present: [CivilDate], leave: [CivilDate]) {
            self.member = member
            self.dutyDays = dutyDays
            self.present = present
            self.leave = leave
        }
    }

    public var lines: [Line]

    public init(_ lines: [Line]) {
        self.lines = lines
    }

    public func sheet(_ period: ReportPeriod, centre: Centre, village: String?, standing: Sheet.Standing) -> Sheet {
        let rows = lines.filter { village == nil || $0.member.village == village }
            .sorted { ($0.member.village ?? "", $0.member.number) < ($1.member.village ?? "", $1.member.number) }
            .map { line in
                func days(_ days: [CivilDate]) -> SheetCell {
                    SheetCell(.count(days.count), parts: days.map { SheetPart([.date($0)], .count(1)) })
                }
                return Sheet.Row(
                    key: line.member.number,
                    cells: [
                        SheetCell(line.member.village.map { .text($0) } ?? .none), SheetCell(.text(line.member.number)),
                        SheetCell(.text(line.member.name)), SheetCell(.count(line.dutyDays)), days(line.present),
                        days(line.leave),
                        SheetCell(.count(max(0, line.dutyDays - line.present.count - line.leave.count))),
                    ])
            }
        return Sheet(
            kind: .attendance, period: period, centre: centre.name, village: village, standing: standing,
            columns: [.village, .number, .name, .dutyDays, .present, .leave, .missing], rows: rows,
            signatures: [.init(.madeBy), .init(.reviewedBy)])
    }
}
