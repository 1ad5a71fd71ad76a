import Casework
import Testing

@Suite("Appointment of agents")
struct AppointmentTests {
    private static let steps: [AgentRules.AppointmentStep] = [.nomination, .vote, .townshipFiling, .appointment]
    private let today = PeopleFixture.day("2026-11-20")

    private func step(
        _ step: AgentRules.AppointmentStep, _ on: String, votes: (Int, Int, Int)? = nil
    ) throws -> AppointmentStepTaken {
        try AppointmentStepTaken(
            step: step, on: PeopleFixture.day(on), by: "石门村两委",
            votes: votes.flatMap { AppointmentStepTaken.Votes(inFavour: $0.0, against: $0.1, abstained: $0.2) })
    }

    @Test("J2: nomination, vote, filing, appointment: taken in this order they are complete")
    func order() throws {
        var appointment = Appointment(steps: Self.steps)
        #expect(appointment.next == .nomination)
        try appointment.take(step(.nomination, "2026-11-01"), today: today)
        #expect(appointment.next == .vote)
        try appointment.take(step(.vote, "2026-11-03", votes: (21, 3, 1)), today: today)
        try appointment.take(step(.townshipFiling, "2026-11-03"), today: today)
        #expect(!appointment.isComplete)
        try appointment.take(step(.appointment, "2026-11-20"), today: today)
        #expect(appointment.isComplete)
        #expect(appointment.next == nil)
    }

    @Test("J2: a step out of its turn, taken twice, dated back or ahead, or unknown to the rules is refused")
    func refused() throws {
        var appointment = Appointment(steps: Self.steps)
        #expect(throws: StaffRefusal.stepTooEarly(.appointment, before: .nomination)) {
            try appointment.take(step(.appointment, "2026-11-01"), today: today)
        }
        try appointment.take(step(.nomination, "2026-11-05"), today: today)
        #expect(throws: StaffRefusal.stepDone(.nomination)) {
            try appointment.take(step(.nomination, "2026-11-06"), today: today)
        }
        #expect(throws: StaffRefusal.stepBackdated(.vote, earliest: PeopleFixture.day("2026-11-05"))) {
            try appointment.take(step(.vote, "2026-11-04", votes: (3, 0, 0)), today: today)
        }
        #expect(throws: StaffRefusal.stepInFuture(.vote)) {
            try appointment.take(step(.vote, "2026-11-21", votes: (3, 0, 0)), today: today)
        }
        #expect(throws: StaffRefusal.notAStep(.countyFiling)) {
            try appointment.take(step(.countyFiling, "2026-11-06"), today: today)
        }
        #expect(appointment.taken.count == 1)
    }

    @Test("J2: a vote has its numbers, and more than half have to be in favour")
    func votes() throws {
        var appointment = Appointment(steps: Self.steps, taken: [try step(.nomination, "2026-11-01")])
        #expect(throws: StaffRefusal.votesMissing) { try appointment.take(step(.vote, "2026-11-02"), today: today) }
        let half = try #require(AppointmentStepTaken.Votes(inFavour: 10, against: 8, abstained: 2))
        #expect(throws: StaffRefusal.voteLost(half)) {
            try appointment.take(step(.vote, "2026-11-02", votes: (10, 8, 2)), today: today)
        }
        #expect(AppointmentStepTaken.Votes(inFavour: 1, against: -1, abstained: 0) == nil)
        try appointment.take(step(.vote, "2026-11-02", votes: (11, 8, 2)), today: today)
        #expect(appointment.next == .townshipFiling)
    }

    @Test("J2: who took a step is named")
    func who() {
        #expect(throws: StaffRefusal.unfit(.staffName, .missing)) {
            try AppointmentStepTaken(step: .nomination, on: today, by: " ")
        }
    }
}
