/// A window is never vacant: when the first is away the second stands in, and a window without either is an alarm
/// (平政办发〔2024〕14号 二(一)1(4)).
public struct WindowWatch: Hashable, Sendable {
    /// What is wrong with a window, the worst first.
    public enum Fault: Hashable, Sendable {
        /// Neither the first nor the second is on the roster.
        case nobody
        case noFirst, noSecond
        /// Both are on the roster, and neither is there now, nor is anybody who stands in for one of them.
        case unattended
    }

    public struct Alarm: Hashable, Sendable {
        public var window: String
        public var fault: Fault
    }

    /// What is wrong with the roster of the windows, whoever is there now.
    ///
    /// - Parameter windows: those of the centre; the ones that anybody was ever named for count too.
    public static func vacancies(windows: [String] = [], staff: [StaffMember]) -> [Alarm] {
        all(windows, staff).compactMap { window in
            let watches = Set(staff.filter { $0.isActive && $0.window == window }.map { $0.watch ?? .first })
            let fault: Fault? =
                switch (watches.contains(.first), watches.contains(.second)) {
                case (true, true): nil
                case (true, false): .noSecond
                case (false, true): .noFirst
                case (false, false): .nobody
                }
            return fault.map { Alarm(window: window, fault: $0) }
        }
    }

    /// The windows at which nobody is at `instant`, which has to lie inside duty.
    public static func unattended(windows: [String] = [], records: [StaffRecord], at instant: Instant) -> [Alarm] {
        let standIns = StandIns(records)
        var presence: [StaffID: Presence] = [:]
        for record in records where record.member.isActive { presence[record.member.id] = record.presence }
        return all(windows, records.map(\.member)).compactMap { window in
            let people = records.filter { $0.member.isActive && $0.member.window == window }.map(\.member.id)
            guard !people.isEmpty else { return Alarm(window: window, fault: .nobody) }
            let isAttended = people.contains { person in
                presence[person] == .onDuty || presence[standIns.responsible(for: person, at: instant)] == .onDuty
            }
            return isAttended ? nil : Alarm(window: window, fault: .unattended)
        }
    }

    private static func all(_ windows: [String], _ staff: [StaffMember]) -> [String] {
        Set(windows + staff.compactMap(\.window)).sorted()
    }
}
