import Casework
import GRDB

/// Writing inspections, training sessions, assessments and decisions down, as somebody whose role allows it.
extension RecordWriter {
    /// - Parameters:
    ///   - rules: who was not met must have had duty by them.
    ///   - body: makes the inspection under the number that it gets.
    @discardableResult
    public mutating func inspect(
        at now: Instant, by actor: Actor, rules: Rules, _ body: (Int, StaffID) throws(StaffRefusal) -> Inspection
    ) throws(RecordError) -> Inspection {
        let actor = try known(actor, for: .inspect)
        let number = try next(in: .inspections)
        let places = try reading(Self.places)
        let inspection = try refusing { () throws(StaffRefusal) in
            let made = try body(number, actor.id)
            guard made.at <= now else { throw .inFuture }
            guard made.agent != actor.id else { throw .concernsOneself }
            guard places.contains(made.place) else {
                let near = places.filter { made.place.hasPrefix($0) || $0.hasPrefix(made.place) }
                throw .placeUnknown(made.place, known: near.isEmpty ? places : near)
            }
            return made
        }
        try permitAbsence(inspection, rules)
        try write(.inspected(inspection), at: now, by: actor)
        return inspection
    }

    @discardableResult
    public mutating func train(
        at now: Instant, by actor: Actor, _ body: (Int) throws(StaffRefusal) -> TrainingHeld
    ) throws(RecordError) -> TrainingHeld {
        let actor = try known(actor, for: .holdTraining)
        let number = try next(in: .trainings)
        let training = try refusing { () throws(StaffRefusal) in try body(number) }
        for person in training.invited where try found(person) == nil { throw .noSuchStaff(person) }
        try write(.trainingHeld(training), at: now, by: actor)
        return training
    }

    public mutating func assess(
        _ assessment: PointAssessment, at now: Instant, by actor: Actor
    ) throws(RecordError) {
        let actor = try known(actor, for: .assessPoint)
        try write(.pointAssessed(assessment), at: now, by: actor)
    }

    /// Decides on what the rules of a month bring up about a person. What they bring up is computed inside the batch.
    ///
    /// - Parameter seen: what was on the screen, where there is one: something else is not decided on.
    @discardableResult
    public mutating func decideTenure(
        _ outcome: TenureDecision.Outcome, about person: StaffID, in month: CivilMonth, reason: String,
        seen: TenureProposal? = nil, rules: Rules, at now: Instant, by actor: Actor
    ) throws(RecordError) -> TenureDecision {
        let today = rules.offset.civil(now).date
        var made: TenureDecision?
        let (proposal, decided) = try reading { database in
            guard
                let appraisal = try AppraisalReader(database: database, rules: rules, now: now)
                    .appraisal(of: person, in: month)
            else { throw RecordError.noSuchStaff(person) }
            return (appraisal.proposal, Set(appraisal.decisions.keys))
        }
        _ = try decide(.decideTenure, about: person, at: now, by: actor) { _, actor throws(StaffRefusal) in
            let decision = try proposal.decide(
                outcome, about: person, reason: reason, seen: seen, decided: decided, by: actor, today: today)
            made = decision
            return .tenureDecided(decision)
        }
        guard let made else { throw .noSuchStaff(person) }
        return made
    }

    /// Takes a proposal over as a finding, under the person who does.
    @discardableResult
    public mutating func take(
        _ proposal: FindingProposal, fact: String, rules: Rules, at now: Instant, by actor: Actor
    ) throws(RecordError) -> StaffRecord {
        let today = rules.offset.civil(now).date
        return try recordFinding(about: proposal.member, rules: rules, at: now, by: actor) {
            book, actor throws(StaffRefusal) in
            try book.record(
                proposal.kind, fact: fact, on: proposal.on, evidence: proposal.evidence, case: proposal.case,
                by: actor, today: today)
        }
    }

    // MARK: Parts

    /// That nobody was met is written down only of somebody who had to be there: by the hours and exceptions of the village,
    /// leave, who stood in, what a supervisor corrected, and whose village it is.
    private func permitAbsence(_ inspection: Inspection, _ rules: Rules) throws(RecordError) {
        guard let agent = inspection.missed else { return }
        guard let member = try found(agent)?.member else { throw .noSuchStaff(agent) }
        let check = try reading { try AbsenceCheck(of: [inspection], rules: rules, in: $0) }
        guard case .noDuty(let why) = check?.finding(of: inspection) else { return }
        throw .refused(.noDutyThen(member.name, inspection.at, rules.offset, why))
    }

    /// Where an inspection can be: the centre, its villages, the points that were assessed, and where somebody serves.
    private static func places(_ database: Database) throws -> [String] {
        let points = try CaseStore.servicePoints(in: database).map(\.point.name)
        let staff = try StaffProjection.fetch("", [], in: database).map(\.member)
        let all =
            try [CentreProjection.centre(in: database).name] + CentreProjection.villages(in: database) + points
            + ServiceNetwork(staff).places
        return all.reduce(into: []) { known, place in if !known.contains(place) { known.append(place) } }
    }

    private func write(_ event: CentreEvent, at now: Instant, by actor: Actor) throws(RecordError) {
        do {
            try transaction.guarded { try transaction.record(.centre(event), about: 0, at: now, by: actor.id) }
        } catch {
            throw .store(error)
        }
    }

    private func next(in ledger: Ledger) throws(RecordError) -> Int {
        try reading { database in
            try (Int.fetchOne(database, sql: "SELECT max(number) FROM \(ledger.rawValue)") ?? 0) + 1
        }
    }

    func reading<Result>(_ body: (Database) throws -> Result) throws(RecordError) -> Result {
        do {
            try transaction.guarded { try transaction.flush() }
            return try body(transaction.database)
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: transaction.path))
        }
    }

    private func refusing<Result>(_ body: () throws(StaffRefusal) -> Result) throws(RecordError) -> Result {
        do {
            return try body()
        } catch {
            throw .refused(error)
        }
    }
}
