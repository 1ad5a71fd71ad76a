/// Whether whoever an inspection did not meet is missing by that (建政发〔2022〕33号 二(四)4): only who had duty at that moment, and
/// in that village.
public struct AbsenceCheck: Sendable {
    /// With the facts of those days about who was looked for, and about whom they stood in for.
    public var book: AttendanceBook
    public var service: VillageService
    /// Those of the centre. At another place, such as a window or a point, anybody with duty can be looked for.
    public var villages: Set<String>

    public init(book: AttendanceBook, service: VillageService, villages: Set<String>) {
        self.book = book
        self.service = service
        self.villages = villages
    }

    /// - Returns: why it is no absence; `nil` when it is one, and when nobody was missed.
    public func noDuty(_ inspection: Inspection) -> NoDuty? {
        guard let agent = inspection.missed, let person = book.facts.person(agent) else { return nil }
        if let why = book.noDuty(of: person, at: inspection.at) { return why }
        guard villages.contains(inspection.place) else { return nil }
        let village = village(of: person, at: inspection.at)
        guard village != inspection.place, !standsIn(agent, in: inspection.place, at: inspection.at) else { return nil }
        return .elsewhere(village)
    }

    /// The session in which the agent was missing; `nil` when that is no absence.
    public func session(of inspection: Inspection) -> DutySessionID? {
        guard let agent = inspection.missed, let person = book.facts.person(agent), noDuty(inspection) == nil else {
            return nil
        }
        return book.session(of: person, at: inspection.at)?.id
    }

    private func village(of person: PersonalDuty, at moment: Instant) -> String? {
        (service.member(person.member.id, on: book.plan.offset.civil(moment).date) ?? person.member).village
    }

    private func standsIn(_ agent: StaffID, in place: String, at moment: Instant) -> Bool {
        book.facts.people.contains { other in
            village(of: other, at: moment) == place
                && other.standIns.contains { $0.value.by == agent && $0.value.covers(moment) }
        }
    }
}
