/// Whether whoever an inspection did not meet is missing by that (建政发〔2022〕33号 二(四)4): only who had duty at that moment, at
/// that post, by the roster of then.
public struct AbsenceCheck: Sendable {
    /// With the facts of those days about who was looked for, and about whom they stood in for.
    public var book: AttendanceBook
    public var roster: RosterOfThen
    public var villages: Set<String>
    public var centre: String

    public init(book: AttendanceBook, roster: RosterOfThen, villages: Set<String>, centre: String) {
        self.book = book
        self.roster = roster
        self.villages = villages
        self.centre = centre
    }

    /// What an inspection says about whom it did not meet.
    public enum Finding: Hashable, Sendable {
        case absent(DutySessionID)
        case noDuty(NoDuty)
    }

    /// - Returns: `nil` when nobody was missed, or nothing is known of them.
    public func finding(of inspection: Inspection) -> Finding? {
        guard let agent = inspection.missed, var person = book.facts.person(agent) else { return nil }
        let moment = inspection.at
        person.member = roster.member(agent, at: moment) ?? person.member
        guard person.member.isActive else { return .noDuty(.hasLeft) }
        let elsewhere = whyElsewhere(&person, inspection.place, moment)
        if let why = book.noDuty(of: person, at: moment) ?? elsewhere { return .noDuty(why) }
        return book.session(of: person, at: moment).map { .absent($0.id) }
    }

    /// Why the person need not be at the place. Where they stand in there, the hours are those of whom they stand in for.
    private func whyElsewhere(_ person: inout PersonalDuty, _ place: String, _ moment: Instant) -> NoDuty? {
        let others = roster.members(at: moment)
        let own = posts(around: person.member, others)
        let stoodInFor = stoodInFor(by: person.member.id, at: moment)
        let known = villages.union(others.flatMap(posts)).union([centre])
        // At any other place, such as a point that was assessed, anybody can be looked for.
        if own.contains(place) || !known.contains(place) {
            let other = stoodInFor.first { $0.village != person.member.village && hasDuty($0, at: moment) }
            return other.map { .standsIn($0.village) }
        }
        guard let other = stoodInFor.first(where: { posts(around: $0, others).contains(place) }) else {
            return .elsewhere(person.member.village)
        }
        person.member.village = other.village
        return nil
    }

    /// Whose duty is the agent's then, also of those for whom that one stands in.
    private func stoodInFor(by agent: StaffID, at moment: Instant) -> [StaffMember] {
        book.facts.people.filter {
            $0.member.id != agent && book.responsible(for: $0.member.id, at: moment) == agent
        }.map { roster.member($0.member.id, at: moment) ?? $0.member }
    }

    /// Whether a session runs where somebody serves.
    private func hasDuty(_ member: StaffMember, at moment: Instant) -> Bool {
        book.session(of: PersonalDuty(member: member), at: moment) != nil
    }

    /// Where somebody serves: the village or else the centre, and the group, grid or window.
    private func posts(of member: StaffMember) -> Set<String> {
        Set([member.village ?? centre, member.group, member.grid, member.window].compactMap(\.self))
    }

    /// The same with those of everybody in the village: its groups and grids are no other village.
    private func posts(around member: StaffMember, _ others: [StaffMember]) -> Set<String> {
        guard let village = member.village else { return posts(of: member) }
        return others.filter { $0.village == village }.reduce(into: posts(of: member)) { $0.formUnion(posts(of: $1)) }
    }
}
