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

    /// The windows at which somebody has to be at `instant` and nobody is, neither of their own nor standing in.
    ///
    /// - Parameter book: with the facts of that day about everybody who has duty, and since when attendance is kept.
    public static func unattended(_ book: AttendanceBook, at instant: Instant) -> [Alarm] {
        // Nobody is missed before attendance was kept.
        guard book.facts.keptSince <= book.plan.offset.civil(instant).date else { return [] }
        let people = book.facts.people.filter { $0.member.isActive }
        return all([], people.map(\.member)).compactMap { window in
            let own = people.filter { $0.member.window == window }
            guard own.contains(where: { book.session(of: $0, at: instant) != nil }) else { return nil }
            let isAttended = own.contains { person in
                [person.member.id, book.responsible(for: person.member.id, at: instant)].contains { id in
                    book.facts.person(id).map { book.presence(of: $0, at: instant).isPresent } ?? false
                }
            }
            return isAttended ? nil : Alarm(window: window, fault: .unattended)
        }
    }

    private static func all(_ windows: [String], _ staff: [StaffMember]) -> [String] {
        Set(windows + staff.compactMap(\.window)).sorted()
    }
}
