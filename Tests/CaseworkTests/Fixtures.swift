import Casework

/// What the tests of the rules share: a centre's rules, people, and a case in any state.
enum Fixture {
    static let offset = UTCOffset.china

    static func rules() throws -> Rules {
        Rules(rulebook: try Rulebook.embedded("standard"), calendar: .national, offset: offset)
    }

    static func at(_ text: String) -> Instant {
        Instant(text, offset: offset) ?? Instant(milliseconds: 0)
    }

    static let agent = StaffMember(id: StaffID(7), number: "A07", name: "周桂兰", role: .agent, village: "石门垭村")
    static let otherAgent = StaffMember(id: StaffID(8), number: "A08", name: "何有田", role: .agent, village: "两河口村")
    static let reviewer = Actor(id: StaffID(1), role: .reviewer)
    static let otherReviewer = Actor(id: StaffID(2), role: .reviewer)

    static let submitted = at("2026-11-19 09:00")

    static func pending() throws -> Case {
        let intake = Intake(
            kind: .agency, origin: .walkIn, item: "城乡居民养老参保", village: "石门垭村",
            applicant: Intake.Applicant(name: "张三"), submittedAt: submitted)
        let deadline = try rules().rulebook.acceptance.deadline(from: submitted, calendar: .national, offset: offset)
        let registration = Registration(
            number: "YX261119-0001", intake: intake, holder: agent.id, acceptance: deadline)
        return Case(id: CaseID(1), registration: registration, at: submitted)
    }

    /// The case after `commands`, each a minute after the one before.
    static func pending(then commands: [(CaseCommand, Actor)]) throws -> Case {
        var subject = try pending()
        var now = submitted
        for (command, actor) in commands {
            now = now.advanced(minutes: 60)
            for event in try subject.decide(command, by: actor, at: now, rules: rules()) {
                subject.apply(event, at: now, by: actor.id)
            }
        }
        return subject
    }

    static func inReview() throws -> Case {
        try pending(then: [(.accept(.confirmed), Actor(agent)), (.complete(note: nil), Actor(agent))])
    }
}
