/// How somebody comes to be an agent: the steps of the rulebook, taken one after the other and written down
/// (建政发〔2022〕33号 二(二)).
public struct Appointment: Hashable, Sendable {
    /// The rulebook's, in their order.
    public var steps: [AgentRules.AppointmentStep]
    public private(set) var taken: [AppointmentStepTaken]

    /// - Parameter taken: as the record keeps them, oldest first.
    public init(steps: [AgentRules.AppointmentStep], taken: [AppointmentStepTaken] = []) {
        self.steps = steps
        self.taken = taken
    }

    /// The step that is to come; `nil` when all have been taken.
    public var next: AgentRules.AppointmentStep? {
        steps.first { step in !taken.contains { $0.step == step } }
    }

    public var isComplete: Bool { next == nil }

    /// Takes a step.
    ///
    /// - Parameter today: a step is written down when it has been taken, not before.
    /// - Throws: ``StaffRefusal`` for a step that the rulebook does not know, that was taken already, whose turn it is
    ///   not, that lies before the one it follows, or for a vote without numbers or without a majority.
    public mutating func take(_ step: AppointmentStepTaken, today: CivilDate) throws(StaffRefusal) {
        guard steps.contains(step.step) else { throw .notAStep(step.step) }
        guard !taken.contains(where: { $0.step == step.step }) else { throw .stepDone(step.step) }
        if let next, next != step.step { throw .stepTooEarly(step.step, before: next) }
        if let last = taken.map(\.on).max(), step.on < last { throw .stepBackdated(step.step, earliest: last) }
        guard step.on <= today else { throw .stepInFuture(step.step) }
        if step.step == .vote {
            guard let votes = step.votes else { throw .votesMissing }
            guard votes.isCarried else { throw .voteLost(votes) }
        }
        taken.append(step)
    }
}

/// A step of an appointment as it was taken.
public struct AppointmentStepTaken: Hashable, Codable, Sendable {
    /// The numbers of a vote. The document asks for the assembly's consent and names no majority: more than half of
    /// those who voted, abstentions counted as votes, is the house's reading.
    public struct Votes: Hashable, Codable, Sendable {
        public var inFavour: Int
        public var against: Int
        public var abstained: Int

        /// `nil` for numbers below zero.
        public init?(inFavour: Int, against: Int, abstained: Int) {
            guard min(inFavour, against, abstained) >= 0 else { return nil }
            self.inFavour = inFavour
            self.against = against
            self.abstained = abstained
        }

        public var isCarried: Bool { inFavour > against + abstained }
    }

    public var step: AgentRules.AppointmentStep
    public var on: CivilDate
    /// The body that took it, such as the two committees of the village.
    public var by: String
    public var votes: Votes?

    /// - Throws: ``StaffRefusal/unfit(_:_:)`` when nobody is named.
    public init(
        step: AgentRules.AppointmentStep, on: CivilDate, by: String, votes: Votes? = nil
    ) throws(StaffRefusal) {
        self.step = step
        self.on = on
        self.by = try EntryField.staffName.checkedForStaff(by)
        self.votes = votes
    }
}
