import Casework

/// What of a case has no column of its own, with people by their numbers and not by the ids of one record.
struct CaseRest: Codable {
    struct Leg: Codable {
        var holder: String
        var since: Instant
        var until: Instant?
        var note: String?
    }

    var matter: Intake.Matter?
    var direction: Intake.Direction?
    var listedItem: Intake.ListedItem?
    var priority: [Intake.PriorityGroup]?
    var authorisation: Intake.Authorisation?
    var clocks: [CaseClock]
    var lastUrgedAt: Instant?
    var handlers: [String]
    /// Without the legs, and without the case that does this one again, which comes with that one.
    var facts: CaseFacts?
    var legs: [Leg]?

    init(_ value: Case, number: (StaffID?) -> String?) {
        let intake = value.intake
        matter = intake.matter
        direction = intake.direction
        listedItem = intake.listedItem
        priority = intake.priority
        authorisation = intake.authorisation
        clocks = value.clocks
        lastUrgedAt = value.lastUrgedAt
        // The office itself is nobody's row, and has no number.
        handlers = value.handlers.map { number($0) ?? "" }
        var facts = value.facts
        let legs = facts.legs.map {
            Leg(holder: number($0.holder) ?? "", since: $0.since, until: $0.until, note: $0.note)
        }
        self.legs = legs.isEmpty ? nil : legs
        facts.legs = []
        facts.redoneBy = nil
        self.facts = facts == CaseFacts() ? nil : facts
    }

    /// Everything of a case besides its columns, as a registration carries it.
    ///
    /// - Parameter person: the id of the person with that number; `nil` when nobody has it.
    /// - Throws: what `person` does not know.
    func carried(
        returns: Int, urgings: Int, person: (String) throws -> StaffID
    ) rethrows -> Registration.History.Carried {
        var facts = facts ?? CaseFacts()
        facts.legs = try (legs ?? []).map {
            RelayLeg(holder: try person($0.holder), since: $0.since, until: $0.until, note: $0.note)
        }
        return Registration.History.Carried(
            clocks: clocks, returns: returns, urgings: urgings, lastUrgedAt: lastUrgedAt,
            handlers: try handlers.map(person), facts: facts == CaseFacts() ? nil : facts)
    }
}
