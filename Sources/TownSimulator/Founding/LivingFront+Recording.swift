import CaseStore
import Casework

/// Puts the plan into the record, in the order of its instants.
extension LivingFront {
    private static let batchSize = 200

    /// - Parameter goesOn: asked after each batch; `false` stops.
    func record(in store: CaseStore, goesOn: () -> Bool) throws(SimulationError) {
        // Sorted by position too: what happens at the same instant keeps the order in which it was planned.
        let order = acts.indices.sorted { (acts[$0].at, $0) < (acts[$1].at, $1) }
        var references: [Int: CaseReference] = [:]
        var done = 0
        while done < order.count {
            let slice = order[done..<min(done + Self.batchSize, order.count)]
            var known = references
            try store.simulate { writer in
                for index in slice { try perform(acts[index].act, at: acts[index].at, with: &writer, &known) }
            }
            references = known
            done += slice.count
            guard goesOn() else { throw .stopped }
        }
    }

    private func perform(
        _ act: Act, at instant: Instant, with writer: inout RecordWriter, _ references: inout [Int: CaseReference]
    ) throws {
        switch act {
        case .toCentre(let event, let actor):
            try writer.record(event, at: instant, by: actor.id)
        case .toStaff(let event, let member, let actor):
            try writer.record(event, about: member.id, at: instant, by: actor.id)
        case .toCase(let index, .register(let intake, let acceptance, let agent)):
            let registrar = office.registrar(of: intake.origin, agent: agent)
            references[index] =
                try writer.register(
                    intake, holder: agent.id, acceptance: acceptance, at: instant, by: registrar
                ).reference
        case .toCase(let index, .command(let command, let member)):
            guard let reference = references[index], let current = try writer.find(reference.id) else { return }
            // Under a rulebook without a gate there is nothing left to review: what the plan had in store falls away.
            guard Case.states(for: command.kind).contains(current.state) else { return }
            let command = late(command, current, at: instant)
            references[index] =
                try writer.perform(command, on: reference, by: Actor(member), at: instant, rules: rules).reference
        }
    }

    /// The same command, with the reason of whoever comes late.
    private func late(_ command: CaseCommand, _ current: Case, at instant: Instant) -> CaseCommand {
        guard case .complete(let note, nil) = command, current.isLate(at: instant) else { return command }
        return .complete(note: note, lateReason: Wording.lateReasons.first)
    }
}
